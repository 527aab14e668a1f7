import {placePanel} from '../popup/place-panel.js';

/** Puts the open list of a combobox into the top layer, at its line. */
export function placeListbox(root: ShadowRoot): void {
  const list = root.querySelector<HTMLElement>('.listbox');
  const line = list && root.getElementById(list.dataset.for ?? '');
  if (!line) return;
  if (!list.matches(':popover-open')) list.showPopover();
  list.style.minInlineSize = `${String(line.offsetWidth)}px`;
  placePanel(list, line);
  list.querySelector('.active')?.scrollIntoView({block: 'nearest'});
}
