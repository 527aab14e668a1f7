import type {PluginError} from '@ls-annotation/plugins';

/** Returns what failed and why, without the place, which is shown apart. */
export function faultWords({summary, cause}: PluginError): string {
  return `${summary}: ${cause instanceof Error ? cause.message : String(cause)}`;
}
