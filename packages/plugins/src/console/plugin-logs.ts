import {BehaviorSubject, Observable, Subject} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import type {PluginLog} from '../runtime/plugin-report.js';

/**
 * What the plugins of a runtime log, from wherever they run: those of the
 * page are watched, those elsewhere tell, and both only while somebody has
 * subscribed.
 */
export class PluginLogs {
  readonly #told = new Subject<PluginLog>();
  readonly #isWatched = new BehaviorSubject(false);

  /** Emits what plugins log. */
  readonly logs$: Observable<PluginLog>;

  /**
   * @param watch - tells of what is logged on this page until the disposer
   *   is called.
   */
  constructor(watch: (listener: (log: PluginLog) => void) => Disposer) {
    this.logs$ = new Observable((subscriber) => {
      subscriber.add(
        watch((log) => {
          subscriber.next(log);
        }),
      );
      subscriber.add(this.#told.subscribe(subscriber));
      subscriber.add(() => {
        this.#tellWatched();
      });
      this.#tellWatched();
    });
  }

  /** True while somebody has subscribed. */
  get isWatched(): boolean {
    return this.#isWatched.value;
  }

  /** Emits whether somebody has subscribed, at once and when that changes. */
  get isWatched$(): Observable<boolean> {
    return this.#isWatched;
  }

  /** Tells of what a plugin logged that runs somewhere else. */
  add(log: PluginLog): void {
    this.#told.next(log);
  }

  /** Completes the stream. */
  close(): void {
    this.#told.complete();
  }

  #tellWatched(): void {
    const isWatched = this.#told.observed;
    if (isWatched !== this.#isWatched.value) this.#isWatched.next(isWatched);
  }
}
