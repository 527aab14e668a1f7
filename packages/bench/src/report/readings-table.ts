import type {BenchRecord} from '../record.js';

import {formatValue} from './format-number.js';
import type {Table} from './table.js';

/** Returns what each counter read after so many cycles. */
export function readingsTable(records: readonly BenchRecord[]): Table {
  const {subtopic = '', readAfter = []} = records[0] ?? {};
  return {
    title: '',
    header: [
      subtopic,
      ...readAfter.map((count) => `after ${count.toLocaleString('en')}`),
    ],
    rows: records.map(({metric, unit, samples}) => [
      metric,
      ...samples.map((sample) => formatValue(sample, unit)),
    ]),
  };
}
