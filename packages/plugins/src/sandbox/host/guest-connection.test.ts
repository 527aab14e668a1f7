import {expect} from '@open-wc/testing';

import {textRegion, until} from '@ls-annotation/testing';

import {PluginLogs} from '../../console/plugin-logs.js';
import {PermissionSet} from '../permissions.js';
import {PROTOCOL_VERSION} from '../protocol.js';
import {createSession, span} from '../testing/sandbox-setup.js';

import {GuestConnection} from './guest-connection.js';
import {PluginStorage} from './plugin-storage.js';
import {RateLimit} from '../rate-limit.js';

/** A host whose guest is the test: it may say anything. */
async function setup(
  permissions: readonly string[] = [],
  session = createSession(),
  onHeard: (message: {type: string}) => void = () => undefined,
) {
  const channel = new MessageChannel();
  const reports: string[] = [];
  const modals: string[] = [];
  const heard: {type: string}[] = [];
  let closed = 0;
  session.modals$.subscribe(({message}) => modals.push(message));
  const granted = new PermissionSet(permissions);
  const connection = new GuestConnection(channel.port1, {
    pluginId: 'guest',
    source: {code: ''},
    open: {
      type: 'open',
      pluginId: 'guest',
      kind: 'script',
      code: '',
      baseUrl: location.href,
      permissions,
      slot: '',
      looks: {colorScheme: 'light', tokens: {}},
      stored: {},
      annotationId: session.annotation!.id,
      config: null,
      configXml: '',
      session: {},
    },
    permissions: granted,
    session,
    scope: session.scope!,
    own: new Set(),
    foreign: new Set(),
    modals: new RateLimit(5, 10_000),
    storage: new PluginStorage('guest-test'),
    silenceMs: 60_000,
    vetoMs: 60_000,
    logs: new PluginLogs(() => () => undefined),
    locate: () => null,
    report: (_place, error) =>
      reports.push(String((error as {code?: string}).code)),
    onRecovered: () => undefined,
    onSize: () => undefined,
    onClose: () => {
      closed += 1;
    },
  });
  const guest = channel.port2;
  guest.onmessage = ({data}: MessageEvent<{type: string}>) => {
    // It is asked for signs of life, however long a test takes.
    if (data.type === 'ping') return;
    heard.push(data);
    onHeard(data);
  };
  /** Says something and waits until the host has taken it. */
  const say = async (...messages: unknown[]): Promise<void> => {
    for (const message of messages) guest.postMessage(message);
    const marker = new MessageChannel();
    const taken = new Promise((resolve) => {
      marker.port1.onmessage = resolve;
    });
    marker.port2.postMessage(null);
    await taken;
    await new Promise((resolve) => setTimeout(resolve));
  };
  await say({type: 'ready', version: PROTOCOL_VERSION});
  return {
    session,
    connection,
    reports,
    modals,
    heard,
    say,
    closed: () => closed,
    end: () => {
      connection.close();
      session.close();
      guest.close();
    },
  };
}

const REGION = {
  id: 'made',
  ordinal: 2,
  object: 'text',
  classification: false,
  geometry: {start: 0, end: 2, text: 'He'},
  results: [
    {
      id: 'result',
      fromName: 'label',
      toName: 'text',
      type: 'labels',
      valueKey: 'labels',
      value: ['PER'],
    },
  ],
  origin: 'manual',
  parentId: '',
  readonly: false,
  locked: false,
  hidden: false,
  envelope: {},
};

function write(write: number, ...operations: unknown[]) {
  return {type: 'write', write, label: 'x', mergeKey: '', operations};
}

const FAILURE = {
  name: 'x',
  message: '',
  stack: '',
  code: '',
  position: null,
  refusal: 0,
};

function insert(changes: object = {}) {
  return {kind: 'insert', region: {...REGION, ...changes}};
}

function update(regionId: string, ...patches: unknown[]) {
  return {kind: 'update', regionId, patches};
}

function replace(path: readonly unknown[], value: unknown) {
  return {op: 'replace', path, value};
}

function logOf(...args: unknown[]) {
  return {type: 'log', level: 'log', args, stack: '', missed: 0};
}

const OWN_PROTO = JSON.parse('{"__proto__": {"escaped": true}}') as object;
const ALL = ['write', 'submit', 'veto', 'modal', 'storage'];

