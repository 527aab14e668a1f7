import {html, LitElement} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';

import type {ModalType} from '@ls-annotation/lsi';

import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';

import {ModalCloseEvent} from './modal-events.js';
import {modalStyles} from './modal.styles.js';

const TITLES: Readonly<Record<ModalType, string>> = {
  error: 'Error',
  warning: 'Warning',
  success: 'Success',
  info: 'Info',
};

/**
 * A message over the page that a person dismisses, as `Htx.showModal` shows
 * it: a title by its type, the message as text, one button.
 *
 * It opens when it is connected. Several stack; the last one is on top. When
 * it closes, the focus goes back to where it was.
 *
 * @summary A message that waits to be dismissed.
 * @since 0.1.0
 *
 * @fires {ModalCloseEvent} ls-modal-close - Fired when it was dismissed. Does not bubble.
 *
 * @csspart dialog - The dialog.
 * @csspart title - The title.
 * @csspart message - The message.
 * @csspart button - The button.
 */
export class ModalElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    modalStyles,
  ];

  /** Kind of message; decides title and colour. */
  @property({reflect: true})
  type: ModalType = 'warning';

  /** What to say. Shown as text, line breaks kept. */
  @property()
  message = '';

  @query('dialog')
  private dialog!: HTMLDialogElement;

  /** Closes the dialog, as its button does. */
  close(): void {
    this.dialog.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.#open();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.#open();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog
        part="dialog"
        class=${this.type}
        aria-labelledby="title"
        aria-describedby="message"
        @close=${this.#onClose}
      >
        <div class="content">
          <h2 id="title" part="title">${TITLES[this.type]}</h2>
          <p id="message" part="message">${this.message}</p>
        </div>
        <footer>
          <button
            class="button primary ok"
            part="button"
            type="button"
            autofocus
            @click=${this.#onClick}
          >
            OK
          </button>
        </footer>
      </dialog>
    `;
  }

  #open(): void {
    if (this.isConnected && !this.dialog.open) this.dialog.showModal();
  }

  #onClick(): void {
    this.close();
  }

  #onClose(): void {
    /** @internal */
    this.dispatchEvent(new ModalCloseEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-modal': ModalElement;
  }
}
