import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';

import {nextFrame} from '../testing/render-surface.js';

import {BOX_HANDLES} from './box-edits.js';
import type {BoxHandle} from './box-edits.js';
import type {Point} from './geometry.js';
import {click, drag, moveMouse, press} from './testing/drive-mouse.js';
import {renderImage} from './testing/render-image.js';
import type {
  BoxParts,
  RenderImageOptions,
  RenderedImage,
} from './testing/render-image.js';

const A: BoxParts = {id: 'a', at: [20, 20, 20, 20]};
const B: BoxParts = {id: 'b', at: [60, 60, 20, 20], label: 'Person'};

async function setup(options: RenderImageOptions = {}) {
  await setViewport({width: 900, height: 800});
  const image = await renderImage(options);
  const middleOf = (element: Element): Point => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return {x: x + width / 2, y: y + height / 2};
  };
  return Object.assign(image, {
    choose: (label: string) => {
      image.session.actions.toggleLabel('box', label);
    },
    handle: (name: string) =>
      middleOf(image.find(`.lsf-image [data-handle="${name}"]`)),
    history: () => image.session.store.history(image.state().id),
  });
}

function shapes(image: RenderedImage) {
  return image.results().map(({value}) => value as Record<string, number>);
}

/** Percent are whole pixels on a frame of 600 by 400; handles are not. */
function expectShape(
  shape: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
  slack = 0.3,
): void {
  for (const [key, value] of Object.entries(expected)) {
    expect(shape[key], key).to.be.closeTo(value, slack);
  }
}

