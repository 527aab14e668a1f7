import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {nextFrame} from '../testing/render-surface.js';

import {click, drag} from './testing/drive-mouse.js';
import {
  boxResult,
  pictureAddress,
  pictureShown,
  renderImage,
} from './testing/render-image.js';
import type {
  RenderImageOptions,
  RenderedImage,
} from './testing/render-image.js';

const LIST_CONFIG = `
<View>
  <Image name="image" valueList="$images" width="600"/>
  <RectangleLabels name="box" toName="image">
    <Label value="Car" background="#ff0000"/>
  </RectangleLabels>
</View>`;

const BROKEN_PICTURE = 'data:image/png;base64,AAAA';

const BOXES = [
  {id: 'a', at: [10, 10, 20, 20]},
  {id: 'b', at: [50, 50, 20.123456789, 20], rotation: 33, label: 'Person'},
] as const;

function withImage(attributes: string): string {
  return `<View>
    <Image name="image" value="$image" ${attributes}/>
    <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
  </View>`;
}

async function setup(options: RenderImageOptions = {}) {
  await setViewport({width: 900, height: 800});
  return renderImage(options);
}

function byName(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`Nothing is called "${name}".`);
  return found;
}

describe('<Image>', () => {
  describe('accessibility', () => {
    it('passes the automated checks at rest and with a region selected', async () => {
      const image = await setup({boxes: BOXES});
      await expect(image.root).to.be.accessible();
      image.session.actions.selectRegion('a');
      await nextFrame();
      await expect(image.root).to.be.accessible();
      image.close();
    });

    it('passes the automated checks while it loads nothing', async () => {
      const image = await setup({
        data: {image: BROKEN_PICTURE},
        waitsForPicture: false,
      });
      await expect(image.root).to.be.accessible();
      image.close();
    });

    it('lists the regions by name and place', async () => {
      const image = await setup({boxes: BOXES});
      const names = image
        .findAll('[role=option]')
        .map(({textContent}) => textContent);
      expect(names).to.deep.equal([
        'Car, 10% from left, 10% from top, 20% wide, 20% high',
        'Person, 50% from left, 50% from top, 20% wide, 20% high, turned 33°',
      ]);
      image.close();
    });

    it('points the list at the selected region', async () => {
      const image = await setup({boxes: BOXES});
      image.session.actions.selectRegion('b');
      await nextFrame();
      const list = image.find('[role=listbox]');
      const active = list.getAttribute('aria-activedescendant') ?? '';
      const option = document.getElementById(active);
      expect(option?.textContent).to.match(/^Person/);
      expect(option?.getAttribute('aria-selected')).to.equal('true');
      expect(option?.getAttribute('aria-posinset')).to.equal('2');
      expect(option?.getAttribute('aria-setsize')).to.equal('2');
      image.close();
    });
  });

  describe('DOM', () => {
    it('leaves no comment and has the classes that plugins look for', async () => {
      const image = await setup({boxes: BOXES});
      expect(image.root.className).to.equal('lsf-object lsf-image');
      const comments = document.createNodeIterator(
        image.root,
        NodeFilter.SHOW_COMMENT,
      );
      expect(comments.nextNode()).to.equal(null);
      image.close();
    });

    it('has pages for several pictures alone', async () => {
      const image = await setup();
      expect(image.root.querySelector('.lsf-pagination')).to.equal(null);
      image.close();
    });

    it('goes on when a plugin empties it', async () => {
      const image = await setup({boxes: BOXES});
      image.root.replaceChildren();
      image.session.actions.selectRegion('a');
      await nextFrame();
      expect(image.errors).to.deep.equal([]);
      expect(image.results()).to.deep.equal(BOXES.map(boxResult));
      image.close();
    });
  });

  describe('loading', () => {
    it('takes the shape of the picture', async () => {
      const image = await setup({
        data: {image: pictureAddress(300, 100)},
      });
      const {width, height} = image.stage.getBoundingClientRect();
      expect(width).to.equal(600);
      expect(height).to.equal(200);
      image.close();
    });

    it('says that it loads, and stops saying so', async () => {
      const image = await setup();
      showInstead(image, pictureAddress(100, 100));
      const status = image.find('.lsf-image [role=status]');
      expect(status.textContent).to.contain('Loading');
      await pictureShown(image.stage);
      expect(image.root.textContent).not.to.contain('Loading');
      image.close();
    });

    it('names the address that failed, and tries again on request', async () => {
      const address = BROKEN_PICTURE;
      const image = await setup({
        data: {image: address},
        waitsForPicture: false,
      });
      await until(() => image.root.querySelector('[role=alert]') !== null);
      const alert = image.find('.lsf-image [role=alert]');
      expect(alert.textContent).to.contain('could not be loaded');
      expect(alert.textContent).to.contain(address);
      const picture = image.find<HTMLImageElement>('.lsf-image img');
      const loads: string[] = [];
      picture.addEventListener('error', () => loads.push('failed'));
      const retry = image.find('.lsf-image [role=alert] button');
      const {x, y, width, height} = retry.getBoundingClientRect();
      await click({x: x + width / 2, y: y + height / 2});
      await until(() => loads.length > 0);
      expect(image.find('.lsf-image [role=alert]').textContent).to.contain(
        address,
      );
      image.close();
    });

    it('does not ask for an address of another kind', async () => {
      const image = await setup({
        data: {image: 'javascript:alert(1)'},
        waitsForPicture: false,
      });
      const picture = image.find<HTMLImageElement>('.lsf-image img');
      expect(picture.hasAttribute('src')).to.equal(false);
      expect(image.find('.lsf-image [role=alert]').textContent).to.contain(
        'javascript:alert(1)',
      );
      image.close();
    });

    it('says so when the task has no picture', async () => {
      const image = await setup({data: {}, waitsForPicture: false});
      expect(image.root.textContent).to.contain('no image');
      image.close();
    });

    it('shows what replaces the value of the task', async () => {
      const image = await setup();
      const {stage} = image;
      showInstead(image, pictureAddress(100, 100));
      await pictureShown(stage);
      const {width, height} = stage.getBoundingClientRect();
      expect(width).to.be.closeTo(height, 1);
      image.close();
    });
  });

  describe('attributes', () => {
    it('leaves out what the config does not want', async () => {
      const image = await setup({xml: withImage('zoomControl="false"')});
      expect(image.root.querySelector('[aria-label="Zoom in"]')).to.equal(null);
      expect(image.root.querySelector('input[type=range]')).to.equal(null);
      expect(
        image.root.querySelector('[aria-label="Rotate the image left"]'),
      ).to.equal(null);
      image.close();
    });

    it('has sliders that change the picture alone', async () => {
      const image = await setup({
        xml: withImage('brightnessControl="true" contrastControl="true"'),
        boxes: BOXES.slice(0, 1),
      });
      const [brightness, contrast] =
        image.findAll<HTMLInputElement>('input[type=range]');
      brightness!.value = '150';
      brightness!.dispatchEvent(new Event('input', {bubbles: true}));
      contrast!.value = '50';
      contrast!.dispatchEvent(new Event('input', {bubbles: true}));
      expect(image.find('.lsf-image img').style.filter).to.equal(
        'brightness(150%) contrast(50%)',
      );
      expect(image.results()).to.deep.equal([boxResult(BOXES[0])]);
      image.close();
    });

    it('asks for the picture as crossOrigin says', async () => {
      const image = await setup({xml: withImage('crossOrigin="anonymous"')});
      expect(
        image.find<HTMLImageElement>('.lsf-image img').crossOrigin,
      ).to.equal('anonymous');
      image.close();
    });

    it('starts at the natural size for defaultZoom original', async () => {
      const image = await setup({
        xml: withImage('width="600" defaultZoom="original"'),
        data: {image: pictureAddress(1200, 800)},
      });
      expect(image.find('.lsf-image__zoom-level').textContent).to.equal('100%');
      image.close();
    });

    it('lays a grid over the picture', async () => {
      const image = await setup({xml: withImage('grid="true" gridSize="50"')});
      const grid = image.find('.lsf-image__grid');
      expect(getComputedStyle(grid).backgroundSize).to.contain('50px');
      image.close();
    });
  });

  describe('results', () => {
    it('go out as they came in when nobody touched them', async () => {
      const image = await setup({boxes: BOXES});
      image.session.actions.selectRegion('b');
      byName(image.root, 'Zoom in').click();
      await nextFrame();
      expect(image.results()).to.deep.equal(BOXES.map(boxResult));
      image.close();
    });

    it('tell the size of the picture for regions that plugins make', async () => {
      const image = await setup();
      const {actions, store} = image.session;
      actions.createResult(
        {x: 1, y: 2, width: 3, height: 4},
        {rectanglelabels: ['Car']},
        'box',
        'image',
      );
      const [result] = image.results();
      expect(result?.original_width).to.equal(600);
      expect(result?.original_height).to.equal(400);
      const history = store.history(image.state().id);
      history.undo();
      expect(image.results()).to.deep.equal([]);
      history.redo();
      expect(image.results()[0]?.original_width).to.equal(600);
      image.close();
    });

    it('keep what is not a rectangle', async () => {
      const polygon = {
        ...boxResult(BOXES[0]),
        value: {
          points: [
            [1, 2],
            [3, 4],
            [5, 1],
          ],
          rectanglelabels: ['Car'],
        },
      };
      const image = await setup({
        task: {
          id: 1,
          data: {image: pictureAddress()},
          annotations: [{id: 7, result: [polygon]}],
        },
      });
      expect(image.results()).to.deep.equal([polygon]);
      image.close();
    });
  });

  describe('several pictures', () => {
    async function setupList(options: RenderImageOptions = {}) {
      return setup({
        xml: LIST_CONFIG,
        data: {
          images: [pictureAddress(), pictureAddress(400, 400, '#00ff00')],
        },
        boxes: [
          {id: 'a', at: [10, 10, 20, 20], result: {item_index: 0}},
          {id: 'b', at: [50, 50, 20, 20], result: {item_index: 1}},
        ],
        ...options,
      });
    }

    it('shows the regions of the picture on display', async () => {
      const image = await setupList();
      const names = () =>
        image.findAll('[role=option]').map(({id}) => id.slice(-1));
      expect(image.find('.lsf-pagination').textContent).to.equal('1 of 2');
      expect(names()).to.deep.equal(['a']);
      byName(image.root, 'Next image').click();
      await pictureShown(image.stage);
      expect(image.find('.lsf-pagination').textContent).to.equal('2 of 2');
      expect(names()).to.deep.equal(['b']);
      image.close();
    });

    it('goes to the picture of a region that is selected elsewhere', async () => {
      const image = await setupList();
      image.session.actions.selectRegion('b');
      await pictureShown(image.stage);
      expect(image.find('.lsf-pagination').textContent).to.equal('2 of 2');
      image.close();
    });

    it('tells of a new region which picture it is on', async () => {
      const image = await setupList();
      byName(image.root, 'Next image').click();
      await pictureShown(image.stage);
      image.session.actions.toggleLabel('box', 'Car');
      await drag(image.pointAt(10, 10), image.pointAt(30, 30));
      const result = image.results().at(-1);
      expect(result?.item_index).to.equal(1);
      expect(result?.original_width).to.equal(400);
      image.close();
    });

    it('has no way before the first and after the last', async () => {
      const image = await setupList();
      const button = (name: string) =>
        byName(image.root, name) as HTMLButtonElement;
      expect(button('Previous image').disabled).to.equal(true);
      button('Next image').click();
      expect(button('Next image').disabled).to.equal(true);
      image.close();
    });
  });

  describe('painting', () => {
    it('follows what happens to regions elsewhere', async () => {
      const image = await setup({boxes: BOXES});
      const {actions, store} = image.session;
      expect(image.colorAt(20, 20)[0]).not.to.equal('');
      actions.setHidden('a', true);
      await nextFrame();
      expect(image.colorAt(20, 20)[0]).to.equal('');
      actions.setHidden('a', false);
      actions.setGeometry('a', {x: 70});
      await nextFrame();
      expect(image.colorAt(20, 20)[0]).to.equal('');
      expect(image.colorAt(80, 20)[0]).not.to.equal('');
      actions.deleteRegion('a');
      await nextFrame();
      expect(image.colorAt(80, 20)[0]).to.equal('');
      store.history(image.state().id).undo();
      await nextFrame();
      expect(image.colorAt(80, 20)[0]).not.to.equal('');
      image.close();
    });

    it('lifts what is selected and puts it back', async () => {
      const image = await setup({boxes: BOXES});
      image.session.actions.selectRegion('a');
      await nextFrame();
      const [resting, live] = image.colorAt(20, 20);
      expect(resting).to.equal('');
      expect(live).not.to.equal('');
      image.session.actions.unselectAll();
      await nextFrame();
      expect(image.colorAt(20, 20)[0]).not.to.equal('');
      expect(image.colorAt(20, 20)[1]).to.equal('');
      image.close();
    });

    it('paints a part exactly as it paints the whole', async () => {
      const image = await setup({
        boxes: [
          {id: 'a', at: [10, 10, 40, 40]},
          {id: 'b', at: [30, 30, 40, 40], label: 'Person', rotation: 20},
          {id: 'c', at: [20, 40, 50, 20]},
        ],
      });
      const {actions} = image.session;
      const pixels = () => {
        const canvas = image.find<HTMLCanvasElement>('canvas');
        const {width, height} = canvas;
        const data = canvas.getContext('2d')!.getImageData(0, 0, width, height);
        return data.data.join();
      };
      const before = pixels();
      actions.selectRegion('b');
      await nextFrame();
      expect(pixels() === before).to.equal(false);
      actions.unselectAll();
      await nextFrame();
      expect(pixels() === before).to.equal(true);
      image.close();
    });

    it('writes labels beside regions when the settings say so', async () => {
      for (const showLabels of [false, true]) {
        const image = await setup({
          boxes: BOXES.slice(0, 1),
          session: {settings: {showLabels}},
        });
        expect(image.colorAt(11, 8)[0] !== '').to.equal(showLabels);
        image.session.actions.setHidden('a', true);
        await nextFrame();
        expect(image.colorAt(11, 8)[0]).to.equal('');
        image.close();
      }
    });

    it('has the color of the label', async () => {
      const image = await setup({boxes: BOXES.slice(0, 1)});
      const [red, green, blue] = image
        .colorAt(20, 20)[0]
        .split(' ')
        .map(Number);
      expect(red).to.be.above(200);
      expect(green).to.be.below(20);
      expect(blue).to.be.below(20);
      image.close();
    });
  });

  describe('teardown', () => {
    it('leaves no frame, listener or observer', async () => {
      const watch = watchRegistrations();
      const image = await setup({boxes: BOXES});
      image.session.actions.selectRegion('a');
      expect(watch.open().length).to.be.above(0);
      image.close();
      expect(watch.open()).to.deep.equal([]);
      watch.restore();
    });

    it('asks for no frame afterwards', async () => {
      const image = await setup({boxes: BOXES});
      const {stage} = image;
      image.close();
      const watch = watchRegistrations();
      stage.dispatchEvent(new PointerEvent('pointermove', {bubbles: true}));
      stage.dispatchEvent(new KeyboardEvent('keydown', {key: '+'}));
      expect(watch.open()).to.deep.equal([]);
      watch.restore();
    });
  });
});

