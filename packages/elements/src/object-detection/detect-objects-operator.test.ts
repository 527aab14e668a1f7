import {expect} from '@open-wc/testing';

import {AnnotationStore, emptyAnnotation, regionsOf} from '@ls-annotation/core';
import type {NewRegion} from '@ls-annotation/core';
import {OperatorRegistry, StoreOperatorTarget} from '@ls-annotation/operators';
import type {OperatorRun} from '@ls-annotation/operators';
import {boxRegion, labelConfigFromXml} from '@ls-annotation/testing';

import {DetectObjectsOperator} from './index.js';
import type {DetectObjectsOptions} from './index.js';
import {colorModel} from './testing/color-model.js';
import type {ColorModelOptions} from './testing/color-model.js';

const RUNTIME = '/node_modules/onnxruntime-web/dist/ort.wasm.min.mjs';

const CONFIG = `
<View>
  <RectangleLabels name="box" toName="image">
    <Label value="Car"/><Label value="Person"/>
  </RectangleLabels>
  <Image name="image" value="$image"/>
</View>`;

/** Red on 32, 16 and blue on 96, 0; each 32 pixels wide and high. */
const RED = {x: 25, y: 25, width: 25, height: 50, rotation: 0};
const BLUE = {x: 75, y: 0, width: 25, height: 50, rotation: 0};

const LAYOUTS = ['columns', 'rows', 'chosen', 'named'] as const;

/** Lets a test say when a worker has come and gone. */
class WatchedWorker extends Worker {
  static readonly made: WatchedWorker[] = [];
  isTerminated = false;

  constructor() {
    const url = new URL('./object-detection-worker.ts', import.meta.url);
    super(url, {type: 'module'});
    WatchedWorker.made.push(this);
  }

  override terminate(): void {
    this.isTerminated = true;
    super.terminate();
  }
}

async function picture(): Promise<string> {
  const canvas = new OffscreenCanvas(128, 64);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, 128, 64);
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(32, 16, 32, 32);
  context.fillStyle = 'rgb(0 0 255)';
  context.fillRect(96, 0, 32, 32);
  return URL.createObjectURL(await canvas.convertToBlob());
}

function model(overrides: Partial<ColorModelOptions> = {}): string {
  const bytes = colorModel({
    side: 64,
    window: 16,
    stride: 8,
    colors: [
      [1, 0, 0],
      [0, 0, 1],
    ],
    layout: 'columns',
    ...overrides,
  });
  return URL.createObjectURL(new Blob([bytes]));
}

interface SetupOptions extends Partial<DetectObjectsOptions> {
  readonly xml?: string;
  readonly image?: string;
  readonly regions?: readonly NewRegion[];
}

async function setup({
  xml = CONFIG,
  image,
  regions: known = [],
  ...options
}: SetupOptions = {}) {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  store.insertRegions('a', known);
  const url = image ?? (await picture());
  store.update((draft) => {
    draft.task = {id: 1, data: {image: url}};
  });
  const config = labelConfigFromXml(xml);
  const registry = new OperatorRegistry();
  const unregister = registry.register(
    new DetectObjectsOperator({runtime: RUNTIME, ...options}),
  );
  registry.setTarget(
    new StoreOperatorTarget({store, annotationId: 'a', config}),
  );
  let commits = 0;
  store.changes$.subscribe(() => (commits += 1));
  const run = (parameters: Record<string, unknown>): OperatorRun =>
    registry.run('Detect objects', {threshold: 0.75, ...parameters});
  const regions = () => [...regionsOf(store.annotation('a').regions)];
  const boxes = () =>
    regions().map(({geometry, results}) => [results[0]?.value, geometry]);
  return {registry, unregister, run, regions, boxes, commits: () => commits};
}

