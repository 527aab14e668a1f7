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
    .cm-editor.cm-focused::after {
      border-color: Highlight !important;
    }

    /* What is drawn with a background alone would not be there. */
    .cm-editor .cm-tooltip-autocomplete > ul > li[aria-selected] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }

    .cm-editor :is(.cm-searchMatch, .cm-matchingBracket) {
      outline: 1px solid;
    }
  }
`;