describe('pointers on <Image>', () => {
  describe('drawing', () => {
    it('makes a region with the chosen label', async () => {
      const image = await setup();
      image.choose('Car');
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      const [result] = image.results();
      expect(result?.type).to.equal('rectanglelabels');
      expect(result?.from_name).to.equal('box');
      expect(result?.to_name).to.equal('image');
      expect(result?.origin).to.equal('manual');
      expect(result?.original_width).to.equal(600);
      expect(result?.original_height).to.equal(400);
      expect(result?.image_rotation).to.equal(0);
      expect(result?.value?.rectanglelabels).to.deep.equal(['Car']);
      expectShape(shapes(image)[0]!, {
        x: 10,
        y: 10,
        width: 30,
        height: 20,
        rotation: 0,
      });
      image.close();
    });

    it('goes in any direction and stops at the picture', async () => {
      const image = await setup();
      image.choose('Car');
      await drag(image.pointAt(30, 30), {x: 0, y: 0});
      expectShape(shapes(image)[0]!, {x: 0, y: 0, width: 30, height: 30});
      image.close();
    });

    it('is one undo step', async () => {
      const image = await setup();
      image.choose('Car');
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      image.history().undo();
      expect(image.results()).to.deep.equal([]);
      expect(image.history().canUndo).to.equal(false);
      image.close();
    });

    it('does nothing without a label', async () => {
      const image = await setup();
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      expect(image.results()).to.deep.equal([]);
      image.close();
    });

    it('takes a slip of the hand for nothing', async () => {
      const image = await setup({boxes: [A]});
      image.session.actions.unselectAll();
      image.choose('Car');
      const {x, y} = image.pointAt(50, 50);
      await drag({x, y}, {x: x + 40, y: y + 2});
      expect(image.results()).to.have.length(1);
      image.close();
    });

    it('is given up with Escape', async () => {
      const image = await setup();
      image.choose('Car');
      await moveMouse(image.pointAt(10, 10));
      await sendMouse({type: 'down'});
      await moveMouse(image.pointAt(40, 30));
      await nextFrame();
      expect(image.colorAt(25, 20)[1]).not.to.equal('');
      await press('Escape');
      expect(image.colorAt(25, 20)[1]).to.equal('');
      await sendMouse({type: 'up'});
      expect(image.results()).to.deep.equal([]);
      expect(image.state().session.activeLabels.box).to.deep.equal(['Car']);
      image.close();
    });

    it('works above other regions', async () => {
      const image = await setup({boxes: [A]});
      image.choose('Person');
      await drag(image.pointAt(25, 25), image.pointAt(35, 35));
      expect(image.results()).to.have.length(2);
      image.close();
    });

    it('works with two clicks, for who cannot drag', async () => {
      const image = await setup();
      image.choose('Car');
      await click(image.pointAt(10, 10));
      await moveMouse(image.pointAt(30, 20));
      await nextFrame();
      expect(image.results()).to.deep.equal([]);
      await click(image.pointAt(40, 30));
      expectShape(shapes(image)[0]!, {x: 10, y: 10, width: 30, height: 20});
      image.close();
    });

    it('tells handlers of a region that has its label', async () => {
      const image = await setup();
      const labels: unknown[] = [];
      image.session.lsi.on('entityCreate', (region: {labels: unknown}) => {
        labels.push(region.labels);
      });
      image.choose('Car');
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      expect(labels).to.deep.equal([['Car']]);
      image.close();
    });

    it('makes no more regions of a label than it may have', async () => {
      const image = await setup({
        xml: `<View><Image name="image" value="$image" width="600"/>
          <RectangleLabels name="box" toName="image">
            <Label value="Car" maxUsages="1"/></RectangleLabels></View>`,
        session: {settings: {continuousLabeling: true}},
      });
      image.choose('Car');
      await drag(image.pointAt(10, 10), image.pointAt(20, 20));
      await drag(image.pointAt(40, 10), image.pointAt(60, 20));
      expect(image.results()).to.have.length(1);
      expect(image.modals).to.have.length(1);
      image.close();
    });

    it('puts sides on whole pixels where the config says so', async () => {
      const image = await setup({
        xml: `<View><Image name="image" value="$image" width="450"/>
          <RectangleLabels name="box" toName="image" snap="pixel">
            <Label value="Car"/></RectangleLabels></View>`,
      });
      image.choose('Car');
      await drag(image.pointAt(11, 11), image.pointAt(43, 37));
      const {x, y, width, height} = shapes(image)[0]!;
      for (const pixels of [x! * 6, y! * 4, width! * 6, height! * 4]) {
        expect(pixels).to.be.closeTo(Math.round(pixels), 1e-9);
      }
      image.close();
    });
  });

  describe('drawing with Rectangle', () => {
    const config = (attributes = '') => `
      <View>
        <Labels name="kind" toName="image">
          <Label value="Car" background="red"/>
        </Labels>
        <Rectangle name="rect" toName="image" ${attributes}/>
        <Image name="image" value="$image" width="600"/>
      </View>`;

    it('adds the labels after the handlers were told', async () => {
      const image = await setup({xml: config()});
      const seen: unknown[] = [];
      image.session.lsi.on('entityCreate', (region: {labels: unknown}) => {
        seen.push(region.labels);
      });
      image.session.actions.toggleLabel('kind', 'Car');
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      const results = image.results();
      expect(results.map(({type}) => type)).to.deep.equal([
        'rectangle',
        'labels',
      ]);
      expect(results[0]?.id).to.equal(results[1]?.id);
      expect(results[1]?.value?.labels).to.deep.equal(['Car']);
      expect(results[1]?.value?.width).to.equal(results[0]?.value?.width);
      expect(seen).to.deep.equal([[]]);
      image.history().undo();
      expect(image.results()).to.deep.equal([]);
      image.close();
    });

    it('draws without a label once its tool is taken', async () => {
      const image = await setup({xml: config()});
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      expect(image.results()).to.deep.equal([]);
      const tool = image.find('[aria-label="Draw a rectangle (rect)"]');
      tool.click();
      expect(tool.getAttribute('aria-pressed')).to.equal('true');
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      expect(image.results().map(({type}) => type)).to.deep.equal([
        'rectangle',
      ]);
      image.find('[aria-label="Select and move"]').click();
      expect(tool.getAttribute('aria-pressed')).to.equal('false');
      await drag(image.pointAt(60, 60), image.pointAt(80, 80));
      expect(image.results()).to.have.length(1);
      image.close();
    });

    it('has the only tool in hand from the start', async () => {
      const image = await setup({
        xml: `<View><Image name="image" value="$image" width="600"/>
          <Rectangle name="rect" toName="image"/></View>`,
      });
      await drag(image.pointAt(10, 10), image.pointAt(40, 30));
      expect(image.results()[0]?.type).to.equal('rectangle');
      expect(image.history().length).to.equal(1);
      image.close();
    });
  });

  describe('selecting', () => {
    it('selects what is clicked and lets go of it beside', async () => {
      const image = await setup({boxes: [A, B]});
      await click(image.pointAt(30, 30));
      expect(image.state().selection).to.deep.equal(['a']);
      await click(image.pointAt(70, 70));
      expect(image.state().selection).to.deep.equal(['b']);
      await click(image.pointAt(50, 10));
      expect(image.state().selection).to.deep.equal([]);
      image.close();
    });

    it('adds to the selection, and takes out, with shift or ctrl', async () => {
      const image = await setup({boxes: [A, B]});
      await click(image.pointAt(30, 30));
      await click(image.pointAt(70, 70), 'Shift');
      expect(image.state().selection).to.deep.equal(['a', 'b']);
      await click(image.pointAt(30, 30), 'Control');
      expect(image.state().selection).to.deep.equal(['b']);
      image.close();
    });

    it('picks the smallest, then goes round what lies below', async () => {
      const image = await setup({
        boxes: [
          {id: 'large', at: [10, 10, 60, 60]},
          {id: 'small', at: [30, 30, 10, 10]},
          {id: 'middle', at: [20, 20, 30, 30]},
        ],
      });
      const picked: string[] = [];
      for (let clicks = 0; clicks < 4; clicks += 1) {
        await click(image.pointAt(35, 35));
        picked.push(...image.state().selection);
      }
      expect(picked).to.deep.equal(['small', 'middle', 'large', 'small']);
      image.close();
    });

    it('selects what a frame meets', async () => {
      const image = await setup({
        boxes: [A, B, {id: 'c', at: [80, 5, 10, 10]}],
      });
      await drag(image.pointAt(10, 10), image.pointAt(70, 70));
      expect(image.state().selection).to.deep.equal(['a', 'b']);
      image.close();
    });

    it('does not select by a frame where the config says no', async () => {
      const image = await setup({
        boxes: [A],
        xml: `<View><Image name="image" value="$image" width="600"
            selectionControl="false"/>
          <RectangleLabels name="box" toName="image"><Label value="Car"/>
          </RectangleLabels></View>`,
      });
      await drag(image.pointAt(10, 10), image.pointAt(70, 70));
      expect(image.state().selection).to.deep.equal([]);
      image.close();
    });

    it('does not see regions that are hidden', async () => {
      const image = await setup({boxes: [A]});
      image.session.actions.setHidden('a', true);
      await click(image.pointAt(30, 30));
      expect(image.state().selection).to.deep.equal([]);
      image.close();
    });
  });

  describe('moving', () => {
    it('moves what it presses, as one undo step', async () => {
      const image = await setup({boxes: [A]});
      await drag(
        image.pointAt(30, 30),
        image.pointAt(40, 30),
        image.pointAt(50, 45),
      );
      expectShape(image.geometryOf('a'), {x: 40, y: 35});
      expect(image.geometryOf('a').width).to.equal(20);
      expect(image.state().selection).to.deep.equal(['a']);
      expect(image.history().length).to.equal(1);
      image.history().undo();
      expectShape(image.geometryOf('a'), {x: 20, y: 20}, 0);
      image.close();
    });

    it('shows itself as it goes, and is committed at the end', async () => {
      const image = await setup({boxes: [A]});
      const commits: string[] = [];
      await click(image.pointAt(30, 30));
      image.session.store.changes$.subscribe(({label}) => commits.push(label));
      await moveMouse(image.pointAt(30, 30));
      await sendMouse({type: 'down'});
      await moveMouse(image.pointAt(50, 50));
      await moveMouse(image.pointAt(60, 60));
      await nextFrame();
      expect(image.colorAt(60, 60)[1]).not.to.equal('');
      expect(image.colorAt(25, 25)[1]).to.equal('');
      expect(commits).to.deep.equal([]);
      await sendMouse({type: 'up'});
      expect(commits).to.deep.equal(['move region']);
      image.close();
    });

    it('stays inside of the picture', async () => {
      const image = await setup({boxes: [A]});
      await drag(image.pointAt(30, 30), {x: 880, y: 5});
      expectShape(image.geometryOf('a'), {x: 80, y: 0}, 1e-9);
      image.close();
    });

    it('moves the whole selection together', async () => {
      const image = await setup({boxes: [A, B]});
      await click(image.pointAt(30, 30));
      await click(image.pointAt(70, 70), 'Shift');
      await drag(image.pointAt(30, 30), image.pointAt(60, 25));
      expectShape(image.geometryOf('a'), {x: 40, y: 15});
      expectShape(image.geometryOf('b'), {x: 80, y: 55});
      expect(image.history().length).to.equal(1);
      image.close();
    });

    it('is given up with Escape', async () => {
      const image = await setup({boxes: [A]});
      await moveMouse(image.pointAt(30, 30));
      await sendMouse({type: 'down'});
      await moveMouse(image.pointAt(60, 60));
      await press('Escape');
      await sendMouse({type: 'up'});
      expectShape(image.geometryOf('a'), {x: 20, y: 20}, 0);
      image.close();
    });

    it('marks the region of a model as changed', async () => {
      const image = await setup({
        boxes: [{...A, result: {origin: 'prediction'}}],
      });
      await drag(image.pointAt(30, 30), image.pointAt(40, 40));
      expect(image.results()[0]?.origin).to.equal('prediction-changed');
      image.close();
    });

    it('leaves alone what may not be changed', async () => {
      const image = await setup({
        boxes: [A, {...B, result: {readonly: true}}],
      });
      image.session.actions.setLocked('a', true);
      await drag(image.pointAt(30, 30), image.pointAt(40, 40));
      await drag(image.pointAt(70, 70), image.pointAt(50, 50));
      expectShape(image.geometryOf('a'), {x: 20, y: 20}, 0);
      expectShape(image.geometryOf('b'), {x: 60, y: 60}, 0);
      expect(image.state().selection).to.deep.equal(['b']);
      expect(image.find('.lsf-image__handles').hidden).to.equal(true);
      image.close();
    });

    it('changes nothing in an annotation that is read-only', async () => {
      const image = await setup({boxes: [A]});
      image.session.store.updateAnnotation(image.state().id, (draft) => {
        draft.info.readonly = true;
        draft.session.activeLabels = {box: ['Car']};
      });
      await drag(image.pointAt(30, 30), image.pointAt(40, 40));
      await drag(image.pointAt(60, 10), image.pointAt(80, 30));
      expect(image.results()).to.have.length(1);
      expectShape(image.geometryOf('a'), {x: 20, y: 20}, 0);
      await click(image.pointAt(30, 30));
      expect(image.state().selection).to.deep.equal(['a']);
      image.close();
    });
  });

  describe('resizing', () => {
    const SIDES: Readonly<Record<BoxHandle, Record<string, number>>> = {
      nw: {x: 25, y: 25, width: 15, height: 15},
      n: {x: 20, y: 25, width: 20, height: 15},
      ne: {x: 20, y: 25, width: 25, height: 15},
      e: {x: 20, y: 20, width: 25, height: 20},
      se: {x: 20, y: 20, width: 25, height: 25},
      s: {x: 20, y: 20, width: 20, height: 25},
      sw: {x: 25, y: 20, width: 15, height: 25},
      w: {x: 25, y: 20, width: 15, height: 20},
    };

    for (const name of BOX_HANDLES) {
      it(`pulls the sides at ${name}, as one undo step`, async () => {
        const image = await setup({boxes: [A]});
        await click(image.pointAt(30, 30));
        const {x, y} = image.handle(name);
        await drag({x, y}, {x: x + 30, y: y + 20});
        expectShape(image.geometryOf('a'), SIDES[name]);
        expect(image.history().length).to.equal(1);
        image.close();
      });
    }

    it('keeps the far corner of a turned box where it is', async () => {
      const image = await setup({
        boxes: [{...A, at: [40, 30, 20, 20], rotation: 30}],
      });
      image.session.actions.selectRegion('a');
      await nextFrame();
      const fixed = image.handle('nw');
      const {x, y} = image.handle('se');
      await drag({x, y}, {x: x + 25, y: y + 15});
      const moved = image.handle('se');
      expect(moved.x).to.be.closeTo(x + 25, 1.5);
      expect(moved.y).to.be.closeTo(y + 15, 1.5);
      const after = image.handle('nw');
      expect(after.x).to.be.closeTo(fixed.x, 0.1);
      expect(after.y).to.be.closeTo(fixed.y, 0.1);
      expect(image.geometryOf('a').rotation).to.equal(30);
      image.close();
    });

    it('writes what it leaves alone as it was', async () => {
      const image = await setup({
        boxes: [{id: 'a', at: [20.123456789, 20.1, 20.3, 20.7]}],
      });
      await click(image.pointAt(30, 30));
      const {x, y} = image.handle('e');
      await drag({x, y}, {x: x + 30, y});
      const shape = image.geometryOf('a');
      expect(shape.x).to.equal(20.123456789);
      expect(shape.y).to.equal(20.1);
      expect(shape.height).to.equal(20.7);
      expectShape(shape, {width: 25.3});
      image.close();
    });
  });

  describe('turning', () => {
    it('turns around the middle, as one undo step', async () => {
      const image = await setup({boxes: [{id: 'a', at: [40, 40, 20, 20]}]});
      await click(image.pointAt(50, 50));
      await drag(image.handle('rotate'), image.pointAt(90, 50));
      const shape = image.geometryOf('a');
      expectShape(shape, {rotation: 90}, 1.5);
      expect(image.history().length).to.equal(1);
      const middle = image.pointAt(50, 50);
      const handles = BOX_HANDLES.map((name) => image.handle(name));
      const x = handles.reduce((sum, at) => sum + at.x, 0) / 8;
      const y = handles.reduce((sum, at) => sum + at.y, 0) / 8;
      expect(x).to.be.closeTo(middle.x, 1);
      expect(y).to.be.closeTo(middle.y, 1);
      image.close();
    });

    it('goes in steps of 15 degrees with shift', async () => {
      const image = await setup({boxes: [{id: 'a', at: [40, 40, 20, 20]}]});
      await click(image.pointAt(50, 50));
      await sendKeys({down: 'Shift'});
      await drag(image.handle('rotate'), image.pointAt(80, 22));
      await sendKeys({up: 'Shift'});
      const {rotation} = image.geometryOf('a');
      expect(rotation! % 15).to.equal(0);
      expect(rotation).to.be.above(0);
      image.close();
    });

    it('is not offered where the config says no', async () => {
      const image = await setup({
        boxes: [A],
        xml: `<View><Image name="image" value="$image" width="600"/>
          <RectangleLabels name="box" toName="image" canRotate="false">
            <Label value="Car"/></RectangleLabels></View>`,
      });
      await click(image.pointAt(30, 30));
      expect(image.find('[data-handle=rotate]').hidden).to.equal(true);
      expect(image.find('[data-handle=se]').hidden).to.equal(false);
      image.close();
    });
  });

  describe('zoom and pan', () => {
    async function wheel(image: RenderedImage, at: Point, deltaY: number) {
      await moveMouse(at);
      await sendKeys({down: 'Control'});
      image.stage.dispatchEvent(
        new WheelEvent('wheel', {
          deltaY,
          ctrlKey: true,
          clientX: at.x,
          clientY: at.y,
          bubbles: true,
          cancelable: true,
        }),
      );
      await sendKeys({up: 'Control'});
      await nextFrame();
    }

    it('keeps what is under the pointer there, and draws right', async () => {
      const image = await setup({boxes: [A]});
      await wheel(image, image.pointAt(20, 20), -600);
      expect(image.colorAt(21, 21)[0]).not.to.equal('');
      expect(image.colorAt(19, 19)[0]).to.equal('');
      image.choose('Person');
      // 20 percent of the frame lie where they lay; zoomed about 2.36 times.
      await drag(image.pointAt(20, 20), image.pointAt(60, 60));
      const {x, y, width} = shapes(image)[1]!;
      expect(x).to.be.closeTo(20, 0.3);
      expect(y).to.be.closeTo(20, 0.3);
      expect(width).to.be.closeTo(40 / 1.1 ** 8, 0.5);
      image.close();
    });

    it('leaves the wheel to the page while the picture fits', async () => {
      const image = await setup();
      const event = new WheelEvent('wheel', {deltaY: 50, cancelable: true});
      image.stage.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
      image.close();
    });

    it('shifts a larger picture with the wheel', async () => {
      const image = await setup({boxes: [A]});
      await wheel(image, image.pointAt(0, 0), -600);
      const event = new WheelEvent('wheel', {deltaY: 50, cancelable: true});
      const before = image.find('.lsf-image img').style.transform;
      image.stage.dispatchEvent(event);
      await nextFrame();
      expect(event.defaultPrevented).to.equal(true);
      expect(image.find('.lsf-image img').style.transform).not.to.equal(before);
      image.close();
    });

    it('shifts the picture with the space bar held, drawing nothing', async () => {
      const image = await setup();
      image.choose('Car');
      await wheel(image, image.pointAt(50, 50), -600);
      image.stage.focus();
      const before = image.find('.lsf-image img').style.transform;
      await sendKeys({down: ' '});
      await drag(image.pointAt(50, 50), image.pointAt(60, 60));
      await sendKeys({up: ' '});
      expect(image.results()).to.deep.equal([]);
      expect(image.find('.lsf-image img').style.transform).not.to.equal(before);
      image.close();
    });

    it('shifts the picture with the middle button', async () => {
      const image = await setup();
      await wheel(image, image.pointAt(50, 50), -600);
      const before = image.find('.lsf-image img').style.transform;
      const from = image.pointAt(50, 50);
      const to = image.pointAt(60, 60);
      await sendMouse({type: 'move', position: [from.x, from.y]});
      await sendMouse({type: 'down', button: 'middle'});
      await sendMouse({type: 'move', position: [to.x, to.y]});
      await sendMouse({type: 'up', button: 'middle'});
      await nextFrame();
      expect(image.find('.lsf-image img').style.transform).not.to.equal(before);
      image.close();
    });

    it('zooms in and back with the buttons', async () => {
      const image = await setup();
      const level = () => image.find('.lsf-image__zoom-level').textContent;
      expect(level()).to.equal('100%');
      image.find('[aria-label="Zoom in"]').click();
      await nextFrame();
      expect(level()).to.equal('121%');
      image.find('[aria-label="Zoom out"]').click();
      image.find('[aria-label="Zoom out"]').click();
      await nextFrame();
      expect(level()).to.equal('100%');
      image.close();
    });

    it('zooms with two fingers', async () => {
      const image = await setup();
      const finger = (type: string, pointerId: number, at: Point) =>
        image.stage.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            pointerType: 'touch',
            clientX: at.x,
            clientY: at.y,
            bubbles: true,
          }),
        );
      image.choose('Car');
      finger('pointerdown', 11, image.pointAt(40, 50));
      finger('pointerdown', 12, image.pointAt(60, 50));
      finger('pointermove', 11, image.pointAt(30, 50));
      finger('pointermove', 12, image.pointAt(70, 50));
      finger('pointerup', 11, image.pointAt(30, 50));
      finger('pointerup', 12, image.pointAt(70, 50));
      await nextFrame();
      expect(image.find('.lsf-image__zoom-level').textContent).to.equal('200%');
      expect(image.results()).to.deep.equal([]);
      image.close();
    });
  });

  describe('a turned picture', () => {
    const XML = `<View>
      <Image name="image" value="$image" width="600" rotateControl="true"/>
      <RectangleLabels name="box" toName="image"><Label value="Car"/>
      </RectangleLabels></View>`;

    it('keeps percent of the natural sides and records the turn', async () => {
      const image = await setup({xml: XML});
      image.find('[aria-label="Rotate the image right"]').click();
      await nextFrame();
      await nextFrame();
      const {width, height} = image.stage.getBoundingClientRect();
      expect(width / height).to.be.closeTo(400 / 600, 0.01);
      image.choose('Car');
      // Right of the turned picture is the top of the natural one.
      await drag(image.pointAt(70, 10), image.pointAt(90, 40));
      expect(image.results()[0]?.image_rotation).to.equal(90);
      expectShape(
        shapes(image)[0]!,
        {x: 10, y: 10, width: 30, height: 20},
        0.5,
      );
      image.close();
    });

    it('is shown turned when its regions say so', async () => {
      const image = await setup({
        xml: XML,
        boxes: [{...A, result: {image_rotation: 90}}],
      });
      const {width, height} = image.stage.getBoundingClientRect();
      expect(width).to.be.below(height);
      expect(image.colorAt(70, 30)[0]).not.to.equal('');
      image.close();
    });
  });
});
