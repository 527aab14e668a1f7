/** Parts of the elements in a dialog, by the prefix they get outside of it. */
const PARTS = {
  form: [
    ...['field', 'label', 'description', 'help', 'section', 'section-title'],
    ...['input', 'unit', 'checkbox', 'select', 'choices', 'radio', 'listbox'],
    ...['option', 'tag', 'slider', 'color', 'swatch', 'toggle', 'clear'],
    ...['drop', 'file', 'remove', 'list', 'add', 'move', 'group', 'notice'],
    ...['loading', 'load-error', 'retry', 'resolving', 'resolve-error'],
    ...['error', 'summary', 'table', 'add-row', 'remove-row'],
  ],
  presets: ['select', 'button', 'input'],
  results: ['output', 'title', 'table', 'plot', 'image', 'link', 'issues'],
  changes: ['summary', 'list', 'change', 'conflict'],
} as const;

/** Returns `exportparts` of an element in the dialog: `error: form__error`. */
export function exportedParts(prefix: keyof typeof PARTS): string {
  return PARTS[prefix].map((part) => `${part}: ${prefix}__${part}`).join(', ');
}
