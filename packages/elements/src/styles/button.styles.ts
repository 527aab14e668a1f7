import {css} from 'lit';

/** Buttons of the chrome: `.button`, with `.primary`, `.danger`, `.quiet`, `.icon`. */
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

  .button:is(.primary, .danger) {
    --_fill: var(--ls-accent);

    color: var(--ls-on-accent);
    background: var(--_fill);
    border-color: transparent;
  }

  .button.primary:hover {
    background: var(--ls-accent-hover);
  }

  .button.danger {
    --_fill: var(--ls-danger);

    color: var(--ls-surface);
  }

  .button.danger:hover {
    background: color-mix(in srgb, var(--ls-danger) 85%, var(--ls-text));
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

  /*
   * By colours: an opacity would fade the tooltip too. The class is doubled to
   * count more than the colour that a button has where it stands.
   */
  .button.button:is(:disabled, [aria-disabled='true']) {
    color: color-mix(in srgb, var(--ls-text) 45%, transparent);
    cursor: default;
    background: var(--ls-surface);
    border-color: color-mix(in srgb, var(--ls-border-strong) 45%, transparent);
  }

  .button.quiet:is(:disabled, [aria-disabled='true']) {
    background: transparent;
    border-color: transparent;
  }

  .button:is(.primary, .danger):is(:disabled, [aria-disabled='true']) {
    color: var(--ls-surface);
    background: color-mix(in srgb, var(--_fill) 45%, var(--ls-surface));
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }

    .button:is(.primary, .danger) {
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }

    .button:is(.primary, .danger):hover {
      color: Highlight;
      background: HighlightText;
    }

    .button.button:is(:disabled, [aria-disabled='true']) {
      color: GrayText;
      background: ButtonFace;
      border-color: GrayText;
    }
  }
`;
