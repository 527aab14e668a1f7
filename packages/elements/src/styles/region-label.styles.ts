import {css} from 'lit';

/** How a region is named in a list: its color, its label, and what it is. */
export const regionLabelStyles = css`
  .swatch {
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    background: var(--_color, transparent);
    border: 1px solid color-mix(in srgb, var(--ls-text) 25%, transparent);
    border-radius: 3px;
  }

  .words {
    min-inline-size: 0;
  }

  .title,
  .detail {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 500;
  }

  .detail {
    color: var(--ls-text-muted);
  }

  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
