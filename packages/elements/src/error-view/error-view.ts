import {html, LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {DataIssue} from '../errors.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';

import {errorViewStyles} from './error-view.styles.js';

/**
 * Says what is wrong with a labeling config or a task and what to do about
 * it, in the place of the labeling interface.
 *
 * @summary What is wrong with a config or a task.
 * @since 0.1.0
 *
 * @csspart view - The box.
 * @csspart heading - What cannot be shown.
 * @csspart issue - One problem.
 */
export class ErrorViewElement extends LitElement {
  static override styles = [baseStyles, errorViewStyles];

  /** What cannot be shown. */
  @property()
  heading = '';

  /** The reason, when there are no issues to list. */
  @property()
  message = '';

  /** What is kept meanwhile; may be empty. */
  @property()
  hint = '';

  /** Every problem, in the order to mend them. */
  @property({attribute: false})
  issues: readonly DataIssue[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="view" part="view" role="alert">
        <h2 part="heading">${this.heading}</h2>
        ${
          this.issues.length > 0
            ? html`<ol>
                ${this.issues.map((issue) => this.#renderIssue(issue))}
              </ol>`
            : html`<p>${this.message}</p>`
        }
        ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
      </div>
    `;
  }

  #renderIssue(issue: DataIssue): TemplateResult {
    const place = placeOf(issue);
    return html`<li part="issue">
      ${place ? html`<code>${place}</code>` : nothing}
      ${
        issue.severity === 'warning'
          ? html`<span class="severity">warning</span>`
          : nothing
      }
      <p>${issue.message}</p>
    </li>`;
  }
}

/** Returns `<Choices name="c" toName>`, or the path of what is no tag. */
function placeOf(issue: DataIssue): string {
  const {tag, name, attribute, path} = issue;
  if (!tag) return path.startsWith('/') ? path : '';
  const named = name ? ` name="${name}"` : '';
  const isOther = attribute && attribute !== 'name';
  const about = isOther ? ` ${asWritten(attribute, issue.message)}` : '';
  return `<${tag}${named}${about}>`;
}

/** Issues name attributes in lower case, their messages as people write. */
function asWritten(attribute: string, message: string): string {
  const words = message.match(/\w+/g) ?? [];
  return words.find((word) => word.toLowerCase() === attribute) ?? attribute;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-error-view': ErrorViewElement;
  }
}
