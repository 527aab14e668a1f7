import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {press} from '../image/testing/drive-mouse.js';
import {clickOn} from '../testing/click-on.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';

import {wavAddress} from './testing/make-wav.js';
import {webmAddress} from './testing/make-webm.js';

const XML = `
<View>
  <Video name="video" value="$video" height="100" frameRate="10"/>
  <Audio name="audio" value="$audio"/>
  <TextArea name="words" toName="audio"/>
  <VideoRectangle name="box" toName="video"/>
  <Labels name="label" toName="video"><Label value="Car"/></Labels>
</View>`;

const RESULT = {
  id: 'a',
  from_name: 'box',
  to_name: 'video',
  type: 'videorectangle',
  value: {
    framesCount: 30,
    duration: 3,
    labels: ['Car'],
    sequence: [5, 15].map((frame) => ({
      frame,
      enabled: true,
      x: 10,
      y: 10,
      width: 20,
      height: 20,
      rotation: 0,
      time: frame / 10,
    })),
  },
};

async function setup(settings: Readonly<Record<string, unknown>> = {}) {
  await setViewport({width: 800, height: 1000});
  const surface = await renderSurface(XML, {
    task: {
      id: 1,
      data: {video: await webmAddress(), audio: wavAddress({duration: 30})},
      annotations: [{id: 2, result: [RESULT]}],
    },
    session: {settings},
  });
  await until(
    () =>
      surface.findAll<HTMLMediaElement>('audio, video').length === 2 &&
      surface
        .findAll<HTMLMediaElement>('audio, video')
        .every(({readyState}) => readyState >= 2) &&
      surface.findAll('.lsf-audio__view[hidden]').length === 0,
  );
  await nextFrame();
  const video = surface.find<HTMLVideoElement>('video');
  const audio = surface.find<HTMLAudioElement>('audio');
  const near = (media: HTMLMediaElement, seconds: number): boolean =>
    Math.abs(media.currentTime - seconds) < 0.02;
  return {surface, video, audio, near};
}

describe('hotkeys of players', () => {
  afterEach(closeSurfaces);

  it('are for the first player while none was used', async () => {
    const {video, audio, near} = await setup();
    await press('Alt+ArrowRight');
    await until(() => near(video, 0.2));
    await press('Shift+Alt+ArrowRight');
    await until(() => near(video, 1.2));
    await press('Alt+ArrowLeft');
    await until(() => near(video, 1.1));
    await press('Shift+Control+Alt+ArrowRight');
    await until(() => near(video, 3));
    await press('Shift+Control+Alt+ArrowLeft');
    await until(() => near(video, 0));
    expect(audio.currentTime).to.equal(0);
  });

  it('are for the player that was used last', async () => {
    const {surface, video, audio, near} = await setup();
    await clickOn(surface.find('.lsf-audio [aria-label="One second forward"]'));
    await until(() => near(audio, 1));
    await press('Alt+ArrowRight');
    await until(() => near(audio, 2));
    await press('Shift+Alt+ArrowRight');
    await until(() => near(audio, 7));
    await press('Shift+Control+Alt+ArrowLeft');
    await until(() => near(audio, 0));
    expect(video.currentTime).to.equal(0);
  });

  it('play and stop while the focus is in a field, and keep what is typed', async () => {
    const {surface, audio} = await setup();
    await clickOn(surface.find('.lsf-audio [aria-label="One second forward"]'));
    const field = surface.find<HTMLInputElement>('.lsf-text-area input');
    field.focus();
    await sendKeys({type: 'he'});
    await press('Alt+Space');
    await until(() => !audio.paused);
    await press('Control+Alt+Space');
    await until(() => audio.paused);
    await sendKeys({type: 'llo'});
    expect(field.value).to.equal('hello');
  });

  it('go through the key frames of the selected box', async () => {
    const {surface, video, near} = await setup();
    surface.session.actions.selectRegion('a');
    await until(() => near(video, 0.5));
    await press('Control+Alt+ArrowRight');
    await until(() => near(video, 1.5));
    await press('Control+Alt+ArrowLeft');
    await until(() => near(video, 0.5));
  });

  it('are not bound when a person has turned hotkeys off', async () => {
    const {surface} = await setup({enableHotkeys: false});
    expect(
      surface.hotkeys.bindings.filter(({keys}) => keys.startsWith('alt+')),
    ).to.deep.equal([]);
  });
});
