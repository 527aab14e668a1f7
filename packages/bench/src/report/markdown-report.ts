import type {BudgetResult} from '../budgets.js';
import type {Measurement} from '../measurement.js';
import type {BenchRecord} from '../record.js';

import {comparisonTables, sizeTable} from './comparison-tables.js';
import {formatValue} from './format-number.js';
import {growthTable} from './growth-table.js';
import {leakTable} from './leak-table.js';
import {readingsTable} from './readings-table.js';
import type {RunFacts} from './run-facts.js';
import {toMarkdown} from './table.js';
import type {Table} from './table.js';

/** Everything that a run found. */
export interface RunResult {
  readonly facts: RunFacts;
  readonly measurements: readonly Omit<Measurement, 'run'>[];
  readonly records: readonly BenchRecord[];
  readonly budgets: readonly BudgetResult[];
  /** What could not be measured. */
  readonly failures: readonly string[];
}

/** Returns the report of a run; `plot` is the plot's file name. */
export function markdownReport(run: RunResult, plot: string): string {
  const {facts, measurements, records, failures} = run;
  return (
    [
      '# Measurements',
      `${facts.date}; ${facts.browser}; ${facts.machine}; Node ${facts.node}; load ${facts.load.map((load) => load.toFixed(1)).join(' → ')}.`,
      'A cell is the median of n samples, with the least and the greatest in ' +
        'brackets. `README.md` beside this folder says how to read it.',
      '## Budgets',
      toMarkdown(budgetTable(run.budgets)),
      ...(failures.length === 0
        ? []
        : ['## Not measured', failures.map((line) => `- ${line}`).join('\n')]),
      '## Growth curves',
      `![Growth curves: each thing measured over the number of regions](${plot})`,
      ...measurements.flatMap((measurement) => section(measurement, records)),
    ].join('\n\n') + '\n'
  );
}

/** Returns the budgets with their verdicts. */
export function budgetTable(budgets: readonly BudgetResult[]): Table {
  return {
    title: 'Budgets',
    header: ['budget', 'limit', 'measured', 'verdict'],
    rows: budgets.map(({name, value, limit, unit, ok}) => [
      name,
      formatValue(limit, unit),
      formatValue(value, unit),
      ok ? 'kept' : '**broken**',
    ]),
  };
}

function section(
  {name, title, explanation}: Omit<Measurement, 'run'>,
  all: readonly BenchRecord[],
): readonly string[] {
  const records = all.filter(({measurement}) => measurement === name);
  if (records.length === 0) return [];
  const tables = tablesOf(name, records);
  return [
    `## ${title}`,
    explanation,
    ...tables.flatMap((table) => [
      ...(table.title === '' ? [] : [`### ${title}: ${table.title}`]),
      toMarkdown(table),
    ]),
  ];
}

function tablesOf(
  name: string,
  records: readonly BenchRecord[],
): readonly Table[] {
  switch (name) {
    case 'bundle-size':
      return [sizeTable(records)];
    case 'leaks':
      return [leakTable(records)];
    case 'official-plugins':
      return [readingsTable(records)];
    case 'boot':
      return comparisonTables(records);
    default:
      return [...comparisonTables(records), growthTable(records)];
  }
}
