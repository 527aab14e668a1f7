import type {SourcePlace} from '../source-place.js';

import {stackFrames} from './stack-frames.js';
import type {StackFrame} from './stack-frames.js';

/**
 * What the host writes before a plugin's source on its first line, so that
 * columns there are counted from it.
 */
const SCRIPT_PREFIX =
  '(function () { with (arguments[0]) return (function (Math, JSON, Object, ' +
  'Array, String, Number, Promise, Error) { ' +
  'return async function (LSI, Htx, DM) {';

/** Enough calls to find who called, past the recorder's own. */
const NEAR = 10;

/** Calls of the host that stand between a plugin and the page's functions. */
const MAX_GUARDS = 2;

/** Enough calls to find the author's line below a library's. */
const FAR = 60;

/**
 * Where the page's files come from. The recorders themselves have no address,
 * so that stacks begin with who calls them.
 */
export interface PageAddresses {
  /** Prefix of the host's bundle. */
  readonly host: string;
  /** Prefix of the plugin's folder. */
  readonly folder: string;
  /** True when the plugin's source is the body of a function. */
  readonly isScript: boolean;
}

/** Who did something: the plugin, a library that it loaded, or the host. */
export interface Caller {
  /** Whose code it was. */
  readonly kind: 'plugin' | 'library' | 'host';
  /** The author's line that led to it, `null` when none did. */
  readonly place: SourcePlace | null;
}

/** Finds out from stacks who is calling, and where errors arose. */
export class Callers {
  readonly #addresses: PageAddresses;

  constructor(addresses: PageAddresses) {
    this.#addresses = addresses;
  }

  /** Returns whose code calls the recorder, `null` for the browser or us. */
  current(): Caller | null {
    return this.#caller(0);
  }

  /**
   * Returns whose code calls one of the page's functions, before which the
   * host puts its own while plugins run.
   */
  taking(): Caller | null {
    return this.#caller(MAX_GUARDS);
  }

  #caller(guards: number): Caller | null {
    const near = stackHere(NEAR);
    const caller =
      near.slice(0, guards + 1).find(({url}) => this.#kindOf(url) !== 'host') ??
      near[0];
    if (!caller) return null;
    const kind = this.#kindOf(caller.url);
    if (kind === 'host') return {kind, place: null};
    const frames = kind === 'plugin' ? near : stackHere(FAR);
    return {kind, place: this.#place(frames)};
  }

  /** Returns the author's line that an error arose in or passed through. */
  placeOf(error: unknown): SourcePlace | null {
    const stack = error instanceof Error ? error.stack : undefined;
    return this.#place(stackFrames(stack ?? ''));
  }

  /** Returns whether the plugin, or what it loaded, is on an error's stack. */
  isFromPlugin(error: unknown): boolean {
    const stack = error instanceof Error ? error.stack : undefined;
    return stackFrames(stack ?? '').some(
      ({url}) => this.#kindOf(url) !== 'host',
    );
  }

  #kindOf(url: string): Caller['kind'] {
    if (url.startsWith(this.#addresses.host)) return 'host';
    return url.startsWith(this.#addresses.folder) ? 'plugin' : 'library';
  }

  #place(frames: readonly StackFrame[]): SourcePlace | null {
    const {folder, isScript} = this.#addresses;
    const frame = frames.find(({url}) => url.startsWith(folder));
    if (!frame) return null;
    const file = decodeURI(frame.url.slice(folder.length));
    const isShifted = isScript && frame.line === 1 && file === 'plugin.js';
    const shift = isShifted ? SCRIPT_PREFIX.length : 0;
    return {file, line: frame.line, column: Math.max(1, frame.column - shift)};
  }
}

function stackHere(depth: number): readonly StackFrame[] {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = depth;
  const {stack = ''} = new Error();
  Error.stackTraceLimit = before;
  return stackFrames(stack);
}
