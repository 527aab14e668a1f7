import type {Disposer} from '@ls-annotation/core';

import type {PluginPlace, SourcePosition} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';

import type {GlobalsWatch} from './globals-watch.js';
import {Holding} from './holding.js';
import type {HoldingOptions} from './holding.js';
import type {PageOwnership} from './page-ownership.js';
import type {ReceiptEntry} from './plugin-receipt.js';
import {PluginReceipt} from './plugin-receipt.js';
import type {ResourceKind} from './resource-kind.js';

/** What a {@link Tenancy} is made of. */
export interface TenancyOptions {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Internal id of the annotation on display. */
  readonly annotationId: string;
  /** The source that runs, or `null` when there is none. */
  readonly source: PluginSource | null;
  /** Name of the plugin's source in stacks, or `''`. */
  readonly sourceUrl: string;
  /** Returns where in the plugin's source an error arose. */
  readonly locate: (error: unknown) => SourcePosition | null;
  /** Which globals its source may set. */
  readonly globals: GlobalsWatch;
  /** Kinds that are left alone, or `true` for all. */
  readonly keep: readonly ResourceKind[] | boolean;
  /** Who may hold what on this page. */
  readonly ownership: PageOwnership;
  /**
   * Hears of whatever the plugin's code throws or rejects with, and in which
   * of the things that it has added to the host.
   */
  readonly onFailure: (
    place: PluginPlace,
    error: unknown,
    part?: string,
  ) => void;
  /** Hears which part of the plugin's code went well: a place, or a part. */
  readonly onSuccess: (part: string) => void;
  /** Takes the receipt: at the close, and again when more is to be said. */
  readonly onReceipt: (receipt: PluginReceipt) => void;
}

type Callable = (this: unknown, ...args: never[]) => unknown;

let runs = 0;

/** Name of the function in stacks that tells for which run code goes on. */
export const RUN_NAME = 'ls-plugin-run-';

/**
 * One plugin during one display: everything that it holds, and the way into
 * its code.
 *
 * Its code runs as its own: what it takes from the page meanwhile is noted.
 * When the tenancy ends, disposers run, everything noted is taken back in the
 * same task, and none of its code is called any more.
 */
export class Tenancy {
  readonly #options: TenancyOptions;
  readonly #holdings = new Set<Holding>();
  readonly #disposers: Disposer[] = [];
  readonly #entries: ReceiptEntry[] = [];
  readonly #abort = new AbortController();
  #follow: ((work: PromiseLike<unknown>) => Promise<void>) | null = null;
  #busyMs = 0;
  #isClosed = false;
  #isClosing = false;
  #isRenewing = false;
  #hasWithheld = false;

  /** Number of the run, on this page. */
  readonly run: number;
  /** True once its code has been called. */
  hasBegun = false;

  constructor(options: TenancyOptions) {
    runs += 1;
    this.run = runs;
    this.#options = options;
  }

  /** Who may hold what on this page. */
  get ownership(): PageOwnership {
    return this.#options.ownership;
  }

  /** Id of the plugin. */
  get pluginId(): string {
    return this.#options.pluginId;
  }

  /** Name of the plugin's source in stacks, or `''`. */
  get sourceUrl(): string {
    return this.#options.sourceUrl;
  }

  /** Which globals its source may set. */
  get globals(): GlobalsWatch {
    return this.#options.globals;
  }

  /** True once everything was taken back. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** True while the plugin's disposers run. */
  get isEnding(): boolean {
    return this.#isClosing && !this.#isClosed;
  }

  /**
   * True when something that its code waits for was kept from it, so that
   * what it promised may never be kept.
   */
  get hasWithheld(): boolean {
    return this.#hasWithheld;
  }

  /** Aborted when the tenancy ends. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Returns whether things of a kind are left alone. */
  keeps(kind: ResourceKind): boolean {
    const {keep} = this.#options;
    return typeof keep === 'boolean' ? keep : keep.includes(kind);
  }

  /** Returns whether things of a kind may be taken now. */
  mayTake(kind: ResourceKind): boolean {
    return !this.#isClosed || this.keeps(kind);
  }

  /** Notes that the plugin took something. */
  take(options: HoldingOptions): Holding {
    const holding = new Holding(options, (ended) => {
      this.#holdings.delete(ended);
    });
    if (!this.#isClosed) this.#holdings.add(holding);
    return holding;
  }

  /** Notes that something was not given to code whose display has closed. */
  refuse(kind: ResourceKind, what: string): void {
    this.#hasWithheld = true;
    this.#note({kind, what, outcome: 'refused', trace: new Error()});
  }

  /** Adds a line to the receipt, which is told of again after the end. */
  #note(entry: ReceiptEntry): void {
    this.#entries.push(entry);
    if (this.#isRenewing || !this.#isClosed) return;
    this.#isRenewing = true;
    const {ownership, onReceipt} = this.#options;
    ownership.outside(() => {
      queueMicrotask(() => {
        this.#isRenewing = false;
        if (this.#isClosed) onReceipt(this.#receipt());
      });
    });
  }

  /** Notes something that the plugin leaves, and that nothing takes back. */
  leave(kind: ResourceKind, what: string): void {
    this.#note({kind, what, outcome: 'left', trace: new Error()});
  }

  /**
   * Returns a promise that settles like `work`, and never when the tenancy
   * has ended: code that waits for it does not go on. It awaits, so that the
   * stacks of errors still lead to who waits.
   *
   * @param settled - called when `work` has settled, whatever came of it.
   */
  async onlyWhileOpen<T>(
    kind: ResourceKind,
    work: PromiseLike<T>,
    settled: () => void = () => undefined,
  ): Promise<T> {
    try {
      return await work;
    } finally {
      settled();
      if (this.mayTake(kind)) this.#goOn();
      else await this.#withhold();
    }
  }

  /** Code that goes on now is seen to be this run's. */
  #goOn(): void {
    this.enter(() => undefined);
  }

  #withhold(): Promise<never> {
    this.#hasWithheld = true;
    return new Promise(() => undefined);
  }

