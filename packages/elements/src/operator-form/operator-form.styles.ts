import {css} from 'lit';

/** Styles of `<ls-operator-form>`. */
export const operatorFormStyles = css`
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
    align-content: start;
    min-inline-size: 0;
    padding: 0;
    margin: 0;
    border: 0;
  }

  .control {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ls-space-1);
    align-content: start;
  }

  .field.group > legend {
    margin-block-end: var(--ls-space-1);
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

  .input:disabled,
  .input:read-only:is(input, textarea) {
    color: var(--ls-text-muted);
    background: var(--ls-surface-raised);
    border-color: var(--ls-border);
  }

  .field.disabled > :is(.label, legend, .description) {
    opacity: 0.6;
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ls-space-4);
  }

  .section {
    min-inline-size: 0;
    padding: 0;
    margin: 0;
    border: 0;
  }

  .section > legend {
    padding: 0;
    margin-block-end: var(--ls-space-2);
    font-size: var(--ls-font-size-small);
    font-weight: 600;
    color: var(--ls-text-muted);
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }

  .with-unit {
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
  }

  .unit {
    flex: none;
    font-size: var(--ls-font-size);
    color: var(--ls-text-muted);
  }

  .help {
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
  }

  .help summary {
    inline-size: fit-content;
    cursor: pointer;
    border-radius: var(--ls-radius-small);
  }

  .markdown > * {
    margin: 0;
  }

  .markdown > * + * {
    margin-block-start: var(--ls-space-1);
  }

  .markdown :is(ul, ol) {
    padding-inline-start: var(--ls-space-4);
  }

  .markdown a {
    color: var(--ls-accent);
  }

  .markdown code {
    font-family: var(--ls-font-family-mono);
    font-size: 0.9em;
  }

  .markdown pre {
    overflow: auto;
  }

  .switch {
    position: relative;
    flex: none;
    inline-size: 2.25rem;
    block-size: 1.25rem;
    margin: calc(var(--_lead, 0px) + (var(--ls-target-size) - 1.25rem) / 2) 0 0;
    cursor: pointer;
    appearance: none;
    background: var(--ls-border-strong);
    border-radius: 1rem;
    transition: background var(--ls-duration);
  }

  .switch::after {
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 1rem;
    content: '';
    background: var(--ls-surface);
    border-radius: 50%;
    transition: inset-inline-start var(--ls-duration);
  }

  .switch:checked {
    background: var(--ls-accent);
  }

  .switch:checked::after {
    inset-inline-start: calc(100% - 1rem - 2px);
  }

  .spinner {
    flex: none;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border: 2px solid var(--ls-border-strong);
    border-block-start-color: var(--ls-accent);
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .switch {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
      background: Canvas;
    }

    .switch::after {
      background: ButtonText;
    }

    .switch:checked {
      background: Highlight;
    }
  }

  /*
   * Fields side by side have the rows of their label, description, control,
   * help and error in common. A row that none of them needs takes no room.
   */
  @container (min-width: 46rem) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      row-gap: 0;
      margin-block-end: calc(-1 * var(--ls-space-4));
    }

    .fields > * {
      margin-block-end: var(--ls-space-4);
    }

    .fields > :is(.group, .notice),
    .fields > .field:has(textarea) {
      grid-column: 1 / -1;
    }

    .fields > .field:not(.group) {
      grid-row: span 5;
      grid-template-rows: subgrid;
      row-gap: 0;
    }

    .fields > .field:not(.group) > .label {
      grid-row: 1;
    }

    .fields > .field:not(.group) > .description {
      grid-row: 2;
    }

    .fields > .field:not(.group) > .control {
      grid-row: 3;
    }

    .fields > .field:not(.group) > .help {
      grid-row: 4;
    }

    .fields > .field:not(.group) > .error {
      grid-row: 5;
    }

    .fields > .field:not(.group, .inline) > :not(.label) {
      margin-block-start: var(--ls-space-1);
    }

    /* In the middle of the line that may stand beside it. */
    .fields > .field.inline {
      --_lead: calc(
        var(--ls-space-1) +
          (max(2rem, var(--ls-target-size)) - var(--ls-target-size)) / 2
      );
    }

    .fields > .field.inline > * {
      grid-row: 3 / span 3;
    }

    .fields > .field.inline > div {
      margin-block-start: var(--_lead);
    }
  }

  .checkbox {
    inline-size: 1rem;
    block-size: 1rem;
    margin: calc(var(--_lead, 0px) + (var(--ls-target-size) - 1rem) / 2) 0 0;
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
`;
