import type {BenchRecord} from '../record.js';
import {median} from '../statistics.js';
import {labelOf} from '../subjects.js';

import {formatValue} from './format-number.js';
import type {Table} from './table.js';

/** Returns what each counter read before and after all cycles. */
export function leakTable(records: readonly BenchRecord[]): Table {
  return {
    title: '',
    header: [
      '',
      'subject',
      'cycles',
      'counter',
      'before',
      'after',
      'change',
      'change a cycle',
    ],
    rows: records.map((record) => {
      const {subtopic, subject, metric, unit, samples, cycles = 1} = record;
      const steps = samples
        .slice(1)
        .map((reading, index) => (reading - (samples[index] ?? NaN)) / cycles);
      const before = samples[0] ?? NaN;
      const after = samples.at(-1) ?? NaN;
      const [middle, low, high] = [
        median(steps),
        Math.min(...steps),
        Math.max(...steps),
      ].map((step) => formatValue(step, unit));
      return [
        subtopic,
        labelOf(subject),
        String(steps.length * cycles),
        metric,
        formatValue(before, unit),
        formatValue(after, unit),
        formatValue(after - before, unit),
        low === high ? `${middle}` : `${middle} (${low} to ${high})`,
      ];
    }),
  };
}
