import type {AnnotationVersions} from '../session/annotation-reader.js';
import type {SessionContext} from '../session/session-context.js';

import {AnnotationDrafts} from './annotation-drafts.js';
import type {AnnotationView} from './annotation-view.js';
import type {RegionView} from './region-view.js';

/** Linking mode in which the next region gets a relation. */
export const RELATION_MODE = 'create_relation';

/**
 * What a person is in the middle of with an annotation, as plugins see it:
 * linking regions, drawing, looking at suggestions.
 */
export abstract class AnnotationModes extends AnnotationDrafts {
  readonly #context: SessionContext;
  #linkingMode: string | null = null;
  #linkedFrom: RegionView | null = null;

  /** True while it is out of sight among others. */
  hidden = false;

  /** True when it was changed on this page after it was loaded. */
  localUpdate = false;

  /** True while regions are dragged in the list. */
  dragMode = false;

  /** True while a region is being drawn. */
  isDrawing = false;

  /** True while suggestions are being made regions. */
  isSuggestionsAccepting = false;

  constructor(context: SessionContext, versions: AnnotationVersions) {
    super(context, versions);
    this.#context = context;
  }

  /** True while the next region that is clicked gets linked. */
  get isLinkingMode(): boolean {
    return this.#linkingMode !== null;
  }

  /** Same as {@link AnnotationModes.isLinkingMode}. */
  get relationMode(): boolean {
    return this.isLinkingMode;
  }

  /** Which kind of link is being made, `null` for none. */
  get linkingMode(): string | null {
    return this.#linkingMode;
  }

  /** Region that linking mode was started with, `null` for none. */
  get linkedFrom(): RegionView | null {
    return this.#linkedFrom;
  }

  /** Has the next region that is clicked linked with `region`. */
  startLinkingMode(mode: string, region: RegionView): void {
    this.#linkingMode = mode;
    this.#linkedFrom = region;
    this.#context.setFlags({});
  }

  /** Leaves linking mode and selects nothing. */
  stopLinkingMode(): void {
    if (this.#linkingMode === null) return;
    this.#linkingMode = null;
    this.#linkedFrom = null;
    this.#view.unselectAreas();
    this.#context.setFlags({});
  }

  /** Links a region with the one that linking mode was started with. */
  addLinkedRegion(region: RegionView): void {
    if (this.#linkedFrom) this.addRelation(this.#linkedFrom, region);
  }

  /**
   * Links a region, and leaves linking mode.
   *
   * @internal
   */
  linkRegion(region: RegionView): void {
    this.addLinkedRegion(region);
    this.stopLinkingMode();
  }

  /** Has the next region that is clicked get a relation. */
  startRelationMode(region: RegionView): void {
    this.startLinkingMode(RELATION_MODE, region);
  }

  /** Same as {@link AnnotationModes.stopLinkingMode}. */
  stopRelationMode(): void {
    this.stopLinkingMode();
  }

  /**
   * Links two regions; does nothing when they are linked already.
   *
   * @param from - Alone, it is linked with the one of linking mode.
   */
  addRelation(from: RegionView, to?: RegionView): void {
    if (to) this.#view.relationStore.addRelation(from, to);
    else this.addLinkedRegion(from);
  }

  /** Says whether a region is being drawn. */
  setIsDrawing(drawing: boolean): void {
    this.isDrawing = drawing;
  }

  /** Says whether regions are dragged in the list. */
  setDragMode(dragging: boolean): void {
    this.dragMode = dragging;
  }

  /** Says whether it was changed on this page. */
  setLocalUpdate(changed: boolean): void {
    this.localUpdate = changed;
  }

  /** Takes it out of sight among others, or back. */
  toggleVisibility(visible = this.hidden): void {
    this.hidden = !visible;
  }

  /** Replaces the suggestions of models. */
  setSuggestions(results: unknown): void {
    this.#context.editors.suggestions.set(this.#view, results);
  }

  /** Makes a suggestion a region. */
  acceptSuggestion(id: string): void {
    this.#context.editors.suggestions.accept(this.#view, id);
  }

  /** Forgets a suggestion. */
  rejectSuggestion(id: string): void {
    this.#context.editors.suggestions.reject(this.#view, id);
  }

  /** Makes every suggestion a region. */
  acceptAllSuggestions(): void {
    this.#context.editors.suggestions.acceptAll(this.#view);
  }

  /** Forgets every suggestion. */
  rejectAllSuggestions(): void {
    this.#context.editors.suggestions.rejectAll(this.#view);
  }

  /** Every annotation is a whole view; this class is a part of it. */
  get #view(): AnnotationView {
    return this as unknown as AnnotationView;
  }
}
