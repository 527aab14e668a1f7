import {css} from 'lit';

/** Styles of `<ls-operator-menu>`. */
export const operatorMenuStyles = css`
  :host {
    display: inline-block;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
  }

  /* Beside a title there is no room for words. */
  .compact {
    padding: 0 var(--ls-space-1);
    gap: 0;
  }

  .compact span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .panel {
    --_inline-size: 22rem;

    padding: var(--ls-space-1);
  }

  p,
  h3,
  ul {
    padding: 0;
    margin: 0;
  }

  ul {
    list-style: none;
  }

  h3 {
    padding: var(--ls-space-2) var(--ls-space-2) var(--ls-space-1);
    margin-block-start: var(--ls-space-1);
    font-size: var(--ls-font-size-small);
    font-weight: 600;
    color: var(--ls-text-muted);
    border-block-start: 1px solid var(--ls-border);
  }

  h3:first-child {
    margin: 0;
    border: 0;
  }

  .search {
    position: sticky;
    inset-block-start: calc(-1 * var(--ls-space-1));
    z-index: 1;
    padding: var(--ls-space-1);
    margin: calc(-1 * var(--ls-space-1)) 0 var(--ls-space-1);
    background: var(--ls-surface);
  }

  input {
    inline-size: 100%;
    min-block-size: max(2rem, var(--ls-target-size));
    padding: var(--ls-space-1) var(--ls-space-2);
    font: inherit;
    color: inherit;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius-small);
  }

  input:focus-visible {
    border-color: var(--ls-focus-ring);
    outline-width: 1px;
    outline-offset: 0;
  }

  input::placeholder {
    color: var(--ls-text-muted);
    opacity: 1;
  }

  .item {
    display: grid;
    gap: 0.125rem;
    inline-size: 100%;
    min-block-size: max(2rem, var(--ls-target-size));
    padding: var(--ls-space-2);
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

  .name {
    font-weight: 500;
  }

  .description,
  .reason {
    font-size: var(--ls-font-size-small);
    line-height: 1.4;
    color: var(--ls-text-muted);
  }

  .item[aria-disabled] {
    cursor: default;
  }

  .item[aria-disabled] .name {
    color: var(--ls-text-muted);
  }

  .item[aria-disabled] .reason {
    color: var(--ls-warning);
  }

  .source {
    display: flex;
    gap: var(--ls-space-2);
    align-items: start;
    justify-content: space-between;
    padding: var(--ls-space-2);
    color: var(--ls-text-muted);
    overflow-wrap: anywhere;
  }

  .source.failed strong {
    color: var(--ls-danger);
  }

  .empty {
    padding: var(--ls-space-4);
    color: var(--ls-text-muted);
    text-align: center;
  }

  @media (forced-colors: active) {
    .item:focus-visible {
      outline-color: Highlight;
    }
  }
`;
