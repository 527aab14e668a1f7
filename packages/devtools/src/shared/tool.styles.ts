import {css} from 'lit';

/** Styles of the tools beside the editors, and of what is chosen there. */
export const toolStyles = css`
  :host {
    display: grid;
    /* Where there is no room for all of it, what is around it scrolls. */
    grid-template-rows: auto minmax(6rem, 1fr) auto;
    min-block-size: 0;
  }

  input:not([type='checkbox']),
  textarea {
    flex: 1 1 8rem;
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

  .detail ul {
    padding: 0;
    margin: 0;
    list-style: none;
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

  /* English sentences end where they should in every page. */
  p:dir(rtl),
  h3:dir(rtl),
  li:dir(rtl) {
    text-align: right;
    unicode-bidi: plaintext;
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

    .button[aria-pressed='true'] > * {
      color: inherit;
    }
  }
`;
