import {css} from 'lit';

/** Styles of `<ls-annotation-host>`. */
export const annotationHostStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .frame {
    position: relative;
    isolation: isolate;
    container: ls-host / inline-size;
    min-inline-size: 0;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size-medium);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
  }

  .toolbar {
    position: sticky;
    inset-block-start: var(--ls-sticky-inset, 0);
    z-index: 4;
    background: var(--ls-surface-raised);
    border-block-end: 1px solid var(--ls-border);
    border-start-start-radius: calc(var(--ls-radius) - 1px);
    border-start-end-radius: calc(var(--ls-radius) - 1px);
  }

  .notices {
    display: grid;
    gap: var(--ls-space-2);
    padding: var(--ls-space-3) var(--ls-space-4);
    border-block-end: 1px solid var(--ls-border);
  }

  .body {
    display: grid;
    grid-template: 'main' auto 'panel' auto / minmax(0, 1fr);
  }

  .main {
    grid-area: main;
    min-inline-size: 0;
  }

  .panel {
    display: flex;
    flex-direction: column;
    grid-area: panel;
    min-inline-size: 0;
    border-block-start: 1px solid var(--ls-border);
  }

  .panel-toggle {
    inline-size: 100%;
    min-block-size: max(2.25rem, var(--ls-target-size));
    padding-inline: var(--ls-space-4) var(--ls-space-3);
    border: 0;
    border-radius: 0;
    outline-offset: -2px;
    justify-content: space-between;
  }

  .panel-toggle svg {
    inline-size: 1rem;
    block-size: 1rem;
    transition: rotate var(--ls-duration);
  }

  .panel-toggle[aria-expanded='true'] svg {
    rotate: 180deg;
  }

  .panel.closed .panel-content {
    display: none;
  }

  .panel-content {
    --_region-list-title: none;

    min-inline-size: 0;
  }

  ls-region-list + .extra {
    border-block-start: 1px solid var(--ls-border);
  }

  @container ls-host (inline-size >= 720px) {
    .body.with-panel {
      grid-template: 'main panel' auto / minmax(0, 1fr) minmax(
          0,
          var(--ls-panel-inline-size)
        );
    }

    .with-panel .main {
      border-inline-end: 1px solid var(--ls-border);
    }

    .panel {
      position: sticky;
      inset-block-start: calc(
        var(--ls-sticky-inset, 0px) + var(--ls-target-size) + 1.25rem
      );
      align-self: start;
      border-block-start: 0;
    }

    .panel-toggle {
      display: none;
    }

    .panel .panel-content,
    .panel.closed .panel-content {
      --_region-list-title: block;

      display: block;
    }
  }

  .status {
    padding: var(--ls-space-2) var(--ls-space-4);
    font-size: var(--ls-font-size);
    color: var(--ls-text-muted);
    border-block-start: 1px solid var(--ls-border);
  }

  .instructions {
    max-inline-size: 48rem;
    padding: var(--ls-space-3) var(--ls-space-4) 0;
    color: var(--ls-text-muted);
    white-space: pre-line;
  }

  .state {
    display: grid;
    gap: var(--ls-space-1);
    justify-items: center;
    padding: 3rem var(--ls-space-4);
    color: var(--ls-text-muted);
    text-align: center;
  }

  .state strong {
    font-size: var(--ls-font-size-large);
    font-weight: 600;
    color: var(--ls-text);
  }

  .error {
    padding: var(--ls-space-4);
  }

  .skeleton {
    display: grid;
    gap: var(--ls-space-3);
    padding: var(--ls-space-4);
  }

  .bone {
    block-size: 0.875rem;
    background: var(--ls-surface-hover);
    border-radius: var(--ls-radius-small);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  .bone:nth-child(2) {
    inline-size: 35%;
    block-size: var(--ls-target-size);
  }

  .bone:nth-child(3) {
    inline-size: 92%;
  }

  .bone:nth-child(4) {
    inline-size: 64%;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
`;
