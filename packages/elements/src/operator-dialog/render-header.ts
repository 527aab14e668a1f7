import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {OperatorEntry} from '@ls-annotation/operators';

import {markdown} from '../operator-form/markdown/markdown.js';
import {icon} from '../styles/icons.js';

/** Draws what an operator is, and the way out. */
export function renderHeader(
  {
    name,
    title = name,
    description,
    docsUrl,
  }: Pick<OperatorEntry, 'name' | 'description'> & Partial<OperatorEntry>,
  onClose: () => void,
): TemplateResult {
  return html`
    <header part="header">
      <div>
        <h2 id="title">${title}</h2>
        ${description ? renderDescription(description) : nothing}
        ${
          docsUrl
            ? html`<a
                part="docs"
                href=${docsUrl}
                target="_blank"
                rel="noopener noreferrer"
                >More about it</a
              >`
            : nothing
        }
      </div>
      <button
        class="button quiet icon"
        type="button"
        aria-label="Close"
        @click=${onClose}
      >
        ${icon('close')}
      </button>
    </header>
  `;
}

function renderDescription(text: string): TemplateResult {
  const words = markdown(text);
  return html`<div id="description" class="description">${words}</div>`;
}
