import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import {ControlView, type TextAreaLine} from './control-view.js';
import type {RegionView} from './region-view.js';

/** The selected regions of one annotation, as plugins see them. */
export interface SelectionView {
  /** Selected regions by id. */
  readonly selected: Map<string, RegionView>;
  /** Selected regions in the order they were selected. */
  readonly list: RegionView[];
  /** How many are selected. */
  readonly size: number;
  /** The selected region when it is exactly one. */
  readonly highlighted: RegionView | null;
  /** Returns whether a region is selected. */
  isSelected(region: RegionView): boolean;
}

/** Orders that the outliner knows. */
export type RegionSort = 'date' | 'mediaStartTime' | 'score';

/** The regions of one annotation as Label Studio's outliner has them. */
export class RegionStoreView {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;
  #filter: readonly RegionView[] | null = null;

  /** What the outliner orders by. */
  sort: RegionSort = 'date';

  /** In which direction. */
  sortOrder: 'asc' | 'desc' = 'asc';

  /** What the outliner groups by: `manual`, `label` or `type`. */
  group = 'manual';

  /** What the outliner lists: `regions` or `labels`. */
  view = 'regions';

  constructor(context: SessionContext, annotation: AnnotationView) {
    this.#context = context;
    this.#annotation = annotation;
  }

  /** The annotation. */
  get annotation(): AnnotationView {
    return this.#annotation;
  }

  /** Lines of text areas that speak of wholes, as a new list. */
  get classifications(): TextAreaLine[] {
    return [...this.#annotation.names.values()].flatMap((tag) =>
      tag instanceof ControlView && tag.perregion !== true
        ? (tag.regions ?? [])
        : [],
    );
  }

  /** Regions without classifications, as a new list. */
  get regions(): RegionView[] {
    return this.#annotation.regions.filter((region) => !region.classification);
  }

  /** Regions in the outliner's order, as a new list. */
  get sortedRegions(): RegionView[] {
    const sign = this.sortOrder === 'desc' ? -1 : 1;
    const keyOf = SORT_KEYS[this.sort];
    return this.filteredRegions.sort(
      (one, two) => sign * (keyOf(one) - keyOf(two)),
    );
  }

  /** Regions that the outliner lists, as a new list. */
  get filteredRegions(): RegionView[] {
    const filter = this.#filter;
    return filter ? filter.filter(({isAlive}) => isAlive) : this.regions;
  }

  /** What models suggest, without classifications, as a new list. */
  get suggestions(): RegionView[] {
    return [...this.#annotation.suggestions.values()].filter(
      ({classification}) => classification !== true,
    );
  }

  /** Places in the outliner by id of the region, from 1. */
  get regionIndexMap(): Record<string, number> {
    return Object.fromEntries(
      this.sortedRegions.map(({id}, index) => [id, index + 1]),
    );
  }

  /** True when a region is selected. */
  get hasSelection(): boolean {
    return this.#annotation.hasSelection;
  }

  /** The selection as it is now. */
  get selection(): SelectionView {
    const list = this.#annotation.selectedRegions;
    return {
      selected: new Map(list.map((region) => [region.id, region])),
      list,
      size: list.length,
      highlighted: list.length === 1 ? (list[0] ?? null) : null,
      isSelected: (region) => region.inSelection,
    };
  }

  /** Ids of the selected regions. */
  get selectedIds(): string[] {
    return this.#annotation.selectedRegions.map(({id}) => id);
  }

  /** True when every region is out of sight. */
  get isAllHidden(): boolean {
    return this.regions.every(({hidden}) => hidden);
  }

  /** Returns whether a region is selected. */
  isSelected(region: RegionView): boolean {
    return region.inSelection;
  }

  /** Orders by something else, or turns the order around. */
  setSort(sort: RegionSort): void {
    if (this.sort === sort) {
      this.toggleSortOrder();
    } else {
      this.sort = sort;
      this.sortOrder = 'asc';
    }
    this.#context.setFlags({});
  }

  /** Turns the order around. */
  toggleSortOrder(): void {
    this.sortOrder = this.sortOrder === 'asc' ? 'desc' : 'asc';
    this.#context.setFlags({});
  }

