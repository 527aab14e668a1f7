import {css} from 'lit';

/** Styles of `<ls-cost-table>`, beside those of all tools. */
export const costTableStyles = css`
  :host {
    grid-template-rows: auto minmax(6rem, 1fr);
  }

  .said {
    flex: 1 1 12rem;
    margin: 0;
  }

  .scroller {
    overflow: auto;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }
`;
