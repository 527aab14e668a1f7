import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {Choice} from '@ls-annotation/operators';

import type {ChoiceState} from './form-link.js';

/** Draws how the choices of a field are had: loading, or why not. */
export function renderChoiceStatus({
  status,
  error,
  retry,
  choices,
}: ChoiceState): TemplateResult | typeof nothing {
  if (status === 'loading') {
    return html`<span class="choice-status" part="loading" role="status">
      <span class="spinner" aria-hidden="true"></span> Loading choices…
    </span>`;
  }
  if (status === 'failed') {
    return html`<span class="choice-status failed" part="load-error">
      <span role="alert">${error}</span>
      <button class="button" part="retry" type="button" @click=${retry}>
        Try again
      </button>
    </span>`;
  }
  if (choices.length > 0) return nothing;
  return html`<span class="choice-status"
    >There is nothing to choose from.</span
  >`;
}

/** Draws the colour of a choice, if it has one. */
export function renderSwatch({color}: Choice): TemplateResult | typeof nothing {
  if (color === '') return nothing;
  return html`<span
    class="dot"
    .style=${`--_color: ${color}`}
    aria-hidden="true"
  ></span>`;
}

/** Returns what a value is called; itself when no choice has it. */
export function titleOfValue(
  choices: readonly Choice[],
  value: unknown,
): string {
  const found = choices.find((choice) => choice.value === value);
  return found?.title ?? String(value);
}

/** Returns the choice that a text names: by its title or its value. */
export function choiceOfText(
  choices: readonly Choice[],
  text: string,
): Choice | undefined {
  const wanted = text.trim().toLowerCase();
  const open = choices.filter(({disabled}) => !disabled);
  return (
    open.find(({title}) => title.toLowerCase() === wanted) ??
    open.find(({value}) => String(value).toLowerCase() === wanted)
  );
}

/** Returns the choices by the group they stand in, in order. */
export function byGroup(
  choices: readonly Choice[],
): ReadonlyMap<string, readonly Choice[]> {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const group = groups.get(choice.group) ?? [];
    group.push(choice);
    groups.set(choice.group, group);
  }
  return groups;
}
