import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import type {RegionView} from '@ls-annotation/lsi';

import {nextFrame} from '../testing/render-surface.js';

import {click, drag, moveMouse, press} from './testing/drive-mouse.js';
import {pictureAddress, renderImage} from './testing/render-image.js';

const KINDS = {
  EllipseLabels: {
    type: 'ellipselabels',
    value: {x: 50, y: 50, radiusX: 15, radiusY: 20, rotation: 0},
  },
  KeyPointLabels: {
    type: 'keypointlabels',
    value: {x: 50, y: 50, width: 0.6666},
  },
  PolygonLabels: {
    type: 'polygonlabels',
    value: {
      points: [
        [40, 40],
        [60, 40],
        [50, 70],
      ],
    },
  },
} as const;

type Kind = keyof typeof KINDS;

interface AnyShape {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly radiusX?: number;
  readonly radiusY?: number;
  readonly rotation?: number;
  readonly closed?: boolean;
  readonly points?: readonly (readonly number[])[];
  readonly keypointlabels?: readonly string[];
}

const NAMES = Object.keys(KINDS) as Kind[];

function resultOf(kind: Kind) {
  const {type, value} = KINDS[kind];
  return {
    id: 'a',
    from_name: 'tag',
    to_name: 'image',
    type,
    source: '$image',
    value: {...value, [type]: ['Car']},
  };
}

async function setup(kind: Kind, isEmpty = false) {
  await setViewport({width: 900, height: 800});
  const image = await renderImage({
    xml: `<View>
      <Image name="image" value="$image" width="600"/>
      <${kind} name="tag" toName="image">
        <Label value="Car" background="#ff0000"/>
      </${kind}></View>`,
    task: {
      id: 1,
      data: {image: pictureAddress()},
      annotations: [{id: 7, result: isEmpty ? [] : [resultOf(kind)]}],
    },
  });
  return Object.assign(image, {
    choose: () => {
      image.session.actions.toggleLabel('tag', 'Car');
    },
    history: () => image.session.store.history(image.state().id),
    /** Shape of the region that is there, percent. */
    shape: () => image.results()[0]?.value as unknown as AnyShape,
  });
}

