import {expect} from '@open-wc/testing';

import {readRecording} from './read-recording.js';

const REGION = {
  id: 'r',
  ordinal: 0,
  object: 'text',
  classification: false,
  geometry: {start: 0, end: 3},
  results: [{id: 'x', fromName: 'label', toName: 'text', type: 'labels'}],
  envelope: {},
};

const ANNOTATION = {
  id: 'a',
  info: {type: 'annotation'},
  regions: [REGION],
  nextOrdinal: 1,
  relations: [],
  selection: [],
  session: {activeLabels: {}, typed: {}},
};

const RECORDING = {
  format: 'ls-annotation-session',
  version: 1,
  recordedAt: '2026-01-01T00:00:00.000Z',
  config: '<View/>',
  task: {id: 1, data: {}},
  start: {
    annotations: [ANNOTATION],
    order: ['a'],
    predictions: [],
    selectedId: 'a',
  },
  entries: [
    {
      kind: 'change',
      atMs: 1,
      origin: 'user',
      label: 'select',
      patches: [{op: 'replace', path: ['annotations', 'a', 'selection', 0]}],
    },
    {
      kind: 'event',
      atMs: 2,
      name: 'entityCreate',
      args: [
        ['region', 'a', 'r'],
        ['object', [['of', ['list', [['root'], ['value', 1]]]]]],
      ],
    },
    {kind: 'display', atMs: 3, annotationId: 'a'},
  ],
  results: {a: []},
};

/** A recording with something else at a JSON pointer. */
function withOther(path: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(RECORDING)) as Record<string, unknown>;
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  const holder = keys.reduce<Record<string, unknown>>(
    (held, key) => held[key] as Record<string, unknown>,
    copy,
  );
  holder[last] = value;
  return JSON.stringify(copy);
}

function issueOf(json: string): readonly [string, string] | null {
  const read = readRecording(json);
  const [first] = read.ok ? [] : read.issues;
  return first ? [first.code, first.path] : null;
}

describe('readRecording()', () => {
  it('takes what was exported', () => {
    const read = readRecording(JSON.stringify(RECORDING));
    expect(read.ok && read.value).to.deep.equal(RECORDING);
  });

  it('refuses what is not JSON, not a recording, or of another version', () => {
    expect(issueOf('{')?.[0]).to.equal('recording/json');
    expect(issueOf('[]')?.[0]).to.equal('recording/format');
    expect(issueOf('{"data": {}}')?.[0]).to.equal('recording/format');
    expect(issueOf(withOther('/version', 2))?.[0]).to.equal(
      'recording/version',
    );
  });

  for (const [path, value] of [
    ['/config', 7],
    ['/task/data', null],
    ['/start/order', 'a'],
    ['/start/selectedId', 1],
    ['/start/annotations/0/info/type', 'draft'],
    ['/start/annotations/0/regions/0/ordinal', '0'],
    ['/start/annotations/0/relations', {}],
    ['/entries/0/kind', 'click'],
    ['/entries/0/origin', 'nobody'],
    ['/entries/0/patches/0/op', 'move'],
    ['/entries/0/patches/0/path/1', {}],
    ['/entries/1/args/0', ['window']],
    ['/entries/1/args/0/2', 1],
    ['/entries/2/annotationId', null],
    ['/results/a', 'nothing'],
  ] as const) {
    it(`says that ${path} cannot be ${JSON.stringify(value)}`, () => {
      const [code, place] = issueOf(withOther(path, value)) ?? [];
      expect(code).to.equal('recording/shape');
      expect(place?.startsWith(path)).to.equal(true);
    });
  }

  it('looks into annotations that came later', () => {
    const change = {
      ...RECORDING.entries[0],
      patches: [
        {op: 'add', path: ['annotations', 'b'], value: {...ANNOTATION, id: 1}},
      ],
    };
    expect(issueOf(withOther('/entries/0', change))).to.deep.equal([
      'recording/shape',
      '/entries/0/patches/0/value/id',
    ]);
  });
});
