import {css} from 'lit';

/** Styles of what `renderTabs` returns. */
export const tabsStyles = css`
  .tabs {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 var(--ls-space-1);
    padding-inline: var(--ls-space-2);
    background: var(--ls-surface-raised);
    border-block-end: 1px solid var(--ls-border);
  }

  .tab {
    flex: none;
    min-block-size: calc(var(--ls-target-size) + 0.25rem);
    padding: 0 var(--ls-space-2);
    font: inherit;
    color: var(--ls-text-muted);
    cursor: pointer;
    background: transparent;
    border: 0;
    border-block-end: 2px solid transparent;
  }

  .tab:hover {
    color: var(--ls-text);
    background: var(--ls-surface-hover);
  }

  .tab[aria-selected='true'] {
    font-weight: 600;
    color: var(--ls-text);
    border-block-end-color: var(--ls-accent);
  }

  .tab:focus-visible {
    outline-offset: -2px;
  }

  .count {
    padding: 0 0.375rem;
    font-size: var(--ls-font-size-small);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    color: var(--ls-text);
    background: var(--ls-surface-hover);
    border-radius: 999px;
  }

  .count.alarm {
    color: var(--ls-surface);
    background: var(--ls-danger);
  }

  @media (forced-colors: active) {
    /* What is transparent has a colour there. */
    .tab {
      border-block-end-color: Canvas;
    }

    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }

    .count.alarm {
      border: 1px solid;
    }
  }
`;
