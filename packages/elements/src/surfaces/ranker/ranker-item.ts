import {element} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import type {SurfaceIcon} from '../dom/icon.js';

import type {ListItem} from './list-items.js';

/** Ways in which a button moves an item. */
export type RankerMove = 'up' | 'down' | 'previous' | 'next';

/** Makes what an item says. */
export function itemContent({id, title, body}: ListItem): HTMLElement {
  const words = title === '' && body === '' ? id : title;
  return element(
    'div',
    {class: 'lsf-ranker__content'},
    words === ''
      ? null
      : element('div', {class: 'lsf-ranker__title', text: words}),
    body === ''
      ? null
      : element('div', {class: 'lsf-ranker__body', text: body}),
  );
}

/** What a {@link RankerItem} tells. */
export interface RankerItemOptions {
  /** What it shows. */
  readonly item: ListItem;
  /** True when there are other columns to go to. */
  readonly hasColumns: boolean;
  /** Id of the words that say how it is moved. */
  readonly hintId: string;
  /** Called when one of its buttons is pressed. */
  readonly move: (way: RankerMove) => void;
}

const WAYS: readonly (readonly [RankerMove, SurfaceIcon, string])[] = [
  ['up', 'up', 'up'],
  ['down', 'down', 'down'],
  ['previous', 'previous', 'to the column before'],
  ['next', 'next', 'to the next column'],
];

/** An item of a ranker on the page. */
export class RankerItem {
  readonly #buttons = element('div', {class: 'lsf-ranker__buttons'});
  readonly #ways = new Map<RankerMove, HTMLButtonElement>();

  /** Its root element, which takes the focus. */
  readonly root: HTMLLIElement;
  /** Words that people know it by. */
  readonly name: string;

  constructor({item, hasColumns, hintId, move}: RankerItemOptions) {
    this.name = item.title || item.body || item.id;
    for (const [way, icon, words] of WAYS) {
      if (!hasColumns && (way === 'previous' || way === 'next')) continue;
      const label = `Move “${this.name}” ${words}`;
      const button = element(
        'button',
        {
          class: 'lsf-ranker__button lsf-button lsf-button_icon',
          attributes: {
            type: 'button',
            tabindex: -1,
            'aria-label': label,
            title: `Move ${words}`,
          },
        },
        surfaceIcon(icon),
      );
      button.addEventListener('click', () => {
        move(way);
      });
      this.#ways.set(way, button);
      this.#buttons.append(button);
    }
    this.root = element(
      'li',
      {
        class: 'lsf-ranker__item htx-ranker-item',
        attributes: {
          tabindex: 0,
          'data-id': item.id,
          'aria-describedby': hintId,
        },
      },
      element(
        'span',
        {class: 'lsf-ranker__grip', attributes: {'aria-hidden': 'true'}},
        surfaceIcon('grip'),
      ),
      itemContent(item),
      this.#buttons,
    );
  }

  /** Shows it as being moved with the keyboard. */
  setLifted(isLifted: boolean): void {
    this.root.classList.toggle('lsf-ranker__item_lifted', isLifted);
  }

  /** Shows the buttons that lead somewhere. */
  setWays(canMove: (way: RankerMove) => boolean): void {
    for (const [way, button] of this.#ways) {
      button.ariaDisabled = canMove(way) ? null : 'true';
    }
  }

  /** Lets it be moved, or keeps it from it. */
  setEditable(canEdit: boolean): void {
    this.root.classList.toggle('lsf-ranker__item_fixed', !canEdit);
    this.#buttons.hidden = !canEdit;
  }
}
