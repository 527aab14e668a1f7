import {
  attributeFlag,
  attributeText,
  checkMaxUsages,
  findLabel,
  resolveTagValue,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import {ObjectView} from '@ls-annotation/lsi';

import {element} from '../dom/element.js';
import {TextLoadError} from '../errors.js';
import {noticeElement} from '../notice/notice-surface.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {toGranularity, widenSpan} from './granularity.js';
import type {Granularity} from './granularity.js';
import {HighlightPainter, canHighlight} from './highlight-painter.js';
import {loadText} from './load-text.js';
import {OverlayPainter} from './overlay-painter.js';
import {renderLines} from './render-lines.js';
import {SpanMarks} from './span-marks.js';
import {TextGestures} from './text-gestures.js';
import {TextIndex} from './text-index.js';
import type {TextSpan} from './text-index.js';
import {TextRegions} from './text-regions.js';

/**
 * A `Text`: lines of text on which spans are labelled.
 *
 * Text stays text whatever it holds. Plugins may replace what is inside; the
 * spans then lie on the new contents, counted as Label Studio counts.
 */
export const textSurface: SurfaceFactory = (tag, context) =>
  new TextSurface(tag, context).root;

const DESCRIPTION =
  'Arrow keys move the caret. Shift with arrow keys selects text. ' +
  'Enter labels the selected text, or selects the region at the caret.';

class TextSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #container = element('div', {
    class: 'lsf-richtext__container htx-richtext',
  });
  readonly #layer = element('div', {
    class: 'lsf-richtext__layer',
    attributes: {'data-ls-overlay': true, 'aria-hidden': 'true'},
  });
  readonly #observer = new MutationObserver((records) => {
    if (records.some((record) => this.#isForeign(record))) this.#readContents();
  });
  #regions: TextRegions | null = null;
  #index: TextIndex;

  readonly root = element(
    'div',
    {class: 'lsf-object lsf-richtext'},
    this.#container,
  );

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#index = new TextIndex(this.root);
    if (attributeText(tag, 'valueType') === 'url') this.#load();
    context.watch(
      ({session}) => session.remoteValues[tag.name],
      () => {
        this.#render();
      },
    );
    this.#connect();
  }

  #connect(): void {
    // What is in sight is known once the element is on the page.
    queueMicrotask(() => {
      if (!this.#context.scope.isClosed) this.#begin();
    });
    this.#context.add(() => {
      this.#observer.disconnect();
    });
  }

  #begin(): void {
    const painter = canHighlight()
      ? new HighlightPainter(this.#context.host)
      : new OverlayPainter(this.#overlay());
    const marks = new SpanMarks(this.root, () => this.#overlay());
    this.#context.add(() => {
      marks.dispose();
    });
    this.#regions = new TextRegions(
      this.root,
      this.#tag,
      this.#context,
      painter,
      (spans) => {
        marks.show(spans, this.#index);
      },
    );
    this.#regions.reset(this.#index, this.#container);
    this.#observe();
    if (this.#isLabeled()) this.#takeGestures(this.#regions);
  }

  #isLabeled(): boolean {
    const {config} = this.#context;
    return (
      attributeFlag(this.#tag, 'selectionEnabled') &&
      config
        .controlsOf(this.#tag.name)
        .some(({definition}) => definition.labeling)
    );
  }

  #takeGestures(regions: TextRegions): void {
    this.root.tabIndex = 0;
    this.root.role = 'textbox';
    this.root.ariaReadOnly = 'true';
    this.root.ariaMultiLine = 'true';
    this.root.ariaLabel = `Text “${this.#tag.name}”`;
    this.root.setAttribute('aria-description', DESCRIPTION);
    new TextGestures(
      {
        root: this.root,
        index: () => this.#index,
        layer: () => this.#overlay(),
        label: (span) => this.#label(span),
        select: (offset, isExtending) =>
          this.#select(regions, offset, isExtending),
        hasRegionAt: (offset) => regions.at(offset).length > 0,
      },
      this.#context,
    );
  }

  /** Shows what the tag's live view says, so that both always agree. */
  #render(): void {
    const value = this.#context.annotation.names.get(this.#tag.name)?._value;
    renderLines(this.#container, typeof value === 'string' ? value : '');
    if (!this.root.contains(this.#container)) {
      this.root.replaceChildren(this.#container);
    }
    this.#observer.takeRecords();
    this.#readContents();
  }

  #readContents(): void {
    this.#index = new TextIndex(this.root);
    this.#regions?.reset(this.#index, this.#container);
  }

  #observe(): void {
    this.#observer.observe(this.root, {
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
    if (this.#layer.parentNode !== this.root) this.root.append(this.#layer);
    return this.#layer;
  }

  #label(selected: TextSpan): boolean {
    const {session, config} = this.#context;
    const active = this.#context.state().session.activeLabels;
    const control = config
      .controlsOf(this.#tag.name)
      .find(
        ({definition, name}) => definition.labeling && active[name]?.length,
      );
    if (!control) {
      this.#context.announce('No label is chosen. Choose one, then select.');
      return false;
    }
    const labels = active[control.name] ?? [];
    const span = widenSpan(
      this.#index,
      selected,
      this.#granularity(control, labels),
    );
    if (!span) return false;
    const issue = checkMaxUsages(this.#context.state(), control, labels);
    if (issue) {
      session.showModal(issue.message, 'warning');
      return false;
    }
    const text = this.#index.slice(span);
    const value = {[control.definition.valueKey]: labels};
    const region = session.actions.createResult(
      {...span, text},
      value,
      control,
      this.#tag,
    );
    if (!region) return false;
    this.#context.announce(`“${text}” labelled ${labels.join(', ')}.`);
    return true;
  }

  #granularity(control: ConfigTag, labels: readonly string[]): Granularity {
    const label = findLabel(control, labels[0] ?? '');
    const own = label ? attributeText(label, 'granularity') : '';
    return toGranularity(own || attributeText(this.#tag, 'granularity'));
  }

  #select(regions: TextRegions, offset: number, isExtending: boolean): boolean {
    const {actions} = this.#context.session;
    const ids = regions.at(offset).map(({id}) => id);
    const [first] = ids;
    if (first === undefined) return false;
    const {selection} = this.#context.state();
    const current = ids.findIndex((id) => selection.includes(id));
    const next = ids[current + 1];
    if (isExtending) actions.toggleRegionSelection(next ?? first);
    else if (next !== undefined) actions.selectRegion(next);
    else actions.unselectAll();
    return true;
  }

  #load(): void {
    const {annotation, scope, session} = this.#context;
    const address = String(resolveTagValue(this.#tag, this.#context.data));
    this.root.ariaBusy = 'true';
    loadText(address, scope.signal)
      .then((text) => {
        const view = annotation.names.get(this.#tag.name);
        if (!scope.isClosed && view instanceof ObjectView) {
          view.setRemoteValue(text);
        }
      })
      .catch((cause: unknown) => {
        if (scope.isClosed) return;
        session.reportError(new TextLoadError(this.#tag.name, address, cause));
        this.root.replaceChildren(
          noticeElement(this.#tag, 'could not be loaded.'),
        );
      })
      .finally(() => {
        this.root.ariaBusy = null;
      });
  }
}
