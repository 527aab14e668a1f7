import {stackOf} from '@ls-annotation/core';
import type {Disposer} from '@ls-annotation/core';

import type {NativePatches} from './native-patches.js';
import {PagePlaces} from './page-places.js';
import {RunTraces} from './run-traces.js';
import {takeGlobal, watchNewGlobals} from './take-globals.js';
import type {LookForGlobals} from './take-globals.js';
import type {Tenancy} from './tenancy.js';

/** What code that runs now is: a plugin's, the host's, or not known. */
type Running = Tenancy | 'host' | null;

/** What is looked for once more when code has gone on. */
interface Look {
  readonly look: LookForGlobals;
  /** After how many microtasks. */
  turns: number;
}

/** Microtasks in which code that awaits what is there goes on. */
const TURNS = 8;

/** Replaces the page's functions. */
type InstallPatches = (ownership: PageOwnership) => NativePatches;

/**
 * Knows which plugin's code is running on this page, and so whose everything
 * is that code takes from it.
 *
 * While a plugin is called, that is certain. Code that goes on after an
 * `await` is found by its source in the stack; for which display it goes on
 * is told by the name of the run in the stack, or else by the last identifier
 * of the page that it read. See the package's README for the reasons.
 *
 * The page's own functions are replaced from the first `hold` until the last
 * holder has let go.
 */
export class PageOwnership {
  /** Knows where on the page a node is. */
  readonly places = new PagePlaces();
  readonly #traces = new RunTraces();
  readonly #unsettled = new Map<Tenancy, Set<() => void>>();
  readonly #looks = new Map<Tenancy, Look>();
  #running: Running = null;
  #install: InstallPatches | null = null;
  #patches: NativePatches | null = null;
  #holders = 0;
  #isBrief = false;
  /** True from a script's reading an identifier to the end of its stretch. */
  #isInStretch = false;

  /** True while the page's functions are replaced. */
  get isActive(): boolean {
    return this.#patches !== null;
  }

