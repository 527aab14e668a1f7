import {
  attributeText,
  checkMaxUsages,
  findLabel,
  makeId,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import type {SurfaceContext} from '../surface.js';

import {toGranularity, widenSpan} from './granularity.js';
import type {Granularity} from './granularity.js';
import type {ShownText, SpanFormat} from './span-format.js';
import type {TextSpan} from './text-index.js';

/** What a span is labelled in. */
export interface LabelSpanOptions {
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** The object's text. */
  readonly text: ShownText;
  /** How its regions say where they lie. */
  readonly format: SpanFormat;
}

/** Returns the labels control that has a label chosen, if one has. */
export function activeControl(
  tag: ConfigTag,
  context: SurfaceContext,
): ConfigTag | undefined {
  const {activeLabels} = context.state().session;
  return context.config
    .controlsOf(tag.name)
    .find(
      ({definition, name}) => definition.labeling && activeLabels[name]?.length,
    );
}

/**
 * Makes a region of a span with the chosen labels, widened as the label or
 * the object asks for.
 *
 * @returns False when nothing was made: no label is chosen or may be used
 *   once more, or nothing of the span may be labelled.
 */
export function labelSpan(
  selected: TextSpan,
  options: LabelSpanOptions,
): boolean {
  const {tag, context, text, format} = options;
  const control = activeControl(tag, context);
  if (!control) {
    context.announce('No label is chosen. Choose one, then select.');
    return false;
  }
  const {activeLabels} = context.state().session;
  // The empty label is chosen as `''` and says nothing.
  const labels = (activeLabels[control.name] ?? []).filter(Boolean);
  const granularity = granularityOf(tag, control, labels);
  const span = widenSpan(text.index, selected, granularity);
  const parts = span ? (format.partsOf?.(span, text) ?? [span]) : [];
  if (parts.length === 0) return false;
  const issue = checkMaxUsages(context.state(), control, labels, parts.length);
  if (issue) {
    context.session.showModal(issue.message, 'warning');
    return false;
  }
  return makeRegions(parts, {...options, control, labels});
}

interface MakeOptions extends LabelSpanOptions {
  readonly control: ConfigTag;
  readonly labels: readonly string[];
}

function makeRegions(
  parts: readonly TextSpan[],
  {tag, context, text, format, control, labels}: MakeOptions,
): boolean {
  const value = {[control.definition.valueKey]: labels};
  const {actions} = context.session;
  // What is made at once is taken back at once.
  const step = parts.length > 1 ? {mergeKey: `label:${makeId()}`} : {};
  let isAny = false;
  for (const part of parts) {
    const geometry = format.geometryOf(part, text);
    const region = actions.createResult(geometry, value, control, tag, step);
    if (!region) break;
    isAny = true;
    const names = labels.length > 0 ? labels.join(', ') : 'as blank';
    context.announce(`“${text.index.slice(part)}” labelled ${names}.`);
  }
  return isAny;
}

function granularityOf(
  tag: ConfigTag,
  control: ConfigTag,
  labels: readonly string[],
): Granularity {
  const label = findLabel(control, labels[0] ?? '');
  const own = label ? attributeText(label, 'granularity') : '';
  return toGranularity(own || attributeText(tag, 'granularity'));
}
