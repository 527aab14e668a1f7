import {css} from 'lit';

/** Styles of `<ls-modal>`. */
export const modalStyles = css`
  :host {
    display: contents;
  }

  dialog {
    --_tone: var(--ls-accent);

    inline-size: min(26rem, calc(100vi - 2 * var(--ls-space-4)));
    max-block-size: calc(100dvb - 2 * var(--ls-space-4));
    padding: 0;
    overflow: hidden;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size-medium);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-block-start: 3px solid var(--_tone);
    border-radius: var(--ls-radius);
    box-shadow: 0 12px 32px var(--ls-shadow);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: var(--ls-backdrop);
  }

  dialog.error {
    --_tone: var(--ls-danger);
  }

  dialog.warning {
    --_tone: var(--ls-warning);
  }

  dialog.success {
    --_tone: var(--ls-success);
  }

  .content {
    display: grid;
    gap: var(--ls-space-2);
    min-block-size: 0;
    padding: var(--ls-space-4) var(--ls-space-4) 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size-large);
    font-weight: 600;
    line-height: 1.3;
    color: var(--_tone);
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  footer {
    display: flex;
    flex: none;
    justify-content: flex-end;
    padding: var(--ls-space-4);
  }

  .ok {
    min-inline-size: 5rem;
  }
`;
