import {css} from 'lit';

/** Buttons of the chrome: `.button`, with `.primary`, `.quiet`, `.icon`. */
export const buttonStyles = css`
  .button {
    position: relative;
    display: inline-flex;
    flex: none;
    gap: var(--ls-space-1);
    align-items: center;
    justify-content: center;
    min-inline-size: var(--ls-target-size);
    min-block-size: var(--ls-target-size);
    padding: 0 var(--ls-space-3);
    font: inherit;
    font-weight: 500;
    line-height: 1.25;
    color: var(--ls-text);
    white-space: nowrap;
    cursor: pointer;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius);
    transition: background var(--ls-duration);
  }

  .button:hover {
    background: var(--ls-surface-hover);
  }

  .button.primary {
    color: var(--ls-on-accent);
    background: var(--ls-accent);
    border-color: transparent;
  }

  .button.primary:hover {
    background: var(--ls-accent-hover);
  }

  .button.quiet {
    background: transparent;
    border-color: transparent;
  }

  .button.quiet:hover {
    background: var(--ls-surface-hover);
  }

  .button.icon {
    padding: 0;
  }

  .button.icon svg {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.45;
  }

  .button.quiet:disabled:hover,
  .button.quiet[aria-disabled='true']:hover {
    background: transparent;
  }

  .button.primary:disabled:hover {
    background: var(--ls-accent);
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
