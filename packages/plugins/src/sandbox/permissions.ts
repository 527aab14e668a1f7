import {PluginSourceError} from '../errors.js';

/** What a sandboxed plugin may be allowed, beside `network:<host>`. */
export const PERMISSIONS = [
  'read',
  'write:own',
  'write',
  'submit',
  'veto',
  'storage',
  'modal',
] as const;

/** What a sandboxed plugin may be allowed, beside `network:<host>`. */
export type Permission = (typeof PERMISSIONS)[number];

const NETWORK = 'network:';
const HOST =
  /^(?:(https?|wss?):\/\/)?((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * What one sandboxed plugin may do. `read` is always among it, and `write`
 * includes `write:own`.
 */
export class PermissionSet {
  readonly #granted: ReadonlySet<Permission>;

  /** The names it was made of. */
  readonly names: readonly string[];

  /**
   * What it may speak to, as sources of a content security policy, for
   * example `https://api.example.com`; empty for nothing.
   */
  readonly hosts: readonly string[];

  /**
   * Reads permissions as the page's author writes them.
   *
   * @throws {@link PluginSourceError} for one that does not exist, and for a
   *   host that stands for every host.
   */
  constructor(names: readonly string[]) {
    const granted = new Set<Permission>(['read']);
    const hosts: string[] = [];
    for (const name of names) {
      if (name.startsWith(NETWORK)) hosts.push(...hostSources(name));
      else granted.add(toPermission(name));
    }
    if (granted.has('write')) granted.add('write:own');
    this.names = [...names];
    this.hosts = [...new Set(hosts)];
    this.#granted = granted;
  }

  /** Returns whether a permission is among them. */
  has(permission: Permission): boolean {
    return this.#granted.has(permission);
  }

  /** Returns whether an absolute address may be asked. */
  allowsAddress(address: string): boolean {
    const {protocol, hostname, port} = new URL(address);
    return this.hosts.some((source) => {
      const url = new URL(source.replace('*.', 'wildcard.'));
      if (url.protocol !== protocol || url.port !== port) return false;
      return source.includes('*.')
        ? hostname.endsWith(url.hostname.slice('wildcard'.length))
        : hostname === url.hostname;
    });
  }
}

function toPermission(name: string): Permission {
  const found = PERMISSIONS.find((permission) => permission === name);
  if (found) return found;
  throw new PluginSourceError(
    `"${name}" is no permission. Use ${PERMISSIONS.join(', ')} or ` +
      'network:<host>.',
  );
}

function hostSources(name: string): readonly string[] {
  const match = HOST.exec(name.slice(NETWORK.length));
  if (!match) {
    throw new PluginSourceError(
      `"${name}" names no host. Write, for example, ` +
        '"network:api.example.com" or "network:*.example.com".',
    );
  }
  const [, scheme, host = '', port = ''] = match;
  if (scheme) return [`${scheme}://${host}${port}`];
  const schemes = LOCAL.test(host)
    ? ['https', 'wss', 'http', 'ws']
    : ['https', 'wss'];
  return schemes.map((one) => `${one}://${host}${port}`);
}
