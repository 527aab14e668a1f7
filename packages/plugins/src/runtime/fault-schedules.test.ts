import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode, LsError} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError, PluginPlace} from '../errors.js';
import type {PluginDefinition} from '../plugin-definition.js';
import type {PluginSource} from '../plugin-source.js';

import {loadPageTools} from './load-page-tools.js';
import {PluginRuntime} from './plugin-runtime.js';

const CONFIG: ConfigNode = {
  tag: 'View',
  attributes: {},
  text: '',
  children: [
    {
      tag: 'Text',
      attributes: {name: 'text', value: '$text'},
      text: '',
      children: [],
    },
  ],
};

/** How many schedules are tried; each is made from a seed. */
const SCHEDULES = 10_000;

/** Other schedules come of another one. */
const SEED = 20_260_101;

/** How many hosts there are at a time. */
const AT_ONCE = 50;

/** How many schedules one test tries. */
const A_TEST = 1000;

/** After so many failures in a row a plugin is set aside. */
const IN_A_ROW = 3;

/** How often a fault comes: once a display, once an event, or never. */
type Rate = 'display' | 'event' | 'never';

interface Fault {
  /** The author's source, in which `%` stands for the name of the fault. */
  readonly code: string;
  /** What is said that the plugin was doing. */
  readonly place: PluginPlace;
  readonly rate: Rate;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'throws while it runs': {
    code: 'throw new Error("%")',
    place: 'run',
    rate: 'display',
  },
  'rejects while it runs': {
    code: 'await null; throw new Error("%")',
    place: 'run',
    rate: 'display',
  },
  'breaks in what is rendered': {
    code: 'Htx.lsFaults.view.replaceChildren(); Htx.lsFaults.view.firstChild.remove()',
    place: 'run',
    rate: 'display',
  },
  'throws in a handler': {
    code: 'LSI.on("probe", () => { throw new Error("%") })',
    place: 'handler',
    rate: 'event',
  },
  'rejects in a handler': {
    code: 'LSI.on("probe", async () => { await null; throw new Error("%") })',
    place: 'handler',
    rate: 'event',
  },
  'throws in a listener': {
    code: 'Htx.lsFaults.target.addEventListener("probe", () => { throw new Error("%") })',
    place: 'listener',
    rate: 'event',
  },
  'throws in a listener object': {
    code: 'Htx.lsFaults.target.addEventListener("probe", {handleEvent() { throw new Error("%") }})',
    place: 'listener',
    rate: 'event',
  },
  'rejects in a listener': {
    code: 'Htx.lsFaults.target.addEventListener("probe", async () => { throw new Error("%") })',
    place: 'listener',
    rate: 'event',
  },
  'throws in a microtask': {
    code: 'queueMicrotask(() => { throw new Error("%") })',
    place: 'timer',
    rate: 'display',
  },
  'throws in a timer': {
    code: 'setTimeout(() => { throw new Error("%") })',
    place: 'timer',
    rate: 'display',
  },
  'throws in an observer': {
    code: 'new MutationObserver(() => { throw new Error("%") }).observe(Htx.lsFaults.view, {attributes: true}); Htx.lsFaults.view.toggleAttribute("hidden")',
    place: 'observer',
    rate: 'display',
  },
  'throws in teardown': {
    code: '(dispose) => dispose(() => { throw new Error("%") })',
    place: 'dispose',
    rate: 'display',
  },
  'rejects in teardown': {
    code: '(dispose) => dispose(async () => { throw new Error("%") })',
    place: 'dispose',
    rate: 'display',
  },
  'never settles in a handler': {
    code: 'LSI.on("probe", () => new Promise(() => {}))',
    place: 'handler',
    rate: 'never',
  },
  'never settles while it runs': {
    code: 'await new Promise(() => {})',
    place: 'run',
    rate: 'never',
  },
  'answers with what breaks when it is awaited': {
    code: 'LSI.on("probe", () => ({then() { throw new Error("%") }}))',
    place: 'handler',
    rate: 'event',
  },
  'answers with what breaks when it is looked at': {
    code: 'LSI.on("probe", () => ({get then() { throw new Error("%") }}))',
    place: 'handler',
    rate: 'event',
  },
  'throws while a part of the page is drawn': {
    code: '(dispose, {panel}) => panel({title: "x", render() { throw new Error("%") }})',
    place: 'contribution',
    rate: 'display',
  },
  'rejects while a part of the page is drawn': {
    code: '(dispose, {panel}) => panel({title: "x", async render() { throw new Error("%") }})',
    place: 'contribution',
    rate: 'display',
  },
  'answers activate() with nonsense': {
    code: '() => [Symbol("%"), NaN]',
    place: 'activate',
    rate: 'never',
  },
  'answers with nonsense': {
    code: 'LSI.on("probe", () => [undefined, NaN, {}, Symbol("%")]); return 7',
    place: 'handler',
    rate: 'never',
  },
};

type FaultName = keyof typeof FAULTS;

interface Schedule {
  readonly faults: readonly FaultName[];
  /** What happens between the first display and the last. */
  readonly steps: readonly ('event' | 'display' | 'turn')[];
}

const schedules = fc.record<Schedule>({
  faults: fc.array(fc.constantFrom(...Object.keys(FAULTS)), {
    minLength: 1,
    maxLength: 4,
  }),
  steps: fc.array(
    fc.constantFrom('event' as const, 'display' as const, 'turn' as const),
    {maxLength: 4},
  ),
});

/** What only module plugins do. */
const OF_MODULES: ReadonlySet<PluginPlace> = new Set([
  'activate',
  'contribution',
  'dispose',
]);

/** The author's line on which every fault is. */
const LINE = 2;

