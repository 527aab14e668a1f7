import {css} from 'lit';

/** Styles of `<ls-change-log>`. */
export const changeLogStyles = css`
  :host {
    display: grid;
    /* Where there is no room for all of it, what is around it scrolls. */
    grid-template-rows: auto minmax(6rem, 1fr) auto;
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

  .count {
    flex: 1 1 auto;
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .empty {
    padding: var(--ls-space-4);
    margin: 0;
    color: var(--ls-text-muted);
  }

  .detail {
    min-block-size: 8rem;
    max-block-size: 14rem;
    padding: var(--ls-space-2) var(--ls-space-3);
    overflow: auto;
    background: var(--ls-surface-raised);
    border-block-start: 1px solid var(--ls-border);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-3);
    align-items: center;
    justify-content: space-between;
  }

  .detail h3,
  .detail p {
    margin: 0;
  }

  .detail h3 {
    font-size: inherit;
  }

  .muted {
    color: var(--ls-text-muted);
  }

  .patches {
    padding: 0;
    margin: var(--ls-space-2) 0 0;
    list-style: none;
  }

  .patches li + li {
    padding-block-start: var(--ls-space-1);
    margin-block-start: var(--ls-space-1);
    border-block-start: 1px solid var(--ls-border);
  }

  .place {
    overflow-wrap: anywhere;
  }
`;
