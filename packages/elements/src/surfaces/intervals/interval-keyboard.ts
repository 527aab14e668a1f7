import {clamp} from '../image/geometry.js';

import {fitAxis, revealValue, zoomAxis} from './axis-view.js';
import type {IntervalEdits} from './interval-edits.js';
import {movableSpans} from './interval-pointer.js';
import type {IntervalScene} from './interval-scene.js';
import {intervalStrings} from './interval-strings.js';
import {moveEdge, shiftSpans, spanBetween} from './interval.js';
import type {Extent, Span, SpanEdge} from './interval.js';

/** Where one is on an axis. */
export interface Playhead {
  /** Returns the value. */
  position(): number;
  /** Goes to a value that there is. */
  seek(value: number): void;
  /** Starts or stops what runs along the axis, if anything does. */
  toggle?(): void;
}

/** What keys on a strip do. */
export interface IntervalKeyboardOptions {
  /** What is seen. */
  readonly scene: IntervalScene;
  /** What may be done. */
  readonly edits: IntervalEdits;
  /** Where one is. */
  readonly playhead: Playhead;
  /** Returns how far an arrow key goes, in the axis's unit. */
  readonly step: () => number;
  /** Returns the value that one may go to nearest to another. */
  readonly snap: (value: number) => number;
  /**
   * Returns where one comes to from a value by a distance.
   * @defaultValue the value that far away
   */
  readonly travel?: (value: number, by: number) => number;
  /**
   * Returns the values between which spans lie.
   * @defaultValue the whole axis
   */
  readonly extent?: () => Extent;
  /** Returns words for a value. */
  readonly describe: (value: number) => string;
  /** Returns words for a span. */
  readonly describeSpan: (span: Span) => string;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Says something to assistive technology. */
  readonly announce: (message: string) => void;
  /** Gives up what a pointer is doing; false for nothing. */
  readonly cancelPointer: () => boolean;
}

const DIRECTIONS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: 10,
  PageDown: -10,
};
/** Presses so far on any strip: each is an undo step of its own. */
let bursts = 0;
/** Held keys go faster after so many repeats. */
const REPEATS_TO_SPEED = 12;
const ZOOM_BY = 1.5;

/**
 * Does with keys on a strip everything that pointers do.
 *
 * The steps of a key that is held down are one undo step.
 */
export class IntervalKeyboard {
  readonly #options: IntervalKeyboardOptions;
  /** Where a span that is being chosen began. */
  #anchor: number | null = null;
  /** Whether it began with Enter, so that arrows alone go on with it. */
  #isOpen = false;
  #burst = 0;
  #repeats = 0;
  #saying: 'place' | 'region' | 'span' | null = null;

  constructor(options: IntervalKeyboardOptions) {
    this.#options = options;
  }

