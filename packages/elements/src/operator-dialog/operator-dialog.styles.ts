import {css} from 'lit';

/** Styles of `<ls-operator-dialog>`. */
export const operatorDialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    --_inline-size: 28rem;
  }

  dialog:popover-open {
    --_inline-size: 26rem;

    display: flex;
    inset-block: auto var(--ls-space-4);
    inset-inline: auto var(--ls-space-4);
    max-block-size: min(30rem, 60dvb);
  }

  dialog:popover-open::backdrop {
    background: none;
  }

  dialog.wide:not(:popover-open) {
    --_inline-size: 40rem;
  }

  p {
    margin: 0;
  }

  header {
    display: flex;
    flex: none;
    gap: var(--ls-space-2);
    align-items: start;
    padding-block: var(--ls-space-4) var(--ls-space-3);
    padding-inline: var(--ls-space-6) var(--ls-space-4);
  }

  header > div {
    flex: 1;
    min-inline-size: 0;
  }

  h2 {
    margin: 0;
    font-size: var(--ls-font-size-large);
    font-weight: 600;
    line-height: var(--ls-target-size);
    overflow-wrap: anywhere;
  }

  .description,
  .no-parameters {
    color: var(--ls-text-muted);
    overflow-wrap: anywhere;
  }

  .description :is(p, ul, ol) {
    margin-block: 0;
  }

  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: var(--ls-space-1) var(--ls-space-6) var(--ls-space-6);
    overflow: auto;
    overscroll-behavior: contain;
  }

  header a {
    font-size: var(--ls-font-size);
    color: var(--ls-accent);
  }

  [inert] {
    opacity: 0.55;
  }

  ls-operator-presets {
    margin-block-end: var(--ls-space-4);
  }

  ls-operator-presets:not(:defined) {
    min-block-size: max(2rem, var(--ls-target-size));
  }

  ls-operator-results {
    margin-block-start: var(--ls-space-2);
  }

  .outcome {
    flex: 0 1 auto;
    min-block-size: 3rem;
    max-block-size: 60%;
    padding: var(--ls-space-3) var(--ls-space-6);
    overflow: auto;
    font-size: var(--ls-font-size);
    border-block-start: 1px solid var(--ls-border);
  }

  .outcome.success,
  .outcome.failure {
    --_tone: var(--ls-success);

    display: flex;
    gap: var(--ls-space-2);
    background: color-mix(in srgb, var(--_tone) 8%, var(--ls-surface));
    border-block-start-color: color-mix(
      in srgb,
      var(--_tone) 35%,
      var(--ls-surface)
    );
  }

  .outcome.failure {
    --_tone: var(--ls-danger);
  }

  .missing {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--ls-space-2) var(--ls-space-3);
    align-items: center;
    justify-content: space-between;
    padding: var(--ls-space-3) var(--ls-space-6);
    font-size: var(--ls-font-size);
    color: var(--ls-danger);
    border-block-start: 1px solid var(--ls-border);
  }

  .missing p {
    flex: 1 1 14rem;
  }

  .outcome > svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin-block-start: 0.125rem;
    fill: none;
    stroke: var(--_tone);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .words {
    flex: 1;
    min-inline-size: 0;
  }

  .message {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .title {
    font-weight: 600;
  }

  .aborted .message,
  .quiet {
    color: var(--ls-text-muted);
  }

  .progress-text {
    display: flex;
    gap: var(--ls-space-3);
    justify-content: space-between;
    overflow-wrap: anywhere;
  }

  .elapsed {
    font-variant-numeric: tabular-nums;
    color: var(--ls-text-muted);
  }

  progress {
    margin-block-start: var(--ls-space-2);
  }

  progress:indeterminate {
    background-repeat: no-repeat;
    background-size: 40% 100%;
    animation: sweep 1.4s ease-in-out infinite;
  }

  @keyframes sweep {
    from {
      background-position-x: -70%;
    }

    to {
      background-position-x: 170%;
    }
  }

  details {
    margin-block-start: var(--ls-space-1);
  }

  summary {
    inline-size: fit-content;
    padding-block: calc((var(--ls-target-size) - 1.25rem) / 2);
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
    cursor: pointer;
    border-radius: var(--ls-radius-small);
  }

  pre {
    max-block-size: 8rem;
    padding: var(--ls-space-2);
    margin: var(--ls-space-1) 0 0;
    overflow: auto;
    font-family: var(--ls-font-family-mono);
    font-size: var(--ls-font-size-small);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius-small);
  }

  footer {
    display: flex;
    flex: none;
    gap: var(--ls-space-2);
    justify-content: flex-end;
    padding: var(--ls-space-3) var(--ls-space-6);
    background: var(--ls-surface-raised);
    border-block-start: 1px solid var(--ls-border);
  }

  footer .button {
    min-inline-size: 5rem;
    min-block-size: max(2rem, var(--ls-target-size));
  }

  @media (max-width: 30rem) {
    dialog,
    dialog.wide {
      inline-size: calc(100vi - 2 * var(--ls-space-2));
      max-block-size: calc(100dvb - 2 * var(--ls-space-2));
    }

    header {
      padding-block: var(--ls-space-3) var(--ls-space-2);
      padding-inline: var(--ls-space-4) var(--ls-space-2);
    }

    .body {
      padding: var(--ls-space-1) var(--ls-space-4) var(--ls-space-4);
    }

    .outcome,
    footer {
      padding-inline: var(--ls-space-4);
    }

    footer .button {
      flex: 1;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 140ms ease-out;
    }
  }

  @keyframes appear {
    from {
      translate: 0 8px;
    }
  }
`;
