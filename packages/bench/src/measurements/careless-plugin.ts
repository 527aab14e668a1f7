/** A plugin that takes nothing of its own back: the host has to. */
export const CARELESS_PLUGIN = 'annotation switches, text, careless plugin';
