import type {PluginSource, SourcePosition} from '@ls-annotation/plugins';

/**
 * Returns where in the author's text a place of what ran is.
 *
 * @param source - what ran, or `null` when that is not known.
 */
export type PlaceOf = (
  position: SourcePosition,
  source: PluginSource | null,
) => SourcePosition;

/** For what runs as its author wrote it. */
export const asWritten: PlaceOf = (position) => position;
