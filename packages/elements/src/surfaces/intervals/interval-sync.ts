import {regionsOf, touchedRegions} from '@ls-annotation/core';
import type {Commit, Region} from '@ls-annotation/core';

import type {RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import type {IntervalFormat} from './interval-edits.js';
import type {IntervalScene} from './interval-scene.js';
import type {IntervalEntry} from './interval.js';

/** What keeping a strip up to date takes. */
export interface IntervalSyncOptions {
  /** Name of the object tag. */
  readonly object: string;
  /** The display. */
  readonly context: SurfaceContext;
  /** How regions look. */
  readonly looks: RegionLooks;
  /** How spans are read. */
  readonly format: IntervalFormat;
  /** What is seen. */
  readonly scene: IntervalScene;
}

/** A commit that touches more regions than this is loaded as a whole. */
const MAX_TOUCHED = 400;

/**
 * Keeps a strip the way the annotation is.
 *
 * Looks at all regions once when the strip opens; after that a commit costs
 * what it touched.
 */
export class IntervalSync {
  readonly #options: IntervalSyncOptions;
  #selection: readonly string[] | null = null;

  constructor(options: IntervalSyncOptions) {
    this.#options = options;
  }

  /** Shows every region anew. */
  load(): void {
    const {context, scene} = this.#options;
    const entries: IntervalEntry[] = [];
    for (const region of regionsOf(context.state().regions)) {
      const entry = this.#entryOf(region);
      if (entry) entries.push(entry);
    }
    scene.load(entries);
    this.#selection = null;
    this.#select();
  }

  /** Shows what a commit has changed. */
  apply(commit: Commit): void {
    const {context, scene} = this.#options;
    if (!scene.isReady) return;
    const touched = touchedRegions(commit, context.annotationId);
    const changed = [...touched.added, ...touched.updated];
    const isWhole =
      changed.length > MAX_TOUCHED || isReplaced(commit, context.annotationId);
    if (isWhole) {
      this.load();
      return;
    }
    for (const id of touched.removed) scene.delete(id);
    for (const id of changed) this.#show(id);
    this.#select();
  }

  #show(id: string): void {
    const {context, scene} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    const entry = region && this.#entryOf(region);
    if (entry) scene.set(entry);
    else scene.delete(id);
  }

  #select(): void {
    const {context, scene} = this.#options;
    const {selection} = context.state();
    if (selection === this.#selection) return;
    this.#selection = selection;
    scene.lifted = new Set(selection);
  }

  #entryOf(region: Region): IntervalEntry | null {
    const {object, looks, format} = this.#options;
    if (region.object !== object || region.classification) return null;
    const span = region.hidden ? null : format.read(region.geometry);
    if (!span) return null;
    const {id, ordinal} = region;
    return {...span, ...looks.looksOf(region), id, ordinal};
  }
}

function isReplaced(commit: Commit, annotationId: string): boolean {
  return commit.patches.some(
    ({path}) =>
      path.length === 2 &&
      path[0] === 'annotations' &&
      path[1] === annotationId,
  );
}
