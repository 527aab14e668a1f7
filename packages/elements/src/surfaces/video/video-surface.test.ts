import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {click, drag, press} from '../image/testing/drive-mouse.js';
import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, nextFrame} from '../testing/render-surface.js';

import {
  FRAMES,
  FRAMERATE,
  VIDEO_CONFIG,
  boxResult,
  keyFrame,
  rangeResult,
  renderVideo,
  videoShown,
} from './testing/render-video.js';
import type {RenderVideoOptions} from './testing/render-video.js';

const BOX = boxResult('a', [keyFrame(1), keyFrame(21, {x: 50})]);
const RANGE = rangeResult('r', 5, 10);
const REAL_VIDEOS = [
  ['opossum-snow.mp4', 1009],
  ['opossum.webm', 131],
] as const;

async function setup(options: RenderVideoOptions = {}) {
  await setViewport({width: 800, height: 1000});
  return renderVideo(options);
}

function byName(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`Nothing is called "${name}".`);
  return found;
}

describe('<Video>', () => {
  afterEach(closeSurfaces);

  describe('accessibility', () => {
    it('passes the automated checks at rest and with a region selected', async () => {
      const video = await setup({result: [BOX, RANGE]});
      await expect(video.root).to.be.accessible();
      video.session.actions.selectRegion('a');
      await nextFrame();
      await expect(video.root).to.be.accessible();
    });

    it('passes the automated checks when the video does not come', async () => {
      const video = await setup({
        data: {video: 'data:video/webm;base64,AAAA'},
        waitsForVideo: false,
      });
      await until(() => video.root.querySelector('[role=alert]') !== null);
      await expect(video.root).to.be.accessible();
    });

    it('lists the regions by label and frames', async () => {
      const video = await setup({result: [BOX, RANGE]});
      const names = video
        .findAll('[role=option]')
        .map(({textContent}) => textContent);
      expect(names).to.deep.equal([
        'Car, from frame 1',
        'Moving, frames 5 to 10',
      ]);
    });

    it('is a slider of frames that says where it is', async () => {
      const video = await setup();
      await video.goTo(12);
      expect(video.timeline.role).to.equal('slider');
      expect(video.timeline.ariaValueMax).to.equal(String(FRAMES));
      expect(video.timeline.ariaValueNow).to.equal('12');
      expect(video.timeline.ariaValueText).to.equal('Frame 12 of 30, 0:01.2');
    });
  });

  describe('DOM', () => {
    it('is there at once, says that it loads, and has no comments', async () => {
      const video = await setup({waitsForVideo: false});
      video.session.createAnnotation();
      const root = video.find('.lsf-object.lsf-video');
      expect(root.textContent).to.contain('Loading');
      await videoShown(root);
      const comments = document.createNodeIterator(
        root,
        NodeFilter.SHOW_COMMENT,
      );
      expect(comments.nextNode()).to.equal(null);
    });

    it('does not grow with the number of regions', async () => {
      const few = await setup({result: manyBoxes(20)});
      const count = few.root.querySelectorAll('*').length;
      few.close();
      const video = await setup({result: manyBoxes(1500)});
      expect(video.root.querySelectorAll('*').length).to.equal(count);
    });
  });

  describe('loading', () => {
    it('names the address that failed, reports it, and tries again', async () => {
      const address = 'data:video/webm;base64,AAAA';
      const video = await setup({
        data: {video: address},
        waitsForVideo: false,
      });
      await until(() => video.errors.length === 1);
      expect(video.errors).to.deep.equal(['elements/media-load']);
      expect(video.find('[role=alert]').textContent).to.contain(address);
      await clickOn(video.find('[role=alert] button'));
      await until(() => video.errors.length === 2);
    });

    const failures = [
      ['/nowhere.webm', 'answered 404'],
      ['/demo/index.html', 'text/html'],
      ['data:video/webm;base64,AAAA', 'cannot play its format'],
    ] as const;
    for (const [address, words] of failures) {
      it(`says why ${address} does not come, and keeps what was said`, async () => {
        const video = await setup({
          xml: VIDEO_CONFIG.replace(
            '</View>',
            '<TextArea name="note" toName="video"/></View>',
          ),
          data: {video: address},
          result: [BOX, RANGE],
          waitsForVideo: false,
        });
        const field = video.find<HTMLInputElement>('.lsf-text-area input');
        field.focus();
        await sendKeys({type: 'half a sent'});
        await until(() => video.errors.length === 1);
        const alert = video.find('.lsf-video [role=alert]');
        expect(alert.textContent).to.contain(words);
        expect(field.value).to.equal('half a sent');
        expect(document.activeElement).to.equal(field);
        expect(video.results()).to.deep.equal([BOX, RANGE]);
        await expect(video.root).to.be.accessible();
      });
    }

    it('loads the whole of a video whose server cannot send parts', async () => {
      const video = await setup({
        data: {video: '/demo/media/street.webm', fps: 25},
      });
      expect(video.handle.length).to.equal(300);
      await video.goTo(200);
      expect(video.media.currentTime).to.be.closeTo(8, 0.01);
      const {src} = video.media;
      expect(src).to.match(/^blob:/);
      video.close();
      const isThere = await fetch(src).then(
        () => true,
        () => false,
      );
      expect(isThere).to.equal(false);
    });

    it('plays real videos of two formats', async function () {
      for (const [name, frames] of REAL_VIDEOS) {
        const address = `/shared-data/media/${name}`;
        if (!(await fetch(address)).ok) this.skip();
        const video = await setup({data: {video: address, fps: 24}});
        expect(video.handle.length).to.equal(frames);
        await video.goTo(100);
        expect(video.media.videoWidth).to.be.greaterThan(100);
        video.close();
      }
    });

    it('says so when the task has no video', async () => {
      const video = await setup({data: {}, waitsForVideo: false});
      await until(() => video.root.textContent.includes('no video'));
    });

    it('does not ask for an address of another kind', async () => {
      const video = await setup({
        data: {video: 'javascript:alert(1)'},
        waitsForVideo: false,
      });
      await until(() => video.root.querySelector('[role=alert]') !== null);
      expect(video.root.textContent).to.contain('not safe');
    });

    it('takes the shape of the video, no higher than the config says', async () => {
      const video = await setup({
        xml: VIDEO_CONFIG.replace('<Video ', '<Video height="240" '),
      });
      expect(video.stage.clientHeight).to.be.closeTo(240, 1);
      expect(video.stage.clientWidth).to.be.closeTo(320, 1);
    });
  });

  describe('round trip', () => {
    it('goes out as it came in, labels in the box', async () => {
      const video = await setup({result: [BOX, RANGE]});
      expect(video.results()).to.deep.equal([BOX, RANGE]);
      const [region] = video.session.annotation?.regionStore.regions ?? [];
      expect(region?.labels).to.deep.equal(['Car']);
      expect(region?.type).to.equal('videorectangleregion');
    });

    it('changes the labels inside the box and leaves the rest', async () => {
      const video = await setup({result: [BOX]});
      video.session.actions.selectRegion('a');
      await clickOn(video.findAll('.lsf-label_clickable')[1]!);
      expect(video.results()).to.deep.equal([
        {...BOX, value: {...BOX.value, labels: ['Person']}},
      ]);
    });
  });

  describe('boxes by pointer', () => {
    it('draws a box on the frame, one entry with its label', async () => {
      const video = await setup();
      await video.goTo(5);
      video.session.actions.toggleLabel('label', 'Person');
      await drag(video.at(20, 20), video.at(60, 70));
      const [result] = video.results();
      expect(video.results()).to.have.length(1);
      expect(result).to.include({from_name: 'box', type: 'videorectangle'});
      const {sequence, ...value} = result?.value ?? {};
      expect(value).to.deep.equal({
        framesCount: FRAMES,
        duration: FRAMES / FRAMERATE,
        labels: ['Person'],
      });
      const [key] = sequence as readonly Record<string, number>[];
      expect(key).to.include({frame: 5, enabled: true, time: 0.5});
      expect(key?.x).to.be.closeTo(20, 1);
      expect(key?.height).to.be.closeTo(50, 1);
    });

    it('goes in a straight line between key frames', async () => {
      const video = await setup({result: [BOX]});
      await video.goTo(11);
      await click(video.at(40, 20));
      expect(video.state().selection).to.deep.equal(['a']);
      await click(video.at(15, 20));
      expect(video.state().selection).to.deep.equal([]);
    });

    it('moves a box and makes the frame a key frame, in one undo step', async () => {
      const video = await setup({result: [BOX]});
      await video.goTo(11);
      await click(video.at(40, 20));
      await drag(video.at(40, 20), video.at(40, 60));
      expect(video.keysOf('a').map(({frame}) => frame)).to.deep.equal([
        1, 11, 21,
      ]);
      const moved = video.keysOf('a')[1];
      expect(moved?.x).to.equal(30);
      expect(moved?.y).to.be.closeTo(50, 1);
      expect(moved?.time).to.equal(1.1);
      video.session.undo();
      expect(video.results()).to.deep.equal([BOX]);
    });

    it('resizes a box by its handles', async () => {
      const video = await setup({result: [BOX]});
      await click(video.at(20, 20));
      await drag(video.at(30, 30), video.at(50, 50));
      const [key] = video.keysOf('a');
      expect(key?.width).to.be.closeTo(40, 1);
      expect(key).to.include({x: 10, y: 10});
    });

    it('has no box where it is not on the frame', async () => {
      const gone = boxResult('a', [keyFrame(1), keyFrame(5, {enabled: false})]);
      const video = await setup({result: [gone]});
      await video.goTo(9);
      await click(video.at(20, 20));
      expect(video.state().selection).to.deep.equal([]);
    });

    it('shows a region that is selected elsewhere on its own frame', async () => {
      const later = boxResult('b', [keyFrame(20)]);
      const video = await setup({result: [BOX, later]});
      video.session.actions.selectRegion('b');
      await until(() => video.handle.currentFrame === 20);
    });

    it('draws without labels where there are none', async () => {
      const video = await setup({
        xml: `<View>
          <Video name="video" value="$video" frameRate="10"/>
          <VideoRectangle name="box" toName="video"/>
        </View>`,
      });
      await drag(video.at(20, 20), video.at(60, 70));
      expect(video.results()).to.have.length(1);
      expect(video.results()[0]?.value).not.to.have.property('labels');
    });
  });

  describe('boxes by keyboard', () => {
    it('draws with Enter and arrows, moves, resizes and deletes', async () => {
      const video = await setup();
      video.session.actions.toggleLabel('label', 'Car');
      video.stage.focus();
      await press('Enter', 'Enter');
      await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Enter');
      const [id = ''] = video.ids();
      expect(video.state().selection).to.deep.equal([id]);
      const [before] = video.keysOf(id);
      await press('ArrowRight', 'Alt+ArrowRight');
      const [after] = video.keysOf(id);
      expect(after?.x).to.be.greaterThan(before?.x ?? 100);
      expect(after?.width).to.be.greaterThan(before?.width ?? 100);
      await press('Delete');
      expect(video.ids()).to.deep.equal([]);
    });

    it('makes key frames, takes them out, and ends the box', async () => {
      const video = await setup({result: [BOX]});
      video.session.actions.selectRegion('a');
      await video.goTo(11);
      video.stage.focus();
      const frames = (): readonly number[] =>
        video.keysOf('a').map(({frame}) => frame);
      await press('Shift+K');
      expect(frames()).to.deep.equal([1, 11, 21]);
      expect(video.keysOf('a')[1]).to.include({x: 30, enabled: true});
      await press('Shift+K');
      expect(frames()).to.deep.equal([1, 21]);
      await press('Shift+L');
      expect(video.keysOf('a')[1]).to.include({frame: 11, enabled: false});
      await press('Shift+L');
      expect(video.keysOf('a')[1]).to.include({frame: 11, enabled: true});
    });

    it('goes through the regions and through their key frames', async () => {
      const video = await setup({result: [BOX, RANGE]});
      video.stage.focus();
      await press('Alt+.');
      expect(video.state().selection).to.deep.equal(['a']);
      await press('>');
      await until(() => video.handle.currentFrame === 21);
      await press('<');
      await until(() => video.handle.currentFrame === 1);
      await press('Alt+.');
      expect(video.state().selection).to.deep.equal(['r']);
    });

    it('does the same with buttons', async () => {
      const video = await setup({result: [BOX]});
      video.session.actions.selectRegion('a');
      await nextFrame();
      await clickOn(byName(video.root, 'Next key frame'));
      await until(() => video.handle.currentFrame === 21);
      await clickOn(byName(video.root, 'One frame back'));
      await until(() => video.handle.currentFrame === 20);
      await clickOn(byName(video.root, 'Add a key frame here'));
      expect(video.keysOf('a')).to.have.length(3);
      await clickOn(byName(video.root, 'End the box after this frame'));
      expect(video.keysOf('a')[1]).to.include({enabled: false});
    });
  });

  describe('frames', () => {
    it('steps by keys, by the field, and to both ends', async () => {
      const video = await setup();
      video.stage.focus();
      await press('.');
      await until(() => video.handle.currentFrame === 2);
      await press('ArrowRight');
      await until(() => video.handle.currentFrame === 3);
      await press('Shift+ArrowRight');
      await until(() => video.handle.currentFrame === 13);
      await press(',');
      await until(() => video.handle.currentFrame === 12);
      await press('End');
      await until(() => video.handle.currentFrame === FRAMES);
      const field = video.find<HTMLInputElement>('input[aria-label="Frame"]');
      field.focus();
      field.select();
      await press('7', 'Enter');
      await until(() => video.handle.currentFrame === 7);
      expect(field.value).to.equal('7');
    });

    it('goes where the timeline is pressed, and along with the pointer', async () => {
      const video = await setup();
      await click(video.atFrame(9, -1));
      await until(() => video.handle.currentFrame === 9);
      await drag(video.atFrame(9, -1), video.atFrame(15, -1));
      await until(() => video.handle.currentFrame === 15);
    });

    it('selects a region by its row, and goes to a key frame', async () => {
      const video = await setup({result: [BOX, RANGE]});
      await click(video.atFrame(21, 0));
      expect(video.state().selection).to.deep.equal(['a']);
      await until(() => video.handle.currentFrame === 21);
    });
  });

  describe('timeline labels', () => {
    it('labels frames by a drag', async () => {
      const video = await setup();
      video.session.actions.toggleLabel('when', 'Still');
      await drag(video.atFrame(4, 0), video.atFrame(12, 0));
      expect(video.results()).to.have.length(1);
      expect(video.results()[0]).to.deep.include({
        from_name: 'when',
        type: 'timelinelabels',
        value: {ranges: [{start: 4, end: 12}], timelinelabels: ['Still']},
      });
      const [region] = video.session.annotation?.regionStore.regions ?? [];
      expect(region?.type).to.equal('timelineregion');
    });

    it('moves and resizes them by the row', async () => {
      const video = await setup({result: [RANGE]});
      await drag(video.atFrame(7, 0), video.atFrame(17, 0));
      expect(video.results()[0]?.value?.ranges).to.deep.equal([
        {start: 15, end: 20},
      ]);
      const edge = {
        x: (video.atFrame(20, 0).x + video.atFrame(21, 0).x) / 2,
        y: video.atFrame(20, 0).y,
      };
      await drag(edge, video.atFrame(25, 0));
      expect(video.results()[0]?.value?.ranges).to.deep.equal([
        {start: 15, end: 25},
      ]);
    });

    it('labels, moves, resizes and deletes frames by keyboard', async () => {
      const video = await setup();
      video.session.actions.toggleLabel('when', 'Moving');
      video.timeline.focus();
      const ranges = (): unknown => video.results()[0]?.value?.ranges;
      await press('ArrowRight');
      await until(() => video.handle.currentFrame === 2);
      await press('Enter');
      for (const frame of [3, 4, 5]) {
        await press('ArrowRight');
        await until(() => video.handle.currentFrame === frame);
      }
      await press('Enter');
      expect(ranges()).to.deep.equal([{start: 2, end: 5}]);
      await press('Control+ArrowRight');
      expect(ranges()).to.deep.equal([{start: 3, end: 6}]);
      await press('Alt+ArrowRight');
      expect(ranges()).to.deep.equal([{start: 3, end: 7}]);
      await press('Delete');
      expect(video.results()).to.deep.equal([]);
    });

    it('makes a region of chosen frames as soon as they get a label', async () => {
      const video = await setup();
      video.timeline.focus();
      await press('Shift+ArrowRight');
      await until(() => video.handle.currentFrame === 2);
      await press('Shift+ArrowRight');
      await until(() => video.handle.currentFrame === 3);
      video.session.actions.toggleLabel('when', 'Moving');
      expect(video.results()[0]?.value?.ranges).to.deep.equal([
        {start: 1, end: 3},
      ]);
    });

    it('keeps what people may not change', async () => {
      const video = await setup({result: [RANGE]});
      video.session.actions.setLocked('r', true);
      await drag(video.atFrame(7, 0), video.atFrame(17, 0));
      expect(video.results()).to.deep.equal([RANGE]);
    });
  });

  describe('player', () => {
    it('plays and stops, and boxes go along', async () => {
      const video = await setup({result: [BOX]});
      await clickOn(byName(video.root, 'Play'));
      await until(() => video.handle.currentFrame > 2);
      expect(video.handle.playing).to.equal(true);
      video.stage.focus();
      await press('Space');
      await until(() => !video.handle.playing);
      expect(video.timeline.ariaValueNow).to.equal(
        String(video.handle.currentFrame),
      );
    });

    it('has its controls in the order of time on pages from right to left', async () => {
      const video = await setup();
      document.documentElement.dir = 'rtl';
      const places = ['One frame back', 'Play', 'One frame forward'].map(
        (name) => byName(video.root, name).getBoundingClientRect().left,
      );
      document.documentElement.removeAttribute('dir');
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    });

    it('offers no speed below the least of the config', async () => {
      const video = await setup({
        xml: VIDEO_CONFIG.replace(
          '<Video ',
          '<Video minPlaybackSpeed="0.75" defaultPlaybackSpeed="1.5" ',
        ),
      });
      const select = video.find<HTMLSelectElement>('select');
      expect(select.options[0]?.value).to.equal('0.75');
      expect(video.media.playbackRate).to.equal(1.5);
    });
  });

  describe('live view', () => {
    function viewOf(video: Awaited<ReturnType<typeof setup>>) {
      return video.session.annotation?.names.get('video') as unknown as {
        framerate: string;
        speed: number;
        frame: number;
        length: number;
        currentFrame: number;
        setFrame(frame: number): void;
        ref: {current: unknown};
        syncHandlers: Map<string, unknown>;
        syncManager: unknown;
      };
    }

    it('answers what plugins ask, the frame rate of the task as text', async () => {
      const video = await setup();
      const view = viewOf(video);
      expect(view.framerate).to.equal('10');
      expect(view.length).to.equal(FRAMES);
      view.setFrame(8);
      await until(() => view.frame === 8);
      expect(view.currentFrame).to.equal(8);
      view.speed = 2;
      expect(video.media.playbackRate).to.equal(2);
      expect([...view.syncHandlers.keys()]).to.have.members([
        'play',
        'pause',
        'seek',
        'speed',
      ]);
      expect(view.syncManager).to.equal(null);
    });

    it('has a player to command', async () => {
      const video = await setup();
      const {handle} = video;
      expect(handle.duration).to.equal(FRAMES / FRAMERATE);
      handle.seek(1.55);
      await until(() => handle.currentFrame === 15);
      expect(handle.frameSteppedTime(0.42)).to.equal(0.4);
      handle.volume = 0.25;
      expect(video.media.volume).to.equal(0.25);
      expect(handle.videoDimensions).to.include({width: 160, height: 120});
      expect(handle.zoom).to.be.closeTo(handle.videoDimensions.ratio, 1e-6);
      expect(handle.width / handle.height).to.be.closeTo(160 / 120, 0.01);
      handle.setZoom(10);
      expect(handle.zoom).to.be.closeTo(10, 1e-6);
      expect(handle.pan.x).to.be.closeTo(0, 1e-6);
      handle.setPan(20, -30);
      expect(handle.pan).to.deep.equal({x: 20, y: -30});
      expect(handle.adjustPan(1e6, 0).x).to.be.closeTo(
        (1600 - handle.width) / 2,
        1,
      );
      handle.play();
      await until(() => handle.playing);
      handle.pause();
      expect(handle.playing).to.equal(false);
    });
  });

  describe('teardown', () => {
    it('empties the element and lets go of everything', async () => {
      const frames = countFrames();
      const video = await setup({result: [BOX]});
      await clickOn(byName(video.root, 'Play'));
      await until(() => video.handle.currentFrame > 1);
      const {media} = video;
      const view = video.session.annotation?.names.get('video') as unknown as {
        ref: {current: unknown};
        frame: number;
      };
      video.close();
      expect(media.paused).to.equal(true);
      expect(media.hasAttribute('src')).to.equal(false);
      expect(view.ref.current).to.equal(null);
      expect(view.frame).to.equal(1);
      await nextFrame();
      await nextFrame();
      expect(frames.pending()).to.equal(0);
      frames.restore();
    });
  });
});

function manyBoxes(count: number) {
  return Array.from({length: count}, (_, index) =>
    boxResult(`b${String(index)}`, [keyFrame((index % FRAMES) + 1)]),
  );
}

/** Counts animation frames that are asked for and have not come. */
function countFrames() {
  const open = new Set<number>();
  const request = window.requestAnimationFrame;
  const cancel = window.cancelAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    const id = request.call(window, (time) => {
      open.delete(id);
      callback(time);
    });
    open.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    open.delete(id);
    cancel.call(window, id);
  };
  return {
    pending: () => open.size,
    restore: () => {
      window.requestAnimationFrame = request;
      window.cancelAnimationFrame = cancel;
    },
  };
}
