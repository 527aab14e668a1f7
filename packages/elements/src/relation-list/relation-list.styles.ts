import {css} from 'lit';

/** Styles of `<ls-relation-list>`. */
export const relationListStyles = css`
  :host {
    display: block;
  }

  .list {
    font-size: var(--ls-font-size);
    line-height: 1.35;
    color: var(--ls-text);
    border-block-start: 1px solid var(--ls-border);
  }

  .list:focus {
    outline: none;
  }

  header {
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
    justify-content: space-between;
    min-block-size: calc(var(--ls-target-size) + var(--ls-space-4));
    padding-inline: var(--ls-space-3) var(--ls-space-2);
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size);
    font-weight: 600;
  }

  .count {
    margin-inline-start: var(--ls-space-2);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .button[aria-pressed='true'] {
    color: var(--ls-accent);
    background: var(--ls-surface-selected);
    border-color: var(--ls-accent);
  }

  .empty {
    padding: 0 var(--ls-space-3) var(--ls-space-4);
    margin: 0;
    color: var(--ls-text-muted);
  }

  ul {
    max-block-size: min(24rem, 50vb);
    padding: 0;
    margin: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
    border-block-start: 1px solid var(--ls-border);
  }

  li {
    padding: var(--ls-space-1) var(--ls-space-2);
    border-block-end: 1px solid
      color-mix(in srgb, var(--ls-border) 60%, transparent);
  }

  .ends {
    display: flex;
    gap: var(--ls-space-1);
    align-items: center;
  }

  .end {
    display: flex;
    flex: 1 1 0;
    gap: var(--ls-space-1);
    align-items: center;
    min-inline-size: 0;
    min-block-size: var(--ls-target-size);
    padding: var(--ls-space-1);
    font: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
    background: transparent;
    border: 0;
    border-radius: var(--ls-radius-small);
  }

  .end:hover {
    background: var(--ls-surface-hover);
  }

  .direction {
    flex: none;
    min-inline-size: var(--ls-target-size);
    font-size: var(--ls-font-size-large);
    text-align: center;
  }

  .direction:dir(rtl) > span,
  span.direction:dir(rtl) {
    display: inline-block;
    scale: -1 1;
  }

  .delete {
    color: var(--ls-text-muted);
  }

  .labels {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1);
    align-items: center;
    padding-inline-start: var(--ls-space-1);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.5rem;
    padding-inline: var(--ls-space-2);
    font: inherit;
    font-size: var(--ls-font-size-small);
    color: var(--ls-text);
    background: color-mix(
      in srgb,
      var(--_color, var(--ls-border)) 14%,
      var(--ls-surface)
    );
    border: 1px solid
      color-mix(in srgb, var(--_color, var(--ls-border)) 55%, var(--ls-surface));
    border-inline-start: 4px solid var(--_color, var(--ls-border-strong));
    border-radius: var(--ls-radius-small);
  }

  button.chip {
    min-block-size: var(--ls-target-size);
    cursor: pointer;
  }

  button.chip[aria-pressed='true'] {
    font-weight: 600;
    outline: 2px solid var(--_color, var(--ls-accent));
    outline-offset: -1px;
  }

  button.chip:focus-visible {
    outline: 2px solid var(--ls-focus-ring);
    outline-offset: 1px;
  }

  .edit {
    padding-inline: var(--ls-space-2);
    color: var(--ls-text-muted);
  }

  .edit:first-child {
    margin-inline-start: calc(-1 * var(--ls-space-2));
  }

  .more {
    margin: var(--ls-space-2);
  }

  @media (forced-colors: active) {
    button.chip[aria-pressed='true'] {
      outline-color: Highlight;
    }
  }
`;
