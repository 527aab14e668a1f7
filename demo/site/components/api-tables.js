/** The manual of an element as tables, made from its manifest. */
import {element} from '../dom.js';

import {phrases} from './prose.js';
import {renderTable} from './table.js';

const code = (text) => element('code', {textContent: text});

/** Every table, and how to fill its rows. */
const TABLES = [
  {
    title: 'Attributes and properties',
    columns: ['Property', 'Attribute', 'Type', 'Default', 'Description'],
    rows: (declaration) => propertyRows(declaration),
  },
  {
    title: 'Methods',
    columns: ['Method', 'Description'],
    rows: ({members = []}) =>
      members
        .filter(({kind}) => kind === 'method')
        .map((method) => [code(signature(method)), prose(method)]),
  },
  {
    title: 'Events',
    columns: ['Event', 'Type', 'Description'],
    rows: ({events = []}) =>
      events.map((event) => [
        code(event.name),
        code(event.type?.text ?? 'Event'),
        prose(event),
      ]),
  },
  {
    title: 'Slots',
    columns: ['Slot', 'Description'],
    rows: ({slots = []}) =>
      slots.map((slot) => [
        slot.name ? code(slot.name) : '(default)',
        prose(slot),
      ]),
  },
  {
    title: 'CSS parts',
    columns: ['Part', 'Description'],
    rows: ({cssParts = []}) =>
      cssParts.map((part) => [code(part.name), prose(part)]),
  },
  {
    title: 'CSS custom properties',
    columns: ['Property', 'Default', 'Description'],
    rows: ({cssProperties = []}) =>
      cssProperties.map((property) => [
        code(property.name),
        property.default ? code(property.default) : '',
        prose(property),
      ]),
  },
  {
    title: 'CSS states',
    columns: ['State', 'Description'],
    rows: ({cssStates = []}) =>
      cssStates.map((state) => [code(`:state(${state.name})`), prose(state)]),
  },
];

/** Returns the tables of an element, and a word on what it does not have. */
export function apiTables(declaration) {
  const filled = TABLES.map((table) => ({
    ...table,
    rows: table.rows(declaration),
  }));
  const missing = filled
    .filter(({rows}) => rows.length === 0)
    .map(({title}) => title.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase()));
  const tables = filled
    .filter(({rows}) => rows.length > 0)
    .map((table) => renderTable(table, declaration.tagName));
  if (missing.length === 0) return tables;
  const list = new Intl.ListFormat('en', {type: 'disjunction'}).format(missing);
  return [
    ...tables,
    element('p', {
      className: 'docs-none',
      textContent: `It has no ${list} of its own.`,
    }),
  ];
}

function propertyRows({members = [], attributes = []}) {
  const fields = members.filter(
    (member) => member.kind === 'field' && !member.static,
  );
  const alone = attributes.filter(({fieldName}) => !fieldName);
  return [
    ...fields.map((field) => [
      code(field.name),
      attributeCell(field),
      code(field.type?.text ?? ''),
      field.default ? code(field.default) : '',
      prose(field, field.readonly ? 'Read-only.' : ''),
    ]),
    ...alone.map((attribute) => [
      '',
      code(attribute.name),
      code(attribute.type?.text ?? 'string'),
      '',
      prose(attribute),
    ]),
  ];
}

function attributeCell({attribute, reflects}) {
  if (!attribute) return '';
  const cell = element('span', {}, code(attribute));
  if (reflects) cell.append(' (reflected)');
  return cell;
}

function prose({description = ''}, more = '') {
  return element('span', {}, ...phrases(`${description} ${more}`.trim()));
}

function signature({name, parameters = [], return: returned}) {
  const list = parameters.map((parameter) => {
    const word = parameter.name.startsWith('{') ? 'options' : parameter.name;
    const isOptional = parameter.optional || parameter.default;
    return isOptional ? `${word}?` : word;
  });
  const type = returned?.type?.text;
  return `${name}(${list.join(', ')})${type && type !== 'void' ? `: ${type}` : ''}`;
}
