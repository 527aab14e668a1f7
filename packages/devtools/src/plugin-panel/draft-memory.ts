import {TabMemory} from '../shared/tab-memory.js';

import {EMPTY_DRAFT} from './plugin-draft.js';
import type {PluginDraft} from './plugin-draft.js';

/** Returns what keeps the draft of a host while its page is loaded again. */
export function draftMemory(hostId: string): TabMemory<PluginDraft> {
  return new TabMemory(hostId, 'draft', isDraft);
}

/** Returns whether two drafts say the same. */
export function isSameDraft(one: PluginDraft, other: PluginDraft): boolean {
  return (Object.keys(one) as (keyof PluginDraft)[]).every(
    (key) => one[key] === other[key],
  );
}

function isDraft(value: unknown): value is PluginDraft {
  if (typeof value !== 'object' || value === null) return false;
  const found = value as Partial<Record<string, unknown>>;
  return (
    Object.entries(EMPTY_DRAFT).every(
      ([key, empty]) => typeof found[key] === typeof empty,
    ) &&
    (found.kind === 'script' || found.kind === 'module')
  );
}
