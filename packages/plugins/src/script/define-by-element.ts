import {trusted} from '../trusted-types.js';

const HANDOVER = Symbol.for('@ls-annotation/script-handover');

/**
 * Evaluates an expression with an inline classic script element, which a
 * content security policy allows by nonce where it forbids `eval`.
 *
 * Returns the value, the `SyntaxError` that the browser reported, or `null`
 * when the policy kept the element from running.
 */
export function defineByElement(expression: string, nonce: string): unknown {
  const script = document.createElement('script');
  if (nonce) script.nonce = nonce;
  const name = String(HANDOVER.description);
  script.text = trusted().createScript(
    `globalThis[Symbol.for('${name}')] = ${expression}`,
  );
  const failures: SyntaxError[] = [];
  const onError = (event: ErrorEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    failures.push(toSyntaxError(event));
  };
  const holder = globalThis as {[HANDOVER]?: unknown};
  globalThis.addEventListener('error', onError, {capture: true});
  try {
    document.documentElement.append(script);
    return failures[0] ?? holder[HANDOVER] ?? null;
  } finally {
    globalThis.removeEventListener('error', onError, {capture: true});
    script.remove();
    Reflect.deleteProperty(holder, HANDOVER);
  }
}

function toSyntaxError(event: ErrorEvent): SyntaxError {
  const {error} = event as {error: unknown};
  return error instanceof SyntaxError ? error : new SyntaxError(event.message);
}
