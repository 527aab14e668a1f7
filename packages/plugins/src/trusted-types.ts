interface TrustedPolicy {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(text: string): string;
}

interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: Record<keyof TrustedPolicy, (text: string) => string>,
  ): TrustedPolicy;
}

/** Name to allow with `trusted-types` in a policy. */
export const TRUSTED_TYPES_POLICY = 'ls-annotation-plugins';

const same = (text: string): string => text;

/** A page allows a policy to be made once, however many copies of us it has. */
const KEY = Symbol.for('@ls-annotation/trusted-types-policy');

/**
 * Returns what marks plugin code, which the page's author asked for, and
 * documents that are only read, as trusted where the page requires Trusted
 * Types; hands texts through where the browser has none, or where the page
 * does not allow the policy.
 *
 * @param realm - the window whose sinks the texts are for.
 */
export function trusted(realm: object = globalThis): TrustedPolicy {
  const holder = realm as {[KEY]?: TrustedPolicy};
  if (holder[KEY]) return holder[KEY];
  const policy = createPolicy(realm);
  Object.defineProperty(holder, KEY, {value: policy});
  return policy;
}

function createPolicy(realm: object): TrustedPolicy {
  const rules = {createHTML: same, createScript: same, createScriptURL: same};
  const {trustedTypes} = realm as {trustedTypes?: TrustedTypeFactory};
  try {
    return trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, rules) ?? rules;
  } catch {
    return rules;
  }
}
