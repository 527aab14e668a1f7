import type {BaseParameter} from '@ls-annotation/operators';

import {operatorFields} from '../fields/operator-fields.js';

import {checkboxControl} from './checkbox-control.js';
import type {FieldControl} from './field-control.js';
import type * as MoreControlsModule from './more-controls.js';
import {textControl} from './text-control.js';

const MORE_TYPES = new Set<string | null>([
  'date',
  'time',
  'datetime',
  'color',
  'range',
  'list',
  'object',
  'one_of',
  'table',
  'file',
  'label',
  'region',
  'notice',
]);
const MORE_KEYS = [
  'choices',
  'options',
  'suggestions',
  'slider',
  'multiline',
  'secret',
] as const;

type MoreControls = typeof MoreControlsModule;

let more: MoreControls | null = null;
let loading: Promise<MoreControls> | null = null;

/**
 * Returns the control of a parameter.
 *
 * Lines of text and checkboxes are always there; the others come in a chunk,
 * see {@link needsMoreControls}.
 *
 * @param owner - the parameter it stands in, or `null`.
 */
export function controlOf(
  parameter: BaseParameter,
  owner: BaseParameter | null = null,
): FieldControl {
  const own = operatorFields.find(parameter, {owner});
  if (own) return own;
  if (isPlain(parameter) || !more) {
    return parameter.paramType === 'bool' ? checkboxControl : textControl;
  }
  return more.moreControlOf(parameter, owner);
}

/** Tells whether controls must be loaded before these can be drawn. */
export function needsMoreControls(
  parameters: readonly BaseParameter[],
): boolean {
  return !more && !parameters.every(isPlain);
}

/** Loads the other controls; after a failure another call tries again. */
export async function loadMoreControls(): Promise<void> {
  loading ??= import('./more-controls.js');
  try {
    more = await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
}

/** Returns the styles of the controls that were loaded. */
export function moreStyles(): readonly CSSStyleSheet[] {
  return more ? more.moreStyleSheets() : [];
}

function isPlain(parameter: BaseParameter): boolean {
  if (MORE_TYPES.has(parameter.paramType)) return false;
  const options = parameter as Partial<
    Record<(typeof MORE_KEYS)[number], unknown>
  >;
  return MORE_KEYS.every((key) => !options[key]);
}
