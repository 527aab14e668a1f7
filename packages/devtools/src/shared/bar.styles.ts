import {css} from 'lit';

/** Styles of rows of controls: `.bar`, and of boxes to tick: `.check`. */
export const barStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    padding: var(--ls-space-2);
    border-block-end: 1px solid var(--ls-border);
  }

  .check {
    display: inline-flex;
    gap: var(--ls-space-1);
    align-items: center;
    min-block-size: var(--ls-target-size);
  }
`;
