import {resolveTagValue} from '@ls-annotation/core';
import type {ConfigTag, TaskData} from '@ls-annotation/core';
import {trusted} from '@ls-annotation/plugins';

import {hideStyles} from '../markup/hide-styles.js';

/** An item of a `List`. */
export interface ListItem {
  /** As results hold it. */
  readonly id: string;
  /** Heading, `''` for none. */
  readonly title: string;
  /** Text, `''` for none. */
  readonly body: string;
}

/** Returns the items of a `List` by id, in the order of the task. */
export function listItems(
  list: ConfigTag | undefined,
  data: TaskData,
): ReadonlyMap<string, ListItem> {
  const items = new Map<string, ListItem>();
  const entries = list ? resolveTagValue(list, data) : [];
  if (!Array.isArray(entries)) return items;
  for (const entry of entries as readonly unknown[]) {
    if (typeof entry !== 'object' || entry === null) continue;
    const {id, title, body, html} = entry as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string' && typeof id !== 'number') continue;
    items.set(String(id), {
      id: String(id),
      title: toText(title),
      body: toText(body) || textOf(toText(html)),
    });
  }
  return items;
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

/** Markup of a task is shown as the text in it. */
function textOf(markup: string): string {
  if (markup === '') return '';
  const trustedMarkup = trusted().createHTML(hideStyles(markup));
  const {body} = new DOMParser().parseFromString(trustedMarkup, 'text/html');
  for (const hidden of body.querySelectorAll('script, style')) hidden.remove();
  return body.textContent.trim();
}