function sourceOf(name: FaultName, index: number): PluginSource {
  const {code, place} = faultOf(name);
  const id = `faulty-${String(index)}`;
  const text = `// ${name}\n${code.replaceAll('%', name)}`;
  if (!OF_MODULES.has(place)) return {id, code: text};
  const evaluate = eval as (code: string) => unknown;
  const start = evaluate(text) as (...given: unknown[]) => never;
  const definition: PluginDefinition = {
    id,
    activate: ({addDisposer, contribute}) => start(addDisposer, contribute),
  };
  return {id, definition};
}

function faultOf(name: FaultName): Fault {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`There is no fault "${name}".`);
  return fault;
}

/**
 * Least and greatest number of reports that a fault may cause: until it has
 * come three times in a row, or on three displays in a row.
 */
function bounds(
  name: FaultName,
  eventsByDisplay: readonly number[],
): readonly [least: number, most: number] {
  const {rate} = faultOf(name);
  if (rate === 'never') return [0, 0];
  const isLate = /^rejects|awaited$/.test(name);
  let total = 0;
  for (const [display, events] of eventsByDisplay.entries()) {
    const faults = rate === 'display' ? 1 : events;
    const limit = display === IN_A_ROW - 1 ? 1 : IN_A_ROW;
    if (faults < limit) {
      total += faults;
      continue;
    }
    // It is set aside; what was called before that may still come to light.
    const next = rate === 'display' ? 1 : 0;
    return [
      total + limit,
      total + (isLate ? Math.max(faults, limit) + next : limit),
    ];
  }
  return [total, total];
}

const HEALTHY = (id: string): PluginSource => ({
  id,
  code: `LSI.on("probe", (count) => Htx.lsFaults.heard("${id}", count));
    Htx.lsFaults.target.addEventListener("probe", () => Htx.lsFaults.heard("${id}-dom", 0));`,
});

function createSession(): LabelingSession {
  const parsed = parseLabelConfig(CONFIG);
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {text: 'Hello'}});
  return session;
}

/** Runs a schedule; returns everything that is to be looked at. */
async function run({faults, steps}: Schedule) {
  const session = createSession();
  const runtime = new PluginRuntime(session, {deadlineMs: 60_000});
  const heard = new Map<string, number>();
  const target = new EventTarget();
  const eventsByDisplay = [0];
  Object.assign(session.htx, {
    lsFaults: {
      target,
      view: document.createElement('div'),
      heard: (id: string) => heard.set(id, (heard.get(id) ?? 0) + 1),
    },
  });
  const errors: PluginError[] = [];
  const hostErrors: LsError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  session.errors$.subscribe((error) => {
    if (!runtime.isPluginFailure(error)) hostErrors.push(error);
  });
  runtime.setSources([
    HEALTHY('first'),
    ...faults.map(sourceOf),
    HEALTHY('last'),
  ]);
  const fire = (): void => {
    const last = eventsByDisplay.length - 1;
    eventsByDisplay[last] = (eventsByDisplay[last] ?? 0) + 1;
    void session.events.invoke<string>('probe', last);
    target.dispatchEvent(new Event('probe'));
  };
  const display = async (): Promise<void> => {
    const {scope} = session;
    if (scope) void runtime.run(scope);
    await turn();
    // As a host does with what is to be seen.
    for (const entry of runtime.contributions.list('panel')) {
      entry.call(() => entry.value.render(document.createElement('div')));
    }
    await turn();
  };
  await display();
  fire();
  for (const step of steps) {
    if (step === 'event') fire();
    if (step === 'turn') await turn();
    if (step !== 'display') continue;
    await turn();
    eventsByDisplay.push(0);
    session.createAnnotation();
    await display();
    fire();
  }
  await turn();
  session.close();
  await turn();
  runtime.close();
  return {errors, hostErrors, heard, eventsByDisplay};
}

/** Lets everything happen that is due. */
function turn(): Promise<unknown> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      setTimeout(resolve);
    };
    port2.postMessage(0);
  });
}

/** Throws when a schedule did not go as it has to. */
async function check(schedule: Schedule): Promise<void> {
  const {errors, hostErrors, heard, eventsByDisplay} = await run(schedule);
  const events = eventsByDisplay.reduce((sum, count) => sum + count, 0);
  expect(hostErrors).to.deep.equal([]);
  for (const id of ['first', 'last', 'first-dom', 'last-dom']) {
    expect(heard.get(id), id).to.equal(events);
  }
  schedule.faults.forEach((fault, index) => {
    const own = errors.filter(
      ({pluginId}) => pluginId === `faulty-${String(index)}`,
    );
    const {place} = faultOf(fault);
    for (const error of own) {
      expect(error.place, fault).to.equal(place);
      if (OF_MODULES.has(place)) continue;
      expect(error.position?.line, fault).to.equal(LINE);
    }
    const [least, most] = bounds(fault, eventsByDisplay);
    expect(own.length, fault).to.be.within(least, most);
  });
}

describe('faults of plugins', () => {
  // So that a turn is enough for every plugin to start.
  before(loadPageTools);

  const all = fc.sample(schedules, {numRuns: SCHEDULES, seed: SEED});
  for (let first = 0; first < SCHEDULES; first += A_TEST) {
    const last = first + A_TEST;
    it(`stay with the plugin, in schedules ${String(first + 1)} to ${String(last)}`, async () => {
      for (let start = first; start < last; start += AT_ONCE) {
        await Promise.all(all.slice(start, start + AT_ONCE).map(tryOut));
      }
    });
  }
});

async function tryOut(schedule: Schedule): Promise<void> {
  try {
    await check(schedule);
  } catch (cause) {
    throw new Error(`${JSON.stringify(schedule)}: ${String(cause)}`);
  }
}
