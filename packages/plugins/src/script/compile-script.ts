import {PluginPolicyError, PluginSyntaxError} from '../errors.js';

import {defineByElement} from './define-by-element.js';
import {locateSyntaxError} from './locate-syntax-error.js';

/** A plugin script as a function; sloppy mode, asynchronous. */
export type CompiledScript = (
  lsi: unknown,
  htx: unknown,
  dm: unknown,
  /** Object through which it reads identifiers that are not its own. */
  scope?: object,
) => Promise<unknown>;

/** Puts a scope around a script. */
type ScopedScript = (
  scope: object,
) => (lsi: unknown, htx: unknown, dm: unknown) => Promise<unknown>;

const NO_SCOPE: object = Object.freeze(Object.create(null) as object);

/** What {@link compileScript} needs to know. */
export interface CompileOptions {
  /** Name of the source in stacks and developer tools. */
  readonly sourceUrl: string;
  /** Nonce of the page's policy, or `''`. */
  readonly nonce: string;
}

/**
 * Built-ins that scripts use in loops: handed over, they are not looked for in
 * the scope each time.
 */
const BUILT_INS = 'Math, JSON, Object, Array, String, Number, Promise, Error';

/** Text before the source on its first line. */
export const SCRIPT_PREFIX =
  `(function () { with (arguments[0]) return (function (${BUILT_INS}) { ` +
  'return async function (LSI, Htx, DM) {';

const SCRIPT_SUFFIX = `}; })(${BUILT_INS}); })`;

const AsyncFunction = (async () => undefined).constructor as new (
  ...source: string[]
) => CompiledScript;

/**
 * Compiles Label Studio plugin source: the body of an asynchronous sloppy-mode
 * function with `LSI`, `Htx` and `DM` in scope.
 *
 * With a nonce a script element defines the function, since a policy reports
 * even the attempt to evaluate that it forbids; without one it is evaluated.
 *
 * @throws {@link PluginSyntaxError} when the source does not parse.
 * @throws {@link PluginPolicyError} when the policy allows neither way.
 */
export async function compileScript(
  code: string,
  options: CompileOptions,
): Promise<CompiledScript> {
  try {
    const compiled = options.nonce
      ? byElement(code, options)
      : (evaluate(code, options.sourceUrl) ?? byElement(code, options));
    return (lsi, htx, dm, scope = NO_SCOPE) => compiled(scope)(lsi, htx, dm);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = {kind: 'script', nonce: options.nonce} as const;
    const position = await locateSyntaxError(code, place);
    throw new PluginSyntaxError(error, position);
  }
}

/** Returns `null` where the page's policy forbids evaluation. */
function evaluate(code: string, sourceUrl: string): ScopedScript | null {
  try {
    // The constructor takes nothing but a function body, so that source
    // cannot close the function that the next line wraps around it.
    new AsyncFunction('LSI', 'Htx', 'DM', code);
    const evaluateGlobally = eval;
    return evaluateGlobally(wrapped(code, sourceUrl)) as ScopedScript;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return null;
  }
}

function byElement(
  code: string,
  {sourceUrl, nonce}: CompileOptions,
): ScopedScript {
  const outcome = defineByElement(wrapped(code, sourceUrl), nonce);
  if (outcome instanceof Error) throw outcome;
  if (outcome === null) throw new PluginPolicyError();
  return outcome as ScopedScript;
}

/** The source keeps its line numbers, so that stacks name the right ones. */
function wrapped(code: string, sourceUrl: string): string {
  const name = sourceUrl.replace(/\s/g, '%20');
  return `${SCRIPT_PREFIX}${code}\n${SCRIPT_SUFFIX}\n//# sourceURL=${name}`;
}
