import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import type {RegionView} from '@ls-annotation/lsi';
import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import type {Point} from '../surfaces/image/geometry.js';
import {click, drag} from '../surfaces/image/testing/drive-mouse.js';
import {pictureAddress} from '../surfaces/image/testing/render-image.js';
import {clickOn} from '../surfaces/testing/click-on.js';
import {placesOf, textMouse} from '../surfaces/testing/drive-text.js';

import {hostFixture, span} from './testing/host-fixture.js';

const XML = `<View>
  <Labels name="label" toName="text">
    <Label value="Person" hotkey="1"/><Label value="Place" hotkey="2"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="tone" toName="text"><Choice value="Good" hotkey="3"/></Choices>
  <TextArea name="note" toName="text"/>
  <Image name="image" value="$image" width="300"/>
  <RectangleLabels name="box" toName="image"><Label value="Car" hotkey="4"/></RectangleLabels>
  <Rectangle name="plain" toName="image"/>
  <Labels name="kind" toName="image"><Label value="Red" hotkey="5"/></Labels>
  <PolygonLabels name="area" toName="image"><Label value="Road" hotkey="6"/></PolygonLabels>
</View>`;

async function setup() {
  await setViewport({width: 1000, height: 1100});
  const parts = await hostFixture({
    config: XML,
    task: {
      id: 1,
      data: {text: 'Ada met Bob.', image: pictureAddress(300, 200)},
      annotations: [
        {id: 10, result: [span('a', 0, 3)]},
        {id: 11, result: []},
      ],
      predictions: [{id: 12, result: [span('p', 8, 11)]}],
    },
    interfaces: [
      ...['submit', 'update', 'skip', 'controls', 'topbar', 'review'],
      ...['annotations:tabs', 'annotations:add-new', 'annotations:delete'],
      ...['predictions:tabs', 'edit-history', 'side-column'],
    ],
  });
  const {host, find} = parts;
  host.selectAnnotation('10');
  await host.displayed;
  await until(() => host.querySelector('.lsf-image__stage_ready'));
  const trace: string[] = [];
  const details: unknown[][] = [];
  host.events.all$.subscribe(({name, args}) => {
    trace.push(name);
    details.push([...args]);
  });
  const {session} = host;
  return {
    ...parts,
    session,
    trace,
    details,
    /** Presses a button of the bar, and waits for what it began. */
    press: async (label: string): Promise<void> => {
      await clickOn(find(`button[aria-label="${label}"]`));
      await until(() => !session.flags.isSubmitting);
      await host.displayed;
    },
    /** Returns a place of the picture, percent. */
    at: (x: number, y: number): Point => {
      const box = host
        .querySelector('.lsf-image__stage')!
        .getBoundingClientRect();
      return {
        x: box.left + (box.width * x) / 100,
        y: box.top + (box.height * y) / 100,
      };
    },
    selectWord: async (word: string): Promise<void> => {
      const text = host.querySelector('.lsf-richtext')!;
      await textMouse.drag(...placesOf(text, word));
    },
  };
}

type Handles = Awaited<ReturnType<typeof setup>>;

/** What a person does with hands, and the events of it (reference §1.4). */
const ROWS: readonly (readonly [
  what: string,
  act: (handles: Handles) => Promise<unknown>,
  trace: readonly string[],
])[] = [
  [
    'labelling a word',
    async ({selectWord}) => {
      await sendKeys({press: '1'});
      await selectWord('Bob');
    },
    ['entityCreate'],
  ],
  [
    'drawing a box',
    async ({at}) => {
      await sendKeys({press: '4'});
      await drag(at(10, 10), at(40, 50));
    },
    ['entityCreate'],
  ],
  [
    'drawing a polygon',
    async ({at}) => {
      await sendKeys({press: '6'});
      await click(at(10, 10));
      await click(at(50, 10));
      await click(at(30, 60));
      await sendKeys({press: 'Enter'});
    },
    ['entityCreate'],
  ],
  [
    'selecting a region, and another label for it',
    async ({host}) => {
      const text = host.querySelector('.lsf-richtext')!;
      const [[node, offset]] = placesOf(text, 'Ada');
      await textMouse.click(node, offset + 1);
      await sendKeys({press: '2'});
    },
    [],
  ],
  [
    'moving a box',
    async ({at, trace}) => {
      await sendKeys({press: '4'});
      await drag(at(10, 10), at(40, 50));
      trace.length = 0;
      await click(at(20, 20));
      await drag(at(20, 20), at(50, 40));
    },
    [],
  ],
  [
    'deleting a region, taking it back, doing it again',
    async () => {
      await sendKeys({press: 'Alt+.'});
      await sendKeys({press: 'Backspace'});
      await sendKeys({press: 'Control+z'});
      await sendKeys({press: 'Control+Shift+Z'});
    },
    ['entityDelete'],
  ],
  [
    'choosing and writing',
    async ({host}) => {
      await sendKeys({press: '3'});
      host.querySelector<HTMLElement>('[name="note"]')?.focus();
      await sendKeys({type: 'Fine'});
      await sendKeys({press: 'Enter'});
    },
    [],
  ],
  [
    'updating',
    ({press}) => press('Update current annotation'),
    ['beforeSaveAnnotation', 'updateAnnotation'],
  ],
  [
    'making an annotation and submitting it',
    async ({press}) => {
      await press('New annotation');
      await sendKeys({press: '3'});
      await press('Submit current annotation');
    },
    ['selectAnnotation', 'beforeSaveAnnotation', 'submitAnnotation'],
  ],
  ['skipping', ({press}) => press('skip-task'), ['skipTask']],
  [
    'accepting',
    ({press}) => press('accept-annotation'),
    ['beforeSaveAnnotation', 'acceptAnnotation'],
  ],
  [
    'rejecting',
    ({press}) => press('reject-annotation'),
    ['beforeSaveAnnotation', 'rejectAnnotation'],
  ],
  [
    'going to another annotation by its tab',
    async ({find}) => {
      await clickOn(find('[role="tab"][aria-selected="false"]'));
    },
    ['selectAnnotation'],
  ],
  [
    'looking at a prediction',
    async ({find}) => {
      await clickOn(find('[role="tab"].prediction'));
    },
    [],
  ],
  ['duplicating', ({press}) => press('Duplicate'), ['selectAnnotation']],
  [
    'deleting the annotation',
    async ({press, find}) => {
      await press('Delete annotation');
      await clickOn(find('dialog[open] .danger'));
    },
    ['deleteAnnotation', 'selectAnnotation'],
  ],
];