  /**
   * Returns what `ask` promises, settling as {@link Tenancy.onlyWhileOpen}
   * does; code whose run has ended may not ask. What a disposer asks for
   * comes all the same.
   *
   * @param what - what it asks for, in words.
   */
  whileOpen<T>(
    kind: ResourceKind,
    what: string,
    ask: () => Promise<T>,
    gate = (work: Promise<T>) => this.onlyWhileOpen(kind, work),
  ): Promise<T> {
    if (this.isEnding) return ask();
    if (!this.mayTake(kind)) {
      this.refuse(kind, what);
      return new Promise(() => undefined);
    }
    const work = ask();
    // Some browsers answer by a callback alone.
    return isThenable(work) ? gate(work) : work;
  }

  /**
   * Calls the plugin's code; whatever it throws or rejects with is reported
   * and goes no further. Does nothing when the tenancy has ended.
   */
  call(
    place: PluginPlace,
    kind: ResourceKind | null,
    code: Callable,
    self: unknown,
    args: readonly unknown[],
  ): unknown {
    if (this.#isClosed && !(kind && this.keeps(kind))) return undefined;
    return this.#guard(place, '', () =>
      Reflect.apply(code as (...all: unknown[]) => unknown, self, args),
    );
  }

  /**
   * Calls code of something that the plugin has added to the host, like
   * {@link Tenancy.call}.
   *
   * @param part - which one, in words.
   */
  callPart<R>(part: string, code: () => R): R | undefined {
    if (this.#isClosed) return undefined;
    return this.#guard('contribution', part, code);
  }

  /** Does `work` as the plugin; what it throws is the caller's to handle. */
  enter<T>(work: () => T): T {
    return this.#options.ownership.runAs(this, work);
  }

  /** Tells of what was found to be well. */
  succeed(place: PluginPlace): void {
    this.#options.onSuccess(place);
  }

  /** Reports what the plugin's code threw. */
  fail(place: PluginPlace, error: unknown): void {
    this.#options.onFailure(place, error);
  }

  /** Tells of work that goes well; what fails of it others report. */
  expect(place: PluginPlace, work: PromiseLike<unknown>): void {
    this.name(work).then(
      () => {
        this.#options.onSuccess(place);
      },
      () => undefined,
    );
  }

  /**
   * Has stacks name this run where code goes on that `work` waits for, in
   * browsers whose stacks tell who awaits.
   */
  name(work: PromiseLike<unknown>): Promise<void> {
    const name = `${RUN_NAME}${this.run}`;
    this.#follow ??= {
      [name]: async (awaited: PromiseLike<unknown>): Promise<void> => {
        await awaited;
      },
    }[name] as (work: PromiseLike<unknown>) => Promise<void>;
    return this.#follow(work);
  }

  /** Has `disposer` run when the tenancy ends; at once when it has. */
  addDisposer(disposer: Disposer): void {
    if (this.#isClosed || this.#isClosing) disposer();
    else this.#disposers.push(disposer);
  }

  /**
   * Ends the tenancy; does nothing the second time.
   *
   * @param doesViewStay - true when the plugin ends and its display goes on:
   *   what it has put in the labeling interface is taken back then, too.
   */
  close(doesViewStay = false): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    const {ownership, onReceipt} = this.#options;
    const startedMs = performance.now();
    ownership.outside(() => {
      this.#abort.abort();
      for (const dispose of this.#disposers.reverse()) dispose();
      this.#disposers.length = 0;
      ownership.settleForGood(this);
      this.#isClosed = true;
      this.#reclaim(doesViewStay);
      this.#busyMs = performance.now() - startedMs;
      onReceipt(this.#receipt());
    });
  }

  #guard<R>(place: PluginPlace, part: string, code: () => R): R | undefined {
    try {
      const answer = this.enter(code);
      if (isThenable(answer)) this.#watch(place, part, answer);
      else this.#options.onSuccess(part || place);
      return answer;
    } catch (error) {
      this.#options.onFailure(place, error, part);
      return undefined;
    }
  }

  /**
   * Reports the failure of work that the plugin's code started, unless it
   * comes from code that goes on after the end.
   */
  #watch(place: PluginPlace, part: string, work: PromiseLike<unknown>): void {
    this.name(work).then(
      () => {
        this.#options.onSuccess(part || place);
      },
      (error: unknown) => {
        if (!this.#isClosed) this.#options.onFailure(place, error, part);
      },
    );
  }

  #reclaim(doesViewStay: boolean): void {
    const holdings = [...this.#holdings].filter(
      ({isOfView}) => doesViewStay || !isOfView,
    );
    this.#holdings.clear();
    for (const {kind, what, isLasting, trace} of holdings) {
      if (!isLasting) continue;
      const outcome = this.keeps(kind) ? 'kept' : 'reclaimed';
      this.#entries.push({kind, what, outcome, trace});
    }
    for (const holding of holdings.reverse()) {
      if (this.keeps(holding.kind)) continue;
      try {
        holding.release();
      } catch (error) {
        this.#options.onFailure('dispose', error);
      }
    }
  }

  #receipt(): PluginReceipt {
    const {run} = this;
    const {pluginId, annotationId, source, locate} = this.#options;
    const busyMs = this.#busyMs;
    const head = {pluginId, annotationId, source, locate, run, busyMs};
    return new PluginReceipt(head, [...this.#entries]);
  }
}

/** Returns whether `value` can be awaited. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}
