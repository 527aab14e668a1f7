import {css} from 'lit';

/** Styles of `<ls-receipt-list>`, beside those of all tools. */
export const receiptListStyles = css`
  :host {
    grid-template-rows: auto minmax(6rem, 1fr) auto;
  }

  .state {
    flex: 1 1 12rem;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .empty {
    padding: var(--ls-space-3);
    margin: 0;
  }
`;
