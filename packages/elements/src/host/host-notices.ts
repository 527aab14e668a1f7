import type {LsError} from '@ls-annotation/core';
import {PluginError} from '@ls-annotation/plugins';

/** A failure that people are told of while the work goes on. */
export interface HostNotice {
  /** What failed. */
  readonly heading: string;
  /** Why. */
  readonly detail: string;
  /** Id of the plugin that failed, or `''`. */
  readonly pluginId: string;
}

/**
 * Returns the notices with one for `error` added; the same list when it is
 * there already, since plugins fail again on every display.
 */
export function withNotice(
  notices: readonly HostNotice[],
  error: LsError,
): readonly HostNotice[] {
  const notice = toNotice(error);
  const isKnown = notices.some(
    ({heading, detail}) =>
      heading === notice.heading && detail === notice.detail,
  );
  return isKnown ? notices : [...notices, notice];
}

/** Returns the notices without those of plugins that are not there. */
export function withoutGone(
  notices: readonly HostNotice[],
  pluginIds: readonly string[],
): readonly HostNotice[] {
  return notices.filter(
    ({pluginId}) => pluginId === '' || pluginIds.includes(pluginId),
  );
}

function toNotice(error: LsError): HostNotice {
  if (!(error instanceof PluginError)) {
    const heading = 'Something went wrong';
    return {heading, detail: error.message, pluginId: ''};
  }
  const {pluginId, summary, reason} = error;
  return {heading: summary, detail: reason, pluginId};
}
