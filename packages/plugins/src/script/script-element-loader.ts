import {ScriptImportError} from '@ls-annotation/lsi';
import type {ScriptLoader} from '@ls-annotation/lsi';

import {diagnoseUrl} from '../load/fetch-code.js';
import {assertIntegrity} from '../load/integrity.js';
import {resolveUrl} from '../load/resolve-url.js';
import {pageOwnership} from '../reclaim/page-ownership.js';
import {trusted} from '../trusted-types.js';

/** What a page may say about imported scripts. */
export interface ScriptElementLoaderOptions {
  /** Nonce of the page's content security policy, or `''`. */
  readonly nonce?: string;
  /** Origins that may be loaded from; any when left out. */
  readonly allowedOrigins?: readonly string[] | null;
}

/** Scripts of a page by address and hash; globals exist once per page. */
const loadedByDocument = new WeakMap<Document, Map<string, Promise<void>>>();

/**
 * Loads classic scripts that define globals: what `LSI.import` does.
 *
 * The same address is loaded once per page, whoever asks; an address that
 * failed may be tried again.
 */
export class ScriptElementLoader implements ScriptLoader {
  #options: ScriptElementLoaderOptions;

  constructor(options: ScriptElementLoaderOptions = {}) {
    this.#options = options;
  }

  /** Replaces the options for what is loaded from now on. */
  configure(options: ScriptElementLoaderOptions): void {
    this.#options = options;
  }

  /**
   * Resolves when the script at `url` has run.
   *
   * @param integrity - hash that it must have; checked by the browser.
   * @throws {@link ScriptImportError} (as rejection) when it does not arrive,
   *   does not parse, is not what `integrity` promises or comes from an origin
   *   that is not allowed; the `cause` tells which. Its stack names the line
   *   that asked, so each caller gets an error of its own.
   */
  async load(url: string, integrity = ''): Promise<void> {
    const outcome = await this.#loadOnce(url, integrity).catch(
      (error: unknown) => ({error}),
    );
    if (!outcome) return;
    const {error} = outcome;
    throw error instanceof ScriptImportError
      ? new ScriptImportError(error.url, error.cause)
      : new ScriptImportError(url, error);
  }

  async #loadOnce(url: string, integrity: string): Promise<void> {
    const {allowedOrigins = null, nonce = ''} = this.#options;
    const address = resolveUrl(url, allowedOrigins);
    if (integrity) assertIntegrity(address, integrity);
    const loaded = loadedScripts();
    const key = `${address} ${integrity}`;
    const known = loaded.get(key);
    if (known) return known;
    // What a library sets up is the page's, whoever asked for it.
    const loading = pageOwnership().outside(() =>
      loadScript(address, integrity, nonce),
    );
    loaded.set(key, loading);
    loading.catch(() => loaded.delete(key));
    return loading;
  }
}

function loadedScripts(): Map<string, Promise<void>> {
  const known = loadedByDocument.get(document) ?? new Map<string, never>();
  loadedByDocument.set(document, known);
  return known;
}

async function loadScript(
  url: string,
  integrity: string,
  nonce: string,
): Promise<void> {
  const script = document.createElement('script');
  script.crossOrigin = 'anonymous';
  if (integrity) script.integrity = integrity;
  if (nonce) script.nonce = nonce;
  script.src = trusted().createScriptURL(url);
  const {arrived, syntaxError} = await append(script);
  if (arrived && !syntaxError) return;
  script.remove();
  // A script element says that it failed, not why.
  const cause = syntaxError ?? (await diagnoseUrl(url, integrity));
  throw new ScriptImportError(url, cause ?? undefined);
}

interface Arrival {
  readonly arrived: boolean;
  readonly syntaxError: SyntaxError | null;
}

function append(script: HTMLScriptElement): Promise<Arrival> {
  return new Promise((resolve) => {
    let syntaxError: SyntaxError | null = null;
    // A script that does not parse still "loads": only the window is told.
    const onError = (event: ErrorEvent): void => {
      const {error} = event as {error: unknown};
      if (event.filename !== script.src) return;
      if (!(error instanceof SyntaxError)) return;
      syntaxError = error;
      event.preventDefault();
    };
    const end = (arrived: boolean): void => {
      globalThis.removeEventListener('error', onError);
      resolve({arrived, syntaxError});
    };
    globalThis.addEventListener('error', onError);
    script.addEventListener('load', () => {
      end(true);
    });
    script.addEventListener('error', () => {
      end(false);
    });
    document.head.append(script);
  });
}
