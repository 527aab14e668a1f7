import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';
import type {VideoHandle} from '../video/video-handle.js';

import {SYNC_LOCK_MS} from './sync-group.js';
import {wavAddress} from './testing/make-wav.js';
import {webmAddress} from './testing/make-webm.js';

const THREE_VIDEOS = `
<View>
  <Video name="videoMinus1" value="$video" height="100" sync="lag" frameRate="10"/>
  <Video name="video0" value="$video" height="100" sync="lag" frameRate="10"/>
  <Video name="videoPlus1" value="$video" height="100" sync="lag" frameRate="10"/>
</View>`;

const SOUND_AND_PICTURE = `
<View>
  <Audio name="audio" value="$audio" sync="both"/>
  <Video name="video" value="$video" height="100" sync="both" frameRate="10"/>
  <Video name="alone" value="$video" height="100" frameRate="10"/>
</View>`;

interface VideoTagView {
  readonly framerate: string;
  speed: number;
  isSyncing?: boolean;
  readonly syncHandlers: Map<
    string,
    (data: {readonly playing: boolean; readonly speed?: number}) => void
  >;
  readonly ref: {readonly current: VideoHandle | null};
}

async function setup(xml: string) {
  await setViewport({width: 800, height: 1400});
  const video = await webmAddress();
  const surface = await renderSurface(xml, {
    task: {id: 1, data: {video, audio: wavAddress({duration: 3})}},
  });
  const view = (name: string): VideoTagView =>
    surface.session.annotation?.names.get(name) as unknown as VideoTagView;
  const media = (name: string): HTMLMediaElement => {
    const found = surface.host
      .querySelector(`[aria-label="Player ${name}"]`)
      ?.closest('.lsf-object')
      ?.querySelector<HTMLMediaElement>('audio, video');
    if (!found) throw new Error(`There is no player "${name}".`);
    return found;
  };
  const count = surface.session.config?.objects.length ?? 0;
  const isReady = (): boolean =>
    surface.findAll<HTMLMediaElement>('audio, video').length === count &&
    surface
      .findAll<HTMLMediaElement>('audio, video')
      .every(({readyState}) => readyState >= 2) &&
    surface.findAll('.lsf-audio__view[hidden]').length === 0;
  await until(isReady);
  await nextFrame();
  return {...surface, view, media};
}

/** What the plugin for several frames does, with Label Studio's members. */
function shiftFrames(view: (name: string) => VideoTagView): void {
  const middle = view('video0');
  const rate = Number.parseFloat(middle.framerate);
  const shift = (name: string, frames: number): void => {
    const video = view(name);
    video.isSyncing = false;
    for (const event of ['play', 'pause', 'seek']) {
      video.syncHandlers.set(event, (data) => {
        const own = video.ref.current;
        const other = middle.ref.current;
        if (video.isSyncing || !own || !other) return;
        video.isSyncing = true;
        const time = (other.currentFrame + frames) / rate;
        if (data.playing && !own.playing) own.play();
        else if (!data.playing && own.playing) own.pause();
        if (data.speed) video.speed = data.speed;
        own.currentTime = Math.max(0, Math.min(time, own.duration));
        video.isSyncing = false;
      });
    }
  };
  shift('videoMinus1', -1);
  shift('videoPlus1', 1);
  for (const event of ['play', 'pause', 'seek']) {
    middle.syncHandlers.set(event, () => undefined);
  }
}

describe('tags of a sync group', () => {
  afterEach(closeSurfaces);

  it('have a plugin show the frames before and after', async () => {
    const {view, media} = await setup(THREE_VIDEOS);
    shiftFrames(view);
    view('video0').ref.current?.goToFrame(12);
    await until(() => media('videoPlus1').currentTime > 0);
    await until(() => !media('videoPlus1').seeking);
    expect(media('videoMinus1').currentTime).to.be.closeTo(1.1, 1e-6);
    expect(media('videoPlus1').currentTime).to.be.closeTo(1.3, 1e-6);
    expect(view('video0').ref.current?.currentFrame).to.equal(12);
  });

  it('have a plugin keep the first frame of a video', async () => {
    const {view, media} = await setup(THREE_VIDEOS);
    shiftFrames(view);
    view('video0').ref.current?.goToFrame(5);
    await until(() => media('videoPlus1').currentTime > 0.55);
    view('video0').ref.current?.goToFrame(1);
    await until(() => media('videoPlus1').currentTime < 0.3);
    expect(media('videoMinus1').currentTime).to.equal(0);
  });

  it('have a plugin play and stop the others, and never move the first', async () => {
    const {view, media, host} = await setup(THREE_VIDEOS);
    shiftFrames(view);
    const player = host.querySelector('[aria-label="Player video0"]')!;
    await clickOn(player.querySelector('[aria-label="Play"]')!);
    await until(() => !media('videoMinus1').paused);
    await until(() => !media('videoPlus1').paused);
    const seeks: number[] = [];
    media('video0').addEventListener('seeking', () => seeks.push(1));
    await until(() => media('video0').currentTime > 0.5);
    await clickOn(player.querySelector('[aria-label="Pause"]')!);
    await until(() => media('videoMinus1').paused);
    await until(() => media('videoPlus1').paused);
    expect(seeks).to.deep.equal([]);
  });

  it('play, stop, go elsewhere and change speed together', async () => {
    const {media, host} = await setup(SOUND_AND_PICTURE);
    const player = host.querySelector('[aria-label="Player audio"]')!;
    await clickOn(player.querySelector('[aria-label="One second forward"]')!);
    await until(() => media('video').currentTime > 0.9);
    expect(media('video').currentTime).to.be.closeTo(1, 0.01);
    await clickOn(player.querySelector('[aria-label="Play"]')!);
    await until(() => !media('video').paused);
    await clickOn(player.querySelector('[aria-label="Pause"]')!);
    await until(() => media('video').paused);
    const rate = player.querySelector('select')!;
    rate.value = '1.5';
    rate.dispatchEvent(new Event('change', {bubbles: true}));
    await until(() => media('video').playbackRate === 1.5);
    expect(media('alone').playbackRate).to.equal(1);
    expect(media('alone').currentTime).to.equal(0);
  });

  it('are heard once: a video that follows a sound is silent', async () => {
    const {media, host} = await setup(SOUND_AND_PICTURE);
    const player = host.querySelector('[aria-label="Player audio"]')!;
    await clickOn(player.querySelector('[aria-label="Play"]')!);
    await until(() => !media('video').paused);
    expect(media('video').muted).to.equal(true);
    expect(media('audio').muted).to.equal(false);
  });

  it('do not answer each other', async () => {
    const {media, host} = await setup(SOUND_AND_PICTURE);
    const seeks: string[] = [];
    for (const name of ['audio', 'video']) {
      media(name).addEventListener('seeking', () => seeks.push(name));
    }
    const player = host.querySelector('[aria-label="Player video"]')!;
    await clickOn(player.querySelector('[aria-label="One frame forward"]')!);
    await until(() => seeks.length === 2);
    const start = performance.now();
    await until(() => performance.now() - start > 2 * SYNC_LOCK_MS);
    expect(seeks).to.have.members(['audio', 'video']);
  });
});
