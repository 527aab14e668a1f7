import type {HostElement} from './host-bundle.js';
import type {PageOptions} from './page-options.js';

type Settings = Pick<PageOptions, 'pluginName' | 'settings'>;

/** Has the plugin start with the values that its manifest gives. */
export function giveSettings(
  host: HostElement,
  {pluginName, settings}: Settings,
): void {
  if (Object.keys(settings).length === 0) return;
  // What the check itself gives is nothing that the plugin has stored.
  host.settingsStorage = {read: () => null, write: () => undefined};
  host.pluginRuntime.settings.give(pluginName, settings);
}

/** Returns what is wrong with those values, in words. */
export function settingIssues(
  host: HostElement,
  {pluginName, settings}: Settings,
): readonly string[] {
  const names = Object.keys(settings);
  if (names.length === 0) return [];
  const found = host.pluginRuntime.settings.find(pluginName);
  if (!found) return ['It has no settings, and plugin.json gives values.'];
  return found.set(settings).map(({path, message}) => `${path}: ${message}`);
}
