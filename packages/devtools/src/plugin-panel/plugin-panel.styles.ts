import {css} from 'lit';

/** Styles of `<ls-plugin-panel>`. */
export const pluginPanelStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
    font-family: var(--ls-font-family);
    font-size: var(--ls-font-size);
    line-height: var(--ls-line-height);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
  }

  .panel {
    display: grid;
    grid-template: auto minmax(16rem, 1fr) minmax(18rem, 1fr) / minmax(0, 1fr);
    block-size: var(--ls-plugin-panel-block-size, 44rem);
    overflow: hidden;
    border-radius: inherit;
  }

  .permissions {
    flex: 0 1 9rem;
  }

  .status {
    flex: 1;
    min-inline-size: 8rem;
    margin: 0;
    color: var(--ls-text-muted);
    text-align: end;
  }

  .status:dir(rtl) {
    text-align: left;
    unicode-bidi: plaintext;
  }

  .status.alarm {
    color: var(--ls-danger);
  }

  .side {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }

  .side + .side {
    border-block-start: 1px solid var(--ls-border);
  }

  .content {
    min-block-size: 0;
    min-inline-size: 0;
    overflow: auto;
  }

  .content > * {
    block-size: 100%;
  }

  .lost {
    padding: var(--ls-space-4);
    margin: 0;
    color: var(--ls-text-muted);
  }

  @container (inline-size >= 45rem) {
    .panel {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      block-size: var(--ls-plugin-panel-block-size, 32rem);
    }

    .bar {
      grid-column: 1 / -1;
    }

    .side + .side {
      border-block-start: 0;
      border-inline-start: 1px solid var(--ls-border);
    }

    .side:only-of-type {
      grid-column: 1 / -1;
    }
  }
`;
