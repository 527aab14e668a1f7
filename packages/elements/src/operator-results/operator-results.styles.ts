import {css} from 'lit';

/** Styles of `<ls-operator-results>`. */
export const operatorResultsStyles = css`
  :host {
    --_series-0: var(--ls-accent);
    --_series-1: light-dark(#c2410c, #fdba74);
    --_series-2: light-dark(#1b7a36, #69db7c);
    --_series-3: light-dark(#9c36b5, #e599f7);
    --_series-4: light-dark(#0b7285, #66d9e8);
    --_series-5: light-dark(#5b6270, #ced4da);

    display: grid;
    gap: var(--ls-space-3);
    min-inline-size: 0;
    font-size: var(--ls-font-size);
  }

  figure {
    min-inline-size: 0;
    margin: 0;
  }

  figcaption,
  h3 {
    margin: 0 0 var(--ls-space-1);
    font-size: var(--ls-font-size);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .plain {
    white-space: pre-line;
  }

  .markdown > :first-child {
    margin-block-start: 0;
  }

  .markdown > :last-child {
    margin-block-end: 0;
  }

  .number {
    font-size: 1.5rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
  }

  .unit {
    font-size: var(--ls-font-size);
    font-weight: 400;
    color: var(--ls-text-muted);
  }

  .scroll {
    max-block-size: 16rem;
    overflow: auto;
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius-small);
  }

  table {
    inline-size: 100%;
    font-variant-numeric: tabular-nums;
    text-align: start;
    border-collapse: collapse;
    background: var(--ls-surface);
  }

  th,
  td {
    padding: var(--ls-space-1) var(--ls-space-2);
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--ls-border);
  }

  tr:last-child > td {
    border-block-end: 0;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    font-weight: 600;
    white-space: nowrap;
    background: var(--ls-surface-raised);
  }

  .end {
    text-align: end;
  }

  .more {
    margin-block-start: var(--ls-space-2);
  }

  img {
    display: block;
    max-inline-size: 100%;
    max-block-size: 20rem;
    background: var(--ls-surface-hover);
    border-radius: var(--ls-radius-small);
  }

  a {
    color: var(--ls-accent);
    overflow-wrap: anywhere;
  }

  pre {
    max-block-size: 12rem;
    padding: var(--ls-space-2);
    margin: 0;
    overflow: auto;
    font-family: var(--ls-font-family-mono);
    font-size: var(--ls-font-size-small);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius-small);
  }

  .plot {
    display: block;
    inline-size: 100%;
    block-size: auto;
    direction: ltr;
  }

  .plot text {
    font-family: var(--ls-font-family);
    font-size: 11px;
    fill: var(--ls-text-muted);
  }

  .grid {
    stroke: var(--ls-border);
  }

  .axis {
    stroke: var(--ls-border-strong);
  }

  .line {
    fill: none;
    stroke: var(--_tone);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }

  .dot,
  .bar {
    fill: var(--_tone);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-3);
    padding: 0;
    margin: var(--ls-space-1) 0 0;
    font-size: var(--ls-font-size-small);
    list-style: none;
  }

  .legend svg {
    inline-size: 1.25rem;
    block-size: 0.5rem;
    margin-inline-end: var(--ls-space-1);
  }

  summary {
    inline-size: fit-content;
    padding-block: calc((var(--ls-target-size) - 1.25rem) / 2);
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
    cursor: pointer;
    border-radius: var(--ls-radius-small);
  }

  .issues {
    padding-inline-start: var(--ls-space-4);
    margin: 0;
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
  }

  @media (forced-colors: active) {
    :host {
      --_series-0: CanvasText;
      --_series-1: LinkText;
      --_series-2: Highlight;
      --_series-3: GrayText;
      --_series-4: CanvasText;
      --_series-5: LinkText;
    }

    .plot,
    .legend svg {
      forced-color-adjust: none;
    }

    .grid,
    .axis {
      stroke: GrayText;
    }

    .plot text {
      fill: CanvasText;
    }
  }
`;
