import type {GlobalsWatch} from './globals-watch.js';
import type {PageOwnership} from './page-ownership.js';
import type {Tenancy} from './tenancy.js';

/** Identifiers of the page that tell for which run a script's code goes on. */
const NAMES = [
  'window',
  'self',
  'globalThis',
  'document',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'queueMicrotask',
  'fetch',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'PerformanceObserver',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'MessageChannel',
  'Worker',
  'SharedWorker',
  'XMLHttpRequest',
  'URL',
  'scheduler',
  'navigator',
  'crypto',
  'caches',
  'indexedDB',
  'customElements',
  'createImageBitmap',
  'Blob',
  'File',
  'FileReader',
  'Image',
  'OffscreenCanvas',
  'Request',
  'Response',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'CompressionStream',
  'DecompressionStream',
  'CSSStyleSheet',
  'FontFace',
  'Animation',
  'AudioContext',
  'OfflineAudioContext',
  'Notification',
  'WebAssembly',
] as const;

/** Names that lead to the page's globals. */
const WINDOWS: ReadonlySet<string> = new Set(['window', 'self', 'globalThis']);

// Copies of this package share the replaced functions, which look for these.
const TENANCY: unique symbol = Symbol.for('@ls-annotation/tenancy') as never;
const OWNERSHIP: unique symbol = Symbol.for(
  '@ls-annotation/ownership',
) as never;

/**
 * The object of the `with` statement around a plugin script: identifiers of
 * the page are read through it, so that the page is told for which display
 * code goes on, however it got there. What is read is the page's own.
 */
export interface ScriptScope {
  /** The run. */
  readonly [TENANCY]: Tenancy;
  /** Whom to tell. */
  readonly [OWNERSHIP]: PageOwnership;
}

const prototype: object = Object.create(
  null,
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      {
        configurable: true,
        enumerable: true,
        get(this: ScriptScope): unknown {
          const seen = WINDOWS.has(name) ? 'window' : name;
          this[OWNERSHIP].see(this[TENANCY], seen);
          return Reflect.get(globalThis, name);
        },
        set(value: unknown): void {
          Reflect.set(globalThis, name, value);
        },
      },
    ]),
  ),
) as object;

/** Makes the scope of a script for one run. */
export function createScriptScope(
  tenancy: Tenancy,
  ownership: PageOwnership,
): ScriptScope {
  const scope = Object.create(prototypeFor(tenancy.globals)) as {
    [TENANCY]: Tenancy;
    [OWNERSHIP]: PageOwnership;
  };
  scope[TENANCY] = tenancy;
  scope[OWNERSHIP] = ownership;
  return scope;
}

const prototypes = new WeakMap<GlobalsWatch, object>();

/**
 * Returns the prototype for a source. Globals that it assigns to by their bare
 * names are seen through it for as long as there are none, so that it is known
 * for which run they are made.
 */
function prototypeFor(globals: GlobalsWatch): object {
  const {bare} = globals;
  if (bare.length === 0) return prototype;
  const known = prototypes.get(globals);
  if (known) return known;
  const made = Object.create(prototype) as object;
  const unscopables = Object.create(null) as object;
  for (const name of bare) {
    if (name in prototype) continue;
    Object.defineProperty(made, name, {
      get: () => Reflect.get(globalThis, name) as unknown,
      set(this: ScriptScope, value: unknown): void {
        this[OWNERSHIP].assign(this[TENANCY], name, value);
      },
    });
    Object.defineProperty(unscopables, name, {get: () => name in globalThis});
  }
  Object.defineProperty(made, Symbol.unscopables, {value: unscopables});
  prototypes.set(globals, made);
  return made;
}

/** Functions that a script calls by name alone have its scope as `this`. */
export function isScriptScope(value: unknown): boolean {
  return typeof value === 'object' && value !== null && TENANCY in value;
}
