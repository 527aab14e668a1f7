import {validateAnnotation} from '@ls-annotation/core';
import type {ConfigTag, ValidationIssue} from '@ls-annotation/core';

import type {SurfaceContext} from '../surface.js';

type Listener = (message: string) => void;

/**
 * Which controls kept the annotation from being saved, from the moment a save
 * was refused until the control's value changes.
 */
export class Validity {
  readonly #context: SurfaceContext;
  readonly #listeners = new Map<string, Listener>();
  readonly #onRefused: ((issue: ValidationIssue) => void)[] = [];

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

  /** Calls `listener` with what is wrong with a control. */
  listen(tag: ConfigTag, listener: Listener): void {
    this.#listeners.set(tag.key, listener);
  }

  /**
   * Calls `listener` with the first problem of a refused save, before the
   * controls say theirs; for what has to bring a control into sight.
   */
  onRefused(listener: (issue: ValidationIssue) => void): void {
    this.#onRefused.push(listener);
  }

  /** A refused save says its first problem; every control shows its own. */
  #onMessage(message: string): void {
    const {config, data} = this.#context;
    const issues = validateAnnotation(config, this.#context.state(), {data});
    const first = issues.find((issue) => issue.message === message);
    if (!first) return;
    // A page that is made here may hold pages of its own.
    for (const listener of this.#onRefused) listener(first);
    for (const issue of [...issues].reverse()) {
      this.#listeners.get(issue.tag.key)?.(issue.message);
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
