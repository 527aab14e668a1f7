import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {BaseParameter} from '@ls-annotation/operators';

import {controlOf} from './controls/control-of.js';
import {locateIssue} from './controls/field-control.js';
import type {Field, FieldControl} from './controls/field-control.js';
import {markdown} from './markdown/markdown.js';
import {renderError} from './render-error.js';

/**
 * Draws a parameter with everything about it: label, description, control,
 * help, error.
 *
 * @param owner - the parameter it stands in, or `null`.
 * @param name - what people read in place of its title.
 */
export function renderField(
  field: Field,
  owner: BaseParameter | null = null,
  name = field.parameter.title,
): TemplateResult {
  const {parameter, id} = field;
  const control = controlOf(parameter, owner);
  if (control.layout === 'bare') return control.render(field);
  const own = ownIssues(control, field);
  const described = describe(field, own.length > 0);
  const shown = control.render(described);
  const label = labelText(parameter, name);
  const about = html`${renderDescription(parameter, id)}`;
  const after = html`${renderHelp(parameter, id)}${renderError(`${id}-error`, own)}`;
  const state = field.isDisabled ? 'disabled' : '';
  switch (control.layout) {
    case 'group':
      return html`<fieldset
        class=${`field group ${state}`}
        part="field"
        aria-describedby=${described.describedBy || nothing}
      >
        <legend class="label" part="label">${label}</legend>
        ${about} ${shown} ${after}
      </fieldset>`;
    case 'inline':
      return html`<div class=${`field inline ${state}`} part="field">
        ${shown}
        <div>
          <label class="label" part="label" for=${id}>${label}</label>
          ${about} ${after}
        </div>
      </div>`;
    case 'stacked':
      return html`<div class=${`field ${state}`} part="field">
        <label class="label" part="label" for=${id}>${label}</label>
        ${about}
        <div class="control">${shown}</div>
        ${after}
      </div>`;
  }
}

/** Tells whether a star stands at the label: a checkbox always has a value. */
export function isMarked({required, paramType}: BaseParameter): boolean {
  return required && paramType !== 'bool' && paramType !== 'notice';
}

function describe(field: Field, hasError: boolean): Field {
  const {parameter, id} = field;
  const {unit} = parameter as {readonly unit?: string};
  const describedBy = [
    ...(parameter.description === '' ? [] : [`${id}-description`]),
    ...(unit === undefined ? [] : [`${id}-unit`]),
    ...(parameter.help === undefined ? [] : [`${id}-help`]),
    ...(hasError ? [`${id}-error`] : []),
  ].join(' ');
  return {...field, describedBy};
}

/** Issues of the field itself; those of what stands in it are shown there. */
function ownIssues(control: FieldControl, field: Field): Field['issues'] {
  const {parameter, id, raw, path, issues} = field;
  const place = {parameter, id, raw, title: ''};
  return issues.filter(
    (issue) =>
      locateIssue(control, place, `/${issue.path.slice(path.length)}`).id ===
      id,
  );
}

function labelText(parameter: BaseParameter, name: string): TemplateResult {
  return html`${name}${
    isMarked(parameter)
      ? html`<span class="required" aria-hidden="true"> *</span>`
      : nothing
  }`;
}

function renderDescription(
  {description}: BaseParameter,
  id: string,
): TemplateResult | typeof nothing {
  if (description === '') return nothing;
  return html`<div
    id=${`${id}-description`}
    class="description"
    part="description"
  >
    ${markdown(description)}
  </div>`;
}

function renderHelp(
  {help}: BaseParameter,
  id: string,
): TemplateResult | typeof nothing {
  if (help === undefined) return nothing;
  return html`<details class="help" part="help">
    <summary>Help</summary>
    <div id=${`${id}-help`}>${markdown(help)}</div>
  </details>`;
}
