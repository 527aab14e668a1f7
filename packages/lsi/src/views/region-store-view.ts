import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
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

/** The regions of one annotation as Label Studio's outliner has them. */
export class RegionStoreView {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;

  constructor(context: SessionContext, annotation: AnnotationView) {
    this.#context = context;
    this.#annotation = annotation;
  }

  /** Regions without classifications, as a new list. */
  get regions(): RegionView[] {
    return this.#annotation.regions.filter((region) => !region.classification);
  }

  /** Same as {@link RegionStoreView.regions}. */
  get sortedRegions(): RegionView[] {
    return this.regions;
  }

  /** Same as {@link RegionStoreView.regions}. */
  get filteredRegions(): RegionView[] {
    return this.regions;
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

  /** Hides or shows the regions with a label. */
  setHiddenByLabel(hidden: boolean, label: {readonly value?: string}): void {
    for (const region of this.regions) {
      if (!region.hasLabel(label.value ?? '')) continue;
      this.#context.editors.regions.setFlags(region, {hidden});
    }
  }

  /** Selects a region alone. */
  highlight(region: RegionView): void {
    this.#annotation.selectArea(region);
  }

  /** Selects no region. */
  unselectAll(): void {
    this.#annotation.unselectAreas();
  }

  /** Selects no region. */
  unhighlightAll(): void {
    this.#annotation.unselectAreas();
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
}
