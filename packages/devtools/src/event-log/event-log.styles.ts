import {css} from 'lit';

/** Styles of `<ls-event-log>`, beside those of all tools. */
export const eventLogStyles = css`
  :host {
    grid-template-rows: auto minmax(6rem, 1fr) auto auto;
  }

  ls-record-list,
  .empty {
    grid-area: 2 / 1;
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    padding: var(--ls-space-2);
  }

  textarea {
    flex-basis: 12rem;
    font-family: var(--ls-font-family-mono);
    resize: vertical;
  }

  .detail .calls {
    margin-block-end: var(--ls-space-2);
  }

  .calls li {
    overflow-wrap: anywhere;
  }

  .fire {
    border-block-start: 1px solid var(--ls-border);
  }

  .fire summary {
    padding: var(--ls-space-1) var(--ls-space-3);
    min-block-size: var(--ls-target-size);
    cursor: pointer;
  }

  .fire p {
    flex-basis: 100%;
    margin: 0;
  }
`;
