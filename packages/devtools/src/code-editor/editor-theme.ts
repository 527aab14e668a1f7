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
  // Over the gutter as well, which hides what is drawn around the editor.
  '&.cm-focused': {outline: 'none'},
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    zIndex: 400,
    border: '2px solid var(--ls-focus-ring)',
    pointerEvents: 'none',
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
  '.cm-panel.cm-search': {
    padding: 'var(--ls-space-1) var(--ls-space-2)',
    fontFamily: 'var(--ls-font-family)',
  },
  '.cm-panel.cm-search label': {fontSize: 'var(--ls-font-size-small)'},
  '.cm-panel.cm-search [name=close]': {
    inlineSize: '1.5rem',
    blockSize: '1.5rem',
    fontSize: 'var(--ls-font-size-large)',
    cursor: 'pointer',
  },
  '.cm-textfield, .cm-button': {
    minBlockSize: '1.5rem',
    fontSize: 'var(--ls-font-size-small)',
    color: 'var(--ls-text)',
    backgroundColor: 'var(--ls-surface)',
    backgroundImage: 'none',
    border: '1px solid var(--ls-border-strong)',
    borderRadius: 'var(--ls-radius)',
  },
  '.cm-textfield': {maxInlineSize: '9rem'},
  '.cm-button': {padding: '0 var(--ls-space-2)', cursor: 'pointer'},
  '.cm-button:hover': {backgroundColor: 'var(--ls-surface-hover)'},
  '.cm-button:active': {backgroundImage: 'none'},
  // An editor has half of a wide panel, and all of a narrow one.
  '.cm-tooltip-lint, .cm-tooltip-hover': {
    maxInlineSize: 'min(28rem, 96cqi, max(48cqi, 22rem))',
  },
  '.cm-diagnostic': {fontFamily: 'var(--ls-font-family)'},
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
