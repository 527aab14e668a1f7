import {
  regionsOf,
  replacesAnnotation,
  touchedRegions,
} from '@ls-annotation/core';
import type {Commit, Region} from '@ls-annotation/core';

import type {ProposedRegion} from '../proposed-region.js';
import type {SurfaceContext} from '../surface.js';

import type {RegionEntries} from './region-entries.js';
import type {RegionEntry} from './region-index.js';
import type {Scene} from './scene.js';
import {isSamePlace} from './shape.js';
import {sizeEnvelope} from './size-envelope.js';

/** What keeping a scene up to date takes. */
export interface RegionSyncOptions {
  /** The display. */
  readonly context: SurfaceContext;
  /** How regions look. */
  readonly entries: RegionEntries;
  /** What is seen. */
  readonly scene: Scene;
  /** Returns the 0-based picture on display. */
  readonly itemIndex: () => number;
}

/** A commit that touches more regions than this is loaded as a whole. */
const MAX_TOUCHED = 400;

/**
 * Keeps a scene the way the annotation is.
 *
 * Looks at all regions once when a picture is shown; after that a commit
 * costs what it touched.
 */
export class RegionSync {
  readonly #options: RegionSyncOptions;
  #selection: readonly string[] | null = null;
  #proposals: readonly ProposedRegion[] = [];

  constructor(options: RegionSyncOptions) {
    this.#options = options;
    options.context.watchProposals((proposals) => {
      this.#proposals = proposals;
      this.#propose();
    });
  }

  /** Shows every region of the picture anew. */
  load(): void {
    const {context, scene} = this.#options;
    const state = context.state();
    const entries: RegionEntry[] = [];
    for (const region of regionsOf(state.regions)) {
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
    if (replacesAnnotation(commit, context.annotationId)) {
      this.load();
      return;
    }
    const touched = touchedRegions(commit, context.annotationId);
    const changed = [...touched.added, ...touched.updated];
    if (changed.length > MAX_TOUCHED) {
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
    if (!region || !entry) {
      scene.delete(id);
      return;
    }
    if (looksSame(scene.index.get(id), entry)) scene.markRegions();
    else scene.set(entry);
    this.#recordSize(region);
  }

  /**
   * A region that a plugin made without knowing the picture is exported with
   * its size all the same; nothing that people could undo.
   */
  #recordSize({id, envelope, results}: Region): void {
    const isLoaded = results.some(({source}) => source !== undefined);
    if (isLoaded || envelope.original_width !== undefined) return;
    const {context, scene} = this.#options;
    const {image, turn} = scene.view;
    context.store.updateRegion(
      context.annotationId,
      id,
      (draft) => {
        draft.envelope = {...sizeEnvelope(image, turn), ...draft.envelope};
      },
      {origin: 'load', label: 'record image size'},
    );
  }

  #select(): void {
    const {context, scene} = this.#options;
    const {selection} = context.state();
    if (selection === this.#selection) return;
    this.#selection = selection;
    scene.lifted = new Set(selection);
  }

  /** Where things lie is known once the picture is. */
  #propose(): void {
    const {scene} = this.#options;
    if (!scene.isReady) return;
    scene.proposals = this.#proposals.flatMap((proposal) => {
      const before = this.#entryOf(proposal.before);
      const after = this.#entryOf(proposal.after);
      return before || after ? [{before, after}] : [];
    });
  }

  #entryOf(region: Region | null): RegionEntry | null {
    if (!region) return null;
    const {entries, scene, itemIndex} = this.#options;
    return entries.entryOf(region, scene.view.image, itemIndex());
  }
}

function looksSame(
  before: RegionEntry | undefined,
  after: RegionEntry,
): boolean {
  if (before?.style !== after.style || before.label !== after.label) {
    return false;
  }
  return isSamePlace(before, after);
}
