/** What a plugin can take from the page, so that it has to be given back. */
export const RESOURCE_KINDS = [
  'listener',
  'timeout',
  'interval',
  'frame',
  'idle',
  'task',
  'observer',
  'connection',
  'lock',
  'media',
  'screen',
  'request',
  'object-url',
  'node',
  'style',
  'global',
  'handler',
  'subscription',
  'modal',
] as const;

/** One of {@link RESOURCE_KINDS}. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Returns whether `name` is a kind. */
export function isResourceKind(name: string): name is ResourceKind {
  return (RESOURCE_KINDS as readonly string[]).includes(name);
}
