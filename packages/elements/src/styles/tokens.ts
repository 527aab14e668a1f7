import {css} from 'lit';

/**
 * Every colour, size and duration of the product, as custom properties of the
 * host. A page overrides one by setting it on `ls-annotation-host`.
 *
 * Dark values apply where the page's `color-scheme` is dark; `theme` on the
 * host overrides the page.
 */
export const tokens = css`
  :host {
    --ls-font-family:
      system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu,
      'Helvetica Neue', sans-serif;
    --ls-font-family-mono:
      ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas,
      monospace;
    --ls-font-size-small: 0.75rem;
    --ls-font-size: 0.8125rem;
    --ls-font-size-medium: 0.875rem;
    --ls-font-size-large: 1rem;
    --ls-line-height: 1.5;
    --ls-space-1: 0.25rem;
    --ls-space-2: 0.5rem;
    --ls-space-3: 0.75rem;
    --ls-space-4: 1rem;
    --ls-space-6: 1.5rem;
    --ls-radius: 6px;
    --ls-radius-small: 4px;
    --ls-target-size: 1.75rem;
    --ls-panel-inline-size: 18rem;
    --ls-duration: 120ms;

    --ls-surface: light-dark(#ffffff, #16181d);
    --ls-surface-raised: light-dark(#f7f8fa, #1e2128);
    --ls-surface-hover: light-dark(#eef0f4, #282c35);
    --ls-surface-selected: light-dark(#e7ecff, #27304f);
    --ls-border: light-dark(#dfe2e8, #31353f);
    --ls-border-strong: light-dark(#868d9b, #7b8292);
    --ls-text: light-dark(#1c2028, #e8eaef);
    --ls-text-muted: light-dark(#5b6270, #a3a9b6);
    --ls-accent: light-dark(#3b5bdb, #8da2fb);
    --ls-accent-hover: light-dark(#2f4ac0, #a9b9ff);
    --ls-on-accent: light-dark(#ffffff, #10142b);
    --ls-danger: light-dark(#c92a2a, #ff8787);
    --ls-warning: light-dark(#945200, #ffc078);
    --ls-success: light-dark(#1b7a36, #69db7c);
    --ls-focus-ring: light-dark(#3b5bdb, #8da2fb);
    --ls-backdrop: light-dark(rgb(15 18 28 / 40%), rgb(0 0 0 / 60%));
    --ls-shadow: light-dark(rgb(20 24 40 / 14%), rgb(0 0 0 / 60%));
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  @media (pointer: coarse) {
    :host {
      --ls-target-size: 2.5rem;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --ls-duration: 0ms;
    }
  }

  /* The system leaves its own colours alone: what is filled stays filled. */
  @media (forced-colors: active) {
    :host {
      --ls-accent: Highlight;
      --ls-accent-hover: Highlight;
      --ls-on-accent: HighlightText;
      --ls-focus-ring: Highlight;
    }
  }
`;
