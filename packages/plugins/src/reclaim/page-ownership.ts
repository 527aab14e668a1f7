import type {Disposer} from '@ls-annotation/core';

import {allGlobals, missingGlobals, newGlobals} from './globals-watch.js';
import {NativePatches} from './native-patches.js';
import {patchConnections} from './patches/connections.js';
import {patchHandlerAttributes} from './patches/handler-attributes.js';
import {patchHandlerProperties} from './patches/handler-properties.js';
import {patchListeners} from './patches/listeners.js';
import {patchLocks} from './patches/locks.js';
import {patchMedia} from './patches/media.js';
import {patchNodes} from './patches/nodes.js';
import {patchObjectUrls} from './patches/object-urls.js';
import {patchObservers} from './patches/observers.js';
import {patchPaint} from './patches/paint.js';
import {patchRequests} from './patches/requests.js';
import {patchStyles} from './patches/styles.js';
import {patchTimers} from './patches/timers.js';
import {RUN_NAME} from './tenancy.js';
import type {Tenancy} from './tenancy.js';

/** What code that runs now is: a plugin's, the host's, or not known. */
type Running = Tenancy | 'host' | null;

/** One source of plugins, by its name in stacks. */
interface Source {
  /** How many runtimes have it. */
  holders: number;
  /** True when its code may go on where nothing calls it: after `await`. */
  goesOn: boolean;
  /** The run whose code was last seen to run. */
  lastSeen: Tenancy | null;
}

