import {css} from 'lit';

/** The line that a `<progress>` is; pages may have it move while nobody knows how far it is. */
export const progressStyles = css`
  progress {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    overflow: hidden;
    appearance: none;
    background: var(--ls-surface-hover);
    border: 0;
    border-radius: 2px;
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    background: var(--ls-accent);
    border-radius: 2px;
    transition: inline-size var(--ls-duration);
  }

  progress::-moz-progress-bar {
    background: var(--ls-accent);
    border-radius: 2px;
  }

  /* Nobody knows how far it is: a part of it, at rest. */
  progress:indeterminate {
    background: linear-gradient(
        90deg,
        transparent,
        var(--ls-accent),
        transparent
      )
      var(--ls-surface-hover);
  }

  progress:indeterminate::-moz-progress-bar {
    background: transparent;
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
  }
`;
