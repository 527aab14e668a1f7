import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationScope} from '@ls-annotation/lsi';

import {watchConsole} from '../console/watch-console.js';
import {UNKNOWN_GLOBALS} from '../reclaim/globals-watch.js';
import type {PageOwnership} from '../reclaim/page-ownership.js';
import type {PluginReceipt} from '../reclaim/plugin-receipt.js';
import {Tenancy} from '../reclaim/tenancy.js';

import {watchBackgroundErrors} from './background-errors.js';
import type {PluginEntry} from './plugin-entry.js';
import type {PluginFaults} from './plugin-faults.js';
import type {PluginLog} from './plugin-report.js';
import type {PreparedPlugin} from './plugin-runner.js';

interface Owner {
  readonly entry: PluginEntry;
  /** Has the display think of the tenancy no more. */
  readonly leave: Disposer;
}

/**
 * Which plugin of a host runs in which display. What a plugin took from the
 * page is taken back when its tenancy ends: with the display, or before.
 */
export class PluginTenancies {
  readonly #faults: PluginFaults;
  readonly #receipts = new Subject<PluginReceipt>();
  readonly #owners = new Map<Tenancy, Owner>();
  readonly #sources = new Map<string, Disposer>();

  /** Who may hold what on this page. */
  readonly ownership: PageOwnership;

  constructor(ownership: PageOwnership, faults: PluginFaults) {
    this.ownership = ownership;
    this.#faults = faults;
  }

  /** Emits what was taken back when a tenancy has ended. */
  get receipts$(): Observable<PluginReceipt> {
    return this.#receipts;
  }

  /** Opens the tenancy of a plugin that starts on a display. */
  open(
    plugin: PreparedPlugin,
    entry: PluginEntry,
    scope: AnnotationScope,
  ): Tenancy {
    const {sourceUrl = '', globals = UNKNOWN_GLOBALS, goesOn = false} = plugin;
    const tenancy = new Tenancy({
      ...this.#common(entry.id, scope),
      source: entry.source,
      sourceUrl,
      globals,
      keep: entry.source.keep ?? false,
      locate: (error) => plugin.locate(error),
      onFailure: (place, error, part) => {
        this.#faults.fail(entry, place, error, part);
      },
      onSuccess: (part) => {
        entry.health.succeed(part);
      },
      onReceipt: (receipt) => {
        this.#receipts.next(receipt);
      },
    });
    this.#knowSource(sourceUrl, goesOn);
    this.ownership.know(tenancy);
    const leave = scope.add(() => {
      this.#owners.delete(tenancy);
      tenancy.close();
    });
    this.#owners.set(tenancy, {entry, leave});
    return tenancy;
  }

  /** Opens one that leaves everything to those who share it. */
  openShared(pluginId: string, scope: AnnotationScope): Tenancy {
    const tenancy = new Tenancy({
      ...this.#common(pluginId, scope),
      keep: true,
      source: null,
      sourceUrl: '',
      globals: UNKNOWN_GLOBALS,
      locate: () => null,
      onFailure: (place, error, part) => {
        this.#faults.report(pluginId, place, error, part);
      },
      onSuccess: () => undefined,
      onReceipt: () => undefined,
    });
    scope.add(() => {
      tenancy.close();
    });
    return tenancy;
  }

  /** Ends those of one plugin, the display going on. */
  end(entry: PluginEntry): void {
    for (const [tenancy, owner] of this.#owners) {
      if (owner.entry !== entry) continue;
      this.#owners.delete(tenancy);
      tenancy.close(true);
      owner.leave();
    }
  }

  /** Reports errors that nobody caught for as long as a display lasts. */
  watchBackground(scope: AnnotationScope): void {
    const dispose = watchBackgroundErrors((error) => {
      const tenancy = this.ownership.tenantOf(error);
      if (tenancy && this.#owners.has(tenancy)) {
        tenancy.fail('background', error);
      }
    });
    scope.add(dispose);
  }

  /** Tells what plugins write to the page's console. */
  watchConsole(listener: (log: PluginLog) => void): Disposer {
    return watchConsole(this.ownership, (tenancy, level, args) => {
      const owner = this.#owners.get(tenancy);
      if (!owner) return;
      const {id, source, prepared} = owner.entry;
      const position = prepared?.locate(new Error()) ?? null;
      listener({pluginId: id, level, args, position, source});
    });
  }

  /** Ends all of them, and forgets the plugins' sources. */
  endAll(): void {
    for (const tenancy of [...this.#owners.keys()]) tenancy.close();
    for (const dispose of this.#sources.values()) dispose();
  }

  /** Completes the stream. */
  close(): void {
    this.#receipts.complete();
  }

  #knowSource(url: string, goesOn: boolean): void {
    if (!url) return;
    const forget = this.#sources.get(url);
    this.#sources.set(url, this.ownership.knowSource(url, goesOn));
    forget?.();
  }

  #common(pluginId: string, {annotationId}: AnnotationScope) {
    return {pluginId, annotationId, ownership: this.ownership};
  }
}
