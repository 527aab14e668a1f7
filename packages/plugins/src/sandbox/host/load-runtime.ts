import {PluginFrameError} from '../../errors.js';

const runtimes = new Map<string, Promise<string>>();

/**
 * Returns the source of what runs inside a plugin's document, loaded once.
 *
 * It comes as a module, whose only export is that text, so that pages need to
 * allow nothing but their own scripts.
 *
 * @throws {@link PluginFrameError} (as rejection) when it does not arrive; it
 *   may be asked for again.
 */
export function loadRuntime(guestUrl: string): Promise<string> {
  const known = runtimes.get(guestUrl);
  if (known) return known;
  const loading = load(guestUrl);
  runtimes.set(guestUrl, loading);
  loading.catch(() => runtimes.delete(guestUrl));
  return loading;
}

async function load(guestUrl: string): Promise<string> {
  const url = `${guestUrl}ls-annotation-guest.js`;
  try {
    const exports = (await import(/* @vite-ignore */ url)) as {
      readonly default: string;
    };
    return exports.default;
  } catch (cause) {
    throw new PluginFrameError(url, cause);
  }
}
