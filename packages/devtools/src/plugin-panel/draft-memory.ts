import type {PluginDraft} from './plugin-draft.js';

const PREFIX = 'ls-plugin-panel';

/**
 * Keeps the draft of one host while its page is loaded again, in the
 * browser's storage of this tab. Where there is no storage it keeps nothing.
 */
export class DraftMemory {
  readonly #key: string;

  /** @param hostId - what the host is known by on its page. */
  constructor(hostId: string) {
    this.#key = `${PREFIX} ${location.pathname} ${hostId}`;
  }

  /** Returns the draft that is kept, or `null`. */
  read(): PluginDraft | null {
    try {
      const text = sessionStorage.getItem(this.#key);
      const value: unknown = text === null ? null : JSON.parse(text);
      return isDraft(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Keeps a draft, or with `null` none any more. */
  write(draft: PluginDraft | null): void {
    try {
      if (draft) sessionStorage.setItem(this.#key, JSON.stringify(draft));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // A full or forbidden storage costs nothing but this.
    }
  }
}

/** Returns whether two drafts say the same. */
export function isSameDraft(one: PluginDraft, other: PluginDraft): boolean {
  return (Object.keys(one) as (keyof PluginDraft)[]).every(
    (key) => one[key] === other[key],
  );
}

function isDraft(value: unknown): value is PluginDraft {
  if (typeof value !== 'object' || value === null) return false;
  const {script, config, task, kind, sandbox, permissions} = value as Partial<
    Record<keyof PluginDraft, unknown>
  >;
  return (
    [script, config, task, permissions].every(
      (text) => typeof text === 'string',
    ) &&
    (kind === 'script' || kind === 'module') &&
    typeof sandbox === 'boolean'
  );
}
