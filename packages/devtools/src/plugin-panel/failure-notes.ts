import type {ReactiveElement} from 'lit';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import type {PluginError} from '@ls-annotation/plugins';

import type {Problem} from '../problems/problem.js';
import {failureProblem} from '../problems/script-problems.js';

import type {PanelRunner} from './panel-runner.js';

/** Failures that are marked in the script. */
const MARKED_FAILURES = 20;

/** What a plugin has failed at since it was last run. */
export class FailureNotes {
  readonly #element: ReactiveElement;
  readonly #scriptOf: () => string;
  #count = 0;
  #problems: readonly Problem[] = [];

  /**
   * @param element - asked to update when there is more.
   * @param scriptOf - returns the script in the editor.
   */
  constructor(element: ReactiveElement, scriptOf: () => string) {
    this.#element = element;
    this.#scriptOf = scriptOf;
  }

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  /** Those that arose in the script as it is in the editor, at their places. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Notes what has failed, and what will until the disposer is called. */
  watch({pluginRuntime}: AnnotationHostElement, runner: PanelRunner): Disposer {
    const note = (error: PluginError): void => {
      if (error.pluginId === runner.pluginName) this.#add(error, runner);
    };
    this.clear();
    pluginRuntime.failures.forEach(note);
    const subscription = pluginRuntime.errors$.subscribe(note);
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Forgets them. */
  clear(): void {
    this.#count = 0;
    this.forgetPlaces();
  }

  /** Forgets where they were, as the script has changed. */
  forgetPlaces(): void {
    this.#problems = [];
    this.#element.requestUpdate();
  }

  #add(error: PluginError, runner: PanelRunner): void {
    this.#count += 1;
    this.#element.requestUpdate();
    const script = this.#scriptOf();
    // A place in another text than the one in the editor says nothing.
    if (runner.textOf(error.source) !== script) return;
    const problem = failureProblem(script, error, runner.placeOf);
    if (!problem) return;
    this.#problems = [...this.#problems, problem].slice(-MARKED_FAILURES);
  }
}
