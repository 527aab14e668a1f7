import {css} from 'lit';

/** Styles of `<ls-error-view>`. */
export const errorViewStyles = css`
  :host {
    display: block;
  }

  .view {
    display: grid;
    gap: var(--ls-space-3);
    max-inline-size: 44rem;
    padding: var(--ls-space-4);
    font-size: var(--ls-font-size-medium);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-inline-start: 3px solid var(--ls-danger);
    border-radius: var(--ls-radius);
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size-large);
    font-weight: 600;
    line-height: 1.3;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .hint {
    color: var(--ls-text-muted);
  }

  ol {
    display: grid;
    gap: var(--ls-space-2);
    padding: 0;
    margin: 0;
    list-style: none;
  }

  li {
    padding: var(--ls-space-2) var(--ls-space-3);
    background: var(--ls-surface-raised);
    border-radius: var(--ls-radius-small);
  }

  code {
    font-family: var(--ls-font-family-mono);
    font-size: var(--ls-font-size);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .severity {
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
  }
`;