function showInstead({session, state}: RenderedImage, address: string): void {
  session.store.updateAnnotation(state().id, (draft) => {
    draft.session.remoteValues.image = address;
  });
}

/** Keeps account of frames, observers, and listeners beside the surface. */
function watchRegistrations() {
  const open = new Map<unknown, string>();
  const {requestAnimationFrame: request, cancelAnimationFrame: cancel} = window;
  const {observe, disconnect} = ResizeObserver.prototype;
  const {addEventListener: add, removeEventListener: remove} =
    EventTarget.prototype;
  const keys = new Map<string, object>();
  const keyOf = (target: EventTarget, type: string, listener: unknown) => {
    const name = `${String(idOf(target))}/${type}/${String(idOf(listener))}`;
    if (!keys.has(name)) keys.set(name, {});
    return keys.get(name);
  };
  const ids = new WeakMap<object, number>();
  const idOf = (thing: unknown) => {
    const key = thing as object;
    if (!ids.has(key)) ids.set(key, Math.random());
    return ids.get(key);
  };
  window.requestAnimationFrame = (work) => {
    const id = request.call(window, (time) => {
      open.delete(id);
      work(time);
    });
    const isOurs = String(new Error().stack).includes('/surfaces/image/');
    if (isOurs) open.set(id, 'frame');
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    open.delete(id);
    cancel.call(window, id);
  };
  ResizeObserver.prototype.observe = function (target) {
    open.set(this, 'observer');
    observe.call(this, target);
  };
  ResizeObserver.prototype.disconnect = function () {
    open.delete(this);
    disconnect.call(this);
  };
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    ...parameters: Parameters<typeof add>
  ) {
    const [type, listener] = parameters;
    const stack = String(new Error().stack);
    const isButton =
      this instanceof HTMLElement && !/stage|list/.test(this.className);
    if (stack.includes('/surfaces/image/image-') && !isButton) {
      open.set(keyOf(this, type, listener), `listener ${type}`);
    }
    add.apply(this, parameters);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget,
    ...parameters: Parameters<typeof remove>
  ) {
    open.delete(keyOf(this, parameters[0], parameters[1]));
    remove.apply(this, parameters);
  };
  return {
    open: () => [...open.values()],
    restore: () => {
      window.requestAnimationFrame = request;
      window.cancelAnimationFrame = cancel;
      Object.assign(ResizeObserver.prototype, {observe, disconnect});
      EventTarget.prototype.addEventListener = add;
      EventTarget.prototype.removeEventListener = remove;
    },
  };
}
