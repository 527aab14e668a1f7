/** Shows every example under other conditions: direction and width. */
import {element} from '../dom.js';

/** Returns the switches; they act on the stages inside `root`. */
export function conditions(root) {
  const stages = () => root.querySelectorAll('.docs-stage');
  return element(
    'div',
    {className: 'docs-conditions', role: 'group', ariaLabel: 'Show examples'},
    choice('Direction', ['Left to right', 'Right to left'], (index) => {
      for (const stage of stages()) stage.dir = index === 1 ? 'rtl' : '';
    }),
    choice('Width', ['As it comes', '360 px'], (index) => {
      for (const stage of stages()) {
        stage.classList.toggle('docs-stage_narrow', index === 1);
      }
    }),
  );
}

function choice(label, options, onChoice) {
  const select = element('select');
  for (const text of options) select.append(new Option(text));
  select.addEventListener('change', () => onChoice(select.selectedIndex));
  return element('label', {className: 'site-theme'}, label, select);
}
