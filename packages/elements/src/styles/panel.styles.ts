import {css} from 'lit';

/**
 * `.panel`: what a button opens below itself, of the width `--_inline-size`;
 * it is seen once it is `.placed`.
 */
export const panelStyles = css`
  .panel {
    position: fixed;
    inset: auto;
    inline-size: min(var(--_inline-size), calc(100vi - 2 * var(--ls-space-2)));
    padding: 0;
    margin: 0;
    overflow: auto;
    overscroll-behavior: contain;
    font-size: var(--ls-font-size);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
    box-shadow: 0 8px 24px var(--ls-shadow);
  }

  .panel:not(.placed) {
    visibility: hidden;
  }
`;
