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
    --_inline-size: 28rem;
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
