import {css} from 'lit';

/** Styles of `<ls-operator-presets>`. */
export const operatorPresetsStyles = css`
  :host {
    display: block;
    font-size: var(--ls-font-size);
  }

  form,
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    margin: 0;
  }

  select,
  input {
    flex: 1;
    min-inline-size: 8rem;
    min-block-size: max(2rem, var(--ls-target-size));
    padding: var(--ls-space-1) var(--ls-space-2);
    font: inherit;
    color: inherit;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius-small);
  }

  .button {
    min-block-size: max(2rem, var(--ls-target-size));
  }

  .failure {
    margin: var(--ls-space-1) 0 0;
    color: var(--ls-danger);
  }
`;
