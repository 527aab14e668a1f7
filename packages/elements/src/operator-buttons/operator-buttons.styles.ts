import {css} from 'lit';

/** Styles of `<ls-operator-buttons>`. */
export const operatorButtonsStyles = css`
  /* What is left of a host's toolbar beside its tabs and its own buttons. */
  :host {
    position: relative;
    display: block;
    max-inline-size: max(0px, 100cqi - 44rem);
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    color: var(--ls-text);
  }

  /* Nothing has no gap beside it. */
  :host([empty]) {
    margin-inline-end: calc(-1 * var(--_gap, var(--ls-space-2)));
  }

  .bar {
    display: flex;
    gap: var(--ls-space-2);
  }

  :host([hidden]) {
    display: none;
  }

  /* Not gone: whether there is room for them is known by their widths. */
  .bar.empty {
    position: absolute;
    visibility: hidden;
  }

  .button {
    max-inline-size: 12rem;
  }

  .button.out {
    position: absolute;
    visibility: hidden;
  }

  .mark {
    flex: none;
  }

  .mark img {
    display: block;
    inline-size: 1rem;
    block-size: 1rem;
  }

  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .button[aria-disabled='true'] .mark img {
    opacity: 0.45;
  }

  @media (pointer: coarse) {
    :host {
      max-inline-size: max(0px, 100cqi - 52rem);
    }
  }
`;
