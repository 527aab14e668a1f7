import {css} from 'lit';

/** Styles of `<ls-plugin-settings-button>`. */
export const settingsButtonStyles = css`
  :host {
    display: inline-block;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    color: var(--ls-text);
  }

  dialog {
    flex-direction: column;
    inline-size: min(28rem, calc(100vi - 2 * var(--ls-space-4)));
    max-block-size: calc(100dvb - 2 * var(--ls-space-6));
    padding: 0;
    overflow: hidden;
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: calc(var(--ls-radius) * 1.5);
    box-shadow: 0 16px 48px var(--ls-shadow);
  }

  dialog[open] {
    display: flex;
  }

  dialog::backdrop {
    background: var(--ls-backdrop);
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding: var(--ls-space-3) var(--ls-space-4);
    border-block-end: 1px solid var(--ls-border);
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size-large);
    font-weight: 600;
  }

  .content {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
`;
