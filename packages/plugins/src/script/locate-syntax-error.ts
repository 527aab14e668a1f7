import type {SourcePosition} from '../errors.js';
import type {PluginKind} from '../plugin-source.js';
import {trusted} from '../trusted-types.js';

/** What {@link locateSyntaxError} needs to know. */
export interface LocateOptions {
  /** How the source is to be read. */
  readonly kind: PluginKind;
  /** Nonce that lets an inline script run, or `''`. */
  readonly nonce: string;
}

/**
 * Returns where a source that does not parse breaks, or `null` when the
 * browser or the page's policy does not tell.
 *
 * A `SyntaxError` carries no place, but a script element that fails to parse
 * reports one to its window. It is read in a frame of its own, so that the
 * page's error handlers do not hear of it. Call it for broken sources only.
 */
export async function locateSyntaxError(
  code: string,
  options: LocateOptions,
): Promise<SourcePosition | null> {
  const found = await readInFrame(code, options);
  return found?.position ?? null;
}

/** What a frame says of a source that does not parse. */
export interface SyntaxFinding {
  /** What is wrong, in the browser's words. */
  readonly message: string;
  /** Where, or `null` when it is something else that is wrong. */
  readonly position: SourcePosition | null;
}

/** Returns what a frame says of a source, or `null` when it says nothing. */
export async function readInFrame(
  code: string,
  options: LocateOptions,
): Promise<SyntaxFinding | null> {
  // In a worker nobody tells.
  if (typeof document === 'undefined') return null;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  try {
    const inner = frame.contentWindow;
    return inner ? await readIn(inner, code, options) : null;
  } catch {
    return null;
  } finally {
    frame.remove();
  }
}

function readIn(
  inner: Window,
  code: string,
  {kind, nonce}: LocateOptions,
): Promise<SyntaxFinding | null> {
  return new Promise((resolve) => {
    const script = inner.document.createElement('script');
    if (nonce) script.nonce = nonce;
    if (kind === 'module') script.type = 'module';
    script.text = trusted(inner).createScript(syntaxProbe(code, kind));
    inner.addEventListener('error', (event) => {
      event.preventDefault();
      const position = syntaxPosition(event, code, kind);
      const message = event.message.replace(/^(Uncaught )?SyntaxError: /, '');
      resolve({message, position});
    });
    for (const end of ['load', 'error']) {
      script.addEventListener(end, () => {
        resolve(null);
      });
    }
    inner.document.documentElement.append(script);
    // A classic script has spoken by now.
    if (kind === 'script') resolve(null);
  });
}

/**
 * What no module can be: a name that leads nowhere, so that nothing else is
 * fetched, and nothing runs.
 */
const NEVER = 'ls-annotation-never';

/**
 * Makes a source that is read but, should it be whole after all, not run, also
 * when it ends the function around it.
 */
export function syntaxProbe(code: string, kind: PluginKind): string {
  return kind === 'module'
    ? `${code}\n;import '${NEVER}';`
    : `throw null; (async function () {\n${code}\n});`;
}

/** Returns the place that a window was told of for a probe, or `null`. */
export function syntaxPosition(
  event: ErrorEvent,
  code: string,
  kind: PluginKind,
): SourcePosition | null {
  if (event.lineno === 0 || !event.message.includes('SyntaxError')) return null;
  const line = event.lineno - (kind === 'script' ? 1 : 0);
  const last = code.split(/\r\n|[\n\r\u2028\u2029]/);
  return line > last.length
    ? {line: last.length, column: (last.at(-1)?.length ?? 0) + 1}
    : {line: Math.max(1, line), column: Math.max(1, event.colno)};
}
