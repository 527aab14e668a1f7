/** Every word that strips show or say, whatever is on them. */
export const intervalStrings = {
  hint:
    'Arrow keys go back and forth, page keys further. Shift with them ' +
    'chooses a span, and Enter makes a region of it with the chosen label. ' +
    'Control with arrows moves the selected region, alt with arrows moves ' +
    'its end, alt and shift its start; square brackets put its ends here. ' +
    'Alt and full stop goes to the next region. Delete removes it. Plus, ' +
    'minus and zero zoom.',
  unlabeled: 'Region',
  readonly: 'not editable',
  created: (name: string) => `Added: ${name}`,
  deleted: (count: number) =>
    count === 1 ? 'Region deleted' : `${String(count)} regions deleted`,
  selectedNone: 'Nothing selected',
  cannotEdit: 'This region cannot be changed',
  noLabel: 'Choose a label to make a region of it',
  spanBegun: 'A span begins here. Move on, then press Enter again.',
  spanEmpty: 'The span is empty. Move on with the arrow keys first.',
  spanGone: 'Nothing chosen',
  chosen: (span: string) => `Chosen: ${span}`,
} as const;
