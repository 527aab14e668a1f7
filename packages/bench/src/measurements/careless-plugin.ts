/**
 * A plugin that takes nothing of its own back. What it leaves is shown and is
 * its author's to end, so no budget is set on it.
 */
export const CARELESS_PLUGIN = 'annotation switches, text, careless plugin';
