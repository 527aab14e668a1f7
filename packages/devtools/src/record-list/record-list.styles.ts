import {css} from 'lit';

/** Styles of `<ls-record-list>`. */
export const recordListStyles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .list {
    position: relative;
    block-size: 100%;
    overflow: auto;
    overflow-anchor: none;
  }

  .list:focus-visible {
    outline: none;
  }

  /* Over the lines, which hide what is drawn around the list. */
  .list:focus-visible + .ring {
    position: absolute;
    inset: 0;
    pointer-events: none;
    border: 2px solid var(--ls-focus-ring);
  }

  .space {
    position: relative;
    min-inline-size: 100%;
  }

  .record {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
    block-size: 2rem;
    padding-inline: var(--ls-space-3);
    white-space: nowrap;
    cursor: default;
    border-block-end: 1px solid var(--ls-border);
  }

  .record:hover {
    background: var(--ls-surface-hover);
  }

  .record[aria-selected='true'] {
    background: var(--ls-surface-selected);
    box-shadow: inset 3px 0 0 var(--ls-accent);
  }

  .record:dir(rtl)[aria-selected='true'] {
    box-shadow: inset -3px 0 0 var(--ls-accent);
  }

  /* Names, values and figures go from left to right in every page. */
  .record > * {
    direction: ltr;
    unicode-bidi: isolate;
  }

  .record:dir(rtl) > * {
    text-align: right;
  }

  .main {
    flex: none;
    max-inline-size: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 500;
  }

  .more {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ls-text-muted);
  }

  .figure {
    flex: none;
    font-size: var(--ls-font-size-small);
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .to-place {
    color: var(--ls-accent);
    text-decoration: underline;
    cursor: pointer;
  }

  .owners {
    flex-shrink: 1;
    max-inline-size: 50%;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .faded {
    color: var(--ls-text-muted);
    text-decoration: line-through;
  }

  .line {
    font-family: var(--ls-font-family-mono);
    font-size: var(--ls-font-size-small);
    color: var(--ls-text);
  }

  .line.debug {
    color: var(--ls-text-muted);
  }

  .mark,
  .times {
    flex: none;
    padding: 0 var(--ls-space-2);
    font-size: var(--ls-font-size-small);
    font-weight: 500;
    border: 1px solid;
    border-radius: 999px;
  }

  .times {
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  .mark.warn {
    color: var(--ls-warning);
  }

  .error,
  .alarm {
    color: var(--ls-danger);
  }

  @media (forced-colors: active) {
    .list:focus-visible + .ring {
      border-color: Highlight;
    }

    .record[aria-selected='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }

    .record[aria-selected='true'] * {
      color: inherit;
    }
  }
`;