/** What no runtime says: whoever says it is let go of. */
const BROKEN: readonly {readonly what: string; readonly says: unknown}[] = [
  {what: 'nothing', says: null},
  {what: 'a text', says: 'write'},
  {what: 'a list', says: [{type: 'started'}]},
  {what: 'no type', says: {}},
  {what: 'an unknown type', says: {type: 'evaluate', code: 'alert(1)'}},
  {what: 'a type of the host', says: {type: 'patches', patches: []}},
  {what: 'a type from a prototype', says: {type: 'toString'}},
  {what: 'a type that is no text', says: {type: {toString: 'started'}}},
  {what: 'more than it may', says: {type: 'started', extra: true}},
  {
    what: 'an own __proto__',
    says: {type: 'started', ...OWN_PROTO, p: OWN_PROTO},
  },
  {what: 'a map', says: {type: 'write', write: new Map()}},
  {what: 'a date', says: {type: 'pong', count: new Date()}},
  {what: 'bytes', says: new ArrayBuffer(8)},
  {what: 'a count that is no number', says: {type: 'pong', count: '1'}},
  {
    what: 'a size that is no number',
    says: {type: 'size', widthPx: 1, heightPx: NaN},
  },
  {what: 'a size without end', says: {type: 'size', widthPx: 1, heightPx: 1e9}},
  {
    what: 'a size below nothing',
    says: {type: 'size', widthPx: -1, heightPx: 1},
  },
  {
    what: 'a line of a level that does not exist',
    says: {type: 'log', level: 'fatal', args: [], stack: '', missed: 0},
  },
  {
    what: 'a line with a value that is not encoded',
    says: logOf({escaped: true}),
  },
  {
    what: 'a line with a class whose name is no text',
    says: logOf(['object', {}, []]),
  },
  {
    what: 'a line with a reference to more than there is',
    says: logOf(['list', [['region', 'a', 'b', 'c']]]),
  },
  {
    what: 'a place that does not exist',
    says: {type: 'failure', place: 'sandbox', failure: {}},
  },
  {
    what: 'a message of a kind that does not exist',
    says: {type: 'modal', message: 'x', kind: 'question'},
  },
  {
    what: 'a message that is no text',
    says: {type: 'modal', message: {html: '<b>'}, kind: 'error'},
  },
  {
    what: 'a text of 9 million characters',
    says: {type: 'modal', message: 'x'.repeat(9_000_000), kind: 'error'},
  },
  {
    what: 'a deep value',
    says: {type: 'modal', message: deep(100), kind: 'error'},
  },
  {what: 'a circle', says: circle()},
  {
    what: 'a list that is long for nothing',
    says: write(1, {kind: 'selection', ids: new Array(4e9)}),
  },
  {what: 'a blob', says: {type: 'log', args: [new Blob(['x'])]}},
  {what: 'a number without end', says: {type: 'pong', count: Infinity}},
  {
    what: 'an error with what no error has',
    says: {
      type: 'failure',
      place: 'run',
      failure: {...FAILURE, cause: 'x'},
    },
  },
  {
    what: 'a permission that is no text',
    says: {
      type: 'denied',
      refusal: 1,
      permission: {toString: 'write'},
      action: '',
      stack: '',
    },
  },
  {
    what: 'a key that is too long to be stored',
    says: {type: 'store', key: 'x'.repeat(1001), value: ''},
  },
  {
    what: 'a request that does not exist',
    says: {type: 'request', request: 1, action: 'close'},
  },
  {
    what: 'a request with arguments',
    says: {type: 'request', request: 1, action: 'submit', args: []},
  },
  {
    what: 'a request out of order',
    says: {type: 'request', request: 2, action: 'undo'},
  },
  {what: 'a write out of order', says: write(2)},
  {what: 'a write before the first', says: write(0)},
  {
    what: 'an operation that does not exist',
    says: write(1, {kind: 'replaceTask'}),
  },
  {
    what: 'a region with an id from elsewhere',
    says: write(1, insert({id: '__proto__#x'})),
  },
  {
    what: 'a region with what no region has',
    says: write(1, insert({escaped: true})),
  },
  {
    what: 'a region without results that are lists',
    says: write(1, insert({results: {}})),
  },
  {
    what: 'a region with an ordinal below nothing',
    says: write(1, insert({ordinal: -1})),
  },
  {
    what: 'a region with a prototype key inside',
    says: write(1, insert({geometry: {a: OWN_PROTO}})),
  },
  {
    what: 'a patch without a path',
    says: write(1, update('a', replace([], {}))),
  },
  {
    what: 'a patch that is a test',
    says: write(1, update('a', {op: 'move', path: ['id']})),
  },
  {
    what: 'an event that it may not announce',
    says: {type: 'announce', event: 'submitAnnotation', regionId: 'a'},
  },
  {
    what: 'a verdict that does not exist',
    says: {type: 'verdict', call: 1, verdict: 'maybe', failure: null},
  },
  {
    what: 'that it is ready again',
    says: {type: 'ready', version: PROTOCOL_VERSION},
  },
];

