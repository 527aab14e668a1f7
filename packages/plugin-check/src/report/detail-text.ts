import type {MemberUse} from '../page/page-report.js';
import {placeText} from '../source-place.js';

import type {Finding, PluginReport, SandboxReport} from './plugin-report.js';

const MARKS = {failed: '✗', allowed: '~', note: '·'} as const;

/** Lines are folded at this width. */
const WIDTH = 80;

/** Returns everything about one plugin, for people. */
export function detailText(report: PluginReport): string {
  const lines = [
    `${report.ok ? '✓' : '✗'} ${report.name}`,
    ...report.findings.map(findingLine),
    ...facts(report).flatMap(([name, text]) => folded(name, text)),
  ];
  return `${lines.join('\n')}\n`;
}

function findingLine({status, check, message, place, reason}: Finding): string {
  const at = place ? ` (${placeText(place)})` : '';
  const because = reason ? ` Allowed: ${reason}` : '';
  return `  ${MARKS[status]} ${check}: ${message}${at}${because}`;
}

function facts(report: PluginReport): [string, string][] {
  const {display, events, members, scripts, storageKeys, rounds, sandbox} =
    report;
  const {firstMs, medianMs, worstMs} = display;
  const rows: [string, string][] = [
    ['runs', `${report.runs} in ${report.displays} displays`],
    [
      'display',
      `${medianMs} ms median, ${worstMs} ms worst, ${firstMs} ms first`,
    ],
    [
      'events',
      list(events.map(({name, emitted}) => `${name} (emitted ${emitted})`)),
    ],
    ['members', list(members.map(memberText))],
    [
      'scripts',
      list(scripts.map(({url, integrity}) => `${url} ${integrity}`.trim())),
    ],
    ['storage', list(storageKeys)],
    [
      'steps',
      list(rounds.map(({when, steps, ok}) => `${when}: ${ok ? steps : '✗'}`)),
    ],
    ['sandbox', sandbox ? sandboxText(sandbox) : ''],
  ];
  return rows.filter(([, text]) => text !== '');
}

function sandboxText({permissions, round}: SandboxReport): string {
  const steps = round ? (round.ok ? `${round.steps} steps` : '✗') : 'started';
  return `${steps}, permissions: ${permissions.join(' ') || 'none'}`;
}

function memberText({owner, member, exists}: MemberUse): string {
  return `${owner}.${member}${exists ? '' : ' (missing)'}`;
}

function list(parts: readonly string[]): string {
  return parts.join(', ');
}

function folded(name: string, text: string): string[] {
  const indent = `    ${name.padEnd(9)}`;
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== name) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
