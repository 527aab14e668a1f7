import {css} from 'lit';

/** Styles of the tools beside the editors: their bar, and what is chosen. */
export const toolStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    padding: var(--ls-space-2);
    border-block-end: 1px solid var(--ls-border);
  }

  .tools label {
    display: inline-flex;
    gap: var(--ls-space-1);
    align-items: center;
    min-block-size: var(--ls-target-size);
  }

  input:not([type='checkbox']),
  textarea {
    flex: 1 1 8rem;
  }

  input:not([type='checkbox']),
  select,
  textarea {
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: var(--ls-target-size);
    padding: var(--ls-space-1) var(--ls-space-2);
    font: inherit;
    color: inherit;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius);
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

  .muted {
    color: var(--ls-text-muted);
  }

  .alarm {
    color: var(--ls-danger);
  }

  .empty {
    padding: var(--ls-space-4);
    margin: 0;
    color: var(--ls-text-muted);
  }

  .place {
    padding: 0;
    font: inherit;
    color: var(--ls-accent);
    text-align: start;
    white-space: nowrap;
    text-decoration: underline;
    cursor: pointer;
    background: none;
    border: 0;
  }

  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
