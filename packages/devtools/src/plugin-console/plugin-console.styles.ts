import {css} from 'lit';

/** Styles of `<ls-plugin-console>`, beside those of all tools. */
export const pluginConsoleStyles = css`
  input[type='search'] {
    flex-basis: 5rem;
  }

  .levels {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1);
  }

  .levels .button {
    padding-inline: var(--ls-space-2);
  }

  .words {
    margin: 0 0 var(--ls-space-1);
    font-family: var(--ls-font-family-mono);
    font-size: var(--ls-font-size-small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
