import {LsError} from '@ls-annotation/core';

/**
 * Thrown where a service is asked for that nobody provides, and cause of a
 * plugin that cannot start without one.
 */
export class ServiceMissingError extends LsError {
  override readonly name = 'ServiceMissingError';
  readonly code = 'plugin/service-missing';
  /**
   * The plugin, then services and the plugins that provide them in turn; the
   * last one is the service that is missing.
   */
  readonly chain: readonly string[];

  constructor(chain: readonly string[], reason = '') {
    const missing = chain.at(-1) ?? '';
    const path = chain.length > 2 ? ` (${chain.join(' → ')})` : '';
    super(
      `Nobody provides "${missing}"${path}. ` +
        (reason ||
          'Add a plugin that has its token in `provides`, or move it from ' +
            '`requires` to `optional`.'),
    );
    this.chain = chain;
  }
}

/** Cause of plugins that cannot start because each waits for the other. */
export class ServiceCycleError extends LsError {
  override readonly name = 'ServiceCycleError';
  readonly code = 'plugin/service-cycle';
  /** Ids of the plugins; the last one is the first one. */
  readonly chain: readonly string[];

  constructor(chain: readonly string[]) {
    super(
      `It waits for itself: ${chain.join(' → ')}. Move one of the tokens ` +
        'from `requires` to `optional`.',
    );
    this.chain = chain;
  }
}

/** Thrown where a plugin uses a service that its manifest does not name. */
export class ServiceUndeclaredError extends LsError {
  override readonly name = 'ServiceUndeclaredError';
  readonly code = 'plugin/service-undeclared';
  /** Name of the token. */
  readonly token: string;

  constructor(token: string, field: 'provides' | 'requires') {
    const also = field === 'requires' ? ' or `optional`' : '';
    super(
      `The plugin does not declare "${token}". Add its token to ` +
        `\`${field}\`${also}, so that plugins start in order.`,
    );
    this.token = token;
  }
}

/** Thrown where a plugin provides what another one provides already. */
export class ServiceTakenError extends LsError {
  override readonly name = 'ServiceTakenError';
  readonly code = 'plugin/service-taken';
  /** Name of the token. */
  readonly token: string;
  /** Id of the plugin that provides it. */
  readonly ownerId: string;

  constructor(token: string, ownerId: string) {
    super(
      `"${token}" is provided by "${ownerId}" already. Take one of the ` +
        'plugins out, or give the service another name.',
    );
    this.token = token;
    this.ownerId = ownerId;
  }
}
