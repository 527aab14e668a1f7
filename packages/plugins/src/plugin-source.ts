import type {PluginDefinition} from './plugin-definition.js';
import type {ResourceKind} from './reclaim/resource-kind.js';

/**
 * How a plugin is run: as the body of a sloppy-mode async function, as Label
 * Studio does, or as an ES module that exports a definition.
 */
export type PluginKind = 'script' | 'module';

/**
 * Where a plugin comes from. Exactly one of `src`, `code` and `definition` is
 * given.
 */
export interface PluginSource {
  /**
   * Name in errors, receipts and logs.
   * @defaultValue the definition's id, the file name of `src`, or a number
   */
  readonly id?: string;
  /** @defaultValue `'script'`, or `'module'` when a definition is given */
  readonly type?: PluginKind;
  /** Address of the source, relative to the page. */
  readonly src?: string;
  /** The source itself. */
  readonly code?: string;
  /** A plugin that the page has already imported. */
  readonly definition?: PluginDefinition;
  /** `sha256-`, `sha384-` or `sha512-` hash that `src` must have. */
  readonly integrity?: string;
  /** Nonce of the page's policy, when the runtime's is not the right one. */
  readonly nonce?: string;
  /**
   * True to run in a frame of its own origin. Never run with the page's
   * rights instead: without a runner for it this is an error.
   */
  readonly sandbox?: boolean;
  /**
   * What it may leave in the page when a display closes: `true` for
   * everything, or kinds of things. Left out, all of it is taken back.
   */
  readonly keep?: readonly ResourceKind[] | boolean;
  /** What a sandboxed plugin may do beside reading. */
  readonly permissions?: readonly string[];
  /** Where the frame of a sandboxed plugin stands; without it nothing shows. */
  readonly slot?: PluginSlot;
  /**
   * What it waits for on each display, its code being loaded only then:
   * `region-select`, the name of a frontend event such as `entityCreate`, or
   * `command:…` with the words of a button that starts it.
   * @defaultValue `['display']`, it waits for nothing
   */
  readonly activateOn?: readonly string[];
  /**
   * Which configs it is for: `tag:Text`, `name:label`, `!tag:Video`, with
   * spaces between when several must hold. Not even loaded for others.
   */
  readonly when?: string;
}

/** Places of a host where the frame of a sandboxed plugin may stand. */
export const PLUGIN_SLOTS = [
  'toolbar',
  'before',
  'after',
  'panel',
  'status',
] as const;

/** A place of a host where the frame of a sandboxed plugin may stand. */
export type PluginSlot = (typeof PLUGIN_SLOTS)[number];

/**
 * Returns a key that two sources share when they run the same code in the
 * same way.
 */
export function sourceKey(source: PluginSource): string {
  const {definition, ...rest} = source;
  const entries = Object.entries<unknown>(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([entries, definition ? identify(definition) : null]);
}

const identities = new WeakMap<PluginDefinition, number>();
let identityCount = 0;

/** Two definitions may bear one name. */
function identify(definition: PluginDefinition): number {
  const known = identities.get(definition);
  if (known !== undefined) return known;
  identityCount += 1;
  identities.set(definition, identityCount);
  return identityCount;
}

/** Returns the name under which a source is reported. */
export function sourceId(source: PluginSource, index: number): string {
  if (source.id) return source.id;
  const own: unknown = source.definition?.id;
  if (typeof own === 'string' && own !== '') return own;
  const file = source.src?.split(/[?#]/, 1)[0]?.split('/').pop();
  return file?.replace(/\.[cm]?js$/, '') || `plugin-${String(index + 1)}`;
}