  /** Groups by something else. */
  setGrouping(group: string): void {
    this.group = group;
    this.#context.setFlags({});
  }

  /** Lists something else. */
  setView(view: string): void {
    this.view = view;
    this.#context.setFlags({});
  }

  /** Lists some regions and hides the others; all of them end the filter. */
  setFilteredRegions(wanted: readonly RegionView[]): void {
    const {regions} = this;
    const isAll = regions.length === wanted.length;
    this.#filter = isAll ? null : wanted;
    for (const region of regions) {
      const isOut = !isAll && !wanted.includes(region);
      if (isOut ? !region.hidden : region.filtered) region.toggleFiltered();
    }
    this.#context.setFlags({});
  }

  /** Returns the region with an id, or `undefined`. */
  findRegion(id: string): RegionView | undefined {
    return this.#annotation.areas.get(id);
  }

  /** Same as {@link RegionStoreView.findRegion}. */
  findRegionID(id: string): RegionView | undefined {
    return this.findRegion(id);
  }

  /** Returns the regions that lie in a region. */
  filterByParentID(id: string): RegionView[] {
    return this.regions.filter(({parentID}) => parentID === id);
  }

  /** Selects the region after the selected one, or the first. */
  selectNext(): void {
    const {regions} = this;
    const [current] = this.#annotation.selectedRegions;
    const next = current
      ? regions[(regions.indexOf(current) + 1) % regions.length]
      : regions[0];
    if (next) this.#annotation.selectArea(next);
  }

  /** Hides every region, or shows them all when all are hidden. */
  toggleVisibility(): void {
    const hidden = !this.isAllHidden;
    this.#context.editors.regions.setAllHidden(this.#annotation, hidden);
  }

  /** Hides or shows the regions with a label: a tag, or what it says. */
  setHiddenByLabel(
    hidden: boolean,
    label: {readonly value?: string; readonly alias?: string | undefined},
  ): void {
    const stored = label.alias ?? label.value ?? '';
    for (const region of this.regions) {
      if (region.hidden === hidden || !region.hasLabel(stored)) continue;
      this.#context.editors.regions.setFlags(region, {hidden});
    }
  }

  /** Hides or shows the regions of a kind. */
  setHiddenByTool(hidden: boolean, tool: {readonly type?: string}): void {
    for (const region of this.regions) {
      if (region.type !== tool.type || region.hidden === hidden) continue;
      this.#context.editors.regions.setFlags(region, {hidden});
    }
  }

  /** Shows a region and hides the others. */
  setRegionVisible(id: string): void {
    const shown = this.findRegion(id);
    if (!shown) return;
    for (const region of this.regions) {
      const hidden = region !== shown;
      this.#context.editors.regions.setFlags(region, {hidden});
    }
  }

  /** Selects a region alone. */
  highlight(region: RegionView): void {
    this.#annotation.selectArea(region);
  }

  /** Selects no region and chooses no label. */
  unselectAll(): void {
    this.#annotation.unselectAll();
  }

  /** Has no region stand out that is not selected. */
  unhighlightAll(): void {
    for (const region of this.regions) region.setHighlight(false);
  }

  /** Selects no region. */
  clearSelection(): void {
    this.#annotation.unselectAreas();
  }

  /** Adds a region to the selection, or takes it out. */
  toggleSelection(region: RegionView, selected?: boolean): void {
    this.#annotation.toggleRegionSelection(region, selected);
  }

  /** Makes regions the selection. */
  selectRegionsByIds(ids: readonly string[]): void {
    const regions = ids.flatMap((id) => this.findRegion(id) ?? []);
    this.#annotation.selectAreas(regions);
  }

  /** Selects a region alone, by its id. */
  selectRegionByID(id: string): void {
    this.selectRegionsByIds([id]);
  }

  /** Nothing to do: the page binds the keys of regions by itself. */
  initHotkeys(): void {
    // Label Studio binds alt+shift and the number of the region here.
  }
}

const SORT_KEYS: Readonly<Record<RegionSort, (region: RegionView) => number>> =
  {
    date: ({ouid}) => ouid,
    score: ({score}) => score ?? 0,
    mediaStartTime: ({start}) => Number(start) || 0,
  };
