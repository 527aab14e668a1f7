import {TabMemory} from '../shared/tab-memory.js';

/** What somebody sets of the panel itself. */
export interface PanelOptions {
  /** Whether notes are taken while nobody can see it. */
  readonly keepRecording: boolean;
}

/** Returns what keeps the options of a host's panel. */
export function optionsMemory(hostId: string): TabMemory<PanelOptions> {
  return new TabMemory(hostId, 'options', isOptions);
}

function isOptions(value: unknown): value is PanelOptions {
  return (
    typeof value === 'object' &&
    value !== null &&
    'keepRecording' in value &&
    typeof value.keepRecording === 'boolean'
  );
}
