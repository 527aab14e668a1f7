import {attributeText, resolveTagValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {TextLoadError} from '../errors.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {loadText} from '../text/load-text.js';

import {readTable} from './read-table.js';
import type {TableContent} from './read-table.js';
import {tableStyles} from './table.styles.js';

/** A `Table`: names and values, or the rows of a file of comma values. */
export const tableSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, tableStyles));
  const root = element('div', {
    class: 'lsf-object lsf-table',
    attributes: {
      role: 'region',
      tabindex: 0,
      'aria-label': `Table ${tag.name}`,
    },
  });
  const {type, options, isAddress} = valueTypeOf(tag);
  const show = (value: unknown): void => {
    const content = readTable(value, type, options);
    root.replaceChildren(content ? tableOf(content) : note(value));
  };
  context.watch(
    ({session}) => session.remoteValues[tag.name],
    (remote) => {
      const value = remote ?? resolveTagValue(tag, context.data);
      if (isAddress && remote === undefined) load(tag, context, root, show);
      else show(value);
    },
  );
  return root;
};

/** `csv|separator=;|headless|url` in its parts. */
function valueTypeOf(tag: ConfigTag): {
  readonly type: string;
  readonly options: ReadonlyMap<string, string>;
  readonly isAddress: boolean;
} {
  const [type = '', ...rest] = attributeText(tag, 'valueType').split('|');
  const options = new Map(
    rest.map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim().toLowerCase(), value] as const;
    }),
  );
  return {
    type: type.trim().toLowerCase(),
    options,
    isAddress: options.has('url'),
  };
}

function load(
  tag: ConfigTag,
  context: SurfaceContext,
  root: HTMLElement,
  show: (text: string) => void,
): void {
  const address = String(resolveTagValue(tag, context.data));
  const abort = new AbortController();
  context.add(() => {
    abort.abort();
  });
  root.ariaBusy = 'true';
  loadText(address, abort.signal)
    .then(show, (cause: unknown) => {
      if (abort.signal.aborted) return;
      const error = new TextLoadError(tag.name, address, cause);
      context.session.reportError(error);
      root.replaceChildren(
        element('p', {
          class: 'lsf-table__note',
          text: 'The table could not be loaded.',
        }),
      );
    })
    .finally(() => {
      root.ariaBusy = null;
    });
}

function note(value: unknown): HTMLElement {
  const isText = typeof value === 'string' && value !== '';
  const text = isText ? value : 'Nothing to show.';
  return element('p', {class: 'lsf-table__note', text});
}

function tableOf({columns, rows}: TableContent): HTMLTableElement {
  const body = element('tbody');
  for (const cells of rows) {
    const [first = '', ...others] = cells;
    body.append(
      element(
        'tr',
        {},
        element('th', {attributes: {scope: 'row'}, text: first}),
        ...others.map((text) => element('td', {text})),
      ),
    );
  }
  const headings = columns.map((text) =>
    element('th', {attributes: {scope: 'col'}, text}),
  );
  return element(
    'table',
    {class: 'lsf-table__table'},
    columns.length > 0
      ? element('thead', {}, element('tr', {}, ...headings))
      : null,
    body,
  );
}
