import {css} from 'lit';

/** Styles of `<ls-operator-changes>`. */
export const operatorChangesStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    font-size: var(--ls-font-size);
  }

  p {
    margin: 0;
  }

  ul {
    max-block-size: 14rem;
    padding: 0;
    margin: var(--ls-space-2) 0 0;
    overflow: auto;
    list-style: none;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius-small);
  }

  li {
    display: flex;
    gap: var(--ls-space-2);
    align-items: baseline;
    padding: var(--ls-space-1) var(--ls-space-2);
    border-block-end: 1px solid var(--ls-border);
  }

  li:last-child {
    border-block-end: 0;
  }

  .kind {
    flex: none;
    min-inline-size: 4.5rem;
    font-weight: 600;
  }

  .added {
    --_tone: var(--ls-success);
  }

  .changed {
    --_tone: var(--ls-warning);
  }

  .removed {
    --_tone: var(--ls-danger);
  }

  .kind {
    color: var(--_tone);
  }

  .swatch {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    background: var(--_color, var(--ls-border-strong));
    border-radius: 2px;
  }

  .words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .removed .title {
    text-decoration: line-through;
  }

  .detail,
  .score {
    color: var(--ls-text-muted);
  }

  .score {
    font-variant-numeric: tabular-nums;
  }

  .conflict {
    display: block;
    color: var(--ls-danger);
  }

  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