describe('traces of what people do (§1.4)', () => {
  for (const [what, act, expected] of ROWS) {
    it(`of ${what}: ${expected.join(', ') || 'no event'}`, async () => {
      const handles = await setup();
      await act(handles);
      expect(handles.trace).to.deep.equal(expected);
      handles.host.remove();
    });
  }

  it('of the first task: load, storage, annotation', async () => {
    const host = document.createElement('ls-annotation-host');
    const trace: string[] = [];
    host.events.all$.subscribe(({name}) => trace.push(name));
    host.config = XML;
    host.task = {id: 1, data: {text: 'Ada', image: pictureAddress(3, 2)}};
    document.body.append(host);
    await host.displayed;
    expect(trace).to.deep.equal([
      'labelStudioLoad',
      'storageInitialized',
      'selectAnnotation',
    ]);
    trace.length = 0;
    host.task = {id: 2, data: {text: 'Bob', image: pictureAddress(3, 2)}};
    await host.displayed;
    expect(trace).to.deep.equal(['storageInitialized', 'selectAnnotation']);
    host.remove();
  });

  it('say which annotation was on display before', async () => {
    const {host, press, details} = await setup();
    const before = host.lsi.annotation;
    await press('New annotation');
    expect(details).to.deep.equal([
      [host.lsi.annotation, before, {exitViewAll: true}],
    ]);
    host.remove();
  });
});

/** What is seen of a region while `entityCreate` is emitted, and after. */
interface Sight {
  readonly then: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

async function look(
  handles: Handles,
  names: readonly string[],
  act: () => Promise<unknown>,
): Promise<Sight> {
  const read = (region: RegionView): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, Reflect.get(region, name)]));
  const seen: [RegionView, Record<string, unknown>][] = [];
  handles.host.lsi.on('entityCreate', (made: RegionView) => {
    seen.push([made, read(made)]);
  });
  await act();
  const [[region, then] = []] = seen;
  if (!region || !then) throw new Error('No region was made.');
  return {then, after: read(region)};
}

describe('a region while entityCreate is emitted (§1.3)', () => {
  it('of a text has paths, and gets its offsets right after', async () => {
    const handles = await setup();
    const names = [
      ...['text', 'start', 'end', 'startOffset', 'endOffset'],
      ...['isText', 'globalOffsets', 'labels', 'origin'],
    ];
    const {then, after} = await look(handles, names, async () => {
      await sendKeys({press: '1'});
      await handles.selectWord('Bob');
    });
    const path = '/span[1]/text()[1]';
    const common = {text: 'Bob', isText: true, labels: ['Person']};
    const offsets = {startOffset: 8, endOffset: 11, origin: 'manual'};
    expect(then).to.deep.equal({
      ...{...common, ...offsets, start: path, end: path},
      globalOffsets: null,
    });
    expect(after).to.deep.equal({
      ...{...common, ...offsets, start: '', end: ''},
      globalOffsets: {start: 8, end: 11, calculated: true},
    });
    handles.host.remove();
  });

  it('of a picture has its label when the shape’s control gives it', async () => {
    const handles = await setup();
    const {at} = handles;
    const {then} = await look(handles, ['labels', 'type'], async () => {
      await sendKeys({press: '4'});
      await drag(at(10, 10), at(40, 50));
    });
    expect(then).to.deep.equal({labels: ['Car'], type: 'rectangleregion'});
    handles.host.remove();
  });

  it('of a picture gets labels of another control right after', async () => {
    const handles = await setup();
    const {at} = handles;
    const {then, after} = await look(handles, ['labels'], async () => {
      await sendKeys({press: '5'});
      handles.session.actions.setTool('plain');
      await drag(at(10, 10), at(40, 50));
    });
    expect(then).to.deep.equal({labels: []});
    expect(after).to.deep.equal({labels: ['Red']});
    handles.host.remove();
  });
});
