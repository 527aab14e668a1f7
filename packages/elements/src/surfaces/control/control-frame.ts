import type {BehaviorSubject} from 'rxjs';

import {
  attributeFlag,
  hasVisibilityRule,
  isControlShown,
  selectedRegion,
  shownResult,
} from '@ls-annotation/core';
import type {AnnotationState, ConfigTag} from '@ls-annotation/core';
import type {ControlPlace} from '@ls-annotation/lsi';

import {element, setAttribute, setShown} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import {controlLabel} from './control-label.js';
import {followFocusRequests} from './follow-focus-requests.js';
import {itemInSight} from './item-in-sight.js';
import {ProblemElsewhere} from './problem-elsewhere.js';
import {validityOf} from './validity.js';

type Field =
  HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLElement;

interface FoundProblem {
  readonly message: string;
  /** What was wrong; another value is not known to be. */
  readonly value: unknown;
}

/**
 * What all classifying controls have in common: when they show, what they
 * show, about what they write, that they are required, and what is wrong.
 */
export class ControlFrame {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #item: BehaviorSubject<number> | null;
  readonly #problem = element('div', {class: 'lsf-problem'});
  readonly #elsewhere = new ProblemElsewhere((itemIndex) => {
    this.#item?.next(itemIndex);
    this.#focus();
  });
  /** What is wrong with what is said about which picture. */
  readonly #problems = new Map<number, FoundProblem>();

  /** Root element of the control. */
  readonly root = element('div', {class: 'lsf-control'});
  /** Elements that take input; they are marked when something is wrong. */
  readonly fields: Field[] = [];
  /** Words that people know the control by. */
  readonly label: string;

  /** Creates a frame with nothing in it. */
  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.label = controlLabel(tag, context.data);
    this.#item = attributeFlag(tag, 'perItem')
      ? itemInSight(context, tag.toName[0] ?? '')
      : null;
    this.#problem.id = `${context.displayId}-problem-${tag.key}`;
  }

  /** Region that a per-region control speaks of now, `''` for none. */
  get regionId(): string {
    return regionIdOf(this.#tag, this.#context.state());
  }

  /** What the control speaks of now. */
  get place(): ControlPlace | undefined {
    const {regionId} = this;
    if (regionId !== '') return {regionId};
    return this.#item ? {itemIndex: this.#item.value} : undefined;
  }

  /** Calls `apply` with the value to show, at once and when it changes. */
  onValue(apply: (value: unknown) => void): void {
    this.#context.watch((state) => this.#valueIn(state), apply);
    const pages = this.#item?.subscribe(() => {
      apply(this.#valueIn(this.#context.state()));
    });
    if (pages) {
      this.#context.add(() => {
        pages.unsubscribe();
      });
    }
  }

  /** Begins to follow the state; call it once the fields are there. */
  connect(): void {
    if (this.root.role) this.root.ariaLabel = this.label;
    this.#followVisibility();
    this.#followEditing();
    this.#markRequired();
    validityOf(this.#context).listen(this.#tag, {
      show: ({message, itemIndex = this.#item?.value ?? 0}) => {
        const value = this.#valueOf(itemIndex);
        this.#problems.set(itemIndex, {message, value});
        this.#showProblem();
      },
      focus: () => {
        this.#focus();
      },
    });
    this.onValue(() => {
      this.#showProblem();
    });
    // What is said about a picture out of sight may change as well.
    this.#context.onCommit(() => {
      if (this.#item && this.#problems.size > 0) this.#showProblem();
    });
    if (!attributeFlag(this.#tag, 'perRegion')) return;
    followFocusRequests(this.#tag, this.#context, () => {
      this.#focus();
    });
  }

  /**
   * Says what is wrong with what the control says, `''` for nothing. It is
   * forgotten when the control says something else.
   */
  setProblem(message: string): void {
    const isWrong = message !== '';
    this.root.classList.toggle('lsf-control_invalid', isWrong);
    this.#problem.textContent = message;
    if (isWrong) this.root.append(this.#problem);
    else this.#problem.remove();
    for (const field of this.fields) {
      setAttribute(field, 'aria-invalid', isWrong ? 'true' : null);
      setAttribute(
        field,
        'aria-describedby',
        isWrong ? this.#problem.id : null,
      );
    }
  }

  /** A field that is out of the page gives way to what stands there instead. */
  #focus(): void {
    const field =
      this.fields.find(({isConnected}) => isConnected) ??
      this.root.querySelector<HTMLElement>('input, textarea, button');
    field?.focus();
  }

  /**
   * A problem of a picture is there again whenever the picture is; of one out
   * of sight it is said where it is.
   */
  #showProblem(): void {
    const itemIndex = this.#item?.value ?? 0;
    for (const [index, {value}] of this.#problems) {
      if (value !== this.#valueOf(index)) this.#problems.delete(index);
    }
    const here = this.#problems.get(itemIndex);
    this.setProblem(here?.message ?? '');
    const [other] = [...this.#problems].sort(([a], [b]) => a - b);
    if (here || !other) {
      this.#elsewhere.element.remove();
      return;
    }
    const [index, {message}] = other;
    this.#elsewhere.show(index, message);
    this.root.append(this.#elsewhere.element);
  }

  #valueOf(itemIndex: number): unknown {
    const item = this.#item ? itemIndex : undefined;
    return shownResult(this.#context.state(), this.#tag, item)?.value;
  }

  #valueIn(state: AnnotationState): unknown {
    return shownResult(state, this.#tag, this.#item?.value)?.value;
  }

  #followVisibility(): void {
    if (!hasVisibilityRule(this.#tag)) return;
    this.#context.watch(
      (state) => isControlShown(this.#context.config, state, this.#tag),
      (isShown) => {
        setShown(this.root, isShown);
      },
    );
  }

  #followEditing(): void {
    const isFixed = new Set(
      this.fields.filter((field) => 'disabled' in field && field.disabled),
    );
    this.#context.watch(
      (state) => isEditable(this.#tag, state),
      (canEdit) => {
        this.root.classList.toggle('lsf-control_readonly', !canEdit);
        for (const field of this.fields) {
          if ('disabled' in field)
            field.disabled = !canEdit || isFixed.has(field);
        }
      },
    );
  }

  #markRequired(): void {
    if (!attributeFlag(this.#tag, 'required')) return;
    this.root.classList.add('lsf-control_required');
    const target = this.root.role === 'radiogroup' ? this.root : this.fields[0];
    // Of a group of check boxes none is required by itself.
    if (target && this.root.role !== 'group') target.ariaRequired = 'true';
  }
}

/** Returns the region that a per-region control speaks of, `''` for none. */
export function regionIdOf(tag: ConfigTag, state: AnnotationState): string {
  if (!attributeFlag(tag, 'perRegion')) return '';
  return selectedRegion(state)?.id ?? '';
}

/** Returns true when what a control says may be changed. */
export function isEditable(tag: ConfigTag, state: AnnotationState): boolean {
  const {info} = state;
  if (!info.editable || info.readonly) return false;
  if (attributeFlag(tag, 'readonly')) return false;
  const region = attributeFlag(tag, 'perRegion') ? selectedRegion(state) : null;
  return !region || !(region.locked || region.readonly);
}
