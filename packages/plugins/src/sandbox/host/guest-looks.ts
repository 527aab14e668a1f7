import type {GuestLooks} from '../protocol.js';

const TOKENS = [
  'font-family',
  'font-family-mono',
  'font-size-small',
  'font-size',
  'font-size-medium',
  'font-size-large',
  'line-height',
  'space-1',
  'space-2',
  'space-3',
  'space-4',
  'space-6',
  'radius',
  'radius-small',
  'target-size',
  'duration',
  'surface',
  'surface-raised',
  'surface-hover',
  'surface-selected',
  'border',
  'border-strong',
  'text',
  'text-muted',
  'accent',
  'accent-hover',
  'on-accent',
  'danger',
  'warning',
  'success',
  'focus-ring',
];

/** Returns the looks of a place in the page, for what is framed there. */
export function guestLooks(place: Element): GuestLooks {
  const computed = getComputedStyle(place);
  const tokens: Record<string, string> = {};
  for (const token of TOKENS) {
    const name = `--ls-${token}`;
    const value = computed.getPropertyValue(name).trim();
    if (value) tokens[name] = value;
  }
  return {colorScheme: computed.colorScheme, tokens};
}
