import {css} from 'lit';

/** Styles of `<ls-receipt-list>`, beside those of all tools. */
export const receiptListStyles = css`
  .state {
    flex: 1 1 12rem;
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
