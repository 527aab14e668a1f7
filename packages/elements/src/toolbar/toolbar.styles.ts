import {css} from 'lit';

/** Styles of `<ls-toolbar>`. */
export const toolbarStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2) var(--ls-space-3);
    align-items: center;
    padding: var(--ls-space-2) var(--ls-space-3);
    font-size: var(--ls-font-size);
    line-height: 1.3;
    color: var(--ls-text);
  }

  /* It takes what the actions leave, and a row of its own where that is little. */
  .work {
    display: flex;
    flex: 1000 1 18rem;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-3);
    align-items: center;
    min-inline-size: 0;
  }

  .annotations {
    display: flex;
    flex: 1 1 12rem;
    gap: var(--ls-space-1);
    align-items: center;
    min-inline-size: 0;
  }

  .tabs {
    display: flex;
    gap: var(--ls-space-1);
    min-inline-size: 0;
    padding: 3px;
    margin: -3px;
    overflow-x: auto;
    overscroll-behavior: contain;
    scrollbar-width: none;
  }

  .tabs {
    --_fade-start: 0px;
    --_fade-end: 0px;

    mask-image: linear-gradient(
      to right,
      transparent,
      black var(--_fade-start),
      black calc(100% - var(--_fade-end)),
      transparent
    );
  }

  .tabs:dir(rtl) {
    mask-image: linear-gradient(
      to left,
      transparent,
      black var(--_fade-start),
      black calc(100% - var(--_fade-end)),
      transparent
    );
  }

  .tabs.more-before {
    --_fade-start: var(--ls-space-6);
  }

  .tabs.more-after {
    --_fade-end: var(--ls-space-6);
  }

  .tab {
    display: inline-grid;
    flex: none;
    grid-template-columns: minmax(0, auto) auto;
    gap: var(--ls-space-1);
    align-content: center;
    align-items: baseline;
    max-inline-size: 14rem;
    min-block-size: var(--ls-target-size);
    padding: 0 var(--ls-space-3);
    font: inherit;
    color: var(--ls-text-muted);
    cursor: pointer;
    background: transparent;
    border: 1px solid transparent;
    border-radius: var(--ls-radius);
    transition: background var(--ls-duration);
  }

  /* One that is alone is cut in its words, and needs no scrolling. */
  .tab:only-child {
    flex-shrink: 1;
    min-inline-size: 0;
  }

  .tab:hover {
    background: var(--ls-surface-hover);
  }

  .tab[aria-selected='true'] {
    font-weight: 500;
    color: var(--ls-text);
    background: var(--ls-surface);
    border-color: var(--ls-border-strong);
  }

  .tab-title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tab-detail {
    flex: none;
    font-size: var(--ls-font-size-small);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .prediction .tab-title {
    font-style: italic;
  }

  /* On a row of its own, what saves is at its end, and stays together. */
  .actions {
    --_gap: var(--ls-space-2);

    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: center;
  }

  .save {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: center;
    justify-content: flex-end;
    margin-inline-start: auto;
  }

  .save:not(:has(*)) {
    display: none;
  }

  .history {
    margin-inline-start: auto;
  }

  .pair {
    display: flex;
    gap: 0;
  }

  @container (inline-size < 30rem) {
    .toolbar {
      padding-inline: var(--ls-space-2);
    }

    .work {
      column-gap: var(--ls-space-2);
    }

    .actions {
      --_gap: var(--ls-space-1);
    }

    /* At the end of the bar there is no room on both sides. */
    .history [data-tooltip]::after {
      inset-inline-end: 0;
      translate: none;
    }
  }

  dialog {
    --_inline-size: 24rem;

    padding: var(--ls-space-4);
  }

  dialog h2 {
    margin: 0 0 var(--ls-space-1);
    font-size: var(--ls-font-size-large);
    font-weight: 600;
  }

  dialog p {
    margin: 0 0 var(--ls-space-4);
  }

  dialog .buttons {
    display: flex;
    gap: var(--ls-space-2);
    justify-content: flex-end;
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }

    .tab[aria-selected='true'] .tab-detail {
      color: inherit;
    }
  }
`;
