import type {LsError} from '@ls-annotation/core';
import {PluginError} from '@ls-annotation/plugins';

/** A failure that people are told of while the work goes on. */
export interface HostNotice {
  /** What failed. */
  readonly heading: string;
  /** Why. */
  readonly detail: string;
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

function toNotice(error: LsError): HostNotice {
  if (!(error instanceof PluginError)) {
    return {heading: 'Something went wrong', detail: error.message};
  }
  const subject = `Plugin "${error.pluginId}"`;
  const rest = error.message.slice(subject.length).trim();
  return {
    heading: `${subject} failed`,
    detail: `It ${rest}`,
  };
}
