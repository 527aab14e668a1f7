import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import {nextFrame} from '../testing/render-surface.js';

import {click, drag} from './testing/drive-mouse.js';
import {renderImage} from './testing/render-image.js';
import type {BoxParts} from './testing/render-image.js';

const COUNT = 10_000;

function manyBoxes(): readonly BoxParts[] {
  return Array.from({length: COUNT}, (_, index) => ({
    id: `r${String(index)}`,
    at: [index % 100, Math.floor(index / 100), 0.9, 0.9],
  }));
}

async function setup() {
  await setViewport({width: 900, height: 800});
  const image = await renderImage({boxes: manyBoxes()});
  await nextFrame();
  return image;
}

describe('10,000 regions on <Image>', () => {
  it('take few elements and two canvases', async () => {
    const image = await setup();
    image.session.actions.selectRegion('r5000');
    await nextFrame();
    expect(image.root.querySelectorAll('*').length).to.be.below(100);
    expect(image.root.querySelectorAll('canvas').length).to.equal(2);
    expect(image.root.querySelectorAll('[role=option]').length).to.equal(15);
    image.close();
  });

  it('are all in the list for assistive technology, by place', async () => {
    const image = await setup();
    image.session.actions.selectRegion('r9999');
    await nextFrame();
    const list = image.find('[role=listbox]');
    const active = list.getAttribute('aria-activedescendant') ?? '';
    const option = document.getElementById(active);
    expect(option?.getAttribute('aria-posinset')).to.equal('10000');
    expect(option?.getAttribute('aria-setsize')).to.equal('10000');
    image.close();
  });

  it('are picked and moved one by one', async () => {
    const image = await setup();
    await click(image.pointAt(50.45, 50.45));
    expect(image.state().selection).to.deep.equal(['r5050']);
    await drag(image.pointAt(50.45, 50.45), image.pointAt(70.45, 30.45));
    expect(image.geometryOf('r5050').x).to.be.closeTo(70, 0.4);
    expect(image.geometryOf('r5050').y).to.be.closeTo(30, 0.4);
    expect(image.geometryOf('r5051').x).to.equal(51);
    image.close();
  });

  it('are not looked at again when one is selected or moved', async () => {
    const image = await setup();
    const {actions} = image.session;
    const strokes: number[] = [];
    const {strokeRect} = CanvasRenderingContext2D.prototype;
    let count = 0;
    CanvasRenderingContext2D.prototype.strokeRect = function (...sides) {
      count += 1;
      strokeRect.apply(this, sides);
    };
    const change = async (work: () => void) => {
      count = 0;
      work();
      await nextFrame();
      strokes.push(count);
    };
    await change(() => {
      actions.selectRegion('r5050');
    });
    await change(() => {
      actions.setGeometry('r5050', {x: 10.5});
    });
    await change(() => {
      actions.setGeometry('r77', {x: 10.5});
    });
    await change(() => {
      actions.selectRegion('r78');
    });
    await change(() => {
      actions.deleteRegion('r79');
    });
    CanvasRenderingContext2D.prototype.strokeRect = strokeRect;
    for (const number of strokes) {
      expect(number).to.be.above(0);
      expect(number).to.be.below(80);
    }
    image.close();
  });
});
