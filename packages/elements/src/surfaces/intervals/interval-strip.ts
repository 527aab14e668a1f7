import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {listenPointers} from '../dom/listen-pointers.js';
import {CanvasLayer} from '../image/canvas-layer.js';
import {FrameLoop} from '../image/frame-loop.js';
import {RegionListbox} from '../image/region-listbox.js';
import {OWN_COLORS, SYSTEM_COLORS} from '../image/region-style.js';
import {hasForcedColors, watchScreen} from '../image/screen-watch.js';
import {RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import {panAxis, withWidth, zoomAxis} from './axis-view.js';
import type {AxisView} from './axis-view.js';
import {IntervalEdits} from './interval-edits.js';
import type {IntervalFormat} from './interval-edits.js';
import {IntervalKeyboard} from './interval-keyboard.js';
import type {Playhead} from './interval-keyboard.js';
import {IntervalPainter} from './interval-painter.js';
import {IntervalPointer} from './interval-pointer.js';
import {IntervalScene} from './interval-scene.js';
import type {IntervalMarks} from './interval-scene.js';
import {intervalStrings} from './interval-strings.js';
import {IntervalSync} from './interval-sync.js';
import type {Span} from './interval.js';
import type {LaneBox} from './paint-intervals.js';

/** What a strip is made of. */
export interface IntervalStripOptions {
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What the strip is called. */
  readonly label: string;
  /** What the list of its regions is called. */
  readonly listLabel: string;
  /** Words about its keys, before those that every strip has. */
  readonly hint: string;
  /** How spans are read and written. */
  readonly format: IntervalFormat;
  /** Where one is on the axis. */
  readonly playhead: Playhead;
  /** Returns how far an arrow key goes, in the axis's unit. */
  readonly step: () => number;
  /**
   * Returns the value that one may go to nearest to another.
   * @defaultValue the value itself
   */
  readonly snap?: (value: number) => number;
  /**
   * Returns where keys come to from a value by a distance.
   * @defaultValue the value that far away
   */
  readonly travel?: (value: number, by: number) => number;
  /** Returns words for a value. */
  readonly describe: (value: number) => string;
  /** Returns words for a span. */
  readonly describeSpan: (span: Span) => string;
  /**
   * Returns the 0-based lane at a height, CSS pixels, `null` for none.
   * @defaultValue there are no lanes
   */
  readonly laneAt?: (y: number) => number | null;
  /**
   * Returns where a lane is, `null` for all of them together.
   * @defaultValue the whole height
   */
  readonly laneBox?: (lane: number | null) => LaneBox;
  /** Called before the strip is painted, once a frame. */
  readonly paint: (marks: IntervalMarks) => void;
  /** Called when the strip has another size, before it is painted. */
  readonly resized?: () => void;
  /** Called for a double click where there is no region. */
  readonly doubleClick?: (value: number) => void;
  /** Whether labels are written on the regions. */
  readonly showsLabels: boolean;
  /**
   * Width of the cursor, CSS pixels.
   * @defaultValue 2
   */
  readonly cursorWidth?: number;
  /**
   * CSS color of the cursor.
   * @defaultValue that of the theme
   */
  readonly cursorColor?: string;
}

const LINE_PX = 16;
/** Pixels of the wheel that zoom by e. */
const WHEEL_PX = 240;
/** Steps of the keys that go through the list of regions. */
const LIST_STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

let count = 0;

/**
 * Something that goes from left to right, with regions that are parts of it:
 * a sound, a series.
 *
 * All regions are on one canvas, what is selected or drawn on another above
 * it, over whatever the owner puts into the stage. The number of elements
 * does not depend on how many regions there are.
 */
export class IntervalStrip {
  /** Takes pointers, keys and the focus; the owner fills it. */
  readonly stage: HTMLElement;
  /** What goes beside the stage: words and a list, for nobody to see. */
  readonly extras: readonly HTMLElement[];
  /** What is seen. */
  readonly scene: IntervalScene;
  /** What people may do. */
  readonly edits: IntervalEdits;
  readonly #options: IntervalStripOptions;
  readonly #loop = new FrameLoop(() => {
    this.#paint();
  });
  readonly #resting = new CanvasLayer('lsf-strip__canvas');
  readonly #live = new CanvasLayer('lsf-strip__canvas lsf-strip__canvas_live');
  readonly #painter: IntervalPainter;
  readonly #pointer: IntervalPointer;
  readonly #keyboard: IntervalKeyboard;
  readonly #sync: IntervalSync;
  readonly #listbox: RegionListbox;

  constructor(options: IntervalStripOptions) {
    const {tag, context, format} = options;
    const looks = new RegionLooks(context.config);
    this.#options = options;
    this.scene = new IntervalScene(() => {
      this.#loop.request();
    });
    this.edits = new IntervalEdits({
      tag,
      context,
      scene: this.scene,
      looks,
      format,
      onCreate: (id) => {
        context.announce(intervalStrings.created(this.#nameOf(id)));
      },
    });
    const {scene} = this;
    this.#sync = new IntervalSync({
      object: tag.name,
      context,
      looks,
      format,
      scene,
    });
    const hint = createHint(options.hint);
    this.stage = createStage(options.label, hint.id);
    this.#painter = this.#createPainter();
    this.#pointer = this.#createPointer();
    this.#keyboard = this.#createKeyboard();
    this.#listbox = new RegionListbox({
      scene,
      label: options.listLabel,
      nameOf: this.#nameOf,
      activeId: () => this.edits.selection.at(-1),
    });
    this.extras = [this.#listbox.element, hint];
    this.stage.append(this.#resting.canvas, this.#live.canvas);
    this.#connect();
  }

  /** Shows an axis and the regions on it. */
  open(view: AxisView): void {
    this.scene.isReady = true;
    this.scene.view = view;
    this.#resize(this.stage.clientWidth, this.stage.clientHeight);
    this.#sync.load();
  }

  /** Shows nothing any more. */
  close(): void {
    this.scene.isReady = false;
    this.scene.load([]);
  }

  /** Has the strip painted on the next frame. */
  requestFrame(): void {
    this.#loop.request();
  }

  /** Paints what has changed now, rather than on the next frame. */
  flush(): void {
    this.#paint();
  }

  /** Zooms at the middle of the strip; above 1 is nearer. */
  zoom(factor: number): void {
    const {view} = this.scene;
    this.scene.view = zoomAxis(view, view.width / 2, factor);
  }

  #createPainter(): IntervalPainter {
    const {laneBox, cursorWidth, cursorColor} = this.#options;
    return new IntervalPainter(
      {
        resting: this.#resting,
        live: this.#live,
        laneBox: laneBox ?? (() => ({top: 0, height: this.stage.clientHeight})),
        canEdit: (id) => this.edits.canEdit(id),
        cursorWidth: cursorWidth ?? 2,
        cursorColor: cursorColor ?? '',
      },
      OWN_COLORS,
    );
  }

  #createPointer(): IntervalPointer {
    const {laneAt, snap, playhead, doubleClick} = this.#options;
    return new IntervalPointer({
      stage: this.stage,
      scene: this.scene,
      edits: this.edits,
      laneAt: laneAt ?? (() => null),
      snap: snap ?? ((value) => value),
      seek: (value) => {
        playhead.seek(value);
      },
      doubleClick: (value) => doubleClick?.(value),
    });
  }

  #createKeyboard(): IntervalKeyboard {
    const {context, playhead, step, snap, travel} = this.#options;
    const {describe, describeSpan} = this.#options;
    return new IntervalKeyboard({
      scene: this.scene,
      edits: this.edits,
      playhead,
      step,
      snap: snap ?? ((value) => value),
      ...(travel ? {travel} : {}),
      describe,
      describeSpan,
      nameOf: this.#nameOf,
      announce: (message) => {
        context.announce(message);
      },
      cancelPointer: () => this.#pointer.cancel(),
    });
  }

  #connect(): void {
    const {context} = this.#options;
    this.#connectPointer();
    this.#connectKeys();
    context.onCommit((commit) => {
      this.#sync.apply(commit);
    });
    context.watch(
      ({session}) => session.activeLabels,
      () => {
        this.#labelDraft();
      },
    );
    this.#watchScreen();
  }

  #connectPointer(): void {
    const {context} = this.#options;
    const {stage} = this;
    const pointer = this.#pointer;
    listenPointers(context, stage, pointer, (event) => this.wheel(event));
    context.pickRegions(stage, pointer);
    context.listen(stage, 'dblclick', (event) => {
      pointer.double(event);
    });
  }

  #connectKeys(): void {
    const {context} = this.#options;
    const list = this.#listbox.element;
    for (const target of [this.stage, list]) {
      context.listen(target, 'keydown', (event) => {
        if (event.target !== target) return;
        if (target === list && this.#goThroughList(event)) return;
        this.#keyboard.down(event);
      });
      context.listen(target, 'keyup', () => {
        this.#keyboard.up();
      });
      context.listen(target, 'blur', () => {
        this.#keyboard.blur();
      });
    }
  }

  #watchScreen(): void {
    const {context} = this.#options;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const {width, height} = entry.contentRect;
      this.#resize(width, height);
    });
    observer.observe(this.stage);
    const repaint = (): void => {
      this.#resize(this.stage.clientWidth, this.stage.clientHeight);
    };
    const unwatch = watchScreen(repaint);
    const themes = new MutationObserver(repaint);
    themes.observe(context.host, {attributeFilter: ['theme']});
    context.add(() => {
      observer.disconnect();
      themes.disconnect();
      unwatch();
      this.#loop.stop();
    });
  }

  /**
   * Handles `wheel`: with ctrl or cmd it zooms at the pointer; sideways, or
   * with shift, it goes along the axis.
   *
   * @returns True when there was something to do.
   */
  wheel(event: WheelEvent): boolean {
    const {scene} = this;
    if (!scene.isReady || this.#pointer.isPressed) return false;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp((-event.deltaY * unit) / WHEEL_PX);
      scene.view = zoomAxis(scene.view, this.#pointer.xOf(event), factor);
      return true;
    }
    const sideways = event.shiftKey
      ? event.deltaY || event.deltaX
      : event.deltaX;
    if (sideways === 0) return false;
    const before = scene.view;
    const after = panAxis(before, sideways * unit);
    if (after.start === before.start) return false;
    scene.view = after;
    return true;
  }

  #goThroughList(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : null;
    const step = LIST_STEPS[event.key];
    if (edge === null && step === undefined) return false;
    event.preventDefault();
    if (step !== undefined) this.#keyboard.cycle(step);
    else this.#keyboard.selectAt(edge === 0 ? 0 : this.scene.index.size - 1);
    return true;
  }

  /** A span that was chosen before its label gets it as soon as there is one. */
  #labelDraft(): void {
    const {draft} = this.scene;
    const {toolStyle} = this.edits;
    if (!draft || this.#pointer.isPressed) return;
    if (!toolStyle || draft.style || draft.end <= draft.start) {
      this.scene.draft = {...draft, style: toolStyle};
      return;
    }
    const {start, end, lane} = draft;
    this.scene.draft = null;
    this.#keyboard.settled();
    this.edits.create({start, end, lane});
  }

  #resize(width: number, height: number): void {
    if (!this.scene.isReady || width <= 0 || height <= 0) return;
    this.#painter.theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    this.#resting.resize({width, height}, devicePixelRatio);
    this.#live.resize({width, height}, devicePixelRatio);
    this.scene.view = withWidth(this.scene.view, width);
    this.#options.resized?.();
    this.scene.markAll();
    this.#paint();
  }

  #paint(): void {
    const {scene} = this;
    const marks = scene.takeMarks();
    if (marks.regions) this.#updateList();
    if (scene.isReady) this.#options.paint(marks);
    this.#painter.showsLabels =
      this.#options.showsLabels ||
      this.#options.context.session.settings.showLabels;
    this.#painter.paint(scene, marks);
  }

  /** The focus of a list that goes with its last region goes to the stage. */
  #updateList(): void {
    const list = this.#listbox.element;
    const hadFocus = list.matches(':focus');
    this.#listbox.update();
    if (hadFocus && list.hidden) this.stage.focus({preventScroll: true});
  }

  readonly #nameOf = (id: string): string => {
    const entry = this.scene.index.get(id);
    if (!entry) return intervalStrings.unlabeled;
    return [
      entry.label === '' ? intervalStrings.unlabeled : entry.label,
      this.#options.describeSpan(entry),
      ...(this.edits.canEdit(id) ? [] : [intervalStrings.readonly]),
    ].join(', ');
  };
}

function createHint(own: string): HTMLElement {
  return element('div', {
    class: 'lsf-visually-hidden',
    attributes: {id: `lsf-strip-hint-${String(++count)}`},
    text: `${own} ${intervalStrings.hint}`.trim(),
  });
}

function createStage(label: string, hintId: string): HTMLElement {
  return element('div', {
    class: 'lsf-strip',
    attributes: {
      role: 'application',
      tabindex: 0,
      'aria-label': label,
      'aria-describedby': hintId,
    },
  });
}
