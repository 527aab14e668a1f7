import {findRecord} from './record.js';
import type {BenchRecord} from './record.js';
import {median} from './statistics.js';

/** A promise of the documents, checked. */
export interface BudgetResult {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly ok: boolean;
}

interface Budget {
  readonly name: string;
  readonly unit: string;
  /** The value may be this and no more. */
  readonly limit: number;
  /** Returns `undefined` when it was not measured. */
  readonly value: (records: readonly BenchRecord[]) => number | undefined;
}

/** What may stay behind after all cycles of a case together. */
const LEAK_LIMITS = [
  {metric: 'listeners', limit: 0, unit: ''},
  {metric: 'nodes', limit: 50, unit: ''},
  {metric: 'documents', limit: 0, unit: ''},
  {metric: 'frames', limit: 0, unit: ''},
  {metric: 'heapBytes', limit: 1_000_000, unit: 'B'},
];

/** What may come up between the first switch and the last. */
const OFFICIAL_LIMITS = [
  ...LEAK_LIMITS.filter(({metric}) => metric !== 'heapBytes'),
  // One that takes 150 ms is there now and then: a plugin watches the page.
  {metric: 'timers', limit: 1, unit: ''},
  {metric: 'observers', limit: 0, unit: ''},
];

/** What objects may take more after the last switch than after the 100th. */
const OFFICIAL_OBJECTS_LIMIT = 100_000;

const BUDGETS: readonly Budget[] = [
  {
    name: 'state update: 100,000 regions against 100',
    unit: '×',
    limit: 2,
    value: (records) =>
      ratioOf(
        records,
        {measurement: 'state-update', subject: 'host'},
        [100_000, 100],
      ),
  },
  {
    name: 'elements of 10,000 boxes',
    unit: '',
    limit: 300,
    value: (records) => medianOf(records, scaleOf('boxes', 'elements', 10_000)),
  },
  {
    name: 'canvases of 10,000 boxes',
    unit: '',
    limit: 3,
    value: (records) => medianOf(records, scaleOf('boxes', 'canvases', 10_000)),
  },
  {
    name: 'start and end of a plugin',
    unit: 'µs',
    limit: 100,
    value: (records) =>
      medianOf(records, {measurement: 'plugin-cost', subtopic: 'careful'}),
  },
  {
    name: 'opening a dialog: 400 fields against 100',
    unit: '×',
    limit: 2,
    value: (records) =>
      ratioOf(
        records,
        {measurement: 'open-form', subject: 'host', metric: 'open, wall'},
        [400, 100],
      ),
  },
  {
    name: 'event to a sandboxed plugin and back',
    unit: 'ms',
    limit: 0.5,
    value: (records) =>
      medianOf(records, sandboxOf('event and back, wall', 1000)),
  },
  {
    name: 'event to a sandboxed plugin and back: CPU of the page',
    unit: 'ms',
    limit: 0.25,
    value: (records) =>
      medianOf(records, sandboxOf('event and back, CPU', 1000)),
  },
  {
    name: 'display with a sandboxed plugin: 10,000 regions against none',
    unit: '×',
    limit: 2,
    value: (records) =>
      ratioOf(records, sandboxOf('display, wall'), [10_000, 0]),
  },
  {
    name: 'the same, CPU of the page',
    unit: '×',
    limit: 2,
    value: (records) =>
      ratioOf(records, sandboxOf('display, CPU'), [10_000, 0]),
  },
  ...['empty', 'reading'].map((subtopic): Budget => ({
    name: `10,000 events a second to ten ${subtopic} plugins: the panel`,
    unit: '% of a second',
    limit: 5,
    value: (records) =>
      medianOf(records, {
        measurement: 'panel-cost',
        subtopic,
        metric: 'added by the panel, CPU',
      }),
  })),
  ...['text', 'boxes'].map((kind): Budget => ({
    name: `elements, ${kind}: 10,000 regions against 1,000`,
    unit: '×',
    limit: 1.1,
    value: (records) =>
      ratioOf(records, scaleOf(kind, 'elements'), [10_000, 1000]),
  })),
];

/** Checks every budget whose records are there. */
export function checkBudgets(
  records: readonly BenchRecord[],
): readonly BudgetResult[] {
  const all = [
    ...BUDGETS,
    ...leakBudgets(records),
    ...officialBudgets(records),
  ];
  return all.flatMap(({name, unit, limit, value}) => {
    const measured = value(records);
    if (measured === undefined) return [];
    return [{name, value: measured, limit, unit, ok: measured <= limit}];
  });
}

function leakBudgets(records: readonly BenchRecord[]): readonly Budget[] {
  return records
    .filter(
      ({measurement, subject}) => measurement === 'leaks' && subject === 'host',
    )
    .flatMap(({subtopic, metric, samples}) => {
      const rule = LEAK_LIMITS.find((each) => each.metric === metric);
      if (!rule) return [];
      const change = (samples.at(-1) ?? NaN) - (samples[0] ?? NaN);
      const name = `${subtopic}: ${metric} left behind`;
      return [{name, unit: rule.unit, limit: rule.limit, value: () => change}];
    });
}

function officialBudgets(records: readonly BenchRecord[]): readonly Budget[] {
  const about = {measurement: 'official-plugins'};
  const growth = (metric: string, since: number): number | undefined => {
    const samples = findRecord(records, {...about, metric})?.samples;
    return samples && (samples.at(-1) ?? NaN) - (samples[since] ?? NaN);
  };
  return [
    ...OFFICIAL_LIMITS.map(({metric, unit, limit}): Budget => ({
      name: `official plugins: ${metric} more than after one switch`,
      unit,
      limit,
      value: () => growth(metric, 0),
    })),
    {
      name: 'official plugins: objects after warming up',
      unit: 'B',
      limit: OFFICIAL_OBJECTS_LIMIT,
      value: () => growth('objectBytes', 1),
    },
  ];
}

function scaleOf(
  subtopic: string,
  metric: string,
  size?: number,
): Partial<BenchRecord> {
  const about = {measurement: 'scale', subject: 'host', subtopic, metric};
  return size === undefined ? about : {...about, size};
}

function sandboxOf(metric: string, size?: number): Partial<BenchRecord> {
  const about = {
    measurement: 'sandbox',
    subject: 'sandbox',
    subtopic: 'a plugin that listens',
    metric,
  };
  return size === undefined ? about : {...about, size};
}

function medianOf(
  records: readonly BenchRecord[],
  wanted: Partial<BenchRecord>,
): number | undefined {
  const record = findRecord(records, wanted);
  return record && median(record.samples);
}

function ratioOf(
  records: readonly BenchRecord[],
  wanted: Partial<BenchRecord>,
  [size, baseSize]: readonly [number, number],
): number | undefined {
  const value = medianOf(records, {...wanted, size});
  const base = medianOf(records, {...wanted, size: baseSize});
  return value === undefined || base === undefined ? undefined : value / base;
}