/** What the host does not do; the guest stays. */
const REFUSED: readonly {
  readonly what: string;
  readonly operation: unknown;
  readonly permissions?: readonly string[];
  readonly code?: string;
}[] = [
  {
    what: 'make a region, without permission',
    operation: insert(),
    permissions: [],
    code: 'plugin/permission',
  },
  {what: 'make a region that exists', operation: insert({id: 'a'})},
  {
    what: 'make a region of a control that does not exist',
    operation: insert({results: [{...REGION.results[0], fromName: 'nothing'}]}),
  },
  {
    what: 'make a region of a control from a prototype',
    operation: insert({
      results: [{...REGION.results[0], fromName: 'constructor'}],
    }),
  },
  {
    what: 'make a region about an object that does not exist',
    operation: insert({results: [{...REGION.results[0], toName: 'nothing'}]}),
  },
  {
    what: 'remove a region that it did not make',
    operation: {kind: 'remove', regionId: 'a'},
    permissions: ['write:own'],
    code: 'plugin/permission',
  },
  {
    what: 'remove a region that does not exist',
    operation: {kind: 'remove', regionId: 'gone'},
  },
  {
    what: 'change a region that it did not make',
    operation: update('a', replace(['origin'], 'x')),
    permissions: ['write:own'],
    code: 'plugin/permission',
  },
  {
    what: 'change the id of a region',
    operation: update('a', replace(['id'], 'b')),
  },
  {
    what: 'change the place of a region',
    operation: update('a', replace(['ordinal'], 7)),
  },
  {
    what: 'take the results of a region away',
    operation: update('a', replace(['results'], [])),
  },
  {
    what: 'make a region something else',
    operation: update('a', replace(['results'], 'none')),
  },
  {
    what: 'reach into the prototype of a region',
    operation: update('a', replace(['__proto__', 'escaped'], true)),
  },
  {
    what: 'reach into its constructor',
    operation: update(
      'a',
      replace(['constructor', 'prototype', 'escaped'], true),
    ),
  },
  {
    what: 'hang something new on a region',
    operation: update('a', {op: 'add', path: ['escaped'], value: true}),
  },
  {
    what: 'select a region that does not exist',
    operation: {kind: 'selection', ids: ['gone']},
  },
  {
    what: 'select without permission',
    operation: {kind: 'selection', ids: ['a']},
    permissions: [],
    code: 'plugin/permission',
  },
  {
    what: 'type for a person',
    operation: {kind: 'session', session: {typed: {note: 'x'}}},
    permissions: ['write:own'],
    code: 'plugin/permission',
  },
  {
    what: 'replace what is shown',
    operation: {kind: 'session', session: {remoteValues: {text: 'x'}}},
    permissions: ['veto'],
    code: 'plugin/permission',
  },
  {
    what: 'link regions that do not exist',
    operation: {
      kind: 'relations',
      relations: [
        {id: 'r', fromId: 'a', toId: 'gone', direction: 'right', labels: []},
      ],
    },
  },
];

/** What a guest hears in any case. */
const START = new Set(['open', 'regions']);

