import {expect} from '@open-wc/testing';

import {boxRegion, textRegion} from '@ls-annotation/testing';

import {setGeometry} from '../commands/set-geometry.js';
import {setResultValue} from '../commands/set-result-value.js';
import type {ResultJson} from '../model/result-json.js';
import {AnnotationStore} from '../state/annotation-store.js';
import {regionsOf} from '../state/region-table.js';

import {emptyAnnotation, readAnnotation} from './read-annotation.js';
import {readTask} from './read-task.js';
import {writeResults} from './write-results.js';

const SPAN: ResultJson = {
  id: 'span',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  origin: 'prediction',
  score: 0.5,
  readonly: true,
  meta: {text: ['why']},
  value: {start: 3, end: 7, text: 'four', labels: ['PER']},
};
const NOTE: ResultJson = {
  id: 'span',
  from_name: 'note',
  to_name: 'text',
  type: 'textarea',
  value: {start: 3, end: 7, text: ['a', 'b']},
};
const BOX: ResultJson = {
  id: 'box',
  from_name: 'box',
  to_name: 'image',
  type: 'rectanglelabels',
  original_width: 640,
  original_height: 480,
  image_rotation: 0,
  item_index: 2,
  parentID: 'span',
  source: '$image',
  value: {
    x: 1,
    y: 2,
    width: 3,
    height: 4,
    rotation: 0,
    rectanglelabels: ['Car'],
  },
};
const CHOICE: ResultJson = {
  id: 'choice',
  from_name: 'mood',
  to_name: 'text',
  type: 'choices',
  value: {choices: ['Good']},
};
const RELATION: ResultJson = {
  type: 'relation',
  from_id: 'span',
  to_id: 'box',
  direction: 'bi',
  labels: ['in'],
};
const STRANGE: ResultJson = {
  id: 'strange',
  from_name: 'nowhere',
  to_name: 'gone',
  type: 'hologram',
  value: {depth: 3, hologram: {a: [1]}},
  extra: {kept: true},
};

function load(result: readonly unknown[]) {
  const parsed = readAnnotation({id: 7, result: result as ResultJson[]});
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const store = new AnnotationStore();
  store.insertAnnotation(parsed.value, {origin: 'load'});
  const {id} = parsed.value;
  return {
    store,
    id,
    warnings: parsed.warnings,
    regions: () => [...regionsOf(store.annotation(id).regions)],
    write: () => writeResults(store.annotation(id)),
  };
}

