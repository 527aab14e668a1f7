import {css} from 'lit';

/** Styles of `<ls-modal>`. */
export const modalStyles = css`
  :host {
    display: contents;
  }

  dialog {
    --_tone: var(--ls-accent);
    --_inline-size: 26rem;

    border-block-start: 3px solid var(--_tone);
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
