import {html, LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import type {SettingsBook} from '@ls-annotation/plugins';

import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {icon} from '../styles/icons.js';
import {tooltipStyles} from '../styles/tooltip.styles.js';

import {settingsButtonStyles} from './settings-button.styles.js';

/**
 * A button that opens the settings of the plugins of a host.
 *
 * @summary A button with the settings of plugins behind it.
 * @since 0.1.0
 *
 * @csspart button - The button.
 * @csspart dialog - The dialog.
 */
export class PluginSettingsButtonElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    tooltipStyles,
    settingsButtonStyles,
  ];

  /** The settings; left out, those of the host around it. */
  @property({attribute: false})
  book: SettingsBook | null = null;

  @state()
  private isOpen = false;

  @query('dialog')
  private dialog!: HTMLDialogElement;

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isOpen = false;
  }

  protected override render(): TemplateResult {
    return html`
      <button
        class="button quiet icon"
        part="button"
        type="button"
        aria-label="Plugin settings"
        aria-haspopup="dialog"
        data-tooltip="Plugin settings"
        @click=${this.#onClick}
      >
        ${icon('settings')}
      </button>
      <dialog part="dialog" aria-labelledby="title" @close=${this.#onClose}>
        <header>
          <h2 id="title">Plugin settings</h2>
          <form method="dialog">
            <button class="button quiet icon" type="submit" aria-label="Close">
              ${icon('close')}
            </button>
          </form>
        </header>
        <div class="content">
          ${
            this.isOpen
              ? html`<ls-plugin-settings
                  .book=${this.book}
                ></ls-plugin-settings>`
              : nothing
          }
        </div>
      </dialog>
    `;
  }

  #onClick(): void {
    this.isOpen = true;
    this.dialog.showModal();
  }

  #onClose(): void {
    this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin-settings-button': PluginSettingsButtonElement;
  }
}
