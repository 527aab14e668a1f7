import {html} from 'lit';
import type {TemplateResult} from 'lit';

import type {SourcePosition} from '@ls-annotation/plugins';

import {PlaceChooseEvent} from './place-events.js';

/** Returns a place in the plugin's source, which leads there. */
export function renderPlace(position: SourcePosition): TemplateResult {
  const {line, column} = position;
  return html`<button
    class="place"
    type="button"
    @click=${(event: Event) => {
      event.currentTarget?.dispatchEvent(new PlaceChooseEvent(position));
    }}
  >
    Line ${line}, column ${column}
  </button>`;
}
