import {findRecord} from '../record.js';
import type {BenchRecord} from '../record.js';
import {median} from '../statistics.js';
import {labelOf} from '../subjects.js';

import {formatNumber, formatValue} from './format-number.js';
import type {Table} from './table.js';

/**
 * Returns a table for each subtopic of a measurement: a row for each thing
 * measured, a column for each subject, and the host's ratio to the control.
 */
export function comparisonTables(
  records: readonly BenchRecord[],
): readonly Table[] {
  return unique(records.map(({subtopic}) => subtopic)).map((subtopic) =>
    comparisonTable(
      subtopic,
      records.filter((record) => record.subtopic === subtopic),
    ),
  );
}

function comparisonTable(
  title: string,
  records: readonly BenchRecord[],
): Table {
  const subjects = unique(records.map(({subject}) => subject));
  const ratio = subjects.includes('control') ? ['host : control'] : [];
  const cells = unique(records.map(({metric}) => metric)).flatMap((metric) =>
    unique(
      records
        .filter((record) => record.metric === metric)
        .map(({size}) => size),
    ).map((size) => ({metric, size})),
  );
  return {
    title,
    header: ['', 'regions', ...subjects.map(labelOf), ...ratio, 'n'],
    rows: cells.map((wanted) => rowOf(records, subjects, wanted)),
  };
}

function rowOf(
  records: readonly BenchRecord[],
  subjects: readonly string[],
  {metric, size}: {readonly metric: string; readonly size: number | null},
): readonly string[] {
  const found = subjects.map((subject) =>
    findRecord(records, {metric, size, subject}),
  );
  const unit = found.find((record) => record)?.unit ?? '';
  const n = found.find((record) => record)?.samples.length ?? 0;
  const control = findRecord(records, {metric, size, subject: 'control'});
  const host = findRecord(records, {metric, size, subject: 'host'});
  const ratio =
    host && control
      ? `${formatNumber(median(host.samples) / median(control.samples))} ×`
      : '–';
  return [
    unit === '' ? metric : `${metric} (${unit})`,
    size === null ? '–' : size.toLocaleString('en'),
    ...found.map((record) => cellOf(record, n)),
    ...(subjects.includes('control') ? [ratio] : []),
    String(n),
  ];
}

/** The median, and in brackets the least and the greatest sample. */
function cellOf(record: BenchRecord | undefined, n: number): string {
  if (!record) return '–';
  const {samples} = record;
  const middle = formatNumber(median(samples));
  const low = formatNumber(Math.min(...samples));
  const high = formatNumber(Math.max(...samples));
  const spread = low === high ? '' : ` (${low}–${high})`;
  return middle + spread + (samples.length === n ? '' : ` n=${samples.length}`);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** Returns the sizes of files: a row a file, minified and gzipped. */
export function sizeTable(records: readonly BenchRecord[]): Table {
  const metrics = unique(records.map(({metric}) => metric));
  return {
    title: '',
    header: ['', ...metrics],
    rows: unique(records.map(({subtopic}) => subtopic)).map((subtopic) => [
      subtopic,
      ...metrics.map((metric) => {
        const record = findRecord(records, {subtopic, metric});
        return record ? formatValue(median(record.samples), record.unit) : '–';
      }),
    ]),
  };
}
