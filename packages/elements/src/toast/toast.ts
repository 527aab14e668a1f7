import {html, LitElement} from 'lit';
import type {TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';

import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';

import {ToastPlace} from './toast-place.js';
import {toastStyles} from './toast.styles.js';

/** How long a toast is shown, milliseconds. */
export const TOAST_DURATION_MS = 5000;

/** How a message is shown. */
export interface ToastOptions {
  /**
   * How long it stays, milliseconds.
   * @defaultValue {@link TOAST_DURATION_MS}
   */
  readonly durationMs?: number;
}

interface Toast {
  readonly message: string;
}

/**
 * Short messages that come and go by themselves and ask for nothing. They are
 * read out politely; {@link ToastElement.announce} does only that.
 *
 * They stand where the element is, over nothing, and stay in sight while what
 * is around them is scrolled, but never over the control that has the focus.
 *
 * @summary Messages that go by themselves.
 * @since 0.1.0
 *
 * @csspart toast - One message.
 */
export class ToastElement extends LitElement {
  static override styles = [baseStyles, toastStyles];

  @state()
  private toasts: readonly Toast[] = [];

  @state()
  private announcement = '';

  readonly #timers = new Map<Toast, ReturnType<typeof setTimeout>>();

  constructor() {
    super();
    this.addController(new ToastPlace(this));
  }

  /** Shows `message` as text; the disposer takes it away early. */
  show(
    message: string,
    {durationMs = TOAST_DURATION_MS}: ToastOptions = {},
  ): Disposer {
    const toast = {message};
    const remove = (): void => {
      clearTimeout(this.#timers.get(toast));
      this.#timers.delete(toast);
      this.toasts = this.toasts.filter((other) => other !== toast);
    };
    this.toasts = [...this.toasts, toast];
    this.#timers.set(toast, setTimeout(remove, durationMs));
    return remove;
  }

  /** Says `message` to assistive technology alone. */
  announce(message: string): void {
    // The same text twice would not be read again.
    this.announcement =
      this.announcement === message ? `${message}\u00a0` : message;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.toasts = [];
    this.announcement = '';
  }

  protected override render(): TemplateResult {
    return html`
      <div class="region" role="status">
        ${this.toasts.map(
          ({message}) => html`<div class="toast" part="toast">${message}</div>`,
        )}
      </div>
      <div class="visually-hidden" role="status">${this.announcement}</div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-toast': ToastElement;
  }
}
