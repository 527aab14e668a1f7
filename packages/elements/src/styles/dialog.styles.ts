import {css} from 'lit';

/**
 * The frame of a `<dialog>`: what is in it has its own padding and scrolls by
 * itself. It is `--_inline-size` wide where there is room.
 */
export const dialogStyles = css`
  dialog {
    flex-direction: column;
    inline-size: min(var(--_inline-size), calc(100vi - 2 * var(--ls-space-4)));
    max-inline-size: none;
    max-block-size: calc(100dvb - 2 * var(--ls-space-6));
    padding: 0;
    overflow: hidden;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size-medium);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: calc(var(--ls-radius) * 1.5);
    box-shadow: 0 16px 48px var(--ls-shadow);
  }

  dialog[open] {
    display: flex;
  }

  dialog::backdrop {
    background: var(--ls-backdrop);
  }
`;
