import {PluginPolicyError, PluginSyntaxError} from '../errors.js';

import {defineByElement} from './define-by-element.js';
import {locateSyntaxError} from './locate-syntax-error.js';

/** A plugin script as a function; sloppy mode, asynchronous. */
export type CompiledScript = (
  lsi: unknown,
  htx: unknown,
  dm: unknown,
) => Promise<unknown>;

/** What {@link compileScript} needs to know. */
export interface CompileOptions {
  /** Name of the source in stacks and developer tools. */
  readonly sourceUrl: string;
  /** Nonce of the page's policy, or `''`. */
  readonly nonce: string;
}

/** Text before the source on its first line. */
export const SCRIPT_PREFIX = '(async function (LSI, Htx, DM) {';

const AsyncFunction = (async () => undefined).constructor as new (
  ...source: string[]
) => CompiledScript;

/**
 * Compiles Label Studio plugin source: the body of an asynchronous sloppy-mode
 * function with `LSI`, `Htx` and `DM` in scope.
 *
 * Where the page's policy forbids evaluation, a script element with the
 * policy's nonce defines the function instead.
 *
 * @throws {@link PluginSyntaxError} when the source does not parse.
 * @throws {@link PluginPolicyError} when the policy allows neither way.
 */
export async function compileScript(
  code: string,
  options: CompileOptions,
): Promise<CompiledScript> {
  try {
    return evaluate(code, options.sourceUrl) ?? byElement(code, options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = {kind: 'script', nonce: options.nonce} as const;
    const position = await locateSyntaxError(code, place);
    throw new PluginSyntaxError(error, position);
  }
}

/** Returns `null` where the page's policy forbids evaluation. */
function evaluate(code: string, sourceUrl: string): CompiledScript | null {
  try {
    // The constructor takes nothing but a function body, so that source
    // cannot close the function that the next line wraps around it.
    new AsyncFunction('LSI', 'Htx', 'DM', code);
    const evaluateGlobally = eval;
    return evaluateGlobally(wrapped(code, sourceUrl)) as CompiledScript;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return null;
  }
}

function byElement(
  code: string,
  {sourceUrl, nonce}: CompileOptions,
): CompiledScript {
  const outcome = defineByElement(wrapped(code, sourceUrl), nonce);
  if (outcome instanceof Error) throw outcome;
  if (outcome === null) throw new PluginPolicyError();
  return outcome as CompiledScript;
}

/** The source keeps its line numbers, so that stacks name the right ones. */
function wrapped(code: string, sourceUrl: string): string {
  const name = sourceUrl.replace(/\s/g, '%20');
  return `${SCRIPT_PREFIX}${code}\n})\n//# sourceURL=${name}`;
}
