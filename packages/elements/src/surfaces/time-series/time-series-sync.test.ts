import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {press} from '../image/testing/drive-mouse.js';
import {SYNC_LOCK_MS} from '../media/sync-group.js';
import {wavAddress} from '../media/testing/make-wav.js';
import {clickOn} from '../testing/click-on.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';

import {makeSeries} from './testing/render-series.js';
import type {SeriesView} from './testing/render-series.js';

const XML = `
<View>
  <Audio name="audio" value="$audio" sync="both"/>
  <TimeSeries name="ts" value="$series" valueType="json" timeColumn="time" overviewWidth="100%" sync="both">
    <Channel column="one" height="100"/>
  </TimeSeries>
</View>`;

/** A sound and a series of four seconds, a value every tenth of a second. */
async function setup() {
  await setViewport({width: 900, height: 900});
  const series = makeSeries(41, (place) => place / 10);
  const audio = wavAddress({duration: 4});
  const surface = await renderSurface(XML, {
    task: {id: 1, data: {audio, series}},
  });
  const media = (): HTMLMediaElement | undefined =>
    surface.findAll<HTMLAudioElement>('audio')[0];
  await until(() => (media()?.readyState ?? 0) > 0);
  await until(() => surface.find('.lsf-audio__stage').clientWidth > 0);
  const view = surface.session.annotation?.names.get(
    'ts',
  ) as unknown as SeriesView;
  const stage = surface.find('.lsf-time-series__stage');
  return {surface, media: media() ?? new Audio(), view, stage};
}

/** Returns when a group hears whoever speaks next. */
async function unlocked(): Promise<void> {
  const from = performance.now();
  await until(() => performance.now() - from > SYNC_LOCK_MS);
}

describe('<TimeSeries sync>', () => {
  afterEach(closeSurfaces);

  it('is followed where it goes', async () => {
    const {media, stage, view} = await setup();
    stage.focus();
    await press('End');
    expect(view.cursorTime).to.equal(4);
    expect(media.currentTime).to.be.closeTo(4, 0.01);
    await press('Home');
    expect(media.currentTime).to.equal(0);
  });

  it('follows where a sound goes', async () => {
    const {media, view} = await setup();
    media.currentTime = 2.5;
    await until(() => view.cursorTime !== 0);
    expect(view.cursorTime).to.be.closeTo(2.5, 0.01);
    expect(media.currentTime).to.be.closeTo(2.5, 0.01);
  });

  it('plays and stops with a sound, and the sound with it', async () => {
    const {media, stage, view, surface} = await setup();
    await clickOn(
      surface.find('[aria-label="Player audio"] [aria-label=Play]'),
    );
    await until(() => view.isPlaying && view.cursorTime > 0);
    await unlocked();
    stage.focus();
    await press('Space');
    expect(view.isPlaying).to.equal(false);
    expect(media.paused).to.equal(true);
    await unlocked();
    const tools = surface.find('[aria-label="Tools of the time series ts"]');
    const play = tools.querySelector('[aria-label=Play]');
    if (!play) throw new Error('There is no button that plays.');
    await clickOn(play);
    await until(() => !media.paused);
    expect(view.isPlaying).to.equal(true);
  });

  it('keeps playing players where they are when another part is shown', async () => {
    const {media, view, surface} = await setup();
    await clickOn(
      surface.find('[aria-label="Player audio"] [aria-label=Play]'),
    );
    await until(() => view.isPlaying);
    const before = media.currentTime;
    view.updateTR([3, 4]);
    expect(media.paused).to.equal(false);
    expect(media.currentTime).to.equal(before);
  });

  it('has them go to the middle of the part that a plugin shows', async () => {
    const {media, view} = await setup();
    view.updateTR([1, 2]);
    expect(media.currentTime).to.be.closeTo(1.5, 0.01);
  });

  it('stops when the display ends', async () => {
    const {view, surface} = await setup();
    await clickOn(
      surface.find(
        '[aria-label="Tools of the time series ts"] [aria-label=Play]',
      ),
    );
    await until(() => view.isPlaying);
    surface.session.createAnnotation();
    await nextFrame();
    expect(view).not.to.have.property('isPlaying');
    expect(surface.errors).to.deep.equal([]);
  });
});
