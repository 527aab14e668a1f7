import {css} from 'lit';

/** Styles of `<ls-plugin-settings>`. */
export const pluginSettingsStyles = css`
  :host {
    display: block;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size-medium);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
  }

  section {
    display: grid;
    gap: var(--ls-space-3);
    padding: var(--ls-space-4);
  }

  section + section {
    border-block-start: 1px solid var(--ls-border);
  }

  h3 {
    margin: 0;
    overflow-wrap: anywhere;
    font-size: var(--ls-font-size-medium);
    font-weight: 600;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
  }

  .said {
    color: var(--ls-success);
  }

  .empty {
    padding: var(--ls-space-4);
    margin: 0;
    color: var(--ls-text-muted);
  }
`;
