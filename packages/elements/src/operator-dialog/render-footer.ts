import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {DialogAction, DialogButton} from './dialog-buttons.js';

/** How the buttons are drawn. */
export interface FooterOptions {
  /** Whether the last one has the focus when the dialog opens. */
  readonly hasFocus: boolean;
  /** Called when one was pressed. */
  readonly onPress: (action: DialogAction) => void;
}

/**
 * Draws the buttons of a dialog. One that means another thing is another one:
 * a key that is on its way must not press what has come in its place.
 */
export function renderFooter(
  buttons: readonly DialogButton[],
  {hasFocus, onPress}: FooterOptions,
): TemplateResult {
  const last = buttons.at(-1);
  return html`<footer part="footer">
    ${repeat(
      buttons,
      ({action}) => action,
      (button) =>
        html`<button
          class=${buttonClass(button, button === last)}
          part=${button.part}
          type="button"
          ?autofocus=${button === last && hasFocus}
          @click=${(event: MouseEvent) => {
            // Nor must the second press of a double click.
            if (event.detail < 2) onPress(button.action);
          }}
        >
          ${button.text}
        </button>`,
    )}
  </footer>`;
}

function buttonClass({isDangerous}: DialogButton, isLast: boolean): string {
  const tone = isDangerous ? 'danger' : '';
  return `button ${isLast ? `primary ${tone}` : ''}`;
}
