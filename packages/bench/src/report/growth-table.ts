import type {BenchRecord} from '../record.js';
import {growthExponent, median} from '../statistics.js';
import {labelOf} from '../subjects.js';

import type {Table} from './table.js';

/**
 * Returns how each thing grows with the number of regions N: the exponent `k`
 * of `Nᵏ`, 0 for constant, 1 for linear.
 */
export function growthTable(records: readonly BenchRecord[]): Table {
  const subjects = [...new Set(records.map(({subject}) => subject))];
  const topics = new Map<string, BenchRecord[]>();
  for (const record of records) {
    const topic = `${record.subtopic}: ${record.metric}`;
    topics.set(topic, [...(topics.get(topic) ?? []), record]);
  }
  return {
    title: 'Growth',
    header: ['exponent of N', ...subjects.map(labelOf)],
    rows: [...topics].map(([topic, ofTopic]) => [
      topic,
      ...subjects.map((subject) =>
        exponentOf(ofTopic.filter((record) => record.subject === subject)),
      ),
    ]),
  };
}

function exponentOf(records: readonly BenchRecord[]): string {
  const points = records.flatMap(({size, samples}) =>
    size === 0 ? [] : [{x: size ?? NaN, y: median(samples)}],
  );
  if (points.length < 2) return '–';
  const exponent = growthExponent(points);
  return Number.isFinite(exponent) ? exponent.toFixed(2) : '–';
}
