import type {LabelingSession} from '@ls-annotation/lsi';

import type {ListRow, RegionRows} from './region-rows.js';

/** The list that {@link RegionListKeys} acts on. */
export interface KeyedList {
  /** The session, or `null`. */
  readonly session: LabelingSession | null;
  /** Internal id of the annotation, or `null`. */
  readonly annotationId: string | null;
  /** The lines, or `null`. */
  readonly rows: RegionRows | null;
  /** 0-based line that the keyboard is on. */
  readonly active: number;
  /** Puts the keyboard on a line. */
  moveTo(index: number): void;
  /** Folds a group away, or opens it. */
  setGroupOpen(label: string, isOpen: boolean): void;
}

/** Modifiers of a gesture. */
export interface Modifiers {
  /** Shift. */
  readonly shiftKey: boolean;
  /** Control. */
  readonly ctrlKey: boolean;
  /** Command. */
  readonly metaKey: boolean;
}

/** What keys and clicks do in a region list. */
export class RegionListKeys {
  readonly #list: KeyedList;
  #anchor = 0;

  constructor(list: KeyedList) {
    this.#list = list;
  }

  /** Acts on a key; returns whether it means something here. */
  press(event: KeyboardEvent): boolean {
    const {altKey, ctrlKey, metaKey, key} = event;
    if (altKey) return this.#pressWithAlt(event);
    const row = this.#row();
    switch (key) {
      case 'ArrowDown':
        return this.#move(this.#list.active + 1, event);
      case 'ArrowUp':
        return this.#move(this.#list.active - 1, event);
      case 'Home':
        return this.#move(0, event);
      case 'End':
        return this.#move(Infinity, event);
      case 'ArrowLeft':
        return this.#fold(row, false);
      case 'ArrowRight':
        return this.#fold(row, true);
      case ' ':
        return !ctrlKey && this.#toggle(row);
      case 'Enter':
        return !ctrlKey && !metaKey && this.#choose(row);
      case 'Delete':
      case 'Backspace':
        return !ctrlKey && !metaKey && this.#delete(row);
      case 'a':
        return (ctrlKey || metaKey) && this.#selectAll();
      default:
        return false;
    }
  }

  /** Acts on a click on a line, or on the button `action` in it. */
  click(index: number, action: string, modifiers: Modifiers): void {
    this.#list.moveTo(index);
    const row = this.#row();
    if (row?.kind === 'group') this.#fold(row, !row.isOpen);
    else if (action) this.#act(row, action);
    else if (modifiers.shiftKey) this.#selectRange();
    else if (modifiers.ctrlKey || modifiers.metaKey) this.#toggle(row);
    else this.#choose(row);
  }

  #pressWithAlt({code}: KeyboardEvent): boolean {
    const actions: Readonly<Record<string, string>> = {
      KeyH: 'hide',
      KeyL: 'lock',
    };
    const action = actions[code];
    return action !== undefined && this.#act(this.#row(), action);
  }

  #move(index: number, {shiftKey, ctrlKey, metaKey}: Modifiers): boolean {
    this.#list.moveTo(index);
    if (shiftKey) this.#selectRange();
    else if (!ctrlKey && !metaKey) this.#select(this.#row());
    return true;
  }

  #choose(row: ListRow | undefined): boolean {
    if (row?.kind === 'group') return this.#fold(row, !row.isOpen);
    this.#select(row);
    return true;
  }

  #select(row: ListRow | undefined): void {
    this.#anchor = this.#list.active;
    if (row?.kind === 'region') {
      this.#list.session?.actions.selectRegions([row.id]);
    }
  }

  #toggle(row: ListRow | undefined): boolean {
    this.#anchor = this.#list.active;
    if (row?.kind === 'group') return this.#fold(row, !row.isOpen);
    if (row) this.#list.session?.actions.toggleRegionSelection(row.id);
    return true;
  }

  #selectRange(): void {
    const {rows, session, active} = this.#list;
    if (!rows || !session) return;
    session.actions.selectRegions(rows.between(this.#anchor, active));
  }

  #selectAll(): boolean {
    const {rows, session} = this.#list;
    if (rows && session) {
      session.actions.selectRegions(rows.between(0, rows.length - 1));
    }
    return true;
  }

  #fold(row: ListRow | undefined, isOpen: boolean): boolean {
    if (row?.kind === 'group') this.#list.setGroupOpen(row.label, isOpen);
    return true;
  }

  #delete(row: ListRow | undefined): boolean {
    const {session} = this.#list;
    if (row?.kind !== 'region') return true;
    if (this.#isSelected(row.id)) session?.actions.deleteSelectedRegions();
    else session?.actions.deleteRegion(row.id);
    return true;
  }

  #act(row: ListRow | undefined, action: string): boolean {
    const {session, annotationId} = this.#list;
    if (row?.kind !== 'region' || !session) return false;
    const region = session.store.findRegion(annotationId ?? '', row.id);
    if (!region) return false;
    if (action === 'delete') session.actions.deleteRegion(row.id);
    if (action === 'hide') session.actions.setHidden(row.id, !region.hidden);
    if (action === 'lock') session.actions.setLocked(row.id, !region.locked);
    return true;
  }

  #isSelected(id: string): boolean {
    const {session, annotationId} = this.#list;
    const annotation = session?.store.state.annotations[annotationId ?? ''];
    return annotation?.selection.includes(id) ?? false;
  }

  #row(): ListRow | undefined {
    return this.#list.rows?.at(this.#list.active);
  }
}