describe('reading and writing results', () => {
  const samples: Readonly<Record<string, readonly ResultJson[]>> = {
    'an empty list': [],
    'a span with every envelope key': [SPAN],
    'two results of one region': [SPAN, NOTE],
    'a box': [BOX],
    'a classification': [CHOICE],
    'relations at the end': [SPAN, BOX, RELATION],
    'relations in the middle': [SPAN, RELATION, BOX],
    'results of regions in turns': [SPAN, BOX, NOTE, CHOICE],
    'a type that nobody knows': [STRANGE],
    'geometry that differs between results of a region': [
      SPAN,
      {...NOTE, value: {start: 4, text: ['c']}},
    ],
    'explicit defaults': [
      {...CHOICE, origin: 'manual', readonly: false, parentID: '', meta: {}},
    ],
    'no value at all': [{id: 'x', type: 'labels', from_name: 'l'}],
  };

  for (const [name, results] of Object.entries(samples)) {
    it(`writes ${name} as it came`, () => {
      const input = structuredClone(results);
      expect(load(input).write()).to.deep.equal(results);
      expect(input).to.deep.equal(results);
    });
  }

  it('makes one region of equal ids', () => {
    const {regions} = load([SPAN, NOTE, CHOICE]);
    expect(regions().map(({id}) => id)).to.deep.equal(['span', 'choice']);
    expect(regions()[0]?.results.map(({value}) => value)).to.deep.equal([
      ['PER'],
      ['a', 'b'],
    ]);
    expect(regions()[0]?.geometry).to.deep.equal({
      start: 3,
      end: 7,
      text: 'four',
    });
  });

  it('tells classifications from regions', () => {
    const kinds = load([SPAN, CHOICE, BOX]).regions();
    expect(kinds.map((region) => region.classification)).to.deep.equal([
      false,
      true,
      false,
    ]);
  });

  it('leaves out entries that are no results, with a warning each', () => {
    const {regions, warnings} = load([null, 3, {id: 'x'}, CHOICE]);
    expect(regions()).to.have.length(1);
    expect(warnings.map(({path}) => path)).to.deep.equal(['/0', '/1', '/2']);
  });

  it('gives a result without an id one', () => {
    const {id: _id, ...anonymous} = CHOICE;
    const [written] = load([anonymous]).write();
    expect(written?.id).to.be.a('string').with.length(10);
  });

  it('changes the moved keys only, in every result of the region', () => {
    const {store, id, write} = load([SPAN, NOTE]);
    setGeometry(store, id, 'span', {end: 9});
    const [span, note] = write();
    expect(span).to.deep.equal({
      ...SPAN,
      origin: 'prediction-changed',
      value: {...SPAN.value, end: 9},
    });
    expect(note?.value).to.deep.equal({...NOTE.value, end: 9});
  });

  it('writes as it came after a change was undone', () => {
    const {store, id, write} = load([SPAN, NOTE, BOX]);
    setGeometry(store, id, 'span', {end: 9});
    store.removeRegion(id, 'box');
    store.history(id).undo();
    store.history(id).undo();
    expect(write()).to.deep.equal([SPAN, NOTE, BOX]);
  });

  it('puts a new result behind those of its region', () => {
    const {store, id, write} = load([SPAN, BOX]);
    const note = {
      name: 'note',
      toName: ['text'],
      definition: {resultType: 'textarea', valueKey: 'text'},
    };
    setResultValue(store, id, 'span', note, ['new']);
    expect(write().map(({type}) => type)).to.deep.equal([
      'labels',
      'textarea',
      'rectanglelabels',
    ]);
    expect(write()[1]?.value).to.deep.equal({start: 3, end: 7, text: ['new']});
  });

  it('writes a new region with its envelope', () => {
    const store = new AnnotationStore();
    store.insertAnnotation(emptyAnnotation({id: 'a'}));
    store.insertRegion('a', boxRegion({id: 'r', score: 0.9}));
    expect(writeResults(store.annotation('a'))).to.deep.equal([
      {
        id: 'r',
        from_name: 'box',
        to_name: 'image',
        type: 'rectanglelabels',
        origin: 'manual',
        score: 0.9,
        original_width: 600,
        original_height: 400,
        image_rotation: 0,
        value: {
          x: 10,
          y: 10,
          width: 20,
          height: 20,
          rotation: 0,
          rectanglelabels: ['Car'],
        },
      },
    ]);
  });

  it('leaves text out where the object says so', () => {
    const store = new AnnotationStore();
    store.insertAnnotation(emptyAnnotation({id: 'a'}));
    store.insertRegion('a', textRegion({id: 'r', start: 0, end: 2}));
    const omitTextOf = new Set(['text']);
    const [json] = writeResults(store.annotation('a'), {omitTextOf});
    expect(json?.value).to.deep.equal({start: 0, end: 2, labels: ['PER']});
  });
});

describe('readAnnotation()', () => {
  it('shows a draft instead of the result', () => {
    const parsed = readAnnotation({result: [SPAN], draft: [CHOICE]});
    expect(parsed.ok && parsed.value.regions.size).to.equal(1);
    expect(parsed.ok && writeResults(parsed.value)).to.deep.equal([CHOICE]);
  });

  it('refuses a result that is not a list', () => {
    const parsed = readAnnotation({result: 'x' as unknown as ResultJson[]});
    expect(!parsed.ok && parsed.issues[0]?.code).to.equal('format/bad-results');
  });

  it('keeps what the server said', () => {
    const parsed = readAnnotation({
      id: 12,
      result: [],
      lead_time: 3.5,
      ground_truth: true,
      was_cancelled: true,
      created_username: ' ada ',
    });
    const info = parsed.ok ? parsed.value.info : null;
    expect(info).to.include({
      pk: '12',
      leadTime: 3.5,
      groundTruth: true,
      skipped: true,
      createdBy: 'ada',
      hasSavedResult: true,
    });
  });
});

describe('readTask()', () => {
  const bad: readonly [string, unknown, string][] = [
    ['text', 'x', 'format/bad-task'],
    ['a list', [], 'format/bad-task'],
    ['null', null, 'format/bad-task'],
    ['data that is a list', {data: []}, 'format/bad-task-data'],
    [
      'annotations that are no list',
      {data: {}, annotations: 1},
      'format/bad-task-list',
    ],
    [
      'a prediction that is text',
      {data: {}, predictions: ['x']},
      'format/bad-task-list',
    ],
  ];
  for (const [name, json, code] of bad) {
    it(`refuses ${name}`, () => {
      const parsed = readTask(json);
      expect(!parsed.ok && parsed.issues[0]?.code).to.equal(code);
    });
  }

  it('takes completions for annotations', () => {
    const parsed = readTask({id: 1, data: {}, completions: [{result: []}]});
    expect(parsed.ok && parsed.value.annotations).to.have.length(1);
  });

  it('takes an object without data as the data', () => {
    const parsed = readTask({text: 'hello'});
    expect(parsed.ok && parsed.value).to.deep.equal({
      id: null,
      data: {text: 'hello'},
    });
  });
});