/** Calls that are looked through for a plugin's source. */
const STACK_DEPTH = 20;

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
  #running: Running = null;
  #patches: NativePatches | null = null;
  #holders = 0;
  readonly #sources = new Map<string, Source>();
  /** Those whose code may still run: nothing else keeps a closed one. */
  readonly #runs = new Map<number, WeakRef<Tenancy>>();
  readonly #gone = new FinalizationRegistry<number>((run) => {
    this.#runs.delete(run);
  });
  readonly #views = new Set<(node: Node) => boolean>();
  readonly #private = new WeakSet();
  readonly #unsettled = new Map<Tenancy, Set<() => void>>();
  #isBrief = false;
  /** True from a script's reading an identifier to the end of its stretch. */
  #isInStretch = false;

  /** True while the page's functions are replaced. */
  get isActive(): boolean {
    return this.#patches !== null;
  }

  /**
   * Has the page's functions replaced until the disposer is called.
   *
   * @param isInView - returns whether a node is in a labeling interface, which
   *   goes with its display anyway.
   */
  hold(isInView: (node: Node) => boolean): Disposer {
    this.#views.add(isInView);
    this.#holders += 1;
    this.#patches ??= this.#install();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#views.delete(isInView);
      this.#letGo();
    };
  }

  /**
   * Has code of a source found in stacks until the disposer is called.
   *
   * @param goesOn - whether it may run where nothing calls it.
   */
  knowSource(sourceUrl: string, goesOn: boolean): Disposer {
    const known = this.#sources.get(sourceUrl);
    const source = known ?? {holders: 0, goesOn, lastSeen: null};
    // Another source under the same name may be of another kind.
    source.goesOn ||= goesOn;
    this.#sources.set(sourceUrl, source);
    source.holders += 1;
    return () => {
      source.holders -= 1;
      if (source.holders === 0) this.#sources.delete(sourceUrl);
    };
  }

  /** Has code of a run found by its name in stacks. */
  know(tenancy: Tenancy): void {
    this.#runs.set(tenancy.run, new WeakRef(tenancy));
    this.#gone.register(tenancy, tenancy.run);
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
      lookForGlobals?.();
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
    const source = this.#sources.get(tenancy.sourceUrl);
    if (source) source.lastSeen = tenancy;
    if (this.#running !== null) return;
    this.#beginStretch();
    if (tenancy.isClosed && !this.isActive) this.#holdBriefly();
    if (name === 'window') this.#settleSoon(tenancy);
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
    if (![...this.#sources.values()].some(({goesOn}) => goesOn)) return null;
    return isLasting() ? this.#tenantOnStack() : null;
  }

  /** Returns the run that an error of unknown origin belongs to. */
  tenantOf(error: unknown): Tenancy | null {
    const stack = error instanceof Error ? error.stack : undefined;
    return typeof stack === 'string' ? this.#tenantIn(stack) : null;
  }

  /** Notes that a plugin made an object, which nobody else knows. */
  addPrivate(made: object): void {
    this.#private.add(made);
  }

  /** Returns whether what is done to a target outlives a display. */
  isLasting(target: EventTarget): boolean {
    if (!(target instanceof Node)) {
      return !this.#private.has(target) && !isTransient(target);
    }
    return this.placeOf(target) === 'page';
  }

  /**
   * Returns where a node is: in the page, in a labeling interface, or `null`
   * when it is not shown or in something that a plugin made.
   */
  placeOf(node: Node): 'page' | 'view' | null {
    if (node === document) return 'page';
    const outermost = outermostNode(node);
    const isShown = outermost.getRootNode() === document;
    if (!isShown || this.#isPrivateNode(node)) return null;
    return this.isInView(outermost) ? 'view' : 'page';
  }

  /** Returns whether a node is in a labeling interface. */
  isInView(node: Node): boolean {
    for (const isInView of this.#views) if (isInView(node)) return true;
    return false;
  }

  /**
   * Returns whether to look for whose code does something to a target. Where
   * the host is at work itself, only when a script has just run.
   */
  isWorthALook(target: EventTarget): boolean {
    if (!(target instanceof Node)) return this.isLasting(target);
    const place = this.placeOf(target);
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

  #begin(tenancy: Tenancy): (() => void) | null {
    const source = this.#sources.get(tenancy.sourceUrl);
    if (source) source.lastSeen = tenancy;
    return tenancy.isClosed ? null : this.#watchGlobals(tenancy);
  }

  /** Returns what looks for the globals that have come in the meantime. */
  #watchGlobals(tenancy: Tenancy): (() => void) | null {
    const {globals, hasBegun} = tenancy;
    tenancy.hasBegun = true;
    if (tenancy.keeps('global')) return null;
    const take = (name: string): void => {
      takeGlobal(tenancy, name);
    };
    if (globals.isOpen && !hasBegun) {
      const before = allGlobals();
      return () => {
        newGlobals(before).forEach(take);
      };
    }
    const missing = missingGlobals(globals);
    if (missing.length === 0) return null;
    return () => {
      missing.filter((name) => Object.hasOwn(globalThis, name)).forEach(take);
    };
  }

  #settleSoon(tenancy: Tenancy): void {
    if (this.#unsettled.has(tenancy)) return;
    const lookForGlobals = this.#watchGlobals(tenancy);
    if (lookForGlobals) this.whenSettled(tenancy, lookForGlobals);
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

  #tenantOnStack(): Tenancy | null {
    const errors = Error as {stackTraceLimit?: number | undefined};
    const {stackTraceLimit} = errors;
    errors.stackTraceLimit = STACK_DEPTH;
    const {stack} = new Error();
    errors.stackTraceLimit = stackTraceLimit;
    return typeof stack === 'string' ? this.#tenantIn(stack) : null;
  }

  #tenantIn(stack: string): Tenancy | null {
    for (const [url, source] of this.#sources) {
      if (!isOnStack(stack, url)) continue;
      const [, run] = new RegExp(`${RUN_NAME}(\\d+)`).exec(stack) ?? [];
      return this.#runs.get(Number(run))?.deref() ?? source.lastSeen;
    }
    return null;
  }

  #isPrivateNode(node: Node): boolean {
    for (let at: Node | null = node; at; at = parentOf(at)) {
      if (this.#private.has(at)) return true;
    }
    return false;
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

  #letGo(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#patches?.restore();
    this.#patches = null;
  }

  #install(): NativePatches {
    const patches = new NativePatches();
    patchListeners(patches, this);
    patchHandlerProperties(patches, this);
    patchHandlerAttributes(patches, this);
    patchTimers(patches, this);
    patchObservers(patches, this);
    patchConnections(patches, this);
    patchRequests(patches, this);
    patchObjectUrls(patches, this);
    patchNodes(patches, this);
    patchStyles(patches, this);
    patchPaint(patches, this);
    patchMedia(patches, this);
    patchLocks(patches, this);
    return patches;
  }
}

/** Kinds of targets that end by themselves. */
const TRANSIENT = [
  'AbortSignal',
  'Animation',
  'FileReader',
  'IDBRequest',
  'IDBTransaction',
  'SpeechSynthesisUtterance',
].flatMap((name) => {
  const found: unknown = Reflect.get(globalThis, name);
  return typeof found === 'function' ? [found] : [];
});

function isTransient(target: EventTarget): boolean {
  return TRANSIENT.some((type) => target instanceof type);
}

/** The node itself, or the element of the page whose shadow it is in. */
function outermostNode(node: Node): Node {
  let outermost = node;
  let root = node.getRootNode();
  while (root instanceof ShadowRoot) {
    outermost = root.host;
    root = outermost.getRootNode();
  }
  return outermost;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function takeGlobal(tenancy: Tenancy, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!descriptor?.configurable) return;
  tenancy.take({
    kind: 'global',
    what: `window.${name}`,
    isLasting: () => Object.hasOwn(globalThis, name),
    release: () => Reflect.deleteProperty(globalThis, name),
  });
  if (tenancy.isClosed) Reflect.deleteProperty(globalThis, name);
}

/** A caller that only awaits (`at async …`) is not running. */
function isOnStack(stack: string, url: string): boolean {
  const name = `${url.replace(/\s/g, '%20')}:`;
  if (!stack.includes(name)) return false;
  return stack
    .split('\n')
    .some((line) => line.includes(name) && !/^\s*at async /.test(line));
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
