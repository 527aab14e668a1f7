import {
  PluginFetchError,
  PluginImportError,
  PluginPolicyError,
  PluginSyntaxError,
} from '../errors.js';
import {diagnoseUrl, fetchCode} from '../load/fetch-code.js';
import {assertIntegrity} from '../load/integrity.js';
import {defineByElement} from '../script/define-by-element.js';
import {locateSyntaxError} from '../script/locate-syntax-error.js';
import {trusted} from '../trusted-types.js';

/** The exports of a module. */
export type ModuleExports = Readonly<Record<string, unknown>>;

/** What a module is imported with. */
export interface ImportModuleOptions {
  /** Hash that the module must have, or `''`. */
  readonly integrity: string;
  /** Nonce of the page's policy, or `''`. */
  readonly nonce: string;
}

/**
 * Imports the module at an absolute address.
 *
 * @throws a typed error that names the address and what to do about it; the
 *   module's own error when its top level throws.
 */
export async function importModule(
  url: string,
  options: ImportModuleOptions,
): Promise<ModuleExports> {
  try {
    if (options.integrity) await fetchVerified(url, options);
    return await load(url, options.nonce);
  } catch (error) {
    throw await explain(url, error, options);
  }
}

/**
 * Imports source text by way of a blob.
 *
 * @throws a typed error: the source does not parse, something that it imports
 *   does not arrive, or the page's policy does not allow it; the module's own
 *   error when its top level throws.
 */
export async function importInline(
  code: string,
  {nonce}: ImportModuleOptions,
): Promise<ModuleExports> {
  try {
    return await loadText(code, nonce);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw await syntaxError(error, code, nonce);
    }
    if (!isLoadFailure(error)) throw error;
    throw (await mayLoadText(nonce))
      ? new PluginImportError(error)
      : new PluginPolicyError(error);
  }
}

/** The browser says the same of a policy and of an import that fails. */
function mayLoadText(nonce: string): Promise<boolean> {
  return loadText('export {};', nonce).then(
    () => true,
    () => false,
  );
}

async function loadText(code: string, nonce: string): Promise<ModuleExports> {
  const blob = new Blob([code], {type: 'text/javascript'});
  const url = URL.createObjectURL(blob);
  try {
    return await load(url, nonce);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * What an inline script with a nonce imports is allowed by its nonce, also
 * where the policy does not name the address, as for inline source.
 */
function load(url: string, nonce: string): Promise<ModuleExports> {
  const importer = nonce && defineByElement('(url) => import(url)', nonce);
  return typeof importer === 'function'
    ? (importer as (url: string) => Promise<ModuleExports>)(url)
    : (import(/* @vite-ignore */ url) as Promise<ModuleExports>);
}

/**
 * Has the browser fetch the module with its hash, by a script element; the
 * import that follows finds that very module.
 */
async function fetchVerified(
  url: string,
  {integrity, nonce}: ImportModuleOptions,
): Promise<void> {
  assertIntegrity(url, integrity);
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  if (nonce) script.nonce = nonce;
  script.src = trusted().createScriptURL(url);
  try {
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        reject(new TypeError(`Failed to fetch ${url}`));
      });
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}

async function explain(
  url: string,
  error: unknown,
  {integrity, nonce}: ImportModuleOptions,
): Promise<unknown> {
  if (error instanceof SyntaxError) {
    const code = await fetchCode(url, integrity).catch(() => '');
    return syntaxError(error, code, nonce);
  }
  if (!isLoadFailure(error)) return error;
  return (
    (await diagnoseUrl(url, integrity)) ??
    new PluginFetchError(url, null, error)
  );
}

async function syntaxError(
  error: SyntaxError,
  code: string,
  nonce: string,
): Promise<PluginSyntaxError> {
  const position = await locateSyntaxError(code, {kind: 'module', nonce});
  return new PluginSyntaxError(error, position);
}

/** Browsers say with a bare `TypeError` that a module did not arrive. */
function isLoadFailure(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /fetch|import|load|module/i.test(error.message)
  );
}
