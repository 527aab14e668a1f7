import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {OperatorEntry} from '@ls-annotation/operators';

/**
 * Draws operators: first those that can run, below them the others, each with
 * the reason.
 *
 * @param onChoose - called with the one that was pressed, whether it can run or not.
 */
export function renderEntries(
  entries: readonly OperatorEntry[],
  onChoose: (entry: OperatorEntry) => void,
): TemplateResult {
  const usable = entries.filter(({isApplicable}) => isApplicable);
  const others = entries.filter(({isApplicable}) => !isApplicable);
  return html`
    ${usable.length > 0 ? renderList(usable, nothing, onChoose) : nothing}
    ${
      others.length > 0
        ? html`<h3 id="others">Not available here</h3>
            ${renderList(others, 'others', onChoose)}`
        : nothing
    }
  `;
}

function renderList(
  entries: readonly OperatorEntry[],
  labelledBy: string | typeof nothing,
  onChoose: (entry: OperatorEntry) => void,
): TemplateResult {
  return html`
    <ul aria-labelledby=${labelledBy}>
      ${entries.map((entry) => html`<li>${renderItem(entry, onChoose)}</li>`)}
    </ul>
  `;
}

function renderItem(
  entry: OperatorEntry,
  onChoose: (entry: OperatorEntry) => void,
): TemplateResult {
  const {title, description, isApplicable, reason} = entry;
  return html`
    <button
      class="item"
      part="item"
      type="button"
      aria-disabled=${isApplicable ? nothing : 'true'}
      @click=${() => onChoose(entry)}
    >
      <span class="name" part="name">${title}</span>
      ${
        description
          ? html`<span class="description" part="description"
              >${description}</span
            >`
          : nothing
      }
      ${
        isApplicable
          ? nothing
          : html`<span class="reason" part="reason">${reason}</span>`
      }
    </button>
  `;
}
