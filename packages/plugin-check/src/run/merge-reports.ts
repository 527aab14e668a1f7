import type {Leftover, PageReport} from '../page/page-report.js';

/** Returns two reports of one plugin, before and after a reload, as one. */
export function mergeReports(a: PageReport, b: PageReport): PageReport {
  return {
    displays: a.displays + b.displays,
    runs: a.runs + b.runs,
    displayMs: [...a.displayMs, ...b.displayMs],
    errors: merged(a.errors, b.errors, ({doing, message, place}) => [
      doing,
      message,
      place,
    ]),
    hostErrors: [...new Set([...a.hostErrors, ...b.hostErrors])],
    events: merged(a.events, b.events, ({name}) => name),
    members: merged(a.members, b.members, ({owner, member, exists}) => [
      owner,
      member,
      exists,
    ]),
    scripts: merged(a.scripts, b.scripts, ({url}) => url),
    // Each page begins anew: what stays in both has not grown.
    leftovers: worst(a.leftovers, b.leftovers),
    globals: [...new Set([...a.globals, ...b.globals])],
    settingIssues: [...new Set([...a.settingIssues, ...b.settingIssues])],
    unsupported: [...new Set([...a.unsupported, ...b.unsupported])],
    storageKeys: [...new Set([...a.storageKeys, ...b.storageKeys])],
  };
}

function worst(
  a: readonly Leftover[],
  b: readonly Leftover[],
): readonly Leftover[] {
  const found = new Map<string, Leftover>();
  for (const leftover of [...a, ...b]) {
    const {kind, what, place} = leftover;
    const key = JSON.stringify([kind, what, place]);
    const known = found.get(key);
    if (!known || known.displays < leftover.displays) found.set(key, leftover);
  }
  return [...found.values()];
}

type Entry = Readonly<Record<string, unknown>>;

/** Of two entries with one key the first is kept, and numbers are added. */
function merged<T extends object>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (entry: T) => unknown,
): T[] {
  const found = new Map<string, T>();
  for (const entry of [...a, ...b]) {
    const key = JSON.stringify(keyOf(entry));
    const known = found.get(key);
    found.set(key, known ? sum(known, entry as Entry) : entry);
  }
  return [...found.values()];
}

function sum<T extends object>(known: T, other: Entry): T {
  const entries = Object.entries(known).map(
    ([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? value + Number(other[key]) : value,
    ],
  );
  return Object.fromEntries(entries) as T;
}
