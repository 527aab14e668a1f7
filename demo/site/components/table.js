import {element} from '../dom.js';

/** Returns a table that scrolls by itself when it is too wide. */
export function renderTable({title, columns, rows}, label) {
  const head = element('tr');
  for (const column of columns) {
    head.append(element('th', {scope: 'col', textContent: column}));
  }
  const body = element('tbody');
  for (const cells of rows) {
    body.append(
      element('tr', {}, ...cells.map((cell) => element('td', {}, cell))),
    );
  }
  const table = element(
    'table',
    {},
    element('caption', {textContent: title}),
    element('thead', {}, head),
    body,
  );
  const frame = element('div', {className: 'site-table', tabIndex: 0}, table);
  frame.role = 'region';
  frame.ariaLabel = `${title}: ${label}`;
  return frame;
}
