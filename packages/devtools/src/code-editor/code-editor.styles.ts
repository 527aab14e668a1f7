import {css} from 'lit';

/** Styles of `<ls-code-editor>`. */
export const codeEditorStyles = css`
  :host {
    display: block;
    min-block-size: 6rem;
    overflow: hidden;
    direction: ltr;
  }

  .editor {
    block-size: 100%;
  }

  @media (forced-colors: active) {
    .cm-editor.cm-focused {
      outline-color: Highlight !important;
    }
  }
`;
