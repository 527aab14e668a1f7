import type {CheckName, PluginReport} from './plugin-report.js';

const COLUMNS = [
  'plugin',
  'compiled',
  'ran',
  'threw',
  'events',
  'members',
  'missing',
  'scripts',
  'left behind',
  'display',
  'steps',
  'verdict',
] as const;

/** Returns a line for each plugin, where there are several, and one for all. */
export function summaryTable(reports: readonly PluginReport[]): string {
  const passed = reports.filter(({ok}) => ok).length;
  const verdict = `${passed} of ${reports.length} plugins hold.`;
  if (reports.length < 2) return verdict;
  const rows = [[...COLUMNS], ...reports.map(rowOf)];
  const widths = COLUMNS.map((_name, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head = '', ...body] = lines.map((line) => line.trimEnd());
  return [head, rule, ...body, '', verdict].join('\n');
}

function rowOf(report: PluginReport): string[] {
  const {compiled, runs, events, members, display, rounds} = report;
  const count = (check: CheckName): string => countOf(report, check);
  const steps = rounds.length === 0 ? '–' : roundsText(report);
  return [
    report.name,
    compiled ? 'yes' : 'no',
    runs > 0 ? `${runs}×` : 'no',
    count('threw'),
    String(events.length),
    String(members.filter(({exists}) => exists).length),
    count('members'),
    count('scripts'),
    count('leftovers'),
    `${display.medianMs} ms`,
    steps,
    report.ok ? '✓' : '✗',
  ];
}

/** How many failures a check has; in brackets those that are allowed. */
function countOf({findings}: PluginReport, check: CheckName): string {
  const of = (status: string): number =>
    findings.filter((found) => found.check === check && found.status === status)
      .length;
  const allowed = of('allowed');
  if (allowed > 0) return `(${allowed})`;
  return of('failed') > 0 ? String(of('failed')) : '–';
}

function roundsText({rounds}: PluginReport): string {
  const held = rounds.filter(({ok}) => ok).length;
  return held === rounds.length ? `${held} rounds` : '✗';
}
