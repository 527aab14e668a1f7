import {css} from 'lit';

/** Styles of what plugins add to the chrome of a host. */
export const contributionsStyles = css`
  .plugin-button[aria-pressed='true'] {
    color: var(--ls-accent);
    background: var(--ls-surface-selected);
    border-color: var(--ls-accent);
  }

  .plugin-panel {
    border-block-start: 1px solid var(--ls-border);
  }

  .plugin-panel summary {
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
    justify-content: space-between;
    min-block-size: max(2.25rem, var(--ls-target-size));
    padding-inline: var(--ls-space-3);
    list-style: none;
    cursor: pointer;
  }

  .plugin-panel summary::-webkit-details-marker {
    display: none;
  }

  .plugin-panel summary:hover {
    background: var(--ls-surface-hover);
  }

  .plugin-panel summary:focus-visible {
    outline-offset: -2px;
  }

  .plugin-panel h2 {
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
    font-size: var(--ls-font-size);
    font-weight: 600;
  }

  .plugin-panel svg {
    flex: none;
    color: var(--ls-text-muted);
    transition: rotate var(--ls-duration);
  }

  .plugin-panel[open] summary svg {
    rotate: 180deg;
  }

  .plugin-panel > slot {
    display: block;
    padding: 0 var(--ls-space-3) var(--ls-space-3);
    overflow-wrap: anywhere;
    font-size: var(--ls-font-size);
  }

  .plugin-notices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-4);
  }

  .plugin-notice {
    display: flex;
    gap: var(--ls-space-1);
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .plugin-notice svg {
    flex: none;
    block-size: 1lh;
  }

  .plugin-notice.success {
    color: var(--ls-success);
  }

  .plugin-notice.warning {
    color: var(--ls-warning);
  }

  .plugin-notice.danger {
    color: var(--ls-danger);
  }
`;
