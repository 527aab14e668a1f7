import {css} from 'lit';

/** Styles of `<ls-notice>`. */
export const noticeStyles = css`
  :host {
    display: block;
  }

  .notice {
    display: flex;
    gap: var(--ls-space-3);
    align-items: start;
    padding-block: var(--ls-space-2);
    padding-inline: var(--ls-space-3) var(--ls-space-2);
    font-size: var(--ls-font-size);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface-raised);
    border: 1px solid var(--ls-border);
    border-inline-start: 3px solid
      color-mix(in srgb, var(--ls-warning) 70%, var(--ls-surface));
    border-radius: var(--ls-radius-small);
  }

  /* Where there is little room, what can be done stands below. */
  .content {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-3);
    align-items: start;
    min-inline-size: 0;
  }

  .text {
    flex: 1 1 16rem;
    min-inline-size: 0;
    padding-block: 0.15rem;
    overflow-wrap: anywhere;
  }

  .heading {
    font-weight: 600;
  }

  .detail {
    color: var(--ls-text-muted);
  }
`;
