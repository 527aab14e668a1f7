import {css} from 'lit';

/** Styles of `<ls-toast>`. */
export const toastStyles = css`
  :host {
    position: sticky;
    inset-block-end: 0;
    z-index: 5;
    display: block;
    pointer-events: none;
  }

  :host([at-rest]) {
    position: static;
  }

  .region {
    display: grid;
    gap: var(--ls-space-2);
    justify-items: end;
  }

  .region:has(.toast) {
    padding: var(--ls-space-2) var(--ls-space-4) var(--ls-space-4);
  }

  .toast {
    display: flex;
    gap: var(--ls-space-3);
    align-items: center;
    max-inline-size: min(24rem, 100%);
    padding: var(--ls-space-2) var(--ls-space-3);
    font-size: var(--ls-font-size);
    color: var(--ls-surface);
    overflow-wrap: anywhere;
    pointer-events: auto;
    background: var(--ls-text);
    border: 1px solid transparent;
    border-radius: var(--ls-radius);
    box-shadow: 0 6px 20px var(--ls-shadow);
    animation: rise var(--ls-duration) ease-out;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 0.5rem;
    }
  }
`;
