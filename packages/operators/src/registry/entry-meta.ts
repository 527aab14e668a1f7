import type {
  OperatorMeta,
  OperatorPlacement,
} from '../operator/operator-meta.js';
import {LINK_SCHEMES, hasSafeScheme} from '../output/safe-address.js';

import type {OperatorEntryMeta} from './operator-entry.js';

const PLACEMENTS: readonly OperatorPlacement[] = [
  'menu',
  'toolbar',
  'region-list',
  'context-menu',
  'palette',
];
const DANGERS = ['none', 'confirm', 'dangerous'] as const;
const OVERLAPS = ['parallel', 'queue', 'replace', 'refuse'] as const;
const DEFAULT_PLACEMENTS: readonly OperatorPlacement[] = ['menu', 'palette'];

/**
 * Returns what an operator says of itself, made whole. It may come from
 * plain JavaScript or from a server, so what is no such value is left out; a
 * `danger` nobody knows is taken for `confirm`.
 */
export function entryMeta(
  name: string,
  operator: {readonly [K in keyof OperatorMeta]?: unknown},
): OperatorEntryMeta {
  const {danger, docsUrl, timeoutMs} = operator;
  const link = textOf(docsUrl);
  return {
    title: textOf(operator.title) || name,
    icon: textOf(operator.icon),
    group: textOf(operator.group),
    shortcut: textOf(operator.shortcut),
    placements: placementsOf(operator.placements),
    unlisted: operator.unlisted === true,
    docsUrl: hasSafeScheme(link, LINK_SCHEMES) ? link : '',
    danger:
      danger === undefined || danger === null
        ? 'none'
        : (oneOf(DANGERS, danger) ?? 'confirm'),
    confirmText: textOf(operator.confirmText),
    editsAnnotation: operator.editsAnnotation === true,
    overlap: oneOf(OVERLAPS, operator.overlap) ?? 'parallel',
    timeoutMs: timeLimitOf(timeoutMs),
  };
}

/** Returns a limit of time, milliseconds, or `null` for none. */
export function timeLimitOf(value: unknown): number | null {
  const isLimit = typeof value === 'number' && Number.isFinite(value);
  return isLimit && value > 0 ? value : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<T extends string>(
  values: readonly T[],
  value: unknown,
): T | undefined {
  return values.find((one) => one === value);
}

function placementsOf(value: unknown): readonly OperatorPlacement[] {
  if (!Array.isArray(value)) return DEFAULT_PLACEMENTS;
  return PLACEMENTS.filter((one) => value.includes(one));
}
