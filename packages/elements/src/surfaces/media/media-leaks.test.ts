import {expect} from '@open-wc/testing';

import type {ResultJson} from '@ls-annotation/core';

import '../../define/annotation-host.js';
import {hostFixture} from '../../host/testing/host-fixture.js';
import {LeakCounter} from '../../host/testing/leak-counter.js';

import {wavAddress} from './testing/make-wav.js';

const CONFIG = `
<View>
  <Labels name="label" toName="video"><Label value="Car"/></Labels>
  <Video name="video" value="$video" frameRate="25" sync="both"/>
  <VideoRectangle name="box" toName="video"/>
  <Labels name="sound" toName="audio"><Label value="Noise"/></Labels>
  <Audio name="audio" value="$audio" sync="both"/>
</View>`;

const BOX: ResultJson = {
  id: 'a',
  from_name: 'box',
  to_name: 'video',
  type: 'videorectangle',
  value: {
    labels: ['Car'],
    sequence: [
      {frame: 1, enabled: true, x: 1, y: 1, width: 9, height: 9, rotation: 0},
    ],
  },
};

const SOUND: ResultJson = {
  id: 'b',
  from_name: 'sound',
  to_name: 'audio',
  type: 'labels',
  value: {start: 0.2, end: 0.8, channel: 0, labels: ['Noise']},
};

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Counts addresses of blobs that were made and not given back. */
function countBlobs() {
  const {createObjectURL, revokeObjectURL} = URL;
  const open = new Set<string>();
  URL.createObjectURL = (source) => {
    const address = createObjectURL.call(URL, source);
    open.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    open.delete(address);
    revokeObjectURL.call(URL, address);
  };
  return {
    count: () => open.size,
    end: () => {
      Object.assign(URL, {createObjectURL, revokeObjectURL});
    },
  };
}

async function setup() {
  const {host} = await hostFixture({
    config: CONFIG,
    task: {
      id: 1,
      data: {video: '/demo/media/street.webm', audio: wavAddress()},
      annotations: [
        {id: 1, result: [BOX, SOUND]},
        {id: 2, result: []},
      ],
    },
  });
  const isPlayable = (): boolean => {
    const shown = host.querySelectorAll('.lsf-video__stage, .lsf-audio__view');
    return (
      shown.length === 2 && [...shown].every((part) => part.clientHeight > 0)
    );
  };
  const show = async (index: number): Promise<void> => {
    host.selectAnnotation(host.store.state.order[index % 2]!);
    await host.displayed;
    while (!isPlayable()) await nextFrame();
    await nextFrame();
  };
  return {host, show};
}

describe('players of a host', () => {
  it('leave nothing behind over 20 switches of annotation', async () => {
    const counter = new LeakCounter();
    const blobs = countBlobs();
    const {host, show} = await setup();
    await show(0);
    await show(1);
    const before = {...counter.count(), blobs: blobs.count()};
    for (let index = 0; index < 20; index += 1) await show(index);
    const findGrown = (): string[] =>
      Object.entries({...counter.count(), blobs: blobs.count()})
        .filter(([kind, count]) => count > before[kind as keyof typeof before])
        .map(([kind]) => kind);
    // A player's short-lived timer may be running: what is left behind stays.
    for (let frames = 0; frames < 300 && findGrown().length > 0; frames += 1) {
      await nextFrame();
    }
    expect(findGrown()).to.deep.equal([]);
    host.remove();
    await nextFrame();
    expect(blobs.count()).to.equal(0);
    counter.end();
    blobs.end();
  });

  it('leave nothing behind when a display ends while they load', async () => {
    const blobs = countBlobs();
    const {host} = await setup();
    const errors: unknown[] = [];
    host.addEventListener('ls-host-error', (event) => errors.push(event));
    for (let index = 0; index < 20; index += 1) {
      host.selectAnnotation(host.store.state.order[index % 2]!);
      await host.displayed;
    }
    const media = [...host.querySelectorAll('video, audio')];
    host.remove();
    for (let frames = 0; frames < 10; frames += 1) await nextFrame();
    expect(blobs.count()).to.equal(0);
    expect(media.filter((player) => player.hasAttribute('src'))).to.have.length(
      0,
    );
    expect(errors).to.deep.equal([]);
    blobs.end();
  });
});
