import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {CustomButton, LabelingSession} from '@ls-annotation/lsi';

const LOOKS: ReadonlySet<string> = new Set(['primary', 'danger']);

/**
 * Returns what a page puts at a place of the bar: buttons of its own, and
 * names of those that the bar has.
 *
 * @param place - `_before`, `_after`, `_replace`, or the name of a button.
 */
export function customButtonsAt(
  {frontend}: LabelingSession,
  place: string,
): readonly (CustomButton | string)[] {
  const entry = frontend.customButtons.get(place);
  if (entry === undefined) return [];
  return isList(entry) ? entry : [entry];
}

/** Returns a button of the page; handlers of `customButton` hear of it. */
export function renderCustomButton(
  session: LabelingSession,
  button: CustomButton,
): TemplateResult {
  const {name, title = name, look = '', tooltip, ariaLabel} = button;
  const isBusy = session.flags.isSubmitting;
  return html`<button
    class="button ${LOOKS.has(look) ? look : ''}"
    part="button"
    type="button"
    name=${name}
    aria-label=${ariaLabel ?? nothing}
    data-tooltip=${tooltip ?? nothing}
    ?disabled=${button.disabled === true}
    aria-disabled=${isBusy}
    @click=${() => {
      if (!isBusy) void session.htx.handleCustomButton(button);
    }}
  >
    ${title}
  </button>`;
}

function isList(
  entry: CustomButton | string | readonly (CustomButton | string)[],
): entry is readonly (CustomButton | string)[] {
  return Array.isArray(entry);
}
