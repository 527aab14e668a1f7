import type {SurfaceContext} from '../surface.js';

/** Words and undo step of a change. */
export interface EditOptions {
  /** Words for the undo menu, for example `move region`. */
  readonly label: string;
  /** Changes that follow each other with the same key are one undo step. */
  readonly mergeKey?: string;
}

/** What is seen of an object. */
interface Seen {
  /** Its regions. */
  readonly index: {get(id: string): unknown};
}

/** What every surface lets people do with the regions that it shows. */
export abstract class SurfaceEdits {
  readonly #context: SurfaceContext;
  readonly #scene: Seen;

  /**
   * @param context - The display.
   * @param scene - What is seen; regions of other objects are not in it.
   */
  constructor(context: SurfaceContext, scene: Seen) {
    this.#context = context;
    this.#scene = scene;
  }

  /** Ids of the selected regions of this object, in order. */
  get selection(): readonly string[] {
    return this.#context
      .state()
      .selection.filter((id) => this.#scene.index.get(id) !== undefined);
  }

  /** True while nobody may change the annotation. */
  protected get isReadOnly(): boolean {
    const {info} = this.#context.state();
    return info.readonly || !info.editable;
  }

  /** Tells whether people may move and resize a region now. */
  canEdit(id: string): boolean {
    const {annotationId, store} = this.#context;
    const region = store.findRegion(annotationId, id);
    if (!region || this.isReadOnly) return false;
    return !region.locked && !region.readonly && !region.hidden;
  }

  /** Selects a region, alone or in addition to (or out of) the others. */
  select(id: string, isExtending: boolean): void {
    const {actions} = this.#context.session;
    if (isExtending) actions.toggleRegionSelection(id);
    else actions.selectRegion(id);
  }

  /** Makes exactly these regions the selection. */
  selectOnly(ids: readonly string[]): void {
    this.#context.session.actions.selectRegions(ids);
  }

  /** Selects nothing; chosen labels stay. */
  unselect(): void {
    this.selectOnly([]);
  }

  /** Deletes regions, in one undo step. */
  remove(ids: readonly string[]): void {
    const {session, store} = this.#context;
    store.transact({label: 'delete region'}, () => {
      for (const id of ids) session.actions.deleteRegion(id);
    });
  }
}
