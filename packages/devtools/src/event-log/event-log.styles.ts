import {css} from 'lit';

/** Styles of `<ls-event-log>`. */
export const eventLogStyles = css`
  :host {
    display: grid;
    /* Where there is no room for all of it, what is around it scrolls. */
    grid-template-rows: auto minmax(6rem, 1fr) auto auto;
    min-block-size: 0;
  }

  .tools,
  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    padding: var(--ls-space-2);
  }

  .tools {
    border-block-end: 1px solid var(--ls-border);
  }

  input,
  textarea {
    flex: 1 1 8rem;
    min-inline-size: 0;
    min-block-size: var(--ls-target-size);
    padding: var(--ls-space-1) var(--ls-space-2);
    font: inherit;
    color: inherit;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius);
  }

  textarea {
    flex-basis: 12rem;
    font-family: var(--ls-font-family-mono);
    resize: vertical;
  }

  .button[aria-pressed='true'] {
    background: var(--ls-surface-selected);
    border-color: var(--ls-accent);
  }

  .count {
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .detail {
    min-block-size: 8rem;
    max-block-size: 12rem;
    padding: var(--ls-space-2) var(--ls-space-3);
    overflow: auto;
    background: var(--ls-surface-raised);
    border-block-start: 1px solid var(--ls-border);
  }

  .detail h3 {
    margin: 0 0 var(--ls-space-1);
    font-size: inherit;
  }

  .calls {
    padding: 0;
    margin: 0 0 var(--ls-space-2);
    list-style: none;
  }

  .calls li {
    overflow-wrap: anywhere;
  }

  .muted {
    color: var(--ls-text-muted);
  }

  .alarm {
    color: var(--ls-danger);
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
