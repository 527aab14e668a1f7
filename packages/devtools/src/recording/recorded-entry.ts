import {originName, placeOf} from '../changes/logged-change.js';

import type {RecordedEntry} from './session-recording.js';

/** Returns what happened, in a few words. */
export function entryName(entry: RecordedEntry): string {
  switch (entry.kind) {
    case 'change':
      return entry.label || 'change';
    case 'event':
      return entry.name;
    case 'display':
      return 'another display';
  }
}

/** Returns more about what happened. */
export function entryDetails(entry: RecordedEntry): string {
  switch (entry.kind) {
    case 'change': {
      const [first] = entry.patches;
      return first ? placeOf(first) : '';
    }
    case 'event':
      return entry.args.map(([kind]) => kind).join(', ');
    case 'display':
      return entry.annotationId;
  }
}

/** Returns what kind of thing happened; of a change, who asked for it. */
export function entryKind(entry: RecordedEntry): string {
  return entry.kind === 'change' ? originName(entry) : entry.kind;
}

/** Returns how much was recorded, in words. */
export function recordingSize(entries: readonly RecordedEntry[]): string {
  const count = (kind: RecordedEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind).length;
  const seconds = ((entries.at(-1)?.atMs ?? 0) / 1000).toFixed(1);
  const changes = plural(count('change'), 'change');
  const events = plural(count('event'), 'event');
  return `${changes} and ${events} in ${seconds} s`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
