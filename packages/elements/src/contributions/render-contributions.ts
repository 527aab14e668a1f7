import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {ContributionBoard, Tone} from '@ls-annotation/plugins';

import {icon} from '../styles/icons.js';
import type {IconName} from '../styles/icons.js';

import {panelSlot} from './plugin-panels.js';

/** Returns the buttons of plugins in the bar. */
export function renderPluginButtons(board: ContributionBoard): unknown {
  return board.list('toolbarButton').map((entry) => {
    const {label, title, isPressed, isDisabled = false} = entry.value;
    const press = (): void => {
      if (!isDisabled) entry.call(() => entry.value.onPress());
    };
    return keyed(
      entry.key,
      html`<button
        class="button plugin-button"
        part="button"
        type="button"
        aria-pressed=${isPressed ?? nothing}
        aria-disabled=${isDisabled ? 'true' : nothing}
        aria-description=${title ?? nothing}
        data-tooltip=${title ?? nothing}
        @click=${press}
      >
        ${label}
      </button>`,
    );
  });
}

/** Returns the frames of the panels of plugins; they fill them themselves. */
export function renderPluginPanels(board: ContributionBoard): unknown {
  return board.list('panel').map((entry) =>
    keyed(
      entry.key,
      html`<details
        class="plugin-panel"
        part="plugin-panel"
        ?open=${entry.value.isOpen ?? true}
      >
        <summary>
          <h2>${entry.value.title}</h2>
          ${icon('chevron')}
        </summary>
        <slot name=${panelSlot(entry)}></slot>
      </details>`,
    ),
  );
}

const TONE_ICONS: Readonly<Record<Tone, IconName | null>> = {
  neutral: null,
  success: null,
  warning: 'warning',
  danger: 'error',
};

/** Returns the lines of plugins about the annotation. */
export function renderPluginNotices(board: ContributionBoard): TemplateResult {
  return html`<div class="plugin-notices" role="status">
    ${board.list('notice').map(({key, value: {text, tone = 'neutral'}}) => {
      const glyph = TONE_ICONS[tone];
      return keyed(
        key,
        html`<p class="plugin-notice ${tone}" part="plugin-notice">
          ${glyph ? icon(glyph) : nothing}<span .textContent=${text}></span>
        </p>`,
      );
    })}
  </div>`;
}
