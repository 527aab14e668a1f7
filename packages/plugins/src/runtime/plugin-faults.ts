import {BehaviorSubject, Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {LsError} from '@ls-annotation/core';
import {HandlerDeadlineError, HandlerError} from '@ls-annotation/lsi';

import type {PluginPlace} from '../errors.js';
import {PluginError, PluginPermissionError} from '../errors.js';

import type {PluginEntry} from './plugin-entry.js';
import type {SetAsidePlugin} from './plugin-health.js';
import type {PluginRoster} from './plugin-roster.js';

/** Failures that are kept for those who come later. */
const KEPT_FAILURES = 100;

/** Reports what plugins do wrong, and sets those aside that do not stop. */
export class PluginFaults {
  readonly #roster: PluginRoster;
  readonly #errors = new Subject<PluginError>();
  readonly #failures: PluginError[] = [];
  /** Refusals that were told of, each an error of its own. */
  readonly #refusals = new WeakSet<PluginPermissionError>();
  readonly #putAside = new Subject<PluginEntry>();
  readonly #setAside = new BehaviorSubject<readonly SetAsidePlugin[]>([]);

  constructor(roster: PluginRoster) {
    this.#roster = roster;
  }

  /** Emits every failure of a plugin. Never errors. */
  get errors$(): Observable<PluginError> {
    return this.#errors;
  }

  /** The last failures, the oldest first. */
  get failures(): readonly PluginError[] {
    return this.#failures;
  }

  /** Emits a plugin that is to end, after its failure was told. */
  get putAside$(): Observable<PluginEntry> {
    return this.#putAside;
  }

  /** Plugins that are set aside; the present ones first. */
  get setAside$(): Observable<readonly SetAsidePlugin[]> {
    return this.#setAside;
  }

  /** Plugins that are set aside. */
  get setAside(): readonly SetAsidePlugin[] {
    return this.#setAside.value;
  }

  /** Reports a failure of whichever plugin has a name now. */
  report(
    pluginId: string,
    place: PluginPlace,
    cause: unknown,
    part = '',
  ): void {
    const entry = this.#roster.find(pluginId);
    if (entry) this.fail(entry, place, cause, part);
    else this.#tell(new PluginError(pluginId, place, {cause, part}));
  }

  /**
   * Reports a failure of a plugin, in whose place another may be by now under
   * the same name.
   *
   * @param part - in which of the things that the plugin has added to the
   *   host, in words.
   */
  fail(
    entry: PluginEntry,
    place: PluginPlace,
    cause: unknown,
    part = '',
  ): void {
    // The plugin's code may have failed of what it was refused.
    if (cause instanceof PluginPermissionError) {
      if (this.#refusals.has(cause)) return;
      this.#refusals.add(cause);
    }
    const {id, source, health} = entry;
    const position = entry.prepared?.locate(cause) ?? null;
    const error = new PluginError(id, place, {cause, position, source, part});
    const isTooMuch = health.fail(error);
    this.#tell(error);
    if (!isTooMuch) return;
    this.tellSetAside();
    entry.prepared?.retire?.();
    this.#putAside.next(entry);
  }

  /** Reports an error of the session, where plugins are to blame. */
  reportFor(error: LsError): void {
    const cause = error instanceof HandlerError ? error.cause : error;
    for (const id of this.culprits(error)) this.report(id, 'handler', cause);
  }

  /** Returns the ids of the plugins that are to blame for an error. */
  culprits(error: LsError): readonly string[] {
    const owners =
      error instanceof HandlerError
        ? [error.owner]
        : error instanceof HandlerDeadlineError
          ? error.owners
          : [];
    const known = this.#roster.ids;
    return owners.filter((owner) => known.includes(owner));
  }

  /** Tells who is set aside, when that is another than before. */
  tellSetAside(): void {
    const present = this.#roster.entries.flatMap(
      ({health}) => health.setAside ?? [],
    );
    const before = this.#setAside.value;
    const isSame =
      present.length === before.length &&
      present.every((one, index) => one === before[index]);
    if (!isSame) this.#setAside.next(present);
  }

  /** Completes the streams. */
  close(): void {
    this.#errors.complete();
    this.#putAside.complete();
    this.#setAside.complete();
  }

  #tell(error: PluginError): void {
    this.#failures.push(error);
    if (this.#failures.length > KEPT_FAILURES) this.#failures.shift();
    this.#errors.next(error);
  }
}
