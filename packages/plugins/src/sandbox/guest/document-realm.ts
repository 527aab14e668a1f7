import type {SourcePosition} from '../../errors.js';
import type {PluginKind} from '../../plugin-source.js';
import {trusted} from '../../trusted-types.js';
import {syntaxProbe, syntaxPosition} from '../../script/locate-syntax-error.js';

import type {GuestRealm} from './guest.js';

/** A plugin that shows something runs in a document. */
export const documentRealm: GuestRealm = {loadScript, locate};

function loadScript(address: string, integrity: string): Promise<void> {
  const script = document.createElement('script');
  if (integrity) {
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
  }
  script.src = trusted().createScriptURL(address);
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      reject(new TypeError(`"${address}" did not arrive as it should.`));
    });
    document.head.append(script);
  });
}

/**
 * Returns where a source does not parse, as a script element that fails to
 * parse tells its window. What it holds does not run.
 */
export function locate(
  code: string,
  kind: PluginKind,
): Promise<SourcePosition | null> {
  const blob = new Blob([syntaxProbe(code, kind)], {type: 'text/javascript'});
  const script = document.createElement('script');
  if (kind === 'module') script.type = 'module';
  const url = URL.createObjectURL(blob);
  script.src = trusted().createScriptURL(url);
  return new Promise((resolve) => {
    const onError = (event: ErrorEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      end(syntaxPosition(event, code, kind));
    };
    const end = (position: SourcePosition | null): void => {
      removeEventListener('error', onError, {capture: true});
      URL.revokeObjectURL(url);
      script.remove();
      resolve(position);
    };
    addEventListener('error', onError, {capture: true});
    for (const type of ['load', 'error']) {
      script.addEventListener(type, (event) => {
        event.stopPropagation();
        end(null);
      });
    }
    document.head.append(script);
  });
}
