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

let policy: TrustedPolicy | null | undefined;

/**
 * Returns what marks plugin code, which the page's author asked for, as
 * trusted where the page requires Trusted Types; hands texts through where
 * the browser has none, or where the page does not allow the policy.
 */
export function trusted(): TrustedPolicy {
  policy ??= createPolicy();
  return policy;
}

function createPolicy(): TrustedPolicy {
  const rules = {createHTML: same, createScript: same, createScriptURL: same};
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypeFactory};
  try {
    return trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, rules) ?? rules;
  } catch {
    return rules;
  }
}
