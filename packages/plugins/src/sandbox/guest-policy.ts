import type {PermissionSet} from './permissions.js';

/**
 * Returns the content security policy of a plugin's document: nothing may be
 * loaded from anywhere but the hosts that its permissions name.
 *
 * @param nonce - what the script of the runtime bears.
 */
export function guestPolicy({hosts}: PermissionSet, nonce: string): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': NONE,
    'script-src': [`'nonce-${nonce}'`, "'unsafe-eval'", 'blob:', ...hosts],
    'style-src': ["'unsafe-inline'", ...hosts],
    'img-src': ['data:', 'blob:', ...hosts],
    'media-src': ['data:', 'blob:', ...hosts],
    'font-src': ['data:', ...hosts],
    'connect-src': hosts.length > 0 ? hosts : NONE,
    'frame-src': NONE,
    'child-src': NONE,
    'worker-src': ['blob:'],
    'object-src': NONE,
    'manifest-src': NONE,
    'form-action': NONE,
    'base-uri': NONE,
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Puts a policy into force for the rest of a document's life. */
export function enforcePolicy(policy: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  document.head.append(meta);
}

const NONE = ["'none'"];