describe('DetectObjectsOperator', () => {
  for (const layout of LAYOUTS) {
    it(`draws boxes around what a model finds that answers ${layout}`, async () => {
      const {run, regions, boxes, commits, unregister} = await setup();
      const outcome = await run({model: model({layout})});
      expect(outcome).to.deep.equal({
        success: true,
        message: '2 boxes were added.',
      });
      expect(boxes()).to.have.deep.members([
        [['Car'], RED],
        [['Person'], BLUE],
      ]);
      for (const {score, origin, envelope} of regions()) {
        expect(score).to.be.closeTo(1, 1e-3);
        expect(origin).to.equal('prediction');
        expect(envelope).to.deep.equal({
          original_width: 128,
          original_height: 64,
          image_rotation: 0,
        });
      }
      expect(commits()).to.equal(1);
      unregister();
    });
  }

  it('takes a model of any size at the side that is asked for', async () => {
    const {run, boxes} = await setup();
    await run({model: model({isDynamic: true}), input_side: 64});
    expect(boxes()).to.deep.include([['Car'], RED]);
  });

  it('gives classes the labels that are asked for, and no others', async () => {
    const {run, boxes} = await setup();
    await run({model: model(), classes: [{class: 1, label: 'Car'}]});
    expect(boxes()).to.deep.equal([[['Car'], BLUE]]);
  });

  it('refuses a label that the config does not have', async () => {
    const {run, commits} = await setup();
    const outcome = await run({
      model: model(),
      classes: [{class: 0, label: 'Tree'}],
    });
    expect(outcome).to.deep.equal({
      success: false,
      message: 'There is no label "Tree". Use: Car, Person.',
    });
    expect(commits()).to.equal(0);
  });

  it('leaves alone what has a box with the label', async () => {
    const car = boxRegion({id: 'c', labels: ['Car'], ...RED, x: 26});
    const other = boxRegion({id: 'p', labels: ['Car'], ...BLUE});
    const {run, regions} = await setup({regions: [car, other]});
    const {message} = await run({model: model()});
    expect(message).to.equal('1 box was added.');
    expect(regions().at(-1)?.results[0]?.value).to.deep.equal(['Person']);
  });

  it('adds less the surer it has to be, more the more boxes may overlap', async () => {
    const count = async (parameters: object): Promise<number> => {
      const {run, regions} = await setup();
      await run({model: model(), threshold: 0.4, ...parameters});
      return regions().length;
    };
    const few = await count({threshold: 0.9});
    const some = await count({iou_threshold: 0.2});
    const many = await count({iou_threshold: 0.9});
    expect(few).to.equal(2);
    expect(many).to.be.greaterThan(some);
  });

  it('tells that it loads the model and how far it is', async () => {
    const {run} = await setup();
    const texts: string[] = [];
    const running = run({model: model()});
    running.changes$.subscribe(({progress}) => texts.push(progress.text));
    await running;
    const words = texts.join('\n');
    expect(words).to.match(/Loading the model, [\d.]+ (of [\d.]+ )?MB/);
    expect(words).to.contain('Looking for objects');
  });

  it('keeps the worker and the model for the next picture', async () => {
    const createWorker = () => new WatchedWorker();
    const {run, unregister} = await setup({createWorker});
    const address = model();
    const before = WatchedWorker.made.length;
    await run({model: address});
    URL.revokeObjectURL(address);
    expect((await run({model: address})).success).to.be.true;
    expect(WatchedWorker.made.length - before).to.equal(1);
    unregister();
    await Promise.resolve();
    expect(WatchedWorker.made.at(-1)?.isTerminated).to.be.true;
  });

  it('ends the work at once and writes nothing when it is cancelled', async () => {
    const createWorker = () => new WatchedWorker();
    const {run, commits} = await setup({createWorker});
    const running = run({model: model()});
    await new Promise<void>((resolve) => {
      running.changes$.subscribe(({progress}) => {
        if (progress.text.startsWith('Loading')) resolve();
      });
    });
    running.abort();
    expect(WatchedWorker.made.at(-1)?.isTerminated).to.be.true;
    await running.done;
    expect(running.snapshot.state).to.equal('aborted');
    expect(commits()).to.equal(0);
  });

  describe('failures', () => {
    const FAILURES = {
      'a model that is not there': {
        parameters: {model: '/nothing.onnx'},
        message: 'the server answers 404',
      },
      'a file that is no model': {
        parameters: {model: RUNTIME},
        message: 'is not a model that can be run here',
      },
      'a picture that is not there': {
        image: '/nothing.png',
        message: 'the server answers 404',
      },
      'a picture that is none': {
        image: RUNTIME,
        message: 'The picture cannot be read.',
      },
      'a runtime that is not there': {
        runtime: '/nothing.mjs',
        message: 'onnxruntime-web cannot be loaded',
      },
    };
    for (const [name, failure] of Object.entries(FAILURES)) {
      it(`says what is wrong with ${name}`, async () => {
        const {message, parameters, ...options} = {
          parameters: {},
          ...failure,
        };
        const {run, commits} = await setup(options);
        const running = run({model: model(), ...parameters});
        const outcome = await running.done;
        expect(outcome.success).to.be.false;
        expect(running.error?.message).to.contain(message);
        expect(commits()).to.equal(0);
      });
    }

    it('says that the worker does not start', async () => {
      const createWorker = () => new Worker('/nothing-worker.mjs');
      const {run} = await setup({createWorker});
      const running = run({model: model()});
      await running.done;
      expect(running.error?.message).to.contain('does not start');
    });

    it('takes no address from a task that is not one of a picture', async () => {
      const {run} = await setup({image: 'javascript:alert(1)'});
      expect(await run({model: model()})).to.deep.equal({
        success: false,
        message: 'The picture has no usable address.',
      });
    });
  });

  it('says why it cannot run where there is nothing to draw on', async () => {
    const xml = '<View><Image name="image" value="$image"/></View>';
    const {registry} = await setup({xml});
    expect(registry.list()[0]).to.include({
      isApplicable: false,
      reason: 'The labeling config has no RectangleLabels for an Image.',
    });
  });
});
