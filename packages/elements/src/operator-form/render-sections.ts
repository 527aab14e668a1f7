import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {BaseParameter} from '@ls-annotation/operators';

import {isMarked} from './render-field.js';

/**
 * Draws fields by group and by name: one that stays is drawn into as it is.
 *
 * @param render - draws one of them.
 */
export function renderSections(
  parameters: readonly BaseParameter[],
  render: (parameter: BaseParameter) => TemplateResult,
): unknown {
  const groups = [...new Set(parameters.map(({group}) => group))];
  return repeat(
    groups,
    (group) => group ?? '',
    (group) => {
      const fields = html`<div class="fields">
        ${repeat(
          parameters.filter((parameter) => parameter.group === group),
          ({name}) => name,
          render,
        )}
      </div>`;
      if (group === undefined) return fields;
      return html`<fieldset class="section" part="section">
        <legend part="section-title">${group}</legend>
        ${fields}
      </fieldset>`;
    },
  );
}

/** Draws what the stars at the labels mean, where there are some. */
export function renderLegend(
  parameters: readonly BaseParameter[],
): TemplateResult | typeof nothing {
  if (parameters.length < 2 || !parameters.some(isMarked)) return nothing;
  return html`<p class="legend" aria-hidden="true">
    <span class="required">*</span> Required
  </p>`;
}
