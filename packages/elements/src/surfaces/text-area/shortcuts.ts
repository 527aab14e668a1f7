import {attributeText, storedValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

/** Puts a button for each `Shortcut` of a `TextArea` into `parent`. */
export function renderShortcuts(
  tag: ConfigTag,
  context: SurfaceContext,
  editor: HTMLInputElement | HTMLTextAreaElement,
  parent: HTMLElement,
): void {
  const shortcuts = tag.children.filter(({type}) => type === 'shortcut');
  if (shortcuts.length === 0) return;
  const row = element('div', {class: 'lsf-text-area__shortcuts'});
  for (const shortcut of shortcuts) {
    const hotkey = attributeText(shortcut, 'hotkey');
    const button = element('button', {
      class: 'lsf-shortcut lsf-button',
      attributes: {
        type: 'button',
        'aria-keyshortcuts': toAriaKeyShortcuts(hotkey) || null,
      },
      text: shortcut.value,
    });
    const insert = (): void => {
      editor.setRangeText(
        storedValue(shortcut),
        editor.selectionStart ?? editor.value.length,
        editor.selectionEnd ?? editor.value.length,
        'end',
      );
      editor.focus();
      editor.dispatchEvent(new Event('input', {bubbles: true}));
    };
    context.listen(button, 'click', insert);
    if (hotkey !== '') {
      context.add(
        context.hotkeys.bind(hotkey, insert, {scope: 'input', within: editor}),
      );
    }
    row.append(button);
  }
  parent.append(row);
}
