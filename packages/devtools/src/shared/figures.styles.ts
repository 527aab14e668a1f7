import {css} from 'lit';

/** Styles of tables of figures: `.figures`, with `.number` cells. */
export const figuresStyles = css`
  .figures {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .figures th,
  .figures td {
    padding: var(--ls-space-1) var(--ls-space-2);
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--ls-border);
  }

  .figures thead th {
    position: sticky;
    inset-block-start: 0;
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
    white-space: nowrap;
    background: var(--ls-surface-raised);
  }

  .figures tbody th {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .figures td[colspan]:dir(rtl) {
    text-align: right;
    unicode-bidi: plaintext;
  }

  .figures .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
`;
