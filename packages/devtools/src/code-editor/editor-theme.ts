import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import type {Extension} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {tags} from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    blockSize: '100%',
    color: 'var(--ls-text)',
    backgroundColor: 'var(--ls-surface)',
    fontSize: 'var(--ls-font-size)',
  },
  '&.cm-focused': {
    outline: '2px solid var(--ls-focus-ring)',
    outlineOffset: '-2px',
  },
  '.cm-scroller': {
    fontFamily: 'var(--ls-font-family-mono)',
    lineHeight: '1.55',
  },
  '.cm-content': {caretColor: 'var(--ls-text)'},
  '.cm-cursor': {borderInlineStartColor: 'var(--ls-text)'},
  '.cm-gutters': {
    color: 'var(--ls-text-muted)',
    backgroundColor: 'var(--ls-surface-raised)',
    border: 'none',
  },
  '.cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--ls-text) 5%, transparent)',
  },
  '.cm-activeLineGutter': {backgroundColor: 'var(--ls-surface-hover)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    {backgroundColor: 'var(--ls-surface-selected)'},
  '.cm-tooltip, .cm-panels': {
    color: 'var(--ls-text)',
    backgroundColor: 'var(--ls-surface-raised)',
    borderColor: 'var(--ls-border-strong)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ls-on-accent)',
    backgroundColor: 'var(--ls-accent)',
    forcedColorAdjust: 'none',
  },
  '.cm-diagnostic-error': {borderInlineStartColor: 'var(--ls-danger)'},
  '.cm-diagnostic-warning': {borderInlineStartColor: 'var(--ls-warning)'},
  // The library's are pictures in `data:`, which a page may forbid.
  '.cm-lintRange-error': underline('var(--ls-danger)'),
  '.cm-lintRange-warning': underline('var(--ls-warning)'),
  '.cm-lint-marker-error': marker('var(--ls-danger)', 'circle(40%)'),
  '.cm-lint-marker-warning': marker(
    'var(--ls-warning)',
    'polygon(50% 10%, 95% 90%, 5% 90%)',
  ),
});

const colors = HighlightStyle.define([
  {tag: tags.comment, color: 'light-dark(#5b6270, #9aa1af)'},
  {tag: tags.keyword, color: 'light-dark(#8a2db8, #d7a6f5)'},
  {
    tag: [tags.string, tags.special(tags.string), tags.attributeValue],
    color: 'light-dark(#1b6e36, #8ce0a2)',
  },
  {
    tag: [tags.number, tags.bool, tags.null, tags.atom],
    color: 'light-dark(#945200, #ffc078)',
  },
  {
    tag: [tags.propertyName, tags.attributeName],
    color: 'light-dark(#1a5fb4, #99c9ff)',
  },
  {tag: tags.tagName, color: 'light-dark(#a61e4d, #faa2c1)'},
  {
    tag: [tags.function(tags.variableName), tags.definition(tags.variableName)],
    color: 'light-dark(#2f4ac0, #a9b9ff)',
  },
]);

/** Colours and typeface of an editor, in the tokens of the product. */
export const editorTheme: Extension = [look, syntaxHighlighting(colors)];

function underline(color: string) {
  return {
    backgroundImage: 'none',
    textDecoration: `wavy underline 1px ${color}`,
    textUnderlineOffset: '3px',
  };
}

/** A shape of one colour, which forced colours do not take away. */
function marker(color: string, shape: string) {
  return {
    content: 'none',
    backgroundColor: color,
    clipPath: shape,
    forcedColorAdjust: 'none',
  };
}
