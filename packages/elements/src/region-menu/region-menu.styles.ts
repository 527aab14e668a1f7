import {css} from 'lit';

/** Styles of `<ls-region-menu>`. */
export const regionMenuStyles = css`
  :host {
    display: contents;
  }

  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 11rem;
    max-inline-size: min(20rem, calc(100vi - 2 * var(--ls-space-2)));
    padding: var(--ls-space-1);
    margin: 0;
    overflow: auto;
    overscroll-behavior: contain;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    line-height: 1.35;
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
    box-shadow: 0 8px 24px var(--ls-shadow);
  }

  .item {
    display: block;
    inline-size: 100%;
    min-block-size: max(2rem, var(--ls-target-size));
    padding: var(--ls-space-1) var(--ls-space-2);
    font: inherit;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
    background: none;
    border: 0;
    border-radius: var(--ls-radius-small);
  }

  .item:hover,
  .item:focus-visible {
    background: var(--ls-surface-hover);
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item[aria-disabled] {
    color: var(--ls-text-muted);
    cursor: default;
  }

  .reason {
    display: block;
    font-size: var(--ls-font-size-small);
  }

  @media (forced-colors: active) {
    .item:focus-visible {
      outline-color: Highlight;
    }

    .item[aria-disabled] {
      color: GrayText;
    }
  }
`;
