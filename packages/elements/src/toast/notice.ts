import {html, LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {icon} from '../styles/icons.js';

import {NoticeActionEvent, NoticeDismissEvent} from './notice-events.js';
import {noticeStyles} from './notice.styles.js';

/**
 * A calm message in the flow of the page that stays until it is dismissed:
 * what failed, and why, while the work goes on.
 *
 * @summary A message in the flow of the page.
 * @since 0.1.0
 *
 * @fires {NoticeDismissEvent} ls-notice-dismiss - Fired when its button was pressed. Does not bubble.
 * @fires {NoticeActionEvent} ls-notice-action - Fired when the button of its action was pressed. Does not bubble.
 *
 * @csspart notice - The box.
 * @csspart heading - What happened.
 * @csspart detail - Why.
 * @csspart action - The button of its action.
 * @csspart dismiss - The button that takes it away.
 */
export class NoticeElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, noticeStyles];

  /** What happened. */
  @property()
  heading = '';

  /** Why. */
  @property()
  detail = '';

  /** What can be done about it, on a button; `''` for nothing. */
  @property()
  action = '';

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="notice" part="notice">
        <div class="content">
          <div class="text">
            <div class="heading" part="heading">${this.heading}</div>
            <div class="detail" part="detail">${this.detail}</div>
          </div>
          ${
            this.action
              ? html`<button
                  class="button"
                  part="action"
                  type="button"
                  aria-label="${this.action}: ${this.heading}"
                  @click=${this.#onAction}
                >
                  ${this.action}
                </button>`
              : nothing
          }
        </div>
        <button
          class="button quiet icon"
          part="dismiss"
          type="button"
          aria-label="Dismiss: ${this.heading}"
          @click=${this.#onClick}
        >
          ${icon('close')}
        </button>
      </div>
    `;
  }

  #onAction(): void {
    /** @internal */
    this.dispatchEvent(new NoticeActionEvent());
  }

  #onClick(): void {
    /** @internal */
    this.dispatchEvent(new NoticeDismissEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-notice': NoticeElement;
  }
}
