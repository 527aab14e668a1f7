import type {LabelConfig, Region} from '@ls-annotation/core';
import {labelingResult, regionLabels, valueColor} from '@ls-annotation/core';

/** What the list says about a region. */
export interface RegionDescription {
  /** Its labels, or what it is when it has none. */
  readonly title: string;
  /** Its text, its place, or nothing. */
  readonly detail: string;
  /** CSS colour of its first label, or `''`. */
  readonly color: string;
}

const SNIPPET_LENGTH = 160;

/** Returns what the list says about a region. */
export function describeRegion(
  region: Region,
  config: LabelConfig | null,
): RegionDescription {
  const labels = regionLabels(region);
  const kind = kindOf(region);
  const [first] = labels;
  const control = config?.byName.get(labelingResult(region)?.fromName ?? '');
  return {
    title: labels.length > 0 ? labels.join(', ') : kind,
    detail: detailOf(region) || (labels.length > 0 ? kind : ''),
    color: first === undefined ? '' : valueColor(control, first),
  };
}

/** Shapes by a key that only they have, the most telling first. */
const KINDS: readonly (readonly [string, string])[] = [
  ['text', 'Text'],
  ['globalOffsets', 'Text'],
  ['points', 'Polygon'],
  ['vertices', 'Vector'],
  ['radiusX', 'Ellipse'],
  ['rle', 'Brush'],
  ['imageDataURL', 'Mask'],
  ['sequence', 'Video box'],
  ['ranges', 'Frames'],
  ['height', 'Box'],
  ['x', 'Point'],
  ['instant', 'Range'],
  ['channel', 'Sound'],
  ['startOffset', 'Text'],
];

function kindOf({geometry}: Region): string {
  const found = KINDS.find(([key]) => geometry[key] !== undefined);
  return found?.[1] ?? 'Region';
}

function detailOf({geometry}: Region): string {
  const {text, x, y, width, height, start, end, instant} = geometry;
  if (typeof text === 'string') return snippet(text);
  if (instant === true) return String(start);
  if (instant === false) return `${String(start)} – ${String(end)}`;
  if (areNumbers(x, y, width, height)) {
    return `${round(width)} × ${round(height)} % at ${round(x)}, ${round(y)}`;
  }
  if (areNumbers(x, y)) return `at ${round(x)}, ${round(y)}`;
  if (areNumbers(start, end)) return `${round(start)} – ${round(end)}`;
  return '';
}

function snippet(text: string): string {
  const line = text.replaceAll('\\n', ' ').replace(/\s+/g, ' ').trim();
  return line.length > SNIPPET_LENGTH
    ? `${line.slice(0, SNIPPET_LENGTH)}…`
    : line;
}

function areNumbers(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
}

function round(value: unknown): string {
  return String(Math.round(Number(value) * 10) / 10);
}
