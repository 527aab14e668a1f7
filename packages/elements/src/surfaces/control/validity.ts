import {validateAnnotation} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import type {SurfaceContext} from '../surface.js';

/** What is wrong with what a control says. */
export interface ControlProblem {
  /** The control. */
  readonly tag: ConfigTag;
  /** What is wrong, in words. */
  readonly message: string;
  /** 0-based picture that the control speaks of, `undefined` for all. */
  readonly itemIndex?: number | undefined;
}

/** What a control does about problems. */
export interface ProblemListener {
  /** Shows what is wrong. */
  show(problem: ControlProblem): void;
  /** Puts the focus where it can be mended. */
  focus(): void;
}

/**
 * Which controls kept the annotation from being saved, from the moment a save
 * was refused until the control's value changes.
 */
export class Validity {
  readonly #context: SurfaceContext;
  readonly #listeners = new Map<string, ProblemListener>();
  readonly #onRefused: ((problem: ControlProblem) => void)[] = [];

  /** Follows the messages of the session until the display ends. */
  constructor(context: SurfaceContext) {
    this.#context = context;
    const subscription = context.session.modals$.subscribe(({message}) => {
      this.#onMessage(message);
    });
    context.add(() => {
      subscription.unsubscribe();
    });
  }

  /** Tells `listener` what is wrong with a control. */
  listen(tag: ConfigTag, listener: ProblemListener): void {
    this.#listeners.set(tag.key, listener);
  }

  /**
   * Calls `listener` with the first problem of a refused save, before the
   * controls say theirs; for what has to bring a control into sight.
   */
  onRefused(listener: (problem: ControlProblem) => void): void {
    this.#onRefused.push(listener);
  }

  /**
   * Shows problems that others have found, brings the first into sight, and
   * puts the focus there.
   */
  refuse(problems: readonly ControlProblem[]): void {
    const [first] = problems;
    if (!first) return;
    this.#show(first, problems);
    this.#listeners.get(first.tag.key)?.focus();
  }

  /** A refused save says its first problem; every control shows its own. */
  #onMessage(message: string): void {
    const {config, data} = this.#context;
    const issues = validateAnnotation(config, this.#context.state(), {data});
    const first = issues.find((issue) => issue.message === message);
    if (first) this.#show(first, issues);
  }

  #show(first: ControlProblem, all: readonly ControlProblem[]): void {
    // A page that is made here may hold pages of its own.
    for (const listener of this.#onRefused) listener(first);
    for (const problem of [...all].reverse()) {
      this.#listeners.get(problem.tag.key)?.show(problem);
    }
  }
}

const validities = new WeakMap<SurfaceContext, Validity>();

/** Returns the {@link Validity} of a display. */
export function validityOf(context: SurfaceContext): Validity {
  const known = validities.get(context) ?? new Validity(context);
  validities.set(context, known);
  return known;
}
