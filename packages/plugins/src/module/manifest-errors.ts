import {LsError} from '@ls-annotation/core';

/** Cause of a module plugin whose manifest is wrong. */
export class PluginManifestError extends LsError {
  override readonly name = 'PluginManifestError';
  readonly code = 'plugin/manifest';
  /** Field that is wrong, for example `settings/0/name`. */
  readonly field: string;

  constructor(field: string, remedy: string) {
    super(`\`${field}\` of the plugin's definition is wrong. ${remedy}`);
    this.field = field;
  }
}

/** Cause of a module plugin that is made for another version of the host. */
export class PluginHostVersionError extends LsError {
  override readonly name = 'PluginHostVersionError';
  readonly code = 'plugin/host-version';
  /** Versions that it is made for. */
  readonly range: string;
  /** Version that is here. */
  readonly version: string;

  constructor(range: string, version: string) {
    super(
      `It is made for "${range}" of the host, and this is ${version}. Take ` +
        'a version of the plugin that fits, or widen `host` when it does.',
    );
    this.range = range;
    this.version = version;
  }
}