describe('other shapes on <Image>', () => {
  for (const kind of NAMES) {
    describe(kind, () => {
      it('is shown, picked and goes out as it came in', async () => {
        const image = await setup(kind);
        expect(image.colorAt(50, 50)[0]).not.to.equal('');
        await click(image.pointAt(50, 50));
        expect(image.state().selection).to.deep.equal(['a']);
        expect(image.results()).to.deep.equal([resultOf(kind)]);
        image.close();
      });

      it('is moved, as one undo step', async () => {
        const image = await setup(kind);
        await drag(image.pointAt(50, 50), image.pointAt(60, 55));
        expect(image.colorAt(60, 55)[1]).not.to.equal('');
        expect(image.history().length).to.equal(1);
        const {x, y, points} = image.shape();
        const [left, top] = points?.[0] ?? [x, y];
        const was = points ? 40 : 50;
        expect(left).to.be.closeTo(was + 10, 0.3);
        expect(top).to.be.closeTo(was + 5, 0.3);
        image.history().undo();
        expect(image.results()).to.deep.equal([resultOf(kind)]);
        image.close();
      });

      it('is painted in part exactly as it is painted whole', async () => {
        const image = await setup(kind);
        const canvas = image.find<HTMLCanvasElement>('canvas');
        const pixels = () =>
          canvas
            .getContext('2d')!
            .getImageData(0, 0, canvas.width, canvas.height)
            .data.join();
        const before = pixels();
        image.session.actions.selectRegion('a');
        await nextFrame();
        expect(new Set(pixels().split(','))).to.deep.equal(new Set(['0']));
        image.session.actions.unselectAll();
        await nextFrame();
        expect(pixels() === before).to.equal(true);
        image.close();
      });

      it('is listed and passes the automated checks', async () => {
        const image = await setup(kind);
        expect(image.find('[role=option]').textContent).to.match(/^Car, /);
        await expect(image.root).to.be.accessible();
        image.close();
      });
    });
  }

  describe('ellipses', () => {
    it('are drawn from corner to corner of their box', async () => {
      const image = await setup('EllipseLabels', true);
      image.choose();
      await drag(image.pointAt(20, 20), image.pointAt(40, 60));
      const {x, y, radiusX, radiusY, rotation} = image.shape();
      expect(x).to.be.closeTo(30, 0.3);
      expect(y).to.be.closeTo(40, 0.3);
      expect(radiusX).to.be.closeTo(10, 0.3);
      expect(radiusY).to.be.closeTo(20, 0.3);
      expect(rotation).to.equal(0);
      image.close();
    });

    it('are resized and turned', async () => {
      const image = await setup('EllipseLabels');
      image.session.actions.selectRegion('a');
      await nextFrame();
      const east = image.find('[data-handle=e]').getBoundingClientRect();
      const from = {x: east.x + 5, y: east.y + 5};
      await drag(from, {x: from.x + 60, y: from.y});
      expect(image.shape().radiusX).to.be.closeTo(20, 0.3);
      expect(image.shape().x).to.be.closeTo(55, 0.3);
      expect(image.shape().y).to.equal(50);
      await press(']');
      expect(image.shape().rotation).to.be.closeTo(1, 1e-9);
      image.close();
    });
  });

  describe('key points', () => {
    it('are set by a click', async () => {
      const image = await setup('KeyPointLabels', true);
      image.choose();
      await click(image.pointAt(30, 40));
      const {x, y, width, keypointlabels} = image.shape();
      expect(x).to.be.closeTo(30, 0.2);
      expect(y).to.be.closeTo(40, 0.2);
      expect(width).to.be.closeTo(100 * (2 / 600), 1e-9);
      expect(keypointlabels).to.deep.equal(['Car']);
      image.close();
    });

    it('have no handles', async () => {
      const image = await setup('KeyPointLabels');
      image.session.actions.selectRegion('a');
      await nextFrame();
      const handles = image.findAll('[data-handle]');
      expect(handles.every(({hidden}) => hidden)).to.equal(true);
      image.close();
    });

    it('are set by Enter', async () => {
      const image = await setup('KeyPointLabels', true);
      image.choose();
      image.stage.focus();
      await press('Enter', 'Shift+ArrowRight', 'Enter');
      expect(image.shape().x).to.be.closeTo(50 + 1000 / 600, 1e-9);
      expect(image.shape().y).to.be.closeTo(50, 1e-9);
      image.close();
    });
  });

  describe('polygons', () => {
    const CORNERS = [
      [20, 20],
      [40, 20],
      [40, 60],
    ] as const;

    it('are drawn by clicks and closed at the first corner', async () => {
      const image = await setup('PolygonLabels', true);
      image.choose();
      for (const [x, y] of CORNERS) await click(image.pointAt(x, y));
      await moveMouse(image.pointAt(30, 50));
      await nextFrame();
      expect(image.shape().closed).to.equal(false);
      expect(image.shape().points).to.have.length(3);
      expect(image.colorAt(38, 30)[0]).not.to.equal('');
      expect(image.colorAt(35, 55)[1]).not.to.equal('');
      await click(image.pointAt(20, 20));
      const {points = [], closed} = image.shape();
      expect(closed).to.equal(true);
      expect(points).to.have.length(3);
      for (const [index, [x, y]] of CORNERS.entries()) {
        expect(points[index]?.[0]).to.be.closeTo(x, 0.3);
        expect(points[index]?.[1]).to.be.closeTo(y, 0.3);
      }
      expect(image.history().length).to.equal(1);
      image.close();
    });

    it('are finished by Enter and lose their last corner by Backspace', async () => {
      const image = await setup('PolygonLabels', true);
      image.choose();
      for (const [x, y] of CORNERS) await click(image.pointAt(x, y));
      await click(image.pointAt(70, 70));
      await press('Backspace', 'Enter');
      expect(image.shape().points).to.have.length(3);
      image.close();
    });

    it('are given up with Escape, without an undo step', async () => {
      const image = await setup('PolygonLabels', true);
      image.choose();
      for (const [x, y] of CORNERS) await click(image.pointAt(x, y));
      await press('Escape', 'Enter');
      expect(image.results()).to.deep.equal([]);
      expect(image.history().length).to.equal(0);
      expect(image.history().isFrozen).to.equal(false);
      image.close();
    });

    it('are there for plugins from the first corner on', async () => {
      const image = await setup('PolygonLabels', true);
      const seen: unknown[] = [];
      const noteAs = (name: string) => (region: RegionView) => {
        const {isDrawing, closed, points = [], labels} = region;
        seen.push({name, isDrawing, closed, corners: points.length, labels});
      };
      image.session.lsi.on('entityCreate', noteAs('entityCreate'));
      image.session.lsi.on('entityDelete', noteAs('entityDelete'));
      image.choose();
      await click(image.pointAt(20, 20));
      expect(seen).to.deep.equal([
        {
          name: 'entityCreate',
          isDrawing: true,
          closed: false,
          corners: 1,
          labels: ['Car'],
        },
      ]);
      expect(image.session.annotation?.isDrawing).to.equal(true);
      await click(image.pointAt(40, 20));
      expect(seen).to.have.length(1);
      await press('Escape');
      expect(seen.slice(1)).to.deep.equal([
        {
          name: 'entityDelete',
          isDrawing: true,
          closed: false,
          corners: 2,
          labels: ['Car'],
        },
      ]);
      expect(image.session.annotation?.isDrawing).to.equal(false);
      image.close();
    });

    it('begin anew when the region is deleted meanwhile', async () => {
      const image = await setup('PolygonLabels', true);
      image.choose();
      for (const [x, y] of CORNERS) await click(image.pointAt(x, y));
      const [region] = image.session.annotation?.regions ?? [];
      region?.deleteRegion();
      await click(image.pointAt(70, 70));
      expect(image.shape().points).to.have.length(1);
      expect(image.results()).to.have.length(1);
      await press('Escape');
      expect(image.results()).to.deep.equal([]);
      expect(image.history().isFrozen).to.equal(false);
      image.close();
    });

    for (const [count, what] of [
      [2, 'gone'],
      [3, 'closed'],
    ] as const) {
      it(`of ${String(count)} corners are ${what} in what is saved`, async () => {
        const image = await setup('PolygonLabels', true);
        image.choose();
        for (const [x, y] of CORNERS.slice(0, count)) {
          await click(image.pointAt(x, y));
        }
        image.session.annotation?.beforeSend();
        const shapes = image.results().map(({value}) => value as AnyShape);
        expect(shapes.map(({closed}) => closed)).to.deep.equal(
          count === 3 ? [true] : [],
        );
        expect(image.history().length).to.equal(count === 3 ? 1 : 0);
        image.close();
      });
    }

    it('are drawn by keys alone', async () => {
      const image = await setup('PolygonLabels', true);
      image.choose();
      image.stage.focus();
      await press('Enter', 'Enter', 'Shift+ArrowRight', 'Enter');
      await press('Shift+ArrowDown', 'Enter', 'Enter');
      const {points = []} = image.shape();
      expect(points).to.have.length(3);
      expect(points[2]?.[0]).to.be.closeTo(50 + 1000 / 600, 1e-9);
      expect(points[2]?.[1]).to.be.closeTo(50 + 1000 / 400, 1e-9);
      image.close();
    });
  });
});
