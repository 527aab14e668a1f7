import type {SourcePosition} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';

import type {ResourceKind} from './resource-kind.js';

/**
 * What became of something: `reclaimed` when it was there and was taken back,
 * `refused` when code of a display that had closed asked for it, `kept` when
 * the page's author had the plugin keep it, `left` when it was there and
 * nothing can take it back.
 */
export type ReceiptOutcome = 'reclaimed' | 'refused' | 'kept' | 'left';

/** A line of a receipt: equal things of one place are one line. */
export interface ReceiptItem {
  /** What it was. */
  readonly kind: ResourceKind;
  /** Which one, in words: `keydown on window`. */
  readonly what: string;
  /** How many. */
  readonly count: number;
  /** What became of it. */
  readonly outcome: ReceiptOutcome;
  /** True when nothing of it is left. */
  readonly isReclaimed: boolean;
  /** Where in the plugin's source it came from, `null` when not known. */
  readonly position: SourcePosition | null;
}

/** What a line is made of before anybody has read it. */
export interface ReceiptEntry {
  /** What it was. */
  readonly kind: ResourceKind;
  /** Which one, in words. */
  readonly what: string;
  /** What became of it. */
  readonly outcome: ReceiptOutcome;
  /** Stack of the moment when it was taken. */
  readonly trace: Error | null;
}

/** Whose a receipt is. */
export interface ReceiptHead {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Internal id of the annotation that was on display. */
  readonly annotationId: string;
  /** Number of the plugin's run, on this page. */
  readonly run: number;
  /** The source that ran, or `null` when that is not known. */
  readonly source: PluginSource | null;
  /** How long the plugin's end kept the page busy, milliseconds. */
  readonly busyMs: number;
  /** Returns where in the plugin's source an error arose. */
  readonly locate: (error: unknown) => SourcePosition | null;
}

/**
 * What one plugin left behind with one display, and what became of it.
 *
 * What the plugin gave back by itself is not on it. Lines are made when they
 * are read: looking up their places takes longer than reclaiming does.
 */
export class PluginReceipt {
  readonly #entries: readonly ReceiptEntry[];
  readonly #locate: ReceiptHead['locate'];
  #items: readonly ReceiptItem[] | null = null;

  /** Id of the plugin. */
  readonly pluginId: string;
  /** Internal id of the annotation that was on display. */
  readonly annotationId: string;
  /**
   * Number of the plugin's run, on this page. A receipt that comes again with
   * the same number has more lines: its code went on after the close.
   */
  readonly run: number;
  /** The source that ran, or `null` when that is not known. */
  readonly source: PluginSource | null;
  /**
   * How long the end of the display kept the page busy for this plugin, its
   * disposers and the taking back together, milliseconds.
   */
  readonly busyMs: number;

  constructor(head: ReceiptHead, entries: readonly ReceiptEntry[]) {
    this.pluginId = head.pluginId;
    this.annotationId = head.annotationId;
    this.run = head.run;
    this.source = head.source;
    this.busyMs = head.busyMs;
    this.#locate = head.locate;
    this.#entries = entries;
  }

  /** True when the plugin left nothing behind. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** The lines, in the order in which the things were taken. */
  get items(): readonly ReceiptItem[] {
    this.#items ??= toItems(this.#entries, this.#locate);
    return this.#items;
  }
}

function toItems(
  entries: readonly ReceiptEntry[],
  locate: ReceiptHead['locate'],
): readonly ReceiptItem[] {
  const items = new Map<string, ReceiptItem>();
  for (const {kind, what, outcome, trace} of entries) {
    const position = trace && locate(trace);
    const key = JSON.stringify([kind, what, outcome, position]);
    const count = (items.get(key)?.count ?? 0) + 1;
    const isReclaimed = outcome !== 'kept' && outcome !== 'left';
    items.set(key, {kind, what, count, outcome, isReclaimed, position});
  }
  return [...items.values()];
}
