import type {PluginSource} from '../plugin-source.js';

const COMMAND = 'command:';

/** Returns whether a plugin starts with the display, and does not wait. */
export function startsAtOnce({activateOn = []}: PluginSource): boolean {
  return activateOn.length === 0 || activateOn.includes('display');
}

/** Returns the commands that a plugin waits for, in the words of its buttons. */
export function commandsOf({activateOn = []}: PluginSource): readonly string[] {
  return activateOn
    .filter((trigger) => trigger.startsWith(COMMAND))
    .map((trigger) => trigger.slice(COMMAND.length));
}
