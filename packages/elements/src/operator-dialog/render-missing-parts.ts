import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {DialogParts, DialogPartsLoader} from './dialog-parts.js';

const NAMES: Readonly<Record<keyof DialogParts, string>> = {
  results: 'what came out of the run',
  changes: 'the changes that wait for your word',
  presets: 'the values that were kept',
};

/** Draws which parts of a dialog did not come, and asks for them again. */
export function renderMissingParts(
  loader: DialogPartsLoader,
): TemplateResult | typeof nothing {
  const {missing} = loader;
  if (missing.length === 0) return nothing;
  const names = missing.map((name) => NAMES[name]).join('; ');
  return html`<section class="missing" part="missing">
    <p role="alert">Could not be loaded: ${names}. Check the connection.</p>
    <button
      class="button"
      type="button"
      @click=${() => {
        loader.retry();
      }}
    >
      Try again
    </button>
  </section>`;
}
