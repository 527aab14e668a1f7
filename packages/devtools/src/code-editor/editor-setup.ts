import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands';
import {javascript, javascriptLanguage} from '@codemirror/lang-javascript';
import {json} from '@codemirror/lang-json';
import {xml} from '@codemirror/lang-xml';
import {bracketMatching, indentOnInput} from '@codemirror/language';
import {lintGutter, lintKeymap} from '@codemirror/lint';
import {highlightSelectionMatches, searchKeymap} from '@codemirror/search';
import type {Extension} from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';

import type {Rect} from '@codemirror/view';

import {completePluginApi} from './complete-plugin-api.js';
import {editorTheme} from './editor-theme.js';
import {typeOver} from './type-over.js';

/** What an editor can be told to be for. */
export type CodeLanguage = 'javascript' | 'xml' | 'json';

/** Returns what every editor is made of. */
export function editorSetup(language: CodeLanguage): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    typeOver,
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    tooltips({tooltipSpace: spaceOf}),
    EditorView.lineWrapping,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...historyKeymap,
      indentWithTab,
      ...defaultKeymap.filter(({key}) => key !== 'Mod-Enter'),
    ]),
    languageOf(language),
    editorTheme,
  ];
}

/** What sticks out at the sides of an editor is cut off by what is around it. */
function spaceOf({dom}: EditorView): Rect {
  const {left, right} = dom.getBoundingClientRect();
  return {left, right, top: 0, bottom: innerHeight};
}

function languageOf(language: CodeLanguage): Extension {
  switch (language) {
    case 'javascript':
      return [
        javascript(),
        javascriptLanguage.data.of({autocomplete: completePluginApi}),
      ];
    case 'xml':
      return xml();
    case 'json':
      return json();
  }
}
