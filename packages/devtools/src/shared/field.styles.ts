import {css} from 'lit';

/** Styles of what is typed into and chosen from. */
export const fieldStyles = css`
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
`;
