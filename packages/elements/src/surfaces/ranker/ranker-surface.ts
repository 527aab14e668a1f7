import {defaultRanking, optionsOf, resolveValue} from '@ls-annotation/core';
import type {ConfigTag, Ranking} from '@ls-annotation/core';

import {ControlFrame, isEditable} from '../control/control-frame.js';
import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {listItems} from './list-items.js';
import type {ListItem} from './list-items.js';
import {connectDrag} from './ranker-drag.js';
import {RankerItem} from './ranker-item.js';
import type {RankerMove} from './ranker-item.js';
import {rankerStyles} from './ranker.styles.js';
import {moveItem, placeOf, rankerColumns, readRanking} from './ranking.js';
import type {RankerColumn, RankerPlace} from './ranking.js';

export {listSurface} from './list-surface.js';

/**
 * A `Ranker`: the items of a `List` to be put in order, or into buckets.
 *
 * Items are dragged, moved with their buttons, or with the keyboard: Space
 * takes one, the arrow keys move it, Space puts it down, Escape puts it back.
 */
export const rankerSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, rankerStyles));
  return new Ranker(tag, context).root;
};

const HINT =
  'Space takes the item, the arrow keys move it, Space puts it down, ' +
  'Escape puts it back.';

class Ranker {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  readonly #columns: readonly RankerColumn[];
  readonly #items: ReadonlyMap<string, ListItem>;
  readonly #made = new Map<string, RankerItem>();
  readonly #lists = new Map<string, HTMLElement>();
  readonly #proposed: Ranking;
  readonly #hint: HTMLElement;
  #ranking: Ranking = {};
  #value: unknown;
  /** The item taken with the keyboard, and what to go back to. */
  #lifted: {readonly id: string; readonly before: unknown} | null = null;
  #lifts = 0;
  /** An element that is moved loses the focus for a moment. */
  #isShowing = false;

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    const list = context.config.byName.get(tag.toName[0] ?? '');
    this.#tag = tag;
    this.#context = context;
    this.#frame = new ControlFrame(tag, context);
    this.#columns = rankerColumns(tag, list);
    this.#items = listItems(list, context.data);
    this.#proposed = defaultRanking(context.config, tag, context.data);
    this.#hint = element('span', {
      class: 'lsf-visually-hidden',
      attributes: {id: `${context.displayId}-hint-${tag.key}`},
      text: HINT,
    });
    this.root = this.#frame.root;
    this.#build();
    this.#frame.connect();
    this.#follow();
    this.#listen();
  }

  get #canEdit(): boolean {
    return isEditable(this.#tag, this.#context.state());
  }

  #build(): void {
    this.root.classList.add('lsf-ranker');
    this.root.role = 'group';
    const columns = this.#columns.map(({id, title}) =>
      this.#makeColumn(id, title),
    );
    const row = element('div', {class: 'lsf-ranker__columns'}, ...columns);
    this.root.append(row, this.#hint);
  }

  #makeColumn(id: string, written: string): HTMLElement {
    const title = String(resolveValue(written, this.#context.data));
    const titleId = `${this.#context.displayId}-${this.#tag.key}-${id}`;
    const list = element('ol', {
      class: 'lsf-ranker__items',
      attributes: {
        'data-column': id,
        'aria-labelledby': title === '' ? null : titleId,
        'aria-label': title === '' ? this.#frame.label : null,
      },
    });
    this.#lists.set(id, list);
    return element(
      'div',
      {class: 'lsf-ranker__column htx-ranker-column'},
      title === ''
        ? null
        : element('div', {
            class: 'lsf-ranker__heading',
            attributes: {id: titleId},
            text: title,
          }),
      list,
    );
  }

  #follow(): void {
    this.#frame.onValue((value) => {
      this.#value = value;
      this.#ranking = readRanking(value, this.#columns, this.#proposed);
      this.#show();
    });
    this.#context.watch(
      (state) => isEditable(this.#tag, state),
      () => {
        this.#show();
      },
    );
  }

  /** Moves the elements that are there, so that the focus stays. */
  #show(): void {
    const {activeElement} = document;
    const focused = this.root.contains(activeElement) ? activeElement : null;
    this.#isShowing = true;
    for (const [column, list] of this.#lists) {
      const items = (this.#ranking[column] ?? []).map((id) => this.#item(id));
      const wanted = items.map(({root}) => root);
      const isSame =
        wanted.length === list.children.length &&
        wanted.every((item, index) => item === list.children[index]);
      if (!isSame) list.replaceChildren(...wanted);
      for (const [index, item] of items.entries()) {
        const id = this.#ranking[column]?.[index] ?? '';
        item.setEditable(this.#canEdit);
        item.setWays((way) => this.#neighbour(id, way) !== null);
      }
    }
    if (focused instanceof HTMLElement && focused !== document.activeElement) {
      focused.focus();
    }
    this.#isShowing = false;
  }

  #item(id: string): RankerItem {
    const known = this.#made.get(id);
    if (known) return known;
    const made = new RankerItem({
      item: this.#items.get(id) ?? {id, title: id, body: ''},
      hasColumns: this.#columns.length > 1,
      hintId: this.#hint.id,
      move: (way) => {
        this.#drop();
        this.#lifts += 1;
        this.#moveBy(id, way);
      },
    });
    this.#made.set(id, made);
    return made;
  }

  #listen(): void {
    this.#context.listen(this.root, 'keydown', (event) => {
      const id = (event.target as HTMLElement).dataset.id;
      if (id === undefined || !this.#onKey(id, event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#context.listen(this.root, 'focusout', () => {
      if (!this.#isShowing) this.#drop();
    });
    connectDrag(
      {
        root: this.root,
        canDrag: () => this.#canEdit,
        drop: (id, place) => {
          this.#lifts += 1;
          this.#moveTo(id, place);
        },
        cancel: () => {
          this.#show();
        },
      },
      this.#context,
    );
  }

  #onKey(id: string, event: KeyboardEvent): boolean {
    const {key, ctrlKey, metaKey, altKey} = event;
    if (ctrlKey || metaKey || altKey) return false;
    const way = this.#wayOf(key);
    if (key === ' ' || (key === 'Enter' && this.#lifted)) {
      if (this.#lifted) this.#drop();
      else if (this.#canEdit) this.#lift(id);
      return true;
    }
    if (key === 'Escape' && this.#lifted) {
      this.#say(this.#lifted.before);
      this.#drop();
      return true;
    }
    if (!way) return false;
    if (this.#lifted) this.#moveBy(id, way);
    else this.#focusBy(id, way);
    return true;
  }

  #wayOf(key: string): RankerMove | undefined {
    const isRtl = getComputedStyle(this.root).direction === 'rtl';
    const ways: Readonly<Record<string, RankerMove>> = {
      ArrowUp: 'up',
      ArrowDown: 'down',
      [isRtl ? 'ArrowRight' : 'ArrowLeft']: 'previous',
      [isRtl ? 'ArrowLeft' : 'ArrowRight']: 'next',
    };
    return ways[key];
  }

  #lift(id: string): void {
    this.#lifts += 1;
    this.#lifted = {id, before: this.#value};
    this.#item(id).setLifted(true);
    this.#context.announce(`Took “${this.#item(id).name}”.`);
  }

  #drop(): void {
    if (!this.#lifted) return;
    const item = this.#item(this.#lifted.id);
    this.#lifted = null;
    item.setLifted(false);
    this.#context.announce(`Put “${item.name}” down.`);
  }

  #neighbour(id: string, way: RankerMove): RankerPlace | null {
    const place = placeOf(this.#ranking, id);
    if (!place) return null;
    const {column, index} = place;
    const count = this.#ranking[column]?.length ?? 0;
    if (way === 'up') return index === 0 ? null : {column, index: index - 1};
    if (way === 'down') {
      return index === count - 1 ? null : {column, index: index + 1};
    }
    const at = this.#columns.findIndex((candidate) => candidate.id === column);
    const next = this.#columns[at + (way === 'next' ? 1 : -1)];
    if (!next) return null;
    const room = this.#ranking[next.id]?.length ?? 0;
    return {column: next.id, index: Math.min(index, room)};
  }

  #moveBy(id: string, way: RankerMove): void {
    const place = this.#neighbour(id, way);
    if (place) this.#moveTo(id, place);
  }

  #focusBy(id: string, way: RankerMove): void {
    const place = this.#neighbour(id, way);
    if (!place) return;
    const ids = this.#ranking[place.column] ?? [];
    const next = ids[Math.min(place.index, ids.length - 1)];
    if (next !== undefined) this.#item(next).root.focus();
  }

  #moveTo(id: string, place: RankerPlace): void {
    const ranking = moveItem(this.#ranking, id, place);
    const isArray = Array.isArray(this.#value);
    this.#say(isArray ? ranking[this.#columns[0]?.id ?? ''] : ranking);
    const {column, index} = place;
    const title =
      this.#columns.find((other) => other.id === column)?.title ?? '';
    const where = optionsOf(this.#tag).length === 0 ? '' : ` in ${title}`;
    const count = ranking[column]?.length ?? 0;
    this.#context.announce(
      `${this.#item(id).name}: ${String(index + 1)} of ${String(count)}${where}`,
    );
  }

  #say(value: unknown): void {
    this.#context.session.actions.setClassification(
      this.#tag.name,
      value,
      this.#frame.place,
      {mergeKey: `ranker:${this.#tag.name}:${String(this.#lifts)}`},
    );
  }
}
