import {PluginFetchError} from '../errors.js';

/**
 * Loads a part of this package that is a file of its own.
 *
 * @throws {@link PluginFetchError} rejects with, when it does not arrive.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const [address = 'A file of the plugin host'] =
      /https?:\S+/.exec(String(cause)) ?? [];
    throw new PluginFetchError(address, null, cause);
  }
}
