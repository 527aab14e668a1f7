import type {PluginReceipt} from '@ls-annotation/plugins';

import {FACT} from './fact.js';

/**
 * Fired for every plugin when a display has closed, and again when its code
 * went on and was refused something.
 */
export class PluginReceiptEvent extends Event {
  static readonly eventName = 'ls-plugin-receipt';
  /** What the plugin left behind, and what became of it. */
  readonly receipt: PluginReceipt;

  constructor(receipt: PluginReceipt) {
    super(PluginReceiptEvent.eventName, FACT);
    this.receipt = receipt;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PluginReceiptEvent.eventName]: PluginReceiptEvent;
  }
}
