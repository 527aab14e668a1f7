import {css} from 'lit';

/** Styles of `<ls-change-log>`, beside those of all tools. */
export const changeLogStyles = css`
  .count {
    flex: 1 1 auto;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1) var(--ls-space-3);
    align-items: center;
    justify-content: space-between;
  }

  .detail p {
    margin: 0;
  }

  .detail .patches {
    margin-block-start: var(--ls-space-2);
  }

  .patches li + li {
    padding-block-start: var(--ls-space-1);
    margin-block-start: var(--ls-space-1);
    border-block-start: 1px solid var(--ls-border);
  }

  .path {
    overflow-wrap: anywhere;
  }
`;