  /** Handles `keydown`; what it uses is kept from the page. */
  down(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (!this.#options.scene.isReady) return;
    if (event.repeat) this.#repeats += 1;
    else {
      this.#repeats = 0;
      this.#burst = bursts += 1;
    }
    if (this.#handle(event)) event.preventDefault();
  }

  /** Handles `keyup`: says where a held key has led. */
  up(): void {
    const saying = this.#saying;
    this.#saying = null;
    const {announce, describe, describeSpan, nameOf} = this.#options;
    const {scene, edits, playhead} = this.#options;
    if (saying === 'place') announce(describe(playhead.position()));
    if (saying === 'span' && scene.draft) {
      announce(intervalStrings.chosen(describeSpan(scene.draft)));
    }
    const id = edits.selection.at(-1);
    if (saying === 'region' && id !== undefined) announce(nameOf(id));
  }

  /** Handles `blur`. */
  blur(): void {
    this.#saying = null;
  }

  /** Handles that the span that was being chosen is there no more. */
  settled(): void {
    this.#forget();
  }

  /**
   * Selects the region after, or before, the selected one, and goes there.
   *
   * @param step - How many places on, in creation order; goes round.
   */
  cycle(step: number): boolean {
    const {scene, edits} = this.#options;
    const {size} = scene.index;
    if (size === 0) return false;
    const from = scene.index.indexOf(edits.selection.at(-1) ?? '');
    const next =
      from === -1 && step < 0 ? size - 1 : (from + step + size) % size;
    return this.selectAt(next);
  }

  /** Selects the region at a 0-based place in creation order. */
  selectAt(place: number): boolean {
    const {scene, edits, playhead, announce, nameOf} = this.#options;
    const entry = scene.index.at(place);
    if (!entry) return false;
    edits.select(entry.id, false);
    playhead.seek(entry.start);
    scene.view = revealValue(scene.view, entry.start);
    announce(nameOf(entry.id));
    return true;
  }

  #handle(event: KeyboardEvent): boolean {
    const {key, altKey, shiftKey} = event;
    if (key === 'Escape') return this.#escape();
    const direction = DIRECTIONS[key];
    if (direction !== undefined) return this.#go(direction, event);
    if (event.ctrlKey || event.metaKey) return false;
    if (altKey) return this.#altKey(event);
    if (key === 'Home' || key === 'End') {
      const {min, max} = this.#extent;
      this.#goTo(key === 'Home' ? min : max, shiftKey);
      return true;
    }
    return this.#plainKey(event);
  }

  #plainKey({key, shiftKey}: KeyboardEvent): boolean {
    const {playhead} = this.#options;
    switch (key) {
      case ' ':
        if (shiftKey || !playhead.toggle) return false;
        playhead.toggle();
        return true;
      case 'Enter':
        return shiftKey ? false : this.#enter();
      case 'Delete':
      case 'Backspace':
        return this.#remove();
      case '[':
        return this.#putEdge('start');
      case ']':
        return this.#putEdge('end');
      case '+':
      case '=':
        return this.#zoom(ZOOM_BY);
      case '-':
      case '_':
        return this.#zoom(1 / ZOOM_BY);
      case '0':
        this.#options.scene.view = fitAxis(this.#options.scene.view);
        return true;
      default:
        return false;
    }
  }

