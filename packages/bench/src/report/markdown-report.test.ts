import {expect} from '@open-wc/testing';

import type {BenchRecord} from '../record.js';

import {growthPlot} from './growth-plot.js';
import {markdownReport} from './markdown-report.js';

const ABOUT = {
  measurement: 'scale',
  subtopic: 'boxes',
  metric: 'display: wall',
  unit: 'ms',
} as const;

const RECORDS: readonly BenchRecord[] = [
  {...ABOUT, subject: 'host', size: 100, samples: [30, 10, 20]},
  {...ABOUT, subject: 'host', size: 10_000, samples: [2000, 2100, 1900]},
  {...ABOUT, subject: 'control', size: 100, samples: [10, 10, 10]},
  {...ABOUT, subject: 'control', size: 10_000, samples: [4000, 4000]},
];

function report(overrides: {failures?: readonly string[]} = {}): string {
  return markdownReport(
    {
      facts: {
        date: '2026-01-02 03:04 UTC',
        browser: 'Chromium 1',
        machine: '2 × Processor',
        node: 'v20.0.0',
        repetitions: 3,
        load: [0.5, 1],
      },
      measurements: [
        {name: 'scale', title: 'Many regions', explanation: 'Words.'},
      ],
      records: RECORDS,
      budgets: [
        {name: 'canvases', value: 4, limit: 3, unit: '', ok: false},
        {name: 'elements', value: 3, limit: 300, unit: '', ok: true},
      ],
      failures: [],
      ...overrides,
    },
    'growth.svg',
  );
}

/** Cells of the row that begins with these. */
function cells(text: string, ...first: readonly string[]): readonly string[] {
  const rows = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((row) => row.slice(1, -1));
  return rows.find((row) => first.every((cell, at) => row[at] === cell)) ?? [];
}

describe('markdownReport()', () => {
  it('gives medians with their spread, and the ratio to the control', () => {
    expect(cells(report(), 'display: wall (ms)', '100')).to.deep.equal([
      'display: wall (ms)',
      '100',
      '20 (10–30)',
      '10',
      '2 ×',
      '3',
    ]);
  });

  it('says where a subject has another number of samples', () => {
    const row = cells(report(), 'display: wall (ms)', '10,000');
    expect(row).to.include('4,000 n=2');
    expect(row).to.include('0.5 ×');
  });

  it('gives the exponents of growth', () => {
    expect(cells(report(), 'boxes: display: wall')).to.deep.equal([
      'boxes: display: wall',
      '1.00',
      '1.30',
    ]);
  });

  it('says which budgets are kept and which are broken', () => {
    expect(cells(report(), 'canvases')).to.deep.equal([
      'canvases',
      '3',
      '4',
      '**broken**',
    ]);
    expect(cells(report(), 'elements').at(-1)).to.equal('kept');
  });

  it('says what could not be measured', () => {
    expect(report()).not.to.contain('Not measured');
    expect(report({failures: ['host: no']})).to.contain('- host: no');
  });
});

describe('growthPlot()', () => {
  it('is one valid document with a curve for each subject', () => {
    const parsed = new DOMParser().parseFromString(
      growthPlot(RECORDS),
      'image/svg+xml',
    );
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.querySelectorAll('g g.host .line')).to.have.length(1);
    expect(parsed.querySelectorAll('g g.control .mark')).to.have.length(2);
  });

  it('needs nothing from elsewhere, and has a dark scheme', () => {
    const svg = growthPlot(RECORDS);
    expect(svg.match(/https?:/g)).to.have.length(1);
    expect(svg).to.contain('prefers-color-scheme:dark');
  });
});
