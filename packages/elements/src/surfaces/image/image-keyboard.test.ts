import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import {click, press} from './testing/drive-mouse.js';
import {boxResult, renderImage} from './testing/render-image.js';
import type {BoxParts, RenderImageOptions} from './testing/render-image.js';

const A: BoxParts = {id: 'a', at: [20, 20, 20, 20]};
const B: BoxParts = {id: 'b', at: [60, 60, 20, 20], label: 'Person'};
/** One pixel of a picture of 600 by 400, percent. */
const PIXEL_X = 100 / 600;
const PIXEL_Y = 100 / 400;

async function setup(options: RenderImageOptions = {}) {
  await setViewport({width: 900, height: 800});
  const image = await renderImage(options);
  image.stage.focus();
  return Object.assign(image, {
    select: (...ids: string[]) => {
      image.session.actions.selectRegions(ids);
    },
    choose: (label: string) => {
      image.session.actions.toggleLabel('box', label);
    },
    said: () => image.find('.lsf-editor > [role=status]').textContent,
    history: () => image.session.store.history(image.state().id),
  });
}

describe('keys on <Image>', () => {
  it('is a tab stop with a name and a description of its keys', async () => {
    const image = await setup();
    expect(document.activeElement).to.equal(image.stage);
    expect(image.stage.getAttribute('role')).to.equal('application');
    expect(image.stage.getAttribute('aria-label')).to.equal('Image image');
    const hint = image.stage.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(hint)?.textContent).to.contain('Enter');
    image.close();
  });

  describe('moving', () => {
    it('goes by one pixel, by ten with shift', async () => {
      const image = await setup({boxes: [A]});
      image.select('a');
      await press('ArrowRight', 'ArrowDown', 'Shift+ArrowRight');
      expect(image.geometryOf('a').x).to.be.closeTo(20 + 11 * PIXEL_X, 1e-9);
      expect(image.geometryOf('a').y).to.be.closeTo(20 + PIXEL_Y, 1e-9);
      await press('ArrowLeft', 'ArrowUp');
      expect(image.geometryOf('a').x).to.be.closeTo(20 + 10 * PIXEL_X, 1e-9);
      expect(image.geometryOf('a').y).to.be.closeTo(20, 1e-9);
      image.close();
    });

    it('is one undo step while a key is held, another for another press', async () => {
      const image = await setup({boxes: [A]});
      image.select('a');
      await sendKeys({down: 'ArrowRight'});
      await sendKeys({down: 'ArrowRight'});
      await sendKeys({down: 'ArrowRight'});
      await sendKeys({up: 'ArrowRight'});
      expect(image.geometryOf('a').x).to.be.closeTo(20 + 3 * PIXEL_X, 1e-9);
      expect(image.history().length).to.equal(1);
      await press('ArrowRight');
      expect(image.history().length).to.equal(2);
      image.history().undo();
      image.history().undo();
      expect(image.results()).to.deep.equal([boxResult(A)]);
      image.close();
    });

    it('stays inside of the picture', async () => {
      const image = await setup({boxes: [{id: 'a', at: [0, 0, 20, 20]}]});
      image.select('a');
      await press('ArrowLeft', 'Shift+ArrowUp');
      expect(image.results()).to.deep.equal([
        boxResult({id: 'a', at: [0, 0, 20, 20]}),
      ]);
      image.close();
    });

    it('moves the whole selection', async () => {
      const image = await setup({boxes: [A, B]});
      image.select('a', 'b');
      await press('Shift+ArrowLeft');
      expect(image.geometryOf('a').x).to.be.closeTo(20 - 10 * PIXEL_X, 1e-9);
      expect(image.geometryOf('b').x).to.be.closeTo(60 - 10 * PIXEL_X, 1e-9);
      image.close();
    });

    it('says where the region is now', async () => {
      const image = await setup({boxes: [A]});
      image.select('a');
      await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
      expect(image.said()).to.contain('Car, 25% from left');
      image.close();
    });

    it('says so when the region cannot be changed', async () => {
      const image = await setup({boxes: [A]});
      image.session.actions.setLocked('a', true);
      image.select('a');
      await press('ArrowRight', 'Alt+ArrowRight', ']', 'Delete');
      expect(image.results()).to.deep.equal([boxResult(A)]);
      expect(image.said()).to.contain('cannot be changed');
      image.close();
    });
  });

  describe('resizing', () => {
    it('moves the far corner with alt and the arrows', async () => {
      const image = await setup({boxes: [A]});
      image.select('a');
      await press('Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowDown');
      const {x, y, width, height} = image.geometryOf('a');
      expect([x, y]).to.deep.equal([20, 20]);
      expect(width).to.be.closeTo(20 + 2 * PIXEL_X, 1e-9);
      expect(height).to.be.closeTo(20 + PIXEL_Y, 1e-9);
      await press('Alt+Shift+ArrowLeft');
      expect(image.geometryOf('a').width).to.be.closeTo(20 - 8 * PIXEL_X, 1e-9);
      image.close();
    });

    it('never turns a region inside out', async () => {
      const image = await setup({
        boxes: [{id: 'a', at: [20, 20, 3 * PIXEL_X, 10]}],
      });
      image.select('a');
      await press('Alt+Shift+ArrowLeft');
      expect(image.geometryOf('a').x).to.equal(20);
      expect(image.geometryOf('a').width).to.be.above(0);
      image.close();
    });
  });

  describe('turning', () => {
    it('goes by one degree with brackets, by 15 with shift', async () => {
      const image = await setup({boxes: [{id: 'a', at: [40, 40, 20, 20]}]});
      image.select('a');
      await press(']', ']', '[', '}');
      expect(image.geometryOf('a').rotation).to.be.closeTo(16, 1e-9);
      await press('{', '[', '[');
      expect(image.geometryOf('a').rotation).to.be.closeTo(359, 1e-9);
      image.close();
    });
  });

  describe('drawing', () => {
    it('draws from corner to corner', async () => {
      const image = await setup();
      image.choose('Car');
      await press('Enter');
      expect(image.said()).to.contain('cross hair');
      await press('Shift+ArrowLeft', 'Shift+ArrowUp', 'Enter');
      expect(image.said()).to.contain('Corner set');
      await press('Shift+ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Enter');
      const [result] = image.results();
      expect(result?.value?.rectanglelabels).to.deep.equal(['Car']);
      const shape = image.geometryOf(result?.id ?? '');
      expect(shape.x).to.be.closeTo(50 - 10 * PIXEL_X, 1e-9);
      expect(shape.y).to.be.closeTo(50 - 10 * PIXEL_Y, 1e-9);
      expect(shape.width).to.be.closeTo(11 * PIXEL_X, 1e-9);
      expect(shape.height).to.be.closeTo(10 * PIXEL_Y, 1e-9);
      expect(image.said()).to.contain('Added: Car');
      expect(image.state().selection).to.deep.equal([result?.id]);
      expect(image.history().length).to.equal(1);
      image.close();
    });

    it('is given up with Escape, keeping the label', async () => {
      const image = await setup();
      image.choose('Car');
      await press('Enter', 'Enter', 'Shift+ArrowRight', 'Escape');
      expect(image.results()).to.deep.equal([]);
      expect(image.state().session.activeLabels.box).to.deep.equal(['Car']);
      expect(image.colorAt(52, 50)[1]).to.equal('');
      image.close();
    });

    it('does not make a region without a size', async () => {
      const image = await setup();
      image.choose('Car');
      await press('Enter', 'Enter', 'ArrowRight', 'Enter');
      expect(image.results()).to.deep.equal([]);
      expect(image.said()).to.contain('too small');
      image.close();
    });

    it('asks for a label first', async () => {
      const image = await setup();
      await press('Enter');
      expect(image.said()).to.contain('label');
      image.close();
    });
  });

  describe('selecting', () => {
    it('goes round the regions with alt and full stop or comma', async () => {
      const image = await setup({boxes: [A, B]});
      await press('Alt+.');
      expect(image.state().selection).to.deep.equal(['a']);
      expect(image.said()).to.contain('Car, 20% from left');
      await press('Alt+.');
      expect(image.state().selection).to.deep.equal(['b']);
      await press('Alt+.');
      expect(image.state().selection).to.deep.equal(['a']);
      await press('Alt+,');
      expect(image.state().selection).to.deep.equal(['b']);
      image.close();
    });

    it('goes through the list with arrows, Home and End', async () => {
      const image = await setup({boxes: [A, B, {id: 'c', at: [1, 1, 5, 5]}]});
      image.find('[role=listbox]').focus();
      await press('End');
      expect(image.state().selection).to.deep.equal(['c']);
      await press('ArrowUp');
      expect(image.state().selection).to.deep.equal(['b']);
      await press('Home', 'ArrowDown');
      expect(image.state().selection).to.deep.equal(['b']);
      await press('Alt+ArrowRight');
      expect(image.geometryOf('b').width).to.be.closeTo(20 + PIXEL_X, 1e-9);
      image.close();
    });

    it('lets go with Escape', async () => {
      const image = await setup({boxes: [A]});
      image.select('a');
      await press('Escape');
      expect(image.state().selection).to.deep.equal([]);
      image.close();
    });

    it('is left and entered with Tab', async () => {
      const image = await setup({boxes: [A]});
      await press('Tab');
      expect(document.activeElement).to.equal(image.find('[role=listbox]'));
      await press('Shift+Tab');
      expect(document.activeElement).to.equal(image.stage);
      image.close();
    });
  });

  describe('deleting', () => {
    it('deletes the selection, as one undo step', async () => {
      const image = await setup({boxes: [A, B]});
      const gone: unknown[] = [];
      image.session.lsi.on('entityDelete', (region: {cleanId: string}) => {
        gone.push(region.cleanId);
      });
      image.select('a', 'b');
      await press('Backspace');
      expect(image.results()).to.deep.equal([]);
      expect(gone).to.deep.equal(['a', 'b']);
      expect(image.said()).to.contain('2 regions deleted');
      image.history().undo();
      expect(image.results()).to.deep.equal([A, B].map(boxResult));
      image.close();
    });

    it('leaves the focus on the frame when the list is empty', async () => {
      const image = await setup({boxes: [A]});
      image.find('[role=listbox]').focus();
      await press('Home', 'Delete');
      expect(image.results()).to.deep.equal([]);
      expect(document.activeElement).to.equal(image.stage);
      image.close();
    });

    it('works with Delete too', async () => {
      const image = await setup({boxes: [A, B]});
      image.select('a');
      await press('Delete');
      expect(image.results()).to.deep.equal([boxResult(B)]);
      image.close();
    });
  });

  describe('zoom', () => {
    it('goes with plus, minus and zero', async () => {
      const image = await setup();
      const level = () => image.find('.lsf-image__zoom-level').textContent;
      await press('+', '+');
      expect(level()).to.equal('146%');
      await press('-');
      expect(level()).to.equal('121%');
      await press('0');
      expect(level()).to.equal('100%');
      image.close();
    });

    it('makes arrows shift the picture when nothing is selected', async () => {
      const image = await setup();
      await press('+', '+');
      const before = image.find('.lsf-image img').style.transform;
      await press('ArrowRight');
      expect(image.find('.lsf-image img').style.transform).not.to.equal(before);
      image.close();
    });
  });

  it('leaves other keys to the page', async () => {
    const image = await setup({boxes: [A]});
    image.select('a');
    const keys: boolean[] = [];
    document.addEventListener(
      'keydown',
      ({defaultPrevented}) => keys.push(defaultPrevented),
      {once: true},
    );
    await press('q');
    expect(keys).to.deep.equal([false]);
    image.close();
  });

  it('takes the focus from a click', async () => {
    const image = await setup({boxes: [A]});
    image.stage.blur();
    await click(image.pointAt(30, 30));
    expect(document.activeElement).to.equal(image.stage);
    image.close();
  });
});