  /** By place of the key too: with alt, some systems type another sign. */
  #altKey({key, code}: KeyboardEvent): boolean {
    if (key === '.' || code === 'Period') return this.cycle(1);
    if (key === ',' || code === 'Comma') return this.cycle(-1);
    return false;
  }

  #go(direction: number, event: KeyboardEvent): boolean {
    const {step, playhead} = this.#options;
    const by = direction * step() * this.#speed();
    if (event.altKey) return this.#resize(event.shiftKey ? 'start' : 'end', by);
    if (event.ctrlKey || event.metaKey) return this.#move(by);
    this.#goTo(this.#travel(playhead.position(), by), event.shiftKey);
    return true;
  }

  #goTo(value: number, isChoosing: boolean): void {
    const {scene, playhead, snap} = this.#options;
    const {min, max} = this.#extent;
    const to = snap(clamp(value, min, max));
    const from = playhead.position();
    if (isChoosing) this.#anchor ??= from;
    playhead.seek(to);
    scene.view = revealValue(scene.view, to);
    this.#saying = 'place';
    if (this.#anchor === null) return;
    if (isChoosing || this.#isOpen) this.#choose(this.#anchor, to);
    else this.#anchor = null;
  }

  #choose(anchor: number, to: number): void {
    const {scene, edits} = this.#options;
    if (edits.selection.length > 0) edits.unselect();
    const lane = scene.draft?.lane ?? null;
    scene.draft = {...spanBetween(anchor, to, lane), style: edits.toolStyle};
    this.#saying = 'span';
  }

  #enter(): boolean {
    const {scene, edits, playhead, announce} = this.#options;
    if (!edits.canCreate) return false;
    const {draft} = scene;
    if (!draft) {
      if (!edits.toolStyle) announce(intervalStrings.noLabel);
      else {
        this.#anchor = playhead.position();
        this.#isOpen = true;
        this.#choose(this.#anchor, this.#anchor);
        this.#saying = null;
        announce(intervalStrings.spanBegun);
      }
      return true;
    }
    if (draft.start === draft.end) announce(intervalStrings.spanEmpty);
    else if (!edits.toolStyle) announce(intervalStrings.noLabel);
    else this.#create(draft);
    return true;
  }

  #create(draft: Span): void {
    const {scene, edits} = this.#options;
    this.#forget();
    scene.draft = null;
    const {start, end, lane} = draft;
    const id = edits.create({start, end, lane});
    if (id !== null) edits.select(id, false);
  }

  #escape(): boolean {
    const {scene, edits, announce, cancelPointer} = this.#options;
    this.#forget();
    if (cancelPointer()) return true;
    if (scene.draft) {
      scene.draft = null;
      announce(intervalStrings.spanGone);
      return true;
    }
    if (edits.selection.length === 0) return false;
    edits.unselect();
    announce(intervalStrings.selectedNone);
    return true;
  }

  #forget(): void {
    this.#anchor = null;
    this.#isOpen = false;
    this.#saying = null;
  }

  #remove(): boolean {
    const {scene, edits, announce} = this.#options;
    const {selection} = edits;
    if (selection.length === 0) return false;
    edits.remove(selection);
    const gone = selection.filter((id) => !scene.index.get(id)).length;
    announce(
      gone === 0 ? intervalStrings.cannotEdit : intervalStrings.deleted(gone),
    );
    return true;
  }

  #move(by: number): boolean {
    return this.#reshape('move region', (spans) => {
      const [first] = spans.values();
      const from = first?.start ?? 0;
      return shiftSpans(spans, this.#travel(from, by) - from, this.#extent);
    });
  }

  #resize(edge: SpanEdge, by: number): boolean {
    return this.#reshape('resize region', (spans) =>
      mapSpans(spans, (span) =>
        moveEdge(span, edge, this.#travel(span[edge], by), this.#extent),
      ),
    );
  }

  /** Puts an end of the selected region, or of a new span, where one is. */
  #putEdge(edge: SpanEdge): boolean {
    const {scene, edits, playhead} = this.#options;
    const at = playhead.position();
    if (edits.selection.length > 0) {
      return this.#reshape('resize region', (spans) =>
        mapSpans(spans, (span) => moveEdge(span, edge, at, this.#extent)),
      );
    }
    if (!edits.canCreate) return false;
    const other = scene.draft?.[edge === 'start' ? 'end' : 'start'] ?? at;
    this.#anchor = other === at ? at : other;
    this.#choose(this.#anchor, at);
    return true;
  }

  #reshape(
    label: string,
    to: (spans: ReadonlyMap<string, Span>) => ReadonlyMap<string, Span>,
  ): boolean {
    const {scene, edits, announce} = this.#options;
    if (edits.selection.length === 0) return false;
    const spans = movableSpans(scene, edits);
    if (spans.size === 0) {
      announce(intervalStrings.cannotEdit);
      return true;
    }
    const mergeKey = `interval-key-${String(this.#burst)}`;
    edits.reshape(to(spans), {label, mergeKey});
    this.#saying = 'region';
    return true;
  }

  #zoom(factor: number): boolean {
    const {scene, playhead} = this.#options;
    const {view} = scene;
    const px = (playhead.position() - view.start) * view.scale;
    const isSeen = px >= 0 && px <= view.width;
    scene.view = zoomAxis(view, isSeen ? px : view.width / 2, factor);
    return true;
  }

  get #extent(): Extent {
    return this.#options.extent?.() ?? this.#options.scene.view;
  }

  #travel(value: number, by: number): number {
    return this.#options.travel?.(value, by) ?? value + by;
  }

  #speed(): number {
    return 1 + Math.min(9, Math.floor(this.#repeats / REPEATS_TO_SPEED) * 3);
  }
}

function mapSpans(
  spans: ReadonlyMap<string, Span>,
  edit: (span: Span) => Span,
): ReadonlyMap<string, Span> {
  return new Map([...spans].map(([id, span]) => [id, edit(span)]));
}