  /**
   * Has the page's functions replaced until the disposer is called; as soon
   * as it is known what they are to be replaced with.
   *
   * @param isInView - returns whether a node is in a labeling interface, which
   *   goes with its display anyway.
   */
  hold(isInView: (node: Node) => boolean): Disposer {
    this.places.addView(isInView);
    this.#holders += 1;
    this.#replace();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.places.removeView(isInView);
      this.#letGo();
    };
  }

  /** Says what replaces the page's functions; who says it first, is heard. */
  replaceWith(install: InstallPatches): void {
    this.#install ??= install;
    if (this.#holders > 0) this.#replace();
  }

  /**
   * Has code of a source found in stacks until the disposer is called.
   *
   * @param goesOn - whether it may run where nothing calls it.
   */
  knowSource(sourceUrl: string, goesOn: boolean): Disposer {
    return this.#traces.knowSource(sourceUrl, goesOn);
  }

  /** Has code of a run found by its name in stacks. */
  know(tenancy: Tenancy): void {
    this.#traces.know(tenancy);
  }

  /** Does `work` as a plugin. */
  runAs<T>(tenancy: Tenancy, work: () => T): T {
    const before = this.#running;
    const isNested = before === tenancy;
    const lookForGlobals = isNested ? null : this.#begin(tenancy);
    this.#running = tenancy;
    try {
      return work();
    } finally {
      this.#running = before;
      if (lookForGlobals) this.#look(tenancy, lookForGlobals);
      if (!isNested) this.settle(tenancy);
    }
  }

  /** Does `work` as the host, whoever asked for it. */
  outside<T>(work: () => T): T {
    const leave = this.enterHost();
    try {
      return work();
    } finally {
      this.leaveHost(leave);
    }
  }

  /** Begins what {@link PageOwnership.outside} does; for hot paths. */
  enterHost(): unknown {
    const before = this.#running;
    this.#running = 'host';
    return before;
  }

  /** Ends it again, with what `enterHost` returned. */
  leaveHost(before: unknown): void {
    this.#running = before as Running;
  }

  /** Notes that code of a run read an identifier of the page. */
  see(tenancy: Tenancy, name: string): void {
    this.#traces.see(tenancy);
    if (this.#running !== null) return;
    this.#beginStretch();
    if (tenancy.isClosed && !this.isActive) this.#holdBriefly();
    if (name === 'window') this.#settleSoon(tenancy);
  }

  /** Sets a global for code of a run; does not when that has ended. */
  assign(tenancy: Tenancy, name: string, value: unknown): void {
    this.see(tenancy, name);
    if (!tenancy.mayTake('global')) {
      tenancy.refuse('global', `window.${name}`);
      return;
    }
    Reflect.set(globalThis, name, value);
    if (!tenancy.keeps('global')) takeGlobal(tenancy, name);
  }

  /**
   * Returns the run that the calling code belongs to, or `null` when it is
   * not a plugin's.
   *
   * @param isLasting - returns whether it matters, where finding out takes
   *   long.
   */
  tenant(isLasting: () => boolean = () => true): Tenancy | null {
    const running = this.#running;
    if (running === 'host') return null;
    if (running) return running;
    // A script that has just read an identifier may have been called by anybody.
    if (!this.#isInStretch && !this.#traces.mayGoOn) return null;
    return isLasting() ? this.#traces.findRunning() : null;
  }

  /** Returns the run that an error of unknown origin belongs to. */
  tenantOf(error: unknown): Tenancy | null {
    return this.#traces.findIn(stackOf(error));
  }

  /**
   * Returns whether to look for whose code does something to a target. Where
   * the host is at work itself, only when a script has just run.
   */
  isWorthALook(target: EventTarget): boolean {
    // Signals are listened to by whatever can be broken off, and often.
    if (!(target instanceof Node)) return !(target instanceof AbortSignal);
    const place = this.places.placeOf(target);
    if (place === null && isLoading(target)) return true;
    const isOfHost =
      place === 'view' || target.getRootNode() instanceof ShadowRoot;
    return place !== null && (this.#isInStretch || !isOfHost);
  }

  /** Has `check` run when the present stretch of a run's code is over. */
  whenSettled(tenancy: Tenancy, check: () => void): void {
    const checks = this.#unsettled.get(tenancy) ?? new Set();
    this.#unsettled.set(tenancy, checks.add(check));
    if (this.#running !== tenancy) this.#settleLater(tenancy);
  }

  /** Looks what a stretch of a run's code has done that nothing tells. */
  settle(tenancy: Tenancy): void {
    const checks = this.#unsettled.get(tenancy);
    if (!checks) return;
    this.#unsettled.delete(tenancy);
    for (const check of checks) check();
  }

  /** Looks for the last time. */
  settleForGood(tenancy: Tenancy): void {
    this.#looks.get(tenancy)?.look(true);
    this.#looks.delete(tenancy);
    this.settle(tenancy);
  }

  #begin(tenancy: Tenancy): LookForGlobals | null {
    this.#traces.see(tenancy);
    this.#looks.get(tenancy)?.look(true);
    return tenancy.isClosed ? null : watchNewGlobals(tenancy);
  }

  #settleSoon(tenancy: Tenancy): void {
    if (this.#unsettled.has(tenancy)) return;
    const lookForGlobals = watchNewGlobals(tenancy, true);
    if (!lookForGlobals) return;
    this.whenSettled(tenancy, () => {
      lookForGlobals();
    });
  }

  /** Looks now, and when what goes on at once has gone on. */
  #look(tenancy: Tenancy, look: LookForGlobals): void {
    look();
    if (tenancy.isClosed || !this.#traces.goesOn(tenancy)) return;
    const known = this.#looks.get(tenancy);
    this.#looks.set(tenancy, {look, turns: TURNS});
    if (!known) this.#lookLater(tenancy);
  }

  #lookLater(tenancy: Tenancy): void {
    void Promise.resolve().then(() => {
      const pending = this.#looks.get(tenancy);
      if (!pending) return;
      pending.turns -= 1;
      if (pending.turns > 0 && !tenancy.isClosed) {
        this.#lookLater(tenancy);
        return;
      }
      this.#looks.delete(tenancy);
      pending.look(true);
    });
  }

  #settleLater(tenancy: Tenancy): void {
    this.outside(() => {
      queueMicrotask(() => {
        this.settle(tenancy);
      });
    });
  }

  #beginStretch(): void {
    if (this.#isInStretch) return;
    this.#isInStretch = true;
    this.outside(() => {
      queueMicrotask(() => {
        this.#isInStretch = false;
      });
    });
  }

  /** For code that goes on after the last holder has let go. */
  #holdBriefly(): void {
    if (this.#isBrief) return;
    this.#isBrief = true;
    const {setTimeout: schedule} = globalThis;
    const letGo = this.hold(() => false);
    schedule(() => {
      this.#isBrief = false;
      letGo();
    });
  }

  #replace(): void {
    this.#patches ??= this.#install?.(this) ?? null;
  }

  #letGo(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#patches?.restore();
    this.#patches = null;
  }
}

/** Elements that need not be shown to have something to tell. */
const LOADING = [
  'HTMLImageElement',
  'HTMLMediaElement',
  'HTMLScriptElement',
  'HTMLLinkElement',
].flatMap((name) => {
  const found: unknown = Reflect.get(globalThis, name);
  return typeof found === 'function' ? [found] : [];
});

function isLoading(node: Node): boolean {
  return LOADING.some((type) => node instanceof type);
}

const KEY = Symbol.for('@ls-annotation/page-ownership-1');

/** Returns the one of this page; copies of this package share it. */
export function pageOwnership(): PageOwnership {
  const holder = globalThis as {[KEY]?: PageOwnership};
  if (!holder[KEY]) {
    Object.defineProperty(holder, KEY, {value: new PageOwnership()});
  }
  return holder[KEY] as PageOwnership;
}
