import {css} from 'lit';

/** Styles of `<ls-operator-tray>`. */
export const operatorTrayStyles = css`
  :host {
    display: inline-block;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
  }

  .count {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.25rem;
    block-size: 1.25rem;
    padding: 0 0.25rem;
    font-size: var(--ls-font-size-small);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--ls-on-accent);
    background: var(--ls-accent);
    border-radius: 1rem;
  }

  .panel {
    --_inline-size: 24rem;
  }

  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
    justify-content: space-between;
    padding: var(--ls-space-2) var(--ls-space-3);
    background: var(--ls-surface-raised);
    border-block-end: 1px solid var(--ls-border);
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size);
    font-weight: 600;
    line-height: var(--ls-target-size);
  }

  ul {
    padding: 0;
    margin: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: var(--ls-space-1);
    padding: var(--ls-space-2) var(--ls-space-3);
    border-block-end: 1px solid var(--ls-border);
  }

  li:last-child {
    border-block-end: 0;
  }

  .line {
    display: flex;
    gap: var(--ls-space-2);
    align-items: baseline;
    justify-content: space-between;
  }

  .title {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .time {
    font-size: var(--ls-font-size-small);
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .words {
    display: -webkit-box;
    margin: 0;
    overflow: hidden;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    -webkit-box-orient: vertical;
    color: var(--ls-text-muted);
    overflow-wrap: anywhere;
  }

  .success {
    color: var(--ls-success);
  }

  .failure {
    color: var(--ls-danger);
  }

  .review {
    color: var(--ls-warning);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1);
  }

  .buttons .button {
    padding: 0 var(--ls-space-2);
    font-size: var(--ls-font-size-small);
  }

  @media (forced-colors: active) {
    .count {
      color: HighlightText;
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
