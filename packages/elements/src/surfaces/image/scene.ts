import type {Box} from './box.js';
import type {Bounds, Point} from './geometry.js';
import {RegionIndex} from './region-index.js';
import type {RegionEntry} from './region-index.js';
import type {RegionStyle} from './region-style.js';
import {MIN_KEY_POINT_PX} from './shape.js';
import type {PlacedShape} from './shape.js';
import type {ProposedEntry} from './paint-proposed.js';
import {BLANK_VIEW} from './viewport.js';
import type {Viewport} from './viewport.js';

/** A shape that is being drawn. */
export interface Draft extends PlacedShape {
  /** How it will look. */
  readonly style: RegionStyle;
}

/** What has changed since the last frame. */
export interface SceneMarks {
  /** True when every layer is to be painted anew. */
  readonly all: boolean;
  /** Parts of the resting layer to paint anew, image pixels. */
  readonly parts: readonly Bounds[];
  /** True when regions came, went, changed or were selected. */
  readonly regions: boolean;
  /** True when other changes are proposed than before. */
  readonly proposals: boolean;
}

/** More parts than this are painted in one go. */
const MAX_PARTS = 48;

const NOTHING: ReadonlyMap<string, Box> = new Map();

/**
 * Everything that is seen on one picture, and what of it has changed.
 *
 * Regions that are selected are *lifted*: the resting layer leaves them out,
 * and they are painted live above it. So neither selecting nor dragging comes
 * upon the regions that are not concerned.
 */
export class Scene {
  /** Regions of the picture, image pixels. */
  readonly index = new RegionIndex();
  readonly #requestFrame: () => void;
  #view = BLANK_VIEW;
  #isReady = false;
  #lifted: ReadonlySet<string> = new Set();
  #preview = NOTHING;
  #hoverId: string | null = null;
  #draft: Draft | null = null;
  #band: Bounds | null = null;
  #cross: Point | null = null;
  #reachPx = 1;
  #proposals: readonly ProposedEntry[] = [];
  #hasNewProposals = false;
  #all = true;
  #parts: Bounds[] = [];
  #regions = true;

  constructor(requestFrame: () => void) {
    this.#requestFrame = requestFrame;
  }

  /** True while there is a picture to work on. */
  get isReady(): boolean {
    return this.#isReady;
  }

  set isReady(isReady: boolean) {
    this.#isReady = isReady;
    this.markAll();
  }

  /** Which part of the picture is seen. */
  get view(): Viewport {
    return this.#view;
  }

  set view(view: Viewport) {
    this.#view = view;
    this.markAll();
  }

  /** Ids of the selected regions, in the order they were selected. */
  get lifted(): ReadonlySet<string> {
    return this.#lifted;
  }

  set lifted(ids: ReadonlySet<string>) {
    const before = this.#lifted;
    this.#lifted = ids;
    for (const id of before) if (!ids.has(id)) this.#markEntry(id);
    for (const id of ids) if (!before.has(id)) this.#markEntry(id);
    this.markRegions();
  }

  /** Boxes of regions that are being dragged, image pixels. */
  get preview(): ReadonlyMap<string, Box> {
    return this.#preview;
  }

  set preview(preview: ReadonlyMap<string, Box> | null) {
    this.#preview = preview ?? NOTHING;
    this.#requestFrame();
  }

  /** Region that is pointed at. */
  get hoverId(): string | null {
    return this.#hoverId;
  }

  set hoverId(id: string | null) {
    if (id === this.#hoverId) return;
    this.#hoverId = id;
    this.#requestFrame();
  }

  /** Shape that is being drawn. */
  get draft(): Draft | null {
    return this.#draft;
  }

  set draft(draft: Draft | null) {
    this.#draft = draft;
    this.#requestFrame();
  }

  /** Frame that selects what it meets, image pixels. */
  get band(): Bounds | null {
    return this.#band;
  }

  set band(band: Bounds | null) {
    this.#band = band;
    this.#requestFrame();
  }

  /** Middle of the cross hair, image pixels. */
  get cross(): Point | null {
    return this.#cross;
  }

  set cross(cross: Point | null) {
    if (cross === this.#cross) return;
    this.#cross = cross;
    this.#requestFrame();
  }

  /** What would change here, image pixels. */
  get proposals(): readonly ProposedEntry[] {
    return this.#proposals;
  }

  set proposals(proposals: readonly ProposedEntry[]) {
    if (proposals.length + this.#proposals.length === 0) return;
    this.#proposals = proposals;
    this.#hasNewProposals = true;
    this.#requestFrame();
  }

  /** How far beside its bounds any region so far is painted, CSS pixels. */
  get reachPx(): number {
    return this.#reachPx;
  }

  /** Replaces all regions. */
  load(entries: readonly RegionEntry[]): void {
    this.index.load(entries);
    for (const entry of entries) this.#noteReach(entry);
    this.#regions = true;
    this.markAll();
  }

  /** Adds or replaces a region. */
  set(entry: RegionEntry): void {
    const before = this.index.set(entry);
    this.#noteReach(entry);
    if (!this.#lifted.has(entry.id)) {
      if (before) this.#markPart(before);
      this.#markPart(entry);
    }
    this.markRegions();
  }

  /** Removes a region. */
  delete(id: string): void {
    const before = this.index.delete(id);
    if (!before) return;
    if (this.#hoverId === id) this.#hoverId = null;
    if (!this.#lifted.has(id)) this.#markPart(before);
    this.markRegions();
  }

  /** Returns a region's box as it is seen, image pixels, or `undefined`. */
  boxOf(id: string): Box | undefined {
    return this.#preview.get(id) ?? this.index.get(id)?.box;
  }

  /** Has everything painted anew. */
  markAll(): void {
    this.#all = true;
    this.#parts = [];
    this.#requestFrame();
  }

  /** Has what is said of regions brought up to date. */
  markRegions(): void {
    this.#regions = true;
    this.#requestFrame();
  }

  /** Returns what has changed since the last call. */
  takeMarks(): SceneMarks {
    const marks = {
      all: this.#all,
      parts: this.#parts,
      regions: this.#regions,
      proposals: this.#hasNewProposals,
    };
    this.#regions = false;
    this.#hasNewProposals = false;
    this.#all = false;
    this.#parts = [];
    return marks;
  }

  #markEntry(id: string): void {
    const entry = this.index.get(id);
    if (entry) this.#markPart(entry);
  }

  #markPart({minX, minY, maxX, maxY}: Bounds): void {
    if (this.#all) return;
    this.#parts.push({minX, minY, maxX, maxY});
    if (this.#parts.length > MAX_PARTS) this.markAll();
  }

  #noteReach({shape, style}: RegionEntry): void {
    const least = shape.kind === 'keypoint' ? MIN_KEY_POINT_PX : 0;
    this.#reachPx = Math.max(this.#reachPx, style.strokeWidth + least);
  }
}
