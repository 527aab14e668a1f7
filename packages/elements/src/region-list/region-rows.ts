import {regionLabels, regionsOf, touchedRegions} from '@ls-annotation/core';
import type {AnnotationStore, Commit, Region} from '@ls-annotation/core';

/** A heading over the regions with one label. */
export interface GroupRow {
  /** What it is. */
  readonly kind: 'group';
  /** The label, `''` for regions without one. */
  readonly label: string;
  /** Number of regions under it. */
  readonly count: number;
  /** False when they are folded away. */
  readonly isOpen: boolean;
  /** 0-based place among the groups. */
  readonly position: number;
  /** Number of groups. */
  readonly setSize: number;
}

/** One region. */
export interface RegionRow {
  /** What it is. */
  readonly kind: 'region';
  /** Id of the region. */
  readonly id: string;
  /** 1 without groups, 2 under one. */
  readonly level: number;
  /** 0-based place among its siblings. */
  readonly position: number;
  /** Number of siblings. */
  readonly setSize: number;
}

/** One line of the list. */
export type ListRow = GroupRow | RegionRow;

interface Place {
  readonly id: string;
  readonly ordinal: number;
  group: Group | null;
}

interface Group {
  readonly label: string;
  readonly places: Place[];
  isOpen: boolean;
}

/**
 * The lines of a region list, kept in step with a store.
 *
 * Reading all regions happens once; after that a commit costs what it
 * changes. Classifications are not listed.
 */
export class RegionRows {
  readonly #store: AnnotationStore;
  readonly #annotationId: string;
  readonly #byId = new Map<string, Place>();
  readonly #places: Place[] = [];
  readonly #groups = new Map<string, Group>();
  readonly #closed = new Set<string>();
  #isGrouped = false;

  constructor(store: AnnotationStore, annotationId: string) {
    this.#store = store;
    this.#annotationId = annotationId;
    const annotation = store.state.annotations[annotationId];
    if (!annotation) return;
    for (const region of regionsOf(annotation.regions)) this.#add(region);
  }

  /** True when regions stand under their labels. */
  get isGrouped(): boolean {
    return this.#isGrouped;
  }

  set isGrouped(value: boolean) {
    this.#isGrouped = value;
  }

  /** Number of regions. */
  get size(): number {
    return this.#places.length;
  }

  /** Number of lines. */
  get length(): number {
    if (!this.#isGrouped) return this.#places.length;
    let length = 0;
    for (const group of this.#groups.values()) length += lengthOf(group);
    return length;
  }

  /** Returns the line at a 0-based place, or `undefined`. */
  at(index: number): ListRow | undefined {
    if (!this.#isGrouped) return this.#flatRow(index);
    let rest = index;
    let position = 0;
    for (const group of this.#groups.values()) {
      if (rest === 0) return this.#groupRow(group, position);
      if (rest < lengthOf(group)) return regionRow(group.places, rest - 1, 2);
      rest -= lengthOf(group);
      position += 1;
    }
    return undefined;
  }

  /** Returns the 0-based line of a region, or -1 when it is not shown. */
  indexOf(regionId: string): number {
    const place = this.#byId.get(regionId);
    if (!place) return -1;
    if (!this.#isGrouped) return search(this.#places, place.ordinal);
    let index = 0;
    for (const group of this.#groups.values()) {
      if (group === place.group) {
        return group.isOpen
          ? index + 1 + search(group.places, place.ordinal)
          : -1;
      }
      index += lengthOf(group);
    }
    return -1;
  }

  /** Returns the 1-based number of a region in the order of creation. */
  numberOf(regionId: string): number {
    const place = this.#byId.get(regionId);
    return place ? search(this.#places, place.ordinal) + 1 : 0;
  }

  /** Returns the ids of the regions between two lines, both included. */
  between(from: number, to: number): readonly string[] {
    const ids: string[] = [];
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const row = this.at(at);
      if (row?.kind === 'region') ids.push(row.id);
    }
    return ids;
  }

  /** Folds a group away, or opens it. */
  setOpen(label: string, isOpen: boolean): void {
    const group = this.#groups.get(label);
    if (group) group.isOpen = isOpen;
    if (isOpen) this.#closed.delete(label);
    else this.#closed.add(label);
  }

  /** Opens the group that a region is folded away in. */
  reveal(regionId: string): void {
    const group = this.#byId.get(regionId)?.group;
    if (group) this.setOpen(group.label, true);
  }

  /** Follows a commit; returns whether it touched a region of the list. */
  apply(commit: Commit): boolean {
    const {added, updated, removed} = touchedRegions(
      commit,
      this.#annotationId,
    );
    for (const id of removed) this.#remove(id);
    for (const id of added) this.#renew(id);
    for (const id of updated) this.#renew(id);
    return added.length + updated.length + removed.length > 0;
  }

  #flatRow(index: number): RegionRow | undefined {
    return regionRow(this.#places, index, 1);
  }

  #groupRow(group: Group, position: number): GroupRow {
    return {
      kind: 'group',
      label: group.label,
      count: group.places.length,
      isOpen: group.isOpen,
      position,
      setSize: this.#groups.size,
    };
  }

  #renew(id: string): void {
    const region = this.#store.findRegion(this.#annotationId, id);
    const place = this.#byId.get(id);
    if (!region) return;
    if (!place) this.#add(region);
    else if (place.group?.label !== labelOf(region)) {
      this.#leaveGroup(place);
      this.#enterGroup(place, labelOf(region));
    }
  }

  #add(region: Region): void {
    if (region.classification) return;
    const place: Place = {id: region.id, ordinal: region.ordinal, group: null};
    this.#byId.set(region.id, place);
    insert(this.#places, place);
    this.#enterGroup(place, labelOf(region));
  }

  #remove(id: string): void {
    const place = this.#byId.get(id);
    if (!place) return;
    this.#byId.delete(id);
    withdraw(this.#places, place);
    this.#leaveGroup(place);
  }

  #enterGroup(place: Place, label: string): void {
    let group = this.#groups.get(label);
    if (!group) {
      group = {label, places: [], isOpen: !this.#closed.has(label)};
      this.#groups.set(label, group);
    }
    insert(group.places, place);
    place.group = group;
  }

  #leaveGroup(place: Place): void {
    const {group} = place;
    if (!group) return;
    withdraw(group.places, place);
    place.group = null;
    if (group.places.length === 0) this.#groups.delete(group.label);
  }
}

function labelOf(region: Region): string {
  return regionLabels(region).join(', ');
}

function lengthOf(group: Group): number {
  return group.isOpen ? group.places.length + 1 : 1;
}

function regionRow(
  places: readonly Place[],
  position: number,
  level: number,
): RegionRow | undefined {
  const place = places[position];
  if (!place) return undefined;
  return {
    kind: 'region',
    id: place.id,
    level,
    position,
    setSize: places.length,
  };
}

/** Returns the place of an ordinal, or where it belongs. */
function search(places: readonly Place[], ordinal: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.ordinal ?? 0) < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(places: Place[], place: Place): void {
  const last = places.at(-1);
  if (!last || last.ordinal < place.ordinal) places.push(place);
  else places.splice(search(places, place.ordinal), 0, place);
}

function withdraw(places: Place[], place: Place): void {
  const index = search(places, place.ordinal);
  if (places[index] === place) places.splice(index, 1);
}
