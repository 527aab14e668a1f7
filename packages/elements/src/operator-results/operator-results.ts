import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {
  ImageOutput,
  LinkOutput,
  NumberOutput,
  OperatorOutput,
  OutputIssue,
  TableOutput,
  TextOutput,
} from '@ls-annotation/operators';

import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {markdown} from '../operator-form/markdown/markdown.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {BlobAddresses} from './blob-addresses.js';
import {operatorResultsStyles} from './operator-results.styles.js';
import {renderPlot} from './render-plot.js';
import {renderTable} from './render-table.js';

const FIRST_ROWS = 100;
const number = new Intl.NumberFormat(undefined, {maximumSignificantDigits: 12});

/**
 * What came out of a run beside its message: words, numbers, tables, pictures,
 * plots, links and data, in their order.
 *
 * Markdown is made safe before it is shown. A plot has its numbers in a table
 * below it. What could not be read is said in a list at the end.
 *
 * @summary The outputs of an operator.
 * @since 0.1.0
 *
 * @csspart output - One output.
 * @csspart title - Its heading.
 * @csspart table - A table.
 * @csspart plot - The picture of a plot.
 * @csspart image - A picture.
 * @csspart link - A link.
 * @csspart issues - What could not be read.
 */
export class OperatorResultsElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, operatorResultsStyles];

  /** What to show. */
  @property({attribute: false})
  outputs: readonly OperatorOutput[] = [];

  /** What of the answer could not be read. */
  @property({attribute: false})
  issues: readonly OutputIssue[] = [];

  /** Tables that are shown to their end. */
  @state()
  private unfolded: ReadonlySet<OperatorOutput> = new Set();

  readonly #addresses = new BlobAddresses(this);

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('outputs')) this.unfolded = new Set();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.outputs.map((output) => this.#renderOutput(output))}
      ${this.issues.length > 0 ? renderIssues(this.issues) : nothing}
    `;
  }

  #renderOutput(output: OperatorOutput): TemplateResult {
    const {title} = output;
    return html`<figure part="output">
      ${title ? html`<figcaption part="title">${title}</figcaption>` : nothing}
      ${this.#renderContent(output)}
    </figure>`;
  }

  #renderContent(output: OperatorOutput): unknown {
    switch (output.type) {
      case 'text':
        return renderText(output);
      case 'number':
        return renderNumber(output);
      case 'table':
        return this.#renderTable(output);
      case 'image':
        return this.#renderImage(output);
      case 'plot':
        return renderPlot(output);
      case 'link':
        return renderLink(output);
      case 'json':
        return html`<pre tabindex="0" aria-label=${output.title ?? 'Data'}>
${JSON.stringify(output.value, null, 2)}</pre>`;
    }
  }

  #renderTable(output: TableOutput): TemplateResult {
    const {columns, rows, title} = output;
    const isCut = rows.length > FIRST_ROWS && !this.unfolded.has(output);
    const shown = isCut ? rows.slice(0, FIRST_ROWS) : rows;
    return html`
      ${renderTable({columns, rows: shown}, title ?? 'Table')}
      ${
        isCut
          ? html`<button
              class="button more"
              type="button"
              @click=${() => {
                this.unfolded = new Set([...this.unfolded, output]);
              }}
            >
              Show all ${rows.length} rows
            </button>`
          : nothing
      }
    `;
  }

  #renderImage({src, alt}: ImageOutput): TemplateResult {
    const address = typeof src === 'string' ? src : this.#addresses.of(src);
    return html`<img part="image" src=${address || nothing} alt=${alt} />`;
  }
}

function renderText({text, format}: TextOutput): TemplateResult {
  return format === 'markdown'
    ? html`<div>${markdown(text)}</div>`
    : html`<p class="plain">${text}</p>`;
}

function renderNumber({value, unit}: NumberOutput): TemplateResult {
  return html`<p class="number">
    <data value=${value}>${number.format(value)}</data>${
      unit ? html` <span class="unit">${unit}</span>` : nothing
    }
  </p>`;
}

function renderLink({href, text}: LinkOutput): TemplateResult {
  return html`<a
    part="link"
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    >${text ?? href}</a
  >`;
}

function renderIssues(issues: readonly OutputIssue[]): TemplateResult {
  return html`<div part="issues">
    <h3>Left out</h3>
    <ul class="issues">
      ${issues.map(({path, message}) => html`<li>${path}: ${message}</li>`)}
    </ul>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-results': OperatorResultsElement;
  }
}
