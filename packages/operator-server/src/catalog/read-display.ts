import {readAnnotation} from '@ls-annotation/core';
import {knownReads} from '@ls-annotation/operators';
import type {DisplayJson, OperatorEntry} from '@ls-annotation/operators';

import type {ValidationDetail} from '../lightly-studio/validation-detail.js';

import type {ServerOperator} from './operator-catalog.js';

/** What a caller says is on display, or what is wrong with it. */
export type ReadDisplay =
  | {readonly ok: true; readonly display: DisplayJson}
  | {readonly ok: false; readonly details: readonly ValidationDetail[]};

/**
 * Reads what a caller says is on display, as far as the operator asks for it;
 * the rest is dropped, whatever it is.
 *
 * @param context - the `context` of a request.
 */
export function readDisplay(
  context: unknown,
  operator: OperatorEntry['operator'],
): ReadDisplay {
  const {task, annotation} = (context ?? {}) as Record<string, unknown>;
  const wanted = knownReads((operator as ServerOperator).reads);
  const details: ValidationDetail[] = [];
  const display: {-readonly [K in keyof DisplayJson]: DisplayJson[K]} = {};
  if (isGiven(task) && wanted.includes('data')) {
    if (isRecord(task) && isRecord(task.data)) {
      const {id, data} = task;
      display.task = {id: isId(id) ? id : null, data};
    } else {
      details.push(notDictionary(['task', 'data']));
    }
  }
  if (isGiven(annotation) && wanted.includes('annotation')) {
    const read = isRecord(annotation) && readAnnotation(annotation);
    if (isRecord(annotation) && read && read.ok) {
      const {id, result = []} = annotation;
      display.annotation = {
        id: isId(id) ? String(id) : null,
        result: result as NonNullable<DisplayJson['annotation']>['result'],
      };
    } else {
      details.push(notList(['annotation', 'result']));
    }
  }
  return details.length > 0 ? {ok: false, details} : {ok: true, display};
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notDictionary(place: readonly string[]): ValidationDetail {
  const msg = 'Input should be a valid dictionary';
  return {type: 'dict_type', loc: [...IN_CONTEXT, ...place], msg, input: null};
}

function notList(place: readonly string[]): ValidationDetail {
  const msg = 'Input should be a valid list';
  return {type: 'list_type', loc: [...IN_CONTEXT, ...place], msg, input: null};
}

const IN_CONTEXT = ['body', 'context'];
