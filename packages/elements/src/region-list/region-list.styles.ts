import {css} from 'lit';

/** Styles of `<ls-region-list>`. */
export const regionListStyles = css`
  :host {
    display: block;
  }

  .list {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    max-block-size: inherit;
    font-size: var(--ls-font-size);
    line-height: 1.35;
    color: var(--ls-text);
  }

  header {
    display: flex;
    flex: none;
    gap: var(--ls-space-1);
    align-items: center;
    min-block-size: calc(var(--ls-target-size) + var(--ls-space-4));
    padding-inline: var(--ls-space-3) var(--ls-space-2);
  }

  h2 {
    display: var(--_region-list-title, block);
    flex: none;
    margin: 0;
    font-size: var(--ls-font-size);
    font-weight: 600;
  }

  h2 + .button {
    margin-inline-start: auto;
  }

  .count {
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .button[aria-pressed='true'] {
    color: var(--ls-accent);
    background: var(--ls-surface-selected);
  }

  .tree {
    position: relative;
    flex: 1;
    min-block-size: 0;
    max-block-size: var(--ls-region-list-max-block-size, min(40rem, 70vb));
    overflow-y: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--ls-border);
  }

  .tree:focus-visible {
    outline: none;
  }

  .space {
    position: relative;
  }

  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    gap: 0 var(--ls-space-2);
    align-items: center;
    block-size: 2.75rem;
    padding-inline: var(--ls-space-3) var(--ls-space-1);
    cursor: default;
    user-select: none;
    border-block-end: 1px solid
      color-mix(in srgb, var(--ls-border) 60%, transparent);
  }

  .row.nested {
    padding-inline-start: var(--ls-space-6);
  }

  .row:hover {
    background: var(--ls-surface-hover);
  }

  .row[aria-selected='true'] {
    background: var(--ls-surface-selected);
    box-shadow: inset 2px 0 0 var(--ls-accent);
  }

  .row:dir(rtl)[aria-selected='true'] {
    box-shadow: inset -2px 0 0 var(--ls-accent);
  }

  .tree:focus-visible .row.active {
    outline: 2px solid var(--ls-focus-ring);
    outline-offset: -2px;
  }

  .number {
    min-inline-size: 1.25em;
    font-size: var(--ls-font-size-small);
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .row.hidden-region .title {
    font-weight: 400;
    color: var(--ls-text-muted);
  }

  .row.hidden-region .swatch {
    opacity: 0.45;
  }

  .end {
    display: flex;
    gap: 0;
    align-items: center;
  }

  .score {
    padding-inline: var(--ls-space-1);
    font-size: var(--ls-font-size-small);
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .badge {
    flex: none;
    max-inline-size: 8rem;
    padding: 0 var(--ls-space-1);
    margin-inline-end: var(--ls-space-1);
    overflow: hidden;
    font-size: var(--ls-font-size-small);
    line-height: 1.5;
    color: var(--_tone, var(--ls-text-muted));
    text-overflow: ellipsis;
    white-space: nowrap;
    background: var(--ls-surface);
    border: 1px solid var(--_tone, var(--ls-border-strong));
    border-radius: var(--ls-radius-small);
  }

  .badge.success {
    --_tone: var(--ls-success);
  }

  .badge.warning,
  .message.warning {
    --_tone: var(--ls-warning);
  }

  .badge.danger,
  .message.error {
    --_tone: var(--ls-danger);
  }

  .message {
    color: var(--_tone, var(--ls-text-muted));
  }

  .detail.message {
    display: flex;
    gap: var(--ls-space-1);
    align-items: center;
  }

  .message svg {
    flex: none;
    inline-size: 0.875rem;
    block-size: 1lh;
  }

  .detail.message span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .messages {
    display: grid;
    gap: var(--ls-space-1);
    padding: var(--ls-space-2) var(--ls-space-3);
    margin: 0;
    list-style: none;
    background: var(--ls-surface-raised);
    border-block-start: 1px solid var(--ls-border);
  }

  .messages .message {
    display: flex;
    gap: var(--ls-space-2);
    overflow-wrap: anywhere;
  }

  .row .button {
    color: var(--ls-text-muted);
  }

  /* What cannot be pressed yet leaves its room to the words. */
  @media (hover: hover) {
    .row:not(:hover, [aria-selected='true']) .button:not(.on) {
      display: none;
    }

    .tree:focus-visible .row.active .button {
      display: inline-flex;
    }
  }

  .row .button:hover {
    color: var(--ls-text);
  }

  .group {
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    font-weight: 600;
    background: var(--ls-surface-raised);
  }

  .group svg {
    inline-size: 1rem;
    block-size: 1rem;
    transition: rotate var(--ls-duration);
  }

  .group[aria-expanded='false'] svg {
    rotate: -90deg;
  }

  .empty {
    padding: var(--ls-space-4) var(--ls-space-3) var(--ls-space-6);
    color: var(--ls-text-muted);
    border-block-start: 1px solid var(--ls-border);
  }

  .empty strong {
    display: block;
    font-weight: 600;
    color: var(--ls-text);
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
