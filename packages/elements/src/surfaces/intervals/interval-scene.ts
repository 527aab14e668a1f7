import type {RegionStyle} from '../labels/region-looks.js';

import {BLANK_AXIS} from './axis-view.js';
import type {AxisView} from './axis-view.js';
import {IntervalIndex} from './interval-index.js';
import type {IntervalEntry, ProposedInterval, Span} from './interval.js';

/** A span that is chosen or drawn and is no region yet. */
export interface SpanDraft extends Span {
  /** How it will look, `null` while no label is chosen. */
  readonly style: RegionStyle | null;
}

/** What has changed since the last frame. */
export interface IntervalMarks {
  /** True when another part of the axis is seen. */
  readonly view: boolean;
  /** True when the regions at rest are to be painted anew. */
  readonly resting: boolean;
  /** True when regions came, went, changed or were selected. */
  readonly regions: boolean;
}

const NOTHING: ReadonlyMap<string, Span> = new Map();

/**
 * Everything that is seen on one strip, and what of it has changed.
 *
 * Selected regions are *lifted*: they are painted live above the others, so
 * that dragging one comes upon no other.
 */
export class IntervalScene {
  /** Regions of the strip. */
  readonly index = new IntervalIndex();
  readonly #requestFrame: () => void;
  #view = BLANK_AXIS;
  #isReady = false;
  #lifted: ReadonlySet<string> = new Set();
  #preview = NOTHING;
  #hoverId: string | null = null;
  #draft: SpanDraft | null = null;
  #cursor: number | null = null;
  #proposals: readonly ProposedInterval[] = [];
  #marks = {view: true, resting: true, regions: true};

  constructor(requestFrame: () => void) {
    this.#requestFrame = requestFrame;
  }

  /** True while there is an axis to work on. */
  get isReady(): boolean {
    return this.#isReady;
  }

  set isReady(isReady: boolean) {
    this.#isReady = isReady;
    this.#mark('view', 'resting', 'regions');
  }

  /** Which part of the axis is seen. */
  get view(): AxisView {
    return this.#view;
  }

  set view(view: AxisView) {
    if (view === this.#view) return;
    this.#view = view;
    this.#mark('view', 'resting');
  }

  /** Ids of the selected regions, in the order they were selected. */
  get lifted(): ReadonlySet<string> {
    return this.#lifted;
  }

  set lifted(ids: ReadonlySet<string>) {
    this.#lifted = ids;
    this.#mark('resting', 'regions');
  }

  /** Spans of regions that are being dragged. */
  get preview(): ReadonlyMap<string, Span> {
    return this.#preview;
  }

  set preview(preview: ReadonlyMap<string, Span> | null) {
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

  /** Span that is chosen or drawn. */
  get draft(): SpanDraft | null {
    return this.#draft;
  }

  set draft(draft: SpanDraft | null) {
    this.#draft = draft;
    this.#requestFrame();
  }

  /** Value at which the line stands, `null` for none. */
  get cursor(): number | null {
    return this.#cursor;
  }

  set cursor(value: number | null) {
    if (value === this.#cursor) return;
    this.#cursor = value;
    this.#requestFrame();
  }

  /** What would change on the strip. */
  get proposals(): readonly ProposedInterval[] {
    return this.#proposals;
  }

  set proposals(proposals: readonly ProposedInterval[]) {
    if (proposals.length + this.#proposals.length === 0) return;
    this.#proposals = proposals;
    this.#mark('resting');
  }

  /** Replaces all regions. */
  load(entries: readonly IntervalEntry[]): void {
    this.index.load(entries);
    this.#mark('resting', 'regions');
  }

  /** Adds or replaces a region. */
  set(entry: IntervalEntry): void {
    this.index.set(entry);
    this.#mark('resting', 'regions');
  }

  /** Removes a region. */
  delete(id: string): void {
    if (!this.index.delete(id)) return;
    if (this.#hoverId === id) this.#hoverId = null;
    this.#mark('resting', 'regions');
  }

  /** Returns a region's span as it is seen, or `undefined`. */
  spanOf(id: string): Span | undefined {
    return this.#preview.get(id) ?? this.index.get(id);
  }

  /** Has everything painted anew. */
  markAll(): void {
    this.#mark('view', 'resting', 'regions');
  }

  /** Has what is said of regions brought up to date. */
  markRegions(): void {
    this.#mark('regions');
  }

  /** Returns what has changed since the last call. */
  takeMarks(): IntervalMarks {
    const marks = this.#marks;
    this.#marks = {view: false, resting: false, regions: false};
    return marks;
  }

  #mark(...names: readonly (keyof IntervalMarks)[]): void {
    for (const name of names) this.#marks[name] = true;
    this.#requestFrame();
  }
}
