import {css} from 'lit';

/**
 * Words beside a control with `data-tooltip`, on hover and on keyboard focus.
 * The control has an accessible name of its own.
 */
export const tooltipStyles = css`
  [data-tooltip]::after {
    position: absolute;
    inset-block-start: calc(100% + var(--ls-space-1));
    inset-inline-end: 50%;
    z-index: 10;
    padding: var(--ls-space-1) var(--ls-space-2);
    font-size: var(--ls-font-size-small);
    font-weight: 400;
    line-height: 1.4;
    color: var(--ls-surface);
    inline-size: max-content;
    max-inline-size: min(18rem, 80vi);
    text-align: start;
    white-space: normal;
    pointer-events: none;
    content: attr(data-tooltip) / '';
    visibility: hidden;
    background: var(--ls-text);
    border: 1px solid transparent;
    border-radius: var(--ls-radius-small);
    opacity: 0;
    translate: 50% 0;
    transition:
      opacity var(--ls-duration) 300ms,
      visibility 0s 300ms;
  }

  [data-tooltip]:dir(rtl)::after {
    translate: -50% 0;
  }

  [data-tooltip]:hover::after,
  [data-tooltip]:focus-visible::after {
    visibility: visible;
    opacity: 1;
  }

  [data-tooltip].tooltip-end::after {
    inset-inline-end: 0;
    translate: none;
  }

  [data-tooltip].tooltip-start::after {
    inset-inline: 0 auto;
    translate: none;
  }
`;
