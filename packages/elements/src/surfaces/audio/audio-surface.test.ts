import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {wavAddress} from '../media/testing/make-wav.js';
import {click, drag, press} from '../image/testing/drive-mouse.js';
import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, nextFrame} from '../testing/render-surface.js';

import {
  AUDIO_CONFIG,
  DURATION,
  renderAudio,
  soundResult,
  soundShown,
} from './testing/render-audio.js';
import type {RenderAudioOptions, SoundParts} from './testing/render-audio.js';

const REGIONS: readonly SoundParts[] = [
  {id: 'a', at: [0.2, 0.6]},
  {id: 'b', at: [1, 1.5], label: 'Noise'},
];

async function setup(options: RenderAudioOptions = {}) {
  await setViewport({width: 900, height: 700});
  return renderAudio(options);
}

function withAudio(attributes: string): string {
  return AUDIO_CONFIG.replace('value="$audio"', `value="$audio" ${attributes}`);
}

function byName(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`Nothing is called "${name}".`);
  return found;
}

describe('<Audio>', () => {
  afterEach(closeSurfaces);

  describe('accessibility', () => {
    it('passes the automated checks at rest and with a region selected', async () => {
      const audio = await setup({regions: REGIONS});
      await expect(audio.root).to.be.accessible();
      audio.session.actions.selectRegion('a');
      await nextFrame();
      await expect(audio.root).to.be.accessible();
    });

    it('passes the automated checks when the sound does not come', async () => {
      const audio = await setup({
        data: {audio: 'data:audio/wav;base64,AAAA'},
        waitsForSound: false,
      });
      await until(() => audio.root.querySelector('[role=alert]') !== null);
      await expect(audio.root).to.be.accessible();
    });

    it('lists the regions by label and time', async () => {
      const audio = await setup({regions: REGIONS});
      const names = audio
        .findAll('[role=option]')
        .map(({textContent}) => textContent);
      expect(names).to.deep.equal([
        'Speech, 0.2 seconds to 0.6 seconds',
        'Noise, 1 second to 1.5 seconds',
      ]);
    });

    it('says what was made and where the keys lead', async () => {
      const audio = await setup();
      const said: string[] = [];
      const live = audio.find('.lsf-editor > [role=status]');
      new MutationObserver(() => said.push(live.textContent)).observe(live, {
        childList: true,
      });
      audio.session.actions.toggleLabel('label', 'Speech');
      audio.stage.focus();
      await press('ArrowRight');
      await press('Shift+ArrowRight');
      await press('Enter');
      expect(said).to.include('0.1 seconds');
      expect(said.at(-1)).to.match(/^Added: Speech, 0(\.\d)? seconds to/);
    });
  });

  describe('DOM', () => {
    it('is there at once, says that it loads, and has no comments', async () => {
      const audio = await setup({waitsForSound: false});
      const shown = audio.session.createAnnotation();
      expect(audio.session.annotation).to.equal(shown);
      const root = audio.find('.lsf-object.lsf-audio');
      expect(root.textContent).to.contain('Loading');
      await soundShown(root);
      const comments = document.createNodeIterator(
        root,
        NodeFilter.SHOW_COMMENT,
      );
      expect(comments.nextNode()).to.equal(null);
    });

    it('does not grow with the number of regions', async () => {
      const some = await setup({regions: manyRegions(20)});
      const few = some.root.querySelectorAll('*').length;
      some.close();
      const audio = await setup({regions: manyRegions(3000)});
      expect(audio.root.querySelectorAll('*').length).to.equal(few);
      expect(audio.ids()).to.have.length(3000);
    });

    it('goes on when a plugin empties it', async () => {
      const audio = await setup({regions: REGIONS});
      audio.root.replaceChildren();
      audio.session.actions.selectRegion('a');
      await nextFrame();
      expect(audio.errors).to.deep.equal([]);
      expect(audio.results()).to.deep.equal(REGIONS.map(soundResult));
    });
  });

  describe('loading', () => {
    it('names the address that failed, reports it, and tries again', async () => {
      const address = 'data:audio/wav;base64,AAAA';
      const audio = await setup({
        data: {audio: address},
        waitsForSound: false,
      });
      const alert = (): HTMLElement | null =>
        audio.root.querySelector('[role=alert]');
      await until(() => alert() !== null);
      expect(alert()?.textContent).to.contain(address);
      expect(audio.errors).to.deep.equal(['elements/media-load']);
      await clickOn(audio.find('[role=alert] button'));
      await until(() => audio.errors.length === 2);
    });

    it('does not ask for an address of another kind', async () => {
      const audio = await setup({
        data: {audio: 'javascript:alert(1)'},
        waitsForSound: false,
      });
      await until(() => audio.root.querySelector('[role=alert]') !== null);
      expect(audio.root.textContent).to.contain('not safe');
      expect(audio.find('audio').hasAttribute('src')).to.equal(false);
    });

    it('says so when the task has no sound', async () => {
      const audio = await setup({data: {}, waitsForSound: false});
      await until(() => audio.root.textContent.includes('no sound'));
    });

    it('plays what it may not decode', async () => {
      const audio = await setup({xml: withAudio('decoder="none"')});
      expect(audio.media.duration).to.be.closeTo(DURATION, 0.01);
      expect(audio.root.textContent).to.contain('0:00.0 / 0:02.0');
    });

    it('shows what replaces the value of the task', async () => {
      const audio = await setup({regions: REGIONS});
      const view = audio.session.annotation?.names.get('audio');
      const longer = wavAddress({duration: 4});
      (view as unknown as {setRemoteValue(v: string): void}).setRemoteValue(
        longer,
      );
      await until(() => audio.root.textContent.includes('/ 0:04.0'));
      expect(audio.results()).to.deep.equal(REGIONS.map(soundResult));
    });
  });

  describe('attributes', () => {
    it('leaves out what the config does not want', async () => {
      const audio = await setup({
        xml: withAudio('zoom="false" volume="false" speed="false"'),
      });
      for (const name of ['Zoom in', 'Volume', 'Playback speed']) {
        expect(audio.root.querySelector(`[aria-label="${name}"]`)).to.equal(
          null,
        );
      }
    });

    it('starts as loud, as fast and as high as the config says', async () => {
      const audio = await setup({
        xml: withAudio('defaultVolume="0.5" defaultSpeed="1.5" height="46"'),
      });
      expect(audio.media.volume).to.equal(0.5);
      expect(audio.media.playbackRate).to.equal(1.5);
      expect(audio.stage.clientHeight).to.equal(46);
      expect(audio.find<HTMLSelectElement>('select').value).to.equal('1.5');
    });

    it('gives each channel a wave and says which one a region is of', async () => {
      const audio = await setup({
        xml: withAudio('splitChannels="true"'),
        data: {audio: wavAddress({duration: DURATION, channels: 2})},
      });
      audio.session.actions.toggleLabel('label', 'Speech');
      await drag(audio.at(0.5, 75), audio.at(1, 75));
      expect(audio.results()[0]?.value).to.include({channel: 1});
      await nextFrame();
      expect(audio.find('[role=option]').textContent).to.contain('channel 2');
    });
  });

  describe('pointer', () => {
    it('draws a region with the chosen label, its ends in seconds', async () => {
      const audio = await setup();
      audio.session.actions.toggleLabel('label', 'Noise');
      await drag(audio.at(0.5), audio.at(1.25));
      const [result] = audio.results();
      expect(result).to.deep.include({
        from_name: 'label',
        to_name: 'audio',
        type: 'labels',
        origin: 'manual',
      });
      expect(result?.original_length).to.be.closeTo(DURATION, 0.01);
      expect(result?.value).to.deep.include({channel: 0, labels: ['Noise']});
      const [id] = audio.ids();
      expect(audio.spanOf(id ?? '')[0]).to.be.closeTo(0.5, 0.01);
      expect(audio.spanOf(id ?? '')[1]).to.be.closeTo(1.25, 0.01);
    });

    it('makes a region of a span as soon as it gets a label', async () => {
      const audio = await setup();
      await drag(audio.at(1.5), audio.at(0.5));
      expect(audio.ids()).to.deep.equal([]);
      await clickOn(audio.findAll('.lsf-label_clickable')[0]!);
      const [id] = audio.ids();
      expect(audio.spanOf(id ?? '')).to.deep.equal([0.5, 1.5]);
    });

    it('selects a region by a click, and goes to its place', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(0.4));
      expect(audio.state().selection).to.deep.equal(['a']);
      expect(audio.media.currentTime).to.be.closeTo(0.4, 0.01);
      await click(audio.at(1.8));
      expect(audio.state().selection).to.deep.equal([]);
    });

    it('adds a region to the selection with shift', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(0.4));
      await click(audio.at(1.2), 'Shift');
      expect(audio.state().selection).to.deep.equal(['a', 'b']);
    });

    it('goes through regions that lie above each other', async () => {
      const audio = await setup({
        regions: [
          {id: 'wide', at: [0.2, 1.8]},
          {id: 'narrow', at: [0.8, 1.2]},
        ],
      });
      await click(audio.at(1));
      expect(audio.state().selection).to.deep.equal(['narrow']);
      await click(audio.at(1));
      expect(audio.state().selection).to.deep.equal(['wide']);
    });

    it('moves the selected region, in one undo step', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(0.4));
      await drag(audio.at(0.4), audio.at(0.9));
      expect(audio.spanOf('a')).to.deep.equal([0.7, 1.1]);
      audio.session.undo();
      expect(audio.spanOf('a')).to.deep.equal([0.2, 0.6]);
    });

    it('keeps a moved region inside of the sound', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(0.4));
      await drag(audio.at(0.4), audio.at(0.02));
      expect(audio.spanOf('a')).to.deep.equal([0, 0.4]);
    });

    it('pulls an end of the selected region', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(1.2));
      await drag(audio.at(1.5), audio.at(1.8));
      expect(audio.spanOf('b')).to.deep.equal([1, 1.8]);
    });

    it('gives a drag up on Escape', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(0.4));
      const {sendMouse} = await import('@web/test-runner-commands');
      const {x, y} = audio.at(0.4);
      await sendMouse({type: 'move', position: [Math.round(x), Math.round(y)]});
      await sendMouse({type: 'down'});
      await sendMouse({
        type: 'move',
        position: [Math.round(x) + 100, Math.round(y)],
      });
      await press('Escape');
      await sendMouse({type: 'up'});
      expect(audio.spanOf('a')).to.deep.equal([0.2, 0.6]);
    });

    it('leaves a locked region where it is', async () => {
      const audio = await setup({regions: REGIONS});
      audio.session.actions.setLocked('a', true);
      await click(audio.at(0.4));
      await drag(audio.at(0.4), audio.at(0.9));
      expect(audio.spanOf('a')).to.deep.equal([0.2, 0.6]);
    });

    it('zooms with the buttons and the wheel, and goes along', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(1));
      audio.session.actions.selectRegions([]);
      await clickOn(byName(audio.root, 'Zoom in'));
      await nextFrame();
      // Twice as near, the playhead in the middle: half a second is to the
      // left of it.
      await click(audio.at(0));
      expect(audio.media.currentTime).to.be.closeTo(0.5, 0.02);
      await clickOn(byName(audio.root, 'Show all of it'));
      await click(audio.at(0.1));
      expect(audio.media.currentTime).to.be.closeTo(0.1, 0.02);
    });
  });

  describe('keyboard', () => {
    it('makes a region with Enter, arrows and Enter, and selects it', async () => {
      const audio = await setup();
      audio.session.actions.toggleLabel('label', 'Speech');
      audio.stage.focus();
      await press('PageUp', 'Enter', 'PageUp', 'Enter');
      const [id = ''] = audio.ids();
      const [start = 0, end = 0] = audio.spanOf(id);
      expect(start).to.be.greaterThan(0);
      expect(end).to.be.closeTo(2 * start, 0.02);
      expect(audio.state().selection).to.deep.equal([id]);
    });

    it('chooses a span with shift and labels it with a hotkey', async () => {
      const audio = await setup();
      audio.stage.focus();
      await press('Shift+End');
      await press('2');
      expect(audio.results()[0]?.value).to.deep.include({labels: ['Noise']});
      expect(audio.spanOf(audio.ids()[0] ?? '')).to.deep.equal([0, DURATION]);
    });

    it('moves the selected region and its ends', async () => {
      const audio = await setup({regions: REGIONS});
      audio.stage.focus();
      await press('Alt+.');
      expect(audio.state().selection).to.deep.equal(['a']);
      await press('Control+ArrowRight');
      const [start = 0, end = 0] = audio.spanOf('a');
      expect(end - start).to.be.closeTo(0.4, 0.001);
      expect(start).to.be.greaterThan(0.2);
      await press('Alt+ArrowRight');
      expect(audio.spanOf('a')[1]).to.be.greaterThan(end);
      await press('Alt+Shift+ArrowLeft');
      expect(audio.spanOf('a')[0]).to.be.lessThan(start);
    });

    it('puts the ends of the selected region where it plays', async () => {
      const audio = await setup({regions: REGIONS});
      await click(audio.at(1.8));
      audio.session.actions.selectRegion('a');
      await press(']');
      expect(audio.spanOf('a')).to.deep.equal([0.2, 1.8]);
    });

    it('goes to the ends and along', async () => {
      const audio = await setup();
      audio.stage.focus();
      await press('End');
      expect(audio.media.currentTime).to.be.closeTo(DURATION, 0.01);
      await press('Home', 'ArrowRight');
      expect(audio.media.currentTime).to.be.greaterThan(0);
      expect(audio.media.currentTime).to.be.lessThan(0.2);
    });

    it('deletes the selected region and can take that back', async () => {
      const audio = await setup({regions: REGIONS});
      audio.stage.focus();
      await press('Alt+.', 'Delete');
      expect(audio.ids()).to.deep.equal(['b']);
      audio.session.undo();
      expect(audio.results()).to.deep.equal(REGIONS.map(soundResult));
    });

    it('goes through the regions in the list', async () => {
      const audio = await setup({regions: REGIONS});
      audio.find('[role=listbox]').focus();
      await press('End');
      expect(audio.state().selection).to.deep.equal(['b']);
      expect(audio.media.currentTime).to.equal(1);
      await press('ArrowUp');
      expect(audio.state().selection).to.deep.equal(['a']);
    });
  });

  describe('player', () => {
    it('plays and stops with its button and with the space bar', async () => {
      const audio = await setup();
      await clickOn(byName(audio.root, 'Play'));
      await until(() => audio.media.currentTime > 0);
      await clickOn(byName(audio.root, 'Pause'));
      await until(() => audio.media.paused);
      audio.stage.focus();
      await press('Space');
      await until(() => !audio.media.paused);
      await press('Space');
      await until(() => audio.media.paused);
    });

    it('plays with the hotkey of the tag', async () => {
      const audio = await setup({xml: withAudio('hotkey="q"')});
      await click(audio.at(0.1));
      await press('q');
      await until(() => !audio.media.paused);
    });

    it('plays the selected region and stops at its end', async () => {
      const audio = await setup({regions: [{id: 'a', at: [0.4, 0.6]}]});
      await click(audio.at(0.5));
      await press('Shift+Enter');
      await until(() => !audio.media.paused);
      await until(() => audio.media.paused);
      expect(audio.media.currentTime).to.be.closeTo(0.6, 0.05);
    });

    it('sets speed and loudness', async () => {
      const audio = await setup();
      const rate = audio.find<HTMLSelectElement>('select');
      rate.value = '2';
      rate.dispatchEvent(new Event('change', {bubbles: true}));
      expect(audio.media.playbackRate).to.equal(2);
      await clickOn(byName(audio.root, 'Mute'));
      expect(audio.media.muted).to.equal(true);
      await clickOn(byName(audio.root, 'Unmute'));
      expect(audio.media.muted).to.equal(false);
    });

    it('answers plugins where it is and how fast it goes', async () => {
      const audio = await setup();
      const view = audio.session.annotation?.names.get('audio') as unknown as {
        _ws: Record<string, unknown>;
      };
      await click(audio.at(1));
      expect(view._ws.playing).to.equal(false);
      expect(view._ws.currentTime).to.be.closeTo(1, 0.01);
      expect(view._ws.rate).to.equal(1);
      expect(view._ws.duration).to.be.closeTo(DURATION, 0.01);
    });
  });

  describe('teardown', () => {
    it('closes its contexts, empties the element and gives addresses back', async () => {
      const watch = watchMedia();
      const audio = await setup();
      await clickOn(byName(audio.root, 'Play'));
      await until(() => audio.media.currentTime > 0);
      const {media} = audio;
      const view = audio.session.annotation?.names.get('audio');
      expect(watch.openAddresses()).to.equal(1);
      audio.close();
      expect(media.paused).to.equal(true);
      expect(media.hasAttribute('src')).to.equal(false);
      expect(view).not.to.have.property('_ws');
      await until(() => watch.openContexts() === 0);
      expect(watch.openAddresses()).to.equal(0);
      await nextFrame();
      await nextFrame();
      expect(watch.pendingFrames()).to.equal(0);
      watch.restore();
    });

    it('starts nothing when the display ends while the sound loads', async () => {
      const watch = watchMedia();
      const audio = await setup({waitsForSound: false});
      audio.close();
      await nextFrame();
      await until(() => watch.openContexts() === 0);
      expect(watch.openAddresses()).to.equal(0);
      expect(audio.errors).to.deep.equal([]);
      watch.restore();
    });
  });
});

