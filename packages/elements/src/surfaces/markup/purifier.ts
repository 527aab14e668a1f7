import type {DOMPurify} from 'dompurify';

/** What makes markup safe. */
export type Purifier = DOMPurify;

let loaded: Purifier | null = null;
let loading: Promise<Purifier> | null = null;

/** Returns what makes markup safe, or `null` before it has been loaded. */
export function loadedPurifier(): Purifier | null {
  return loaded;
}

/**
 * Loads what makes markup safe: a chunk of its own, fetched when the first
 * tag needs it.
 *
 * It is ours alone, so that hooks and settings of the page's own DOMPurify do
 * not weaken it. After a failure another call tries again.
 */
export async function loadPurifier(): Promise<Purifier> {
  loading ??= load();
  try {
    loaded = await loading;
    return loaded;
  } catch (error) {
    loading = null;
    throw error;
  }
}

async function load(): Promise<Purifier> {
  const {default: create} = await import('dompurify');
  return create(window);
}
