import {css} from 'lit';

/** Styles of `<ls-session-recorder>`, beside those of all tools. */
export const sessionRecorderStyles = css`
  :host {
    grid-template-rows: auto auto minmax(8rem, 1fr) auto;
  }

  .button[aria-pressed='true'] {
    color: var(--ls-danger);
    background: var(--ls-surface-selected);
    border-color: var(--ls-danger);
  }

  .news {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-2);
    align-items: center;
    padding: var(--ls-space-2) var(--ls-space-3);
    border-block-end: 1px solid var(--ls-border);
  }

  .news:has(> p:empty:only-child) {
    padding: 0;
    border: 0;
  }

  .news p {
    flex: 1 1 100%;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .news p:empty {
    display: none;
  }

  progress {
    flex: 1 1 6rem;
    min-inline-size: 0;
    accent-color: var(--ls-accent);
  }
`;
