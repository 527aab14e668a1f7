import {css, html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import {baseStyles, buttonStyles, ensureTokens} from '@ls-annotation/elements';

import {describeValue} from './describe-value.js';
import {hasMembers, membersOf} from './members-of.js';
import type {Member} from './members-of.js';

/** Members that are shown before somebody asks for more. */
const PAGE_SIZE = 100;

/**
 * A value to look into. What it holds is read when it is opened and not
 * before, one level at a time: live views show their state of that moment,
 * and what holds itself does no harm.
 *
 * @summary A value of any kind, to look into level by level.
 * @since 0.1.0
 */
export class ValueTreeElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        direction: ltr;
        text-align: left;
        font-family: var(--ls-font-family-mono);
        font-size: var(--ls-font-size-small);
      }

      summary {
        min-block-size: 1.5rem;
        cursor: pointer;
      }

      .leaf,
      .members {
        padding-inline-start: var(--ls-space-4);
      }

      .leaf {
        min-block-size: 1.5rem;
        overflow-wrap: anywhere;
      }

      .name {
        color: var(--ls-accent);
      }

      .failure {
        color: var(--ls-danger);
      }

      .nothing {
        color: var(--ls-text-muted);
      }
    `,
  ];

  /** What it is called where it was found. */
  @property()
  name = '';

  /** The value. */
  @property({attribute: false})
  value: unknown = undefined;

  /** True when the value is what reading it threw. */
  @property({type: Boolean})
  failed = false;

  @state()
  private members: readonly Member[] | null = null;

  @state()
  private count = PAGE_SIZE;

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    this.members = null;
    this.count = PAGE_SIZE;
  }

  protected override render(): TemplateResult {
    const head = html`${
        this.name ? html`<span class="name">${this.name}</span>: ` : nothing
      }<span class=${this.failed ? 'failure' : ''}
        >${describeValue(this.value)}</span
      >`;
    if (!hasMembers(this.value)) return html`<div class="leaf">${head}</div>`;
    return html`
      <details .open=${this.members !== null} @toggle=${this.#onToggle}>
        <summary>${head}</summary>
        <div class="members">${this.#renderMembers()}</div>
      </details>
    `;
  }

  #renderMembers(): TemplateResult | typeof nothing {
    const {members} = this;
    if (!members) return nothing;
    if (members.length === 0) {
      return html`<div class="leaf nothing">nothing</div>`;
    }
    const left = members.length - this.count;
    return html`
      ${members
        .slice(0, this.count)
        .map(
          ({name, value, isFailure}) =>
            html`<ls-value-tree
              name=${name}
              .value=${value}
              ?failed=${isFailure}
            ></ls-value-tree>`,
        )}
      ${
        left > 0
          ? html`<button class="button" type="button" @click=${this.#onMore}>
              ${left} more
            </button>`
          : nothing
      }
    `;
  }

  readonly #onToggle = (event: Event): void => {
    const {open} = event.currentTarget as HTMLDetailsElement;
    if (open === (this.members !== null)) return;
    this.members =
      open && hasMembers(this.value) ? membersOf(this.value) : null;
  };

  readonly #onMore = (): void => {
    this.count += PAGE_SIZE;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-value-tree': ValueTreeElement;
  }
}
