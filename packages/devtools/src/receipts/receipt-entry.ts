import type {PluginReceipt, ReceiptItem} from '@ls-annotation/plugins';

import type {PlaceOf} from '../shared/place-of.js';

/** What a plugin left behind with one display. */
export interface ReceiptEntry {
  /** The newest receipt of that display. */
  readonly receipt: PluginReceipt;
  /** Returns where in the author's text a place of what ran is. */
  readonly placeOf: PlaceOf;
}

const OUTCOMES: readonly (readonly [ReceiptItem['outcome'], string])[] = [
  ['reclaimed', 'taken back'],
  ['kept', 'kept'],
  ['refused', 'refused'],
  ['left', 'left behind'],
];

/** Returns whether a line is one to see to. */
export function isAlarming({outcome}: ReceiptItem): boolean {
  return outcome === 'refused' || outcome === 'left';
}

/** Returns what became of a thing, in words. */
export function outcomeWords(outcome: ReceiptItem['outcome']): string {
  return OUTCOMES.find(([name]) => name === outcome)?.[1] ?? outcome;
}

/** Returns what became of everything on a receipt, in words. */
export function receiptWords({isEmpty, items}: PluginReceipt): string {
  if (isEmpty) return 'left nothing';
  return OUTCOMES.map(([name, words]) => {
    const count = items
      .filter(({outcome}) => outcome === name)
      .reduce((sum, item) => sum + item.count, 0);
    return count > 0 ? `${String(count)} ${words}` : '';
  })
    .filter((part) => part !== '')
    .join(', ');
}
