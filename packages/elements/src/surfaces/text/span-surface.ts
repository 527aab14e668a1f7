import {attributeFlag} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import {HighlightPainter, canHighlight} from './highlight-painter.js';
import {labelSpan} from './label-span.js';
import {OverlayPainter} from './overlay-painter.js';
import {reshapeSpan} from './reshape-span.js';
import type {SideMove} from './reshape-span.js';
import type {ShownText, SpanFormat} from './span-format.js';
import {SpanMarks} from './span-marks.js';
import {TextGestures} from './text-gestures.js';
import {codePointAt} from './text-hit-test.js';
import {TextIndex} from './text-index.js';
import {TextRegions} from './text-regions.js';
import {TouchLabelButton} from './touch-label-button.js';

/** What a {@link SpanSurface} makes labelable. */
export interface SpanSurfaceOptions {
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** Element that holds the text, takes the focus, and scrolls if need be. */
  readonly root: HTMLElement;
  /** Element that paths start from; may be taken out of the root. */
  readonly contents: HTMLElement;
  /** How the tag's regions say where they lie. */
  readonly format: SpanFormat;
  /** What it is to people, for example `Text`. */
  readonly noun: string;
}

const DESCRIPTION =
  'Arrow keys move the caret. Shift with arrow keys selects text. ' +
  'Enter labels the selected text, or selects the region at the caret. ' +
  'Alt with left and right arrow moves the end of the selected region, ' +
  'with Shift its start.';

/**
 * Text on which spans are labelled, whatever made it: regions are painted,
 * spans are selected with pointer, keyboard and touch.
 *
 * It follows changes that others make to the text; after a change of its own
 * a surface calls {@link SpanSurface.refresh}.
 */
export class SpanSurface {
  readonly #options: SpanSurfaceOptions;
  readonly #layer = element('div', {
    class: 'lsf-richtext__layer',
    attributes: {'data-ls-overlay': true, 'aria-hidden': 'true'},
  });
  readonly #observer = new MutationObserver((records) => {
    if (records.some((record) => this.#isForeign(record))) this.#read();
  });
  #regions: TextRegions | null = null;
  #text: ShownText;
  /** Presses so far: what a held key does is one undo step. */
  #presses = 0;

  /** Creates it; it begins once its root is on the page. */
  constructor(options: SpanSurfaceOptions) {
    const {context} = options;
    this.#options = options;
    this.#text = this.#readText();
    // What is in sight is known once the element is on the page.
    queueMicrotask(() => {
      if (!context.scope.isClosed) this.#begin();
    });
    context.add(() => {
      this.#observer.disconnect();
    });
  }

  /** The text as it is shown now. */
  get text(): ShownText {
    return this.#text;
  }

  /** Takes the text as the surface has just made it. */
  refresh(): void {
    const {root, contents} = this.#options;
    if (!root.contains(contents)) root.replaceChildren(contents);
    this.#observer.takeRecords();
    this.#read();
  }

  #begin(): void {
    const {root, tag, context, format} = this.#options;
    const marks = new SpanMarks(root, () => this.#overlay());
    context.add(() => {
      marks.dispose();
    });
    this.#regions = new TextRegions({
      root,
      tag,
      context,
      format,
      painter: canHighlight()
        ? new HighlightPainter(context.host)
        : new OverlayPainter(this.#overlay()),
      onSelected: (spans) => {
        marks.showSelected(spans, this.#text.index);
      },
      onProposed: (spans) => {
        marks.showProposed(spans, this.#text.index);
      },
      onPainted: (spans) => {
        if (this.#showsLabels()) marks.showOthers(spans, this.#text.index);
      },
    });
    this.#regions.reset(this.#text);
    this.#pickRegions(this.#regions);
    this.#observe();
    if (this.#isLabeled()) this.#takeGestures(this.#regions);
  }

  /** A finger that rests on a text selects a word of it, to be labelled. */
  #pickRegions(regions: TextRegions): void {
    const {root, context} = this.#options;
    context.pickRegions(root, {
      regionsAt: (event) => {
        const {clientX, clientY} = event;
        if (isTouch(event)) return [];
        const offset = codePointAt(root, this.#text.index, clientX, clientY);
        return offset === null ? [] : regions.at(offset).map(({id}) => id);
      },
    });
  }

  #isLabeled(): boolean {
    const {tag, context} = this.#options;
    return (
      attributeFlag(tag, 'selectionEnabled', true) &&
      context.config
        .controlsOf(tag.name)
        .some(({definition}) => definition.labeling)
    );
  }

  #showsLabels(): boolean {
    const {tag, context} = this.#options;
    return attributeFlag(
      tag,
      'showLabels',
      context.session.settings.showLabels,
    );
  }

  #takeGestures(regions: TextRegions): void {
    const {root, tag, context, noun} = this.#options;
    root.tabIndex = 0;
    root.role = 'textbox';
    root.ariaReadOnly = 'true';
    root.ariaMultiLine = 'true';
    root.ariaLabel = `${noun} “${tag.name}”`;
    root.setAttribute('aria-description', DESCRIPTION);
    const target = {
      root,
      tag,
      index: () => this.#text.index,
      layer: () => this.#overlay(),
      label: (span: {start: number; end: number}) =>
        labelSpan(span, {...this.#options, text: this.#text}),
      select: (offset: number, isExtending: boolean) =>
        this.#select(regions, offset, isExtending),
      reshape: (move: SideMove, isRepeat: boolean) =>
        this.#reshape(move, isRepeat),
      hasRegionAt: (offset: number) => regions.at(offset).length > 0,
    };
    new TextGestures(target, context);
    new TouchLabelButton(target, context);
  }

  #read(): void {
    this.#text = this.#readText();
    this.#regions?.reset(this.#text);
  }

  #readText(): ShownText {
    const {root, contents} = this.#options;
    return {index: new TextIndex(root), contents};
  }

  #observe(): void {
    this.#observer.observe(this.#options.root, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  }

  #isForeign(record: MutationRecord): boolean {
    if (this.#layer.contains(record.target)) return false;
    return [...record.addedNodes, ...record.removedNodes].every(
      (node) => node === this.#layer,
    )
      ? record.type === 'characterData'
      : true;
  }

  /** The layer over the text, there only once something lies on it. */
  #overlay(): HTMLElement {
    const {root} = this.#options;
    if (this.#layer.parentNode !== root) root.append(this.#layer);
    return this.#layer;
  }

  #reshape(move: SideMove, isRepeat: boolean): boolean {
    const {tag, context} = this.#options;
    const {selection} = context.state();
    const [id = ''] = selection;
    const region = context.store.findRegion(context.annotationId, id);
    if (region?.object !== tag.name || selection.length > 1) return false;
    if (!isRepeat) this.#presses += 1;
    const mergeKey = `reshape:${id}:${String(this.#presses)}`;
    const place = {...this.#options, text: this.#text};
    reshapeSpan(region, move, place, {label: 'change span', mergeKey});
    return true;
  }

  #select(regions: TextRegions, offset: number, isExtending: boolean): boolean {
    const {actions} = this.#options.context.session;
    const ids = regions.at(offset).map(({id}) => id);
    const [first] = ids;
    if (first === undefined) return false;
    const {selection} = this.#options.context.state();
    const current = ids.findIndex((id) => selection.includes(id));
    const next = ids[current + 1];
    if (isExtending) actions.toggleRegionSelection(next ?? first);
    else if (next !== undefined) actions.selectRegion(next);
    else actions.unselectAll();
    return true;
  }
}

function isTouch(event: MouseEvent): boolean {
  return (event as Partial<PointerEvent>).pointerType === 'touch';
}
