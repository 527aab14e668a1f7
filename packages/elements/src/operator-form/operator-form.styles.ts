import {css} from 'lit';

import {tableControlStyles} from './controls/table-control.styles.js';

/** Styles of `<ls-operator-form>`. */
export const operatorFormStyles = [
  css`
    :host {
      display: block;
    }

    form {
      display: grid;
      gap: var(--ls-space-4);
      font-family: var(--ls-font-family);
      font-size: var(--ls-font-size-medium);
      line-height: var(--ls-line-height);
      color: var(--ls-text);
      container-type: inline-size;
    }

    p {
      margin: 0;
    }

    .field {
      display: grid;
      gap: var(--ls-space-1);
      min-inline-size: 0;
      padding: 0;
      margin: 0;
      border: 0;
    }

    .field.inline {
      grid-template-columns: auto 1fr;
      gap: 0 var(--ls-space-2);
      align-items: start;
    }

    .field.inline .label {
      display: flex;
      align-items: center;
      min-block-size: var(--ls-target-size);
      cursor: pointer;
    }

    .label {
      padding: 0;
      font-size: var(--ls-font-size);
      font-weight: 600;
      line-height: 1.4;
      overflow-wrap: anywhere;
    }

    .required {
      color: var(--ls-danger);
    }

    .description,
    .legend {
      font-size: var(--ls-font-size-small);
      line-height: 1.4;
      color: var(--ls-text-muted);
      overflow-wrap: anywhere;
    }

    .input {
      inline-size: 100%;
      min-inline-size: 0;
      min-block-size: max(2rem, var(--ls-target-size));
      padding: var(--ls-space-1) var(--ls-space-2);
      font: inherit;
      color: var(--ls-text);
      background: var(--ls-surface);
      border: 1px solid var(--ls-border-strong);
      border-radius: var(--ls-radius);
      transition: border-color var(--ls-duration);
    }

    .input:hover {
      border-color: var(--ls-text-muted);
    }

    .input:focus-visible {
      border-color: var(--ls-focus-ring);
      outline: 1px solid var(--ls-focus-ring);
      outline-offset: 0;
    }

    .input[aria-invalid] {
      border-color: var(--ls-danger);
    }

    .input[aria-invalid]:focus-visible {
      outline-color: var(--ls-danger);
    }

    .checkbox {
      inline-size: 1rem;
      block-size: 1rem;
      margin: calc((var(--ls-target-size) - 1rem) / 2) 0 0;
      cursor: pointer;
      accent-color: var(--ls-accent);
    }

    .error {
      display: flex;
      gap: var(--ls-space-1);
      align-items: start;
      font-size: var(--ls-font-size-small);
      line-height: 1.4;
      color: var(--ls-danger);
    }

    .error svg {
      flex: none;
      inline-size: 0.875rem;
      block-size: 0.875rem;
      margin-block-start: 0.0625rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
    }

    .summary {
      padding: var(--ls-space-2) var(--ls-space-3);
      font-size: var(--ls-font-size);
      background: color-mix(in srgb, var(--ls-danger) 8%, var(--ls-surface));
      border: 1px solid
        color-mix(in srgb, var(--ls-danger) 40%, var(--ls-surface));
      border-radius: var(--ls-radius);
    }

    .summary p {
      font-weight: 600;
    }

    .summary ul {
      padding-inline-start: var(--ls-space-4);
      margin: var(--ls-space-1) 0 0;
    }

    .summary button {
      padding: 0;
      font: inherit;
      color: inherit;
      text-decoration: underline;
      text-underline-offset: 0.15em;
      cursor: pointer;
      background: none;
      border: 0;
      border-radius: var(--ls-radius-small);
    }
  `,
  tableControlStyles,
];
