import {
  optionsOf,
  regionsOf,
  resolveTagValue,
  storedValue,
} from '@ls-annotation/core';
import type {ConfigTag, NewRegion} from '@ls-annotation/core';

import type {OperatorContext} from '../../operator/operator-context.js';

import type {RuleMatch} from './label-rule.js';

/** A text on display and the control that labels spans of it. */
export interface TextLabels {
  /** `<Labels>`. */
  readonly control: ConfigTag;
  /** `<Text>`. */
  readonly object: ConfigTag;
  /** The text itself. */
  readonly text: string;
  /** What results may hold, in the order of the config. */
  readonly labels: readonly string[];
}

/** Returns the first text that can be labelled, or `null`. */
export function findTextLabels(context: OperatorContext): TextLabels | null {
  const {config, data} = context;
  for (const control of config?.controls ?? []) {
    if (control.type !== 'labels') continue;
    const object = config?.byName.get(control.toName[0] ?? '');
    if (object?.type !== 'text') continue;
    const loaded = context.annotation?.session.remoteValues[object.name];
    const text = loaded ?? resolveTagValue(object, data);
    const labels = optionsOf(control).map(storedValue);
    return {
      control,
      object,
      labels,
      text: typeof text === 'string' ? text : '',
    };
  }
  return null;
}

/** Returns the region that a match becomes: a model's, with its score. */
export function toRegion(
  {control, object}: TextLabels,
  match: RuleMatch,
): NewRegion {
  const {start, end, text, label, score} = match;
  return {
    object: object.name,
    origin: 'prediction',
    score,
    geometry: {start, end, text},
    results: [
      {
        fromName: control.name,
        toName: object.name,
        type: control.definition.resultType,
        valueKey: control.definition.valueKey,
        value: [label],
      },
    ],
  };
}

/** Returns a key for each span that carries a label already. */
export function labelledSpans(context: OperatorContext): Set<string> {
  const spans = new Set<string>();
  if (!context.annotation) return spans;
  for (const {geometry, results} of regionsOf(context.annotation.regions)) {
    for (const {value} of results) {
      for (const label of Array.isArray(value) ? value : []) {
        spans.add(spanKey(geometry.start, geometry.end, label));
      }
    }
  }
  return spans;
}

/** Returns what two spans share when they are one. */
export function spanKey(start: unknown, end: unknown, label: unknown): string {
  return JSON.stringify([start, end, label]);
}