describe('GuestConnection', () => {
  it('packs a commit of many patches, and keeps the order', async () => {
    const {say, session, heard, end} = await setup();
    const {store, annotation, events} = session;
    await say({type: 'subscribe', name: 'told'});
    const told = () => heard.filter(({type}) => !START.has(type));
    const regions = Array.from({length: 500}, () => textRegion());
    store.insertRegions(annotation!.id, regions);
    void events.invoke<string>('told', 'after many');
    store.insertRegions(annotation!.id, [textRegion()]);
    void events.invoke<string>('told', 'after one');
    expect(told()).to.deep.equal([]);
    await until(() => told().length === 4);
    expect(told().map(({type}) => type)).to.deep.equal([
      'packed',
      'event',
      'patches',
      'event',
    ]);
    const [{bytes}] = told() as unknown as [{bytes: Blob}];
    const patches = JSON.parse(await bytes.text()) as {op: string}[];
    expect(patches).to.have.length(500);
    expect(patches.every(({op}) => op === 'add')).to.equal(true);
    end();
  });

  it('says nothing more when it ends while it packs', async () => {
    const {say, session, connection, heard, end} = await setup();
    const regions = Array.from({length: 500}, () => textRegion());
    session.store.insertRegions(session.annotation!.id, regions);
    connection.close();
    await say('nobody listens');
    expect(heard.filter(({type}) => !START.has(type))).to.deep.equal([]);
    end();
  });

  for (const {what, says} of BROKEN) {
    it(`lets go of a guest that says ${what}`, async () => {
      const {say, session, reports, closed, modals, end} = await setup(ALL);
      const before = session.store.state;
      await say(says);
      expect(reports).to.deep.equal(['plugin/protocol']);
      expect(closed()).to.equal(1);
      await say(write(1, {kind: 'remove', regionId: 'a'}));
      expect(session.store.state).to.equal(before);
      expect(modals).to.deep.equal([]);
      expect(({} as {escaped?: unknown}).escaped).to.equal(undefined);
      end();
    });
  }

  for (const {what, operation, permissions, code} of REFUSED) {
    it(`does not ${what}`, async () => {
      const {say, session, reports, heard, closed, end} = await setup(
        permissions ?? ALL,
      );
      const before = session.serialize();
      const {selection, session: inHand} = session.annotation!.state;
      // What comes before it in the same write is taken back with it.
      await say(
        write(1, ...(permissions ? [] : [insert({id: 'first'})]), operation),
      );
      expect(session.serialize()).to.deep.equal(before);
      expect(session.annotation!.state.selection).to.equal(selection);
      expect(session.annotation!.state.session).to.equal(inHand);
      expect(reports).to.deep.equal([code ?? reports[0]]);
      expect(heard.at(-1)).to.include({type: 'refused', write: 1});
      expect(({} as {escaped?: unknown}).escaped).to.equal(undefined);
      expect(closed()).to.equal(0);
      end();
    });
  }

  it('tells of the state first, and of every region once', async () => {
    const {heard, say, end} = await setup();
    while (heard.length < 2) await say();
    const [open, regions, ...others] = heard as unknown as [
      {state: {task: unknown; annotations: {regions: object}[]}},
      {annotationId: string; bytes: Blob; shards: {ids: number}[]},
    ];
    expect(open.state.task).to.deep.equal({
      id: 7,
      data: {text: 'Hello world'},
      annotations: [{id: 12}, {id: 11}],
    });
    expect(open.state.annotations.map(({regions}) => regions)).to.deep.equal([
      {size: 0, nextOrdinal: 0},
      {size: 2, nextOrdinal: 2},
    ]);
    const ids = regions.bytes.slice(0, regions.shards[0]!.ids);
    expect(await ids.text()).to.equal('["a","b"]');
    expect(others).to.deep.equal([]);
    end();
  });

  it('tells of no change before every region is on its way', async () => {
    const result = Array.from({length: 5000}, (_, index) =>
      span(`r${String(index)}`, 0, 5),
    );
    const session = createSession(result);
    const {heard, say, end} = await setup([], session, ({type}) => {
      if (type === 'open') session.annotation!.regions[0]!.setLocked(true);
    });
    while (heard.length < 3) await say();
    expect(heard.map(({type}) => type)).to.deep.equal([
      'open',
      'regions',
      'patches',
    ]);
    end();
  });

  it('does what it may, with one undo step for one write', async () => {
    const {say, session, heard, reports, end} = await setup(['write']);
    await say(
      write(1, insert(), update('made', replace(['hidden'], true)), {
        kind: 'selection',
        ids: ['made'],
      }),
    );
    expect(reports).to.deep.equal([]);
    expect(heard.at(-1)).to.include({type: 'applied', write: 1});
    expect(session.annotation!.selectedRegions[0]!.hidden).to.equal(true);
    expect(session.annotation!.history.undoIdx).to.equal(1);
    session.undo();
    expect(session.annotation!.regions).to.have.length(2);
    end();
  });

  it('tells where a region stands after all', async () => {
    const {say, heard, end} = await setup(['write:own']);
    await say(write(1, insert({ordinal: 40})));
    const last = heard.at(-1) as unknown as {
      type: string;
      ack: number;
      patches: {value: {ordinal: number}}[];
    };
    expect(last).to.include({type: 'patches', ack: 1});
    expect(last.patches[0]!.value.ordinal).to.equal(2);
    end();
  });

  it('does not write to an annotation that is read-only', async () => {
    const {say, session, reports, end} = await setup(ALL);
    session.annotation!.setReadonly(true);
    await say(write(1, insert()));
    expect(session.annotation!.regions).to.have.length(2);
    expect(reports).to.deep.equal(['plugin/write-refused']);
    end();
  });

  it('does not write to a region that is read-only or locked', async () => {
    const {say, session, reports, end} = await setup(ALL);
    session.annotation!.regions[0]!.setLocked(true);
    await say(
      write(1, {kind: 'remove', regionId: 'a'}),
      write(2, update('a', replace(['origin'], 'x'))),
    );
    expect(session.annotation!.regions[0]!.origin).to.equal('manual');
    expect(reports).to.deep.equal([
      'plugin/write-refused',
      'plugin/write-refused',
    ]);
    end();
  });

  it('takes no answer to what it did not ask', async () => {
    const {say, session, closed, end} = await setup(ALL);
    await say({type: 'subscribe', name: 'beforeSaveAnnotation'});
    await say({type: 'verdict', call: 1, verdict: 'refuse', failure: null});
    const saved = session.submit();
    await say({type: 'verdict', call: 7, verdict: 'refuse', failure: null});
    await say({type: 'verdict', call: 1, verdict: 'allow', failure: null});
    await say({type: 'verdict', call: 1, verdict: 'refuse', failure: null});
    expect(await saved).to.equal(true);
    expect(closed()).to.equal(0);
    end();
  });

  it('does nothing for a guest without permission', async () => {
    const {say, session, reports, modals, end} = await setup([]);
    const before = session.store.state;
    await say(
      {type: 'modal', message: 'x', kind: 'error'},
      {type: 'store', key: 'x', value: 'y'},
      {type: 'request', request: 1, action: 'submit'},
      {type: 'request', request: 2, action: 'undo'},
      {type: 'announce', event: 'entityDelete', regionId: 'a'},
    );
    expect(modals).to.deep.equal([]);
    expect(session.store.state).to.equal(before);
    expect(localStorage.getItem('ls-plugin:guest-test:x')).to.equal(null);
    expect(reports).to.deep.equal(Array(4).fill('plugin/permission'));
    end();
  });

  it('keeps no more than a plugin may store', async () => {
    const {say, reports, end} = await setup(ALL);
    await say({type: 'store', key: 'x', value: 'y'.repeat(199_999)});
    await say({type: 'store', key: 'z', value: 'y'});
    expect(reports).to.deep.equal(['plugin/permission']);
    await say({type: 'store', key: 'x', value: null});
    expect(localStorage.getItem('ls-plugin:guest-test:x')).to.equal(null);
    end();
  });

  it('lets go of a guest that floods the page with much in few messages', async () => {
    const {say, reports, closed, end} = await setup();
    const typed = {x: Array.from({length: 190_000}, () => 0)};
    const much = (count: number) =>
      write(count, {kind: 'session', session: {typed}});
    await say(much(1), much(2));
    expect(reports).to.deep.equal(['plugin/permission', 'plugin/permission']);
    await say(much(3), much(4), much(5));
    expect(reports.at(-1)).to.equal('plugin/protocol');
    expect(closed()).to.equal(1);
    end();
  });

  it('does not give a guest the place of a region that may come back', async () => {
    const {say, session, reports, end} = await setup(['write:own']);
    const {annotation} = session;
    annotation!.deleteRegion(annotation!.areas.get('a')!);
    await say(write(1, insert({id: 'a'})));
    expect(reports).to.deep.equal(['plugin/write-refused']);
    annotation!.undo();
    await say(write(2, update('a', replace(['hidden'], true))));
    expect(reports.at(-1)).to.equal('plugin/permission');
    expect(annotation!.areas.get('a')!.hidden).to.equal(false);
    end();
  });

  it('does not believe a guest about regions it did not make', async () => {
    const {say, session, end} = await setup(['write:own']);
    const names: string[] = [];
    session.events.all$.subscribe(({name}) => names.push(name));
    await say(
      {type: 'announce', event: 'entityCreate', regionId: 'a'},
      {type: 'announce', event: 'entityDelete', regionId: 'a'},
      {type: 'announce', event: 'entityCreate', regionId: 'gone'},
    );
    expect(names).to.deep.equal([]);
    end();
  });
});

function deep(depth: number): unknown {
  return depth === 0 ? 'x' : {inner: deep(depth - 1)};
}

function circle(): unknown {
  const value: {type: string; self?: unknown} = {type: 'started'};
  value.self = value;
  return value;
}