function manyRegions(count: number): readonly SoundParts[] {
  return Array.from({length: count}, (_, index) => {
    const start = (index / count) * (DURATION - 0.1);
    return {id: `r${String(index)}`, at: [start, start + 0.05] as const};
  });
}

/** Counts what a surface must let go of. */
function watchMedia() {
  const {AudioContext: Original} = window;
  const {createObjectURL, revokeObjectURL} = URL;
  const frames = new Set<number>();
  const request = window.requestAnimationFrame;
  const cancel = window.cancelAnimationFrame;
  const contexts: AudioContext[] = [];
  const addresses = new Set<string>();
  window.AudioContext = class extends Original {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
    }
  };
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL.call(URL, blob);
    addresses.add(address);
    return address;
  };
  URL.revokeObjectURL = (address: string) => {
    addresses.delete(address);
    revokeObjectURL.call(URL, address);
  };
  window.requestAnimationFrame = (callback) => {
    const id = request.call(window, (time) => {
      frames.delete(id);
      callback(time);
    });
    frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.delete(id);
    cancel.call(window, id);
  };
  return {
    openContexts: () => contexts.filter(({state}) => state !== 'closed').length,
    openAddresses: () => addresses.size,
    pendingFrames: () => frames.size,
    restore: () => {
      window.AudioContext = Original;
      Object.assign(URL, {createObjectURL, revokeObjectURL});
      window.requestAnimationFrame = request;
      window.cancelAnimationFrame = cancel;
    },
  };
}
