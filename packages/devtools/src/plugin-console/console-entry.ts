import type {
  LogLevel,
  PluginError,
  PluginLog,
  SourcePosition,
} from '@ls-annotation/plugins';

import {faultWords} from '../problems/fault-words.js';
import type {PlaceOf} from '../shared/place-of.js';

import {formatLog} from './format-log.js';

/** A line of a plugin's console; equal ones that follow each other are one. */
export interface ConsoleEntry {
  /** 1-based number in the order in which lines came. */
  readonly number: number;
  /** How serious it is; what was reported is an error. */
  readonly level: LogLevel;
  /** What was logged, or reported, in words. */
  readonly words: string;
  /** Values to look into. */
  readonly args: readonly unknown[];
  /** Where in the plugin's source, or `null` when that is not known. */
  readonly position: SourcePosition | null;
  /** How often it came. */
  count: number;
}

/** Returns a line for something that a plugin logged. */
export function logEntry(
  {level, args, position: found, source}: PluginLog,
  number: number,
  placeOf: PlaceOf,
): ConsoleEntry {
  const words = formatLog(args);
  const position = found && placeOf(found, source);
  return {number, level, words, args, position, count: 1};
}

/** Returns a line for a failure that was reported. */
export function faultEntry(
  error: PluginError,
  number: number,
  placeOf: PlaceOf,
): ConsoleEntry {
  const {cause, source} = error;
  const position = error.position && placeOf(error.position, source);
  const args = cause === undefined ? [] : [cause];
  const words = faultWords(error);
  return {number, level: 'error', words, args, position, count: 1};
}

/** Returns whether a line says the same as the one before it. */
export function isRepeated(entry: ConsoleEntry, before: ConsoleEntry): boolean {
  return (
    entry.level === before.level &&
    entry.words === before.words &&
    entry.position?.line === before.position?.line &&
    entry.position?.column === before.position?.column &&
    entry.args.length === before.args.length &&
    entry.args.every((value, index) => isSame(value, before.args[index]))
  );
}

/** What was thrown again is another object that says the same. */
function isSame(value: unknown, other: unknown): boolean {
  if (value instanceof Error && other instanceof Error) {
    return String(value) === String(other);
  }
  return Object.is(value, other);
}
