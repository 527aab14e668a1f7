import {
  regionsOf,
  replacesAnnotation,
  touchedRegions,
} from '@ls-annotation/core';
import type {Commit, Region} from '@ls-annotation/core';

import type {RegionLooks} from '../labels/region-looks.js';
import type {ProposedRegion} from '../proposed-region.js';
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
  #proposals: readonly ProposedRegion[] = [];

  constructor(options: IntervalSyncOptions) {
    this.#options = options;
    options.context.watchProposals((proposals) => {
      this.#proposals = proposals;
      this.#propose();
    });
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
    this.#propose();
  }

  /** Shows what a commit has changed. */
  apply(commit: Commit): void {
    const {context, scene} = this.#options;
    if (!scene.isReady) return;
    const touched = touchedRegions(commit, context.annotationId);
    const changed = [...touched.added, ...touched.updated];
    const isWhole =
      changed.length > MAX_TOUCHED ||
      replacesAnnotation(commit, context.annotationId);
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
    const entry = this.#entryOf(region ?? null);
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

  /** Where things lie is known once there is an axis. */
  #propose(): void {
    const {scene} = this.#options;
    if (!scene.isReady) return;
    scene.proposals = this.#proposals.flatMap((proposal) => {
      const before = this.#entryOf(proposal.before);
      const after = this.#entryOf(proposal.after);
      return before || after ? [{before, after}] : [];
    });
  }

  #entryOf(region: Region | null): IntervalEntry | null {
    const {object, looks, format} = this.#options;
    if (region?.object !== object || region.classification) return null;
    const span = region.hidden ? null : format.read(region.geometry);
    if (!span) return null;
    const {id, ordinal} = region;
    return {...span, ...looks.looksOf(region), id, ordinal};
  }
}
