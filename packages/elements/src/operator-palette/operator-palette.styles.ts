import {css} from 'lit';

/** Styles of `<ls-operator-palette>`. */
export const operatorPaletteStyles = css`
  :host {
    display: contents;
  }

  dialog {
    --_inline-size: 36rem;

    inset-block: 12dvb auto;
    max-block-size: 70dvb;
    margin-block: 0;
  }

  input {
    flex: none;
    inline-size: 100%;
    padding: var(--ls-space-3) var(--ls-space-4);
    font: inherit;
    font-size: var(--ls-font-size-large);
    color: inherit;
    background: none;
    border: 0;
    border-block-end: 1px solid var(--ls-border);
  }

  input:focus-visible {
    outline: 2px solid var(--ls-focus-ring);
    outline-offset: -2px;
    border-start-start-radius: calc(var(--ls-radius) * 1.5 - 1px);
    border-start-end-radius: calc(var(--ls-radius) * 1.5 - 1px);
  }

  input::placeholder {
    color: var(--ls-text-muted);
    opacity: 1;
  }

  .list {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: var(--ls-space-2);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .group-title {
    padding: var(--ls-space-2) var(--ls-space-2) var(--ls-space-1);
    font-size: var(--ls-font-size-small);
    font-weight: 600;
    color: var(--ls-text-muted);
  }

  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--ls-space-2);
    align-items: baseline;
    min-block-size: max(2rem, var(--ls-target-size));
    padding: var(--ls-space-2);
    cursor: pointer;
    border-radius: var(--ls-radius-small);
  }

  .option.active {
    background: var(--ls-surface-selected);
  }

  .option[aria-disabled='true'] {
    color: var(--ls-text-muted);
    cursor: default;
  }

  .mark {
    inline-size: 1.25rem;
    text-align: center;
  }

  /* A column of icons only where there are any. */
  .list:not(:has(.mark:not(:empty))) .mark {
    display: none;
  }

  .list:not(:has(.mark:not(:empty))) .option {
    padding-inline-start: 0;
  }

  .mark img {
    inline-size: 1rem;
    block-size: 1rem;
    vertical-align: -0.125rem;
  }

  .name {
    grid-column: 2;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .description,
  .reason {
    grid-column: 2 / -1;
    font-size: var(--ls-font-size-small);
    line-height: 1.4;
    color: var(--ls-text-muted);
    overflow-wrap: anywhere;
  }

  .reason {
    color: var(--ls-warning);
  }

  kbd {
    grid-row: 1;
    grid-column: 3;
    padding: 0 var(--ls-space-1);
    font-family: inherit;
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius-small);
  }

  .empty {
    padding: var(--ls-space-6);
    margin: 0;
    color: var(--ls-text-muted);
    text-align: center;
  }

  @media (max-width: 30rem) {
    dialog {
      inset-block-start: var(--ls-space-2);
      inline-size: calc(100vi - 2 * var(--ls-space-2));
      max-block-size: calc(100dvb - 2 * var(--ls-space-2));
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 100ms ease-out;
    }
  }

  @keyframes appear {
    from {
      translate: 0 -6px;
    }
  }

  @media (forced-colors: active) {
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .option[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
