import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import {activeControl} from './label-span.js';
import type {TextIndex, TextSpan} from './text-index.js';
import {selectedRange, selectedSpan, selectionOf} from './text-selection.js';

/** What the button labels. */
export interface TouchLabelTarget {
  /** Element that holds the text. */
  readonly root: HTMLElement;
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The text as it is now. */
  index(): TextIndex;
  /** Has the active labels put on a span; false when nothing was made. */
  label(span: TextSpan): boolean;
}

/** Room for the handles that touch screens put below a selection. */
const BELOW_PX = 28;
const MARGIN_PX = 8;

/**
 * A button that stands by text which was selected with touch.
 *
 * A finger selects with handles that can be moved again and again, so nothing
 * says that it is done: the button does. It is there only while it is needed,
 * and above everything, so that nothing clips it.
 */
export class TouchLabelButton {
  readonly #target: TouchLabelTarget;
  readonly #context: SurfaceContext;
  readonly #button = element('button', {
    class: 'lsf-button lsf-richtext__label-button',
    attributes: {type: 'button', popover: 'manual'},
  });
  #span: TextSpan | null = null;
  #isTouch = false;
  #isPressed = false;
  #frame = 0;

  /** Has the button appear and go until the display ends. */
  constructor(target: TouchLabelTarget, context: SurfaceContext) {
    this.#target = target;
    this.#context = context;
    const schedule = (): void => {
      if (!this.#isTouch) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#update();
      });
    };
    const capture = {capture: true, passive: true};
    context.listen(
      document,
      'pointerdown',
      (event) => {
        this.#onPointerDown(event);
      },
      {capture: true},
    );
    context.listen(document, 'selectionchange', schedule);
    context.listen(document, 'scroll', schedule, capture);
    context.listen(window, 'resize', schedule, capture);
    context.listen(this.#button, 'click', () => {
      this.#onClick();
    });
    context.watch(({session}) => session.activeLabels, schedule);
    context.add(() => {
      cancelAnimationFrame(this.#frame);
      this.#button.remove();
    });
  }

  #onPointerDown(event: PointerEvent): void {
    // A press on a button must not let go of the selection it is for.
    this.#isPressed = event.composedPath().includes(this.#button);
    if (this.#isPressed) {
      event.preventDefault();
      return;
    }
    this.#isTouch = event.pointerType === 'touch';
    if (!this.#isTouch) this.#hide();
  }

  #onClick(): void {
    this.#isPressed = false;
    if (!this.#span) return;
    if (!activeControl(this.#target.tag, this.#context)) {
      this.#labels()?.focus();
      return;
    }
    if (!this.#target.label(this.#span)) return;
    selectionOf(this.#target.root)?.collapseToEnd();
    this.#hide();
  }

  #update(): void {
    const span = selectedSpan(this.#target.root, this.#target.index());
    if (span) this.#show(span);
    else if (!this.#isPressed) this.#hide();
  }

  #show(span: TextSpan): void {
    this.#span = span;
    this.#button.textContent = this.#words();
    if (!this.#button.isConnected) {
      this.#target.root.closest('.lsf-editor')?.append(this.#button);
    }
    if (!this.#button.matches(':popover-open')) this.#button.showPopover();
    this.#place();
  }

  #hide(): void {
    this.#span = null;
    this.#button.remove();
  }

  #words(): string {
    const control = activeControl(this.#target.tag, this.#context);
    if (!control) return 'Choose a label';
    const {activeLabels} = this.#context.state().session;
    const labels = (activeLabels[control.name] ?? []).filter(Boolean);
    return labels.length > 0 ? `Label “${labels.join(', ')}”` : 'Label';
  }

  /** The first label that can be chosen for the text. */
  #labels(): HTMLElement | null {
    const editor = this.#target.root.closest('.lsf-editor');
    return editor?.querySelector('.lsf-labels [tabindex="0"]') ?? null;
  }

  #place(): void {
    const selected = selectedRange(this.#target.root);
    if (!selected) return;
    const range = document.createRange();
    range.setStart(selected.startContainer, selected.startOffset);
    range.setEnd(selected.endContainer, selected.endOffset);
    const rect = [...range.getClientRects()].at(-1);
    if (!rect) return;
    const {width, height} = this.#button.getBoundingClientRect();
    const left = clamp(rect.right - width / 2, window.innerWidth - width);
    const top = clamp(rect.bottom + BELOW_PX, window.innerHeight - height);
    this.#button.style.left = `${String(left)}px`;
    this.#button.style.top = `${String(top)}px`;
  }
}

function clamp(value: number, most: number): number {
  return Math.max(MARGIN_PX, Math.min(value, most - MARGIN_PX));
}
