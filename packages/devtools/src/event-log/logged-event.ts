import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

import {describeValue} from '../value-tree/describe-value.js';

/** What one handler did with an event. */
export interface LoggedCall {
  /** Who registered it, or `''`. */
  readonly owner: string;
  /** How long it kept the page busy, milliseconds; `NaN` when not timed. */
  readonly busyMs: number;
  /** Where it has got to; `waiting` is for what its promise brings. */
  readonly status: 'waiting' | 'returned' | 'threw';
  /** What it answered, or threw. */
  readonly answer: unknown;
}

/** An event, and what became of it. */
export interface LoggedEvent {
  /** 1-based number in the order in which events were seen. */
  readonly number: number;
  /** The event itself, as watchers get it. */
  readonly event: {readonly name: string; readonly args: readonly unknown[]};
  /** When, milliseconds since the page was opened. */
  readonly atMs: number;
  /** Its handlers, in the order in which they were called. */
  readonly calls: readonly LoggedCall[];
}

const VETOES: ReadonlySet<string> = new Set(
  FRONTEND_EVENTS.filter(({returns}) => returns === 'veto').map(
    ({name}) => name,
  ),
);

/** Returns whether a handler refused what the event announced. */
export function isVeto({event}: LoggedEvent, call: LoggedCall): boolean {
  return (
    VETOES.has(event.name) &&
    call.status === 'returned' &&
    call.answer === false
  );
}

/** Returns who registered a handler, in words. */
export function ownerName({owner}: LoggedCall): string {
  return owner || 'the page';
}

/** Returns how a handler ended, in words. */
export function outcomeOf(event: LoggedEvent, call: LoggedCall): string {
  if (isVeto(event, call)) return 'vetoed';
  switch (call.status) {
    case 'waiting':
      return 'waits';
    case 'threw':
      return `threw ${describeValue(call.answer)}`;
    case 'returned':
      return `returned ${describeValue(call.answer)}`;
  }
}

/** Returns how long all handlers together kept the page busy, milliseconds. */
export function busyMsOf({calls}: LoggedEvent): number {
  return calls.reduce((sum, {busyMs}) => sum + busyMs, 0);
}

/** Returns what a search looks for a text in, in lower case. */
export function searchTextOf(entry: LoggedEvent): string {
  const {name, args} = entry.event;
  const parts = [
    name,
    ...args.map(describeValue),
    ...entry.calls.flatMap((call) => [ownerName(call), outcomeOf(entry, call)]),
  ];
  return parts.join(' ').toLowerCase();
}
