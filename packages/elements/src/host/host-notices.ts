import type {LsError} from '@ls-annotation/core';
import type {PluginSource, SetAsidePlugin} from '@ls-annotation/plugins';
import {PluginError} from '@ls-annotation/plugins';

/** A failure that people are told of while the work goes on. */
export interface HostNotice {
  /** What failed. */
  readonly heading: string;
  /** Why. */
  readonly detail: string;
  /** Id of the plugin that failed, or `''`. */
  readonly pluginId: string;
  /** What it was run from, or `null` when that is not known. */
  readonly source: PluginSource | null;
  /** True when the plugin was set aside and can be brought back. */
  readonly isSetAside: boolean;
}

/**
 * Returns the notices with one for `error` added; the same list when it is
 * there already, since plugins fail again on every display, and when the tag
 * that it is about says so in its own place.
 */
export function withNotice(
  notices: readonly HostNotice[],
  error: LsError,
): readonly HostNotice[] {
  if ('isToldInPlace' in error) return notices;
  const notice = toNotice(error);
  const isKnown = notices.some(
    ({heading, detail}) =>
      heading === notice.heading && detail === notice.detail,
  );
  return isKnown ? notices : [...notices, notice];
}

/**
 * Returns the notices without those of plugins that are not there, or that
 * have been written anew since.
 */
export function withoutGone(
  notices: readonly HostNotice[],
  sources: readonly PluginSource[],
): readonly HostNotice[] {
  return notices.filter(
    ({pluginId, source}) =>
      pluginId === '' ||
      (source
        ? sources.includes(source)
        : sources.some(({id}) => id === pluginId)),
  );
}

/**
 * Returns the notices with one for each plugin that is set aside, in the place
 * of what was said about its failures before.
 */
export function withSetAside(
  notices: readonly HostNotice[],
  setAside: readonly SetAsidePlugin[],
): readonly HostNotice[] {
  const others = notices.filter(
    ({pluginId, isSetAside}) =>
      !isSetAside && !setAside.some((one) => one.pluginId === pluginId),
  );
  return [...others, ...setAside.map(toSetAsideNotice)];
}

function toSetAsideNotice({pluginId, error}: SetAsidePlugin): HostNotice {
  return {
    heading: `Plugin "${pluginId}" was set aside: it failed three times in a row`,
    detail: `At last it ${error.deed}: ${error.reason}`,
    pluginId,
    source: error.source,
    isSetAside: true,
  };
}

function toNotice(error: LsError): HostNotice {
  if (!(error instanceof PluginError)) {
    const heading = 'Something went wrong';
    const detail = error.message;
    return {heading, detail, pluginId: '', source: null, isSetAside: false};
  }
  const {pluginId, source, summary, reason} = error;
  const isSetAside = false;
  return {heading: summary, detail: reason, pluginId, source, isSetAside};
}
