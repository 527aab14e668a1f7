import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import {toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  Choice,
  ChoiceParameter,
  ListParameter,
} from '@ls-annotation/operators';

import {icon} from '../../styles/icons.js';

import {choiceOfText, titleOfValue} from './choice-words.js';
import {renderClear} from './clear-button.js';
import {ComboboxView} from './combobox-view.js';
import type {
  Field,
  FieldControl,
  FieldReading,
  ShapeOf,
} from './field-control.js';
import {startList} from './list-values.js';

/** What was chosen, and what is typed; `null` when that is not being edited. */
interface RawChoice {
  readonly value: unknown;
  readonly text: string | null;
}

/** What was chosen, and what is typed to find more. */
interface RawTags {
  readonly values: readonly unknown[];
  readonly text: string;
}

/** A line of text that searches the choices: one of them. */
export const comboboxControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => ({value: value ?? null, text: null}),

  read(parameter, raw) {
    const {value, text} = raw as RawChoice;
    if (text === null) return {value: value ?? undefined, issues: []};
    return readTyped(parameter, text);
  },

  paste: (_parameter, text) => ({value: null, text}),

  render(field) {
    const {parameter, form} = field;
    const {value, text} = field.raw as RawChoice;
    const state = form.choices(field, parameter, text ?? '');
    const shown =
      text ?? (value === null ? '' : titleOfValue(state.choices, value));
    const view = new ComboboxView({
      field,
      state,
      text: shown,
      query: text ?? '',
      isMultiple: false,
      isChosen: (choice) => choice.value === value,
      type: (typed) => field.change(() => ({value: null, text: typed})),
      pick: (choice) => field.change(() => ({value: choice.value, text: null})),
      leave: () => {
        if (text !== null)
          field.change(() => settled(parameter, text, state.choices));
        field.leave();
      },
    });
    return html`<span class="with-button combobox">
        ${view.render()}
        ${renderClear(field, {isShown: shown !== '', empty: EMPTY})}
      </span>
      ${view.renderStatus()}`;
  },
};

const EMPTY: RawChoice = {value: null, text: null};

/** Several choices: each a tag that can be removed. */
export const tagsControl: FieldControl = {
  layout: 'stacked',
  start: (parameter, value) => ({
    values: startList(parameter, value),
    text: '',
  }),

  read(parameter, raw) {
    const {values, text} = raw as RawTags;
    if (text.trim() === '') return {value: values, issues: []};
    const typed = readTyped(entryOf(parameter), text);
    if (typed.issues.length === 0) {
      return {value: [...values, typed.value], issues: []};
    }
    const path = toPointer(parameter.name);
    return {
      value: values,
      issues: typed.issues.map((issue) => ({...issue, path})),
    };
  },

  render(field) {
    const {parameter, form} = field;
    const {values, text} = field.raw as RawTags;
    const entry = entryOf(parameter);
    const state = form.choices(field, entry, text);
    const add = (value: unknown): RawTags => ({
      values: values.includes(value) ? values : [...values, value],
      text: '',
    });
    const view = new ComboboxView({
      field,
      state,
      text,
      query: text,
      isMultiple: true,
      isChosen: (choice) => values.includes(choice.value),
      type: (typed) => field.change(() => ({values, text: typed})),
      pick: (choice) => {
        const isGone = values.includes(choice.value);
        form.announce(`${choice.title} ${isGone ? 'removed' : 'added'}.`);
        field.change(() =>
          isGone ? without(values, choice.value) : add(choice.value),
        );
      },
      leave: () => {
        if (text !== '') {
          const {value} = settled(entry, text, state.choices);
          field.change(() => (value === null ? {values, text} : add(value)));
        }
        field.leave();
      },
      back: () => {
        if (values.length === 0) return;
        const last = values.at(-1);
        form.announce(`${titleOfValue(state.choices, last)} removed.`);
        field.change(() => without(values, last));
      },
    });
    return html`
      ${
        values.length === 0
          ? nothing
          : html`<ul class="tags" aria-label=${`${parameter.title}, chosen`}>
              ${values.map((value) => renderTag(field, state.choices, value))}
            </ul>`
      }
      <span class="with-button combobox">${view.render()}</span>
      ${view.renderStatus()}
    `;
  },
};

function renderTag(
  field: Field,
  choices: readonly Choice[],
  value: unknown,
): TemplateResult {
  const title = titleOfValue(choices, value);
  const isFixed = field.isReadOnly || field.isDisabled;
  return html`<li class="tag" part="tag">
    ${title}
    ${
      isFixed
        ? nothing
        : html`<button
            type="button"
            part="remove"
            aria-label=${`Remove ${title}`}
            @click=${() => {
              field.change((raw) => without((raw as RawTags).values, value));
              field.form.announce(`${title} removed.`);
              field.form.focusLater(field.id);
            }}
          >
            ${icon('close')}
          </button>`
    }
  </li>`;
}

function without(values: readonly unknown[], value: unknown): RawTags {
  return {values: values.filter((one) => one !== value), text: ''};
}

/** What was typed becomes a choice when it names one, or any may be given. */
function settled(
  parameter: BaseParameter,
  text: string,
  choices: readonly Choice[],
): RawChoice {
  if (text.trim() === '') return EMPTY;
  const named = choiceOfText(choices, text);
  if (named) return {value: named.value, text: null};
  const {allowOther} = parameter as Partial<ChoiceParameter<string>>;
  const parsed = parameter.parse(text.trim());
  return allowOther === true && parsed.ok && parsed.value !== undefined
    ? {value: parsed.value, text: null}
    : {value: null, text};
}

function readTyped(parameter: BaseParameter, text: string): FieldReading {
  const {choiceList = []} = parameter as Partial<ChoiceParameter<string>>;
  if (text.trim() === '') return {value: undefined, issues: []};
  const {value} = settled(parameter, text, choiceList);
  if (value !== null) return {value, issues: []};
  const path = toPointer(parameter.name);
  const message = 'Choose one of the list.';
  return {
    value: undefined,
    issues: [{code: 'parameter/choice', path, message}],
  };
}

function entryOf(parameter: BaseParameter): BaseParameter {
  return parameter.paramType === 'list'
    ? (parameter as ShapeOf<ListParameter>).item
    : parameter;
}
