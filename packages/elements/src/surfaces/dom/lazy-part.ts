import type {ConfigTag, LsError} from '@ls-annotation/core';

import {SurfaceError, SurfaceLoadError} from '../errors.js';
import type {SurfaceContext} from '../surface.js';

import {element} from './element.js';

/** A part of a surface that is loaded on first use. */
export interface LazyPartOptions<M> {
  /** The display. */
  readonly context: SurfaceContext;
  /** The tag, for the error. */
  readonly tag: ConfigTag;
  /** Loads the code, usually by `import()`. */
  readonly load: () => Promise<M>;
  /** Begins with the code that was loaded; may throw. */
  readonly begin: (module: M) => void;
}

const LOADING = 'Loading…';
const FAILED = 'The part of the page that shows this could not be loaded.';
const RETRY = 'Retry';

/**
 * Loads the heavy part of a surface, and says in words what it is up to.
 *
 * The words are there at once. When the part does not come they say so and
 * offer to try again; the failure is reported to the session too.
 *
 * @returns The element with the words, which goes when the part begins.
 */
export function lazyPart<M>(options: LazyPartOptions<M>): HTMLElement {
  const {context, tag, begin} = options;
  const status = element('div', {class: 'lsf-status'});
  let address: string | null = null;
  const fail = (error: LsError): void => {
    if (context.scope.isClosed) return;
    context.session.reportError(error);
    showFailure(status, FAILED, () => void attempt());
  };
  const attempt = async (): Promise<void> => {
    showStatus(status, LOADING);
    let module: M;
    try {
      module = await again(options.load, address);
    } catch (cause) {
      address ??= addressIn(cause);
      fail(new SurfaceLoadError(tag.type, cause));
      return;
    }
    if (context.scope.isClosed) return;
    try {
      begin(module);
      status.remove();
    } catch (cause) {
      fail(new SurfaceError(tag.tagName, tag.name, cause));
    }
  };
  void attempt();
  return status;
}

/** Says what is up. */
export function showStatus(status: HTMLElement, message: string): void {
  status.setAttribute('role', 'status');
  status.replaceChildren(element('p', {text: message}));
}

/**
 * Says what failed, and about what, with a button that tries again where that
 * may help.
 */
export function showFailure(
  status: HTMLElement,
  message: string,
  retry: (() => void) | null,
  detail = '',
): void {
  status.setAttribute('role', 'alert');
  const parts: Node[] = [element('p', {text: message})];
  if (detail !== '') parts.push(element('code', {text: detail}));
  if (retry) {
    const button = element('button', {
      class: 'lsf-button',
      attributes: {type: 'button'},
      text: RETRY,
    });
    button.addEventListener('click', retry);
    parts.push(button);
  }
  status.replaceChildren(...parts);
}

/**
 * Some browsers never ask again for a module that failed to come once, unless
 * it has another address.
 *
 * @see {@link https://github.com/whatwg/html/issues/6768 | whatwg/html#6768}
 */
function again<M>(load: () => Promise<M>, address: string | null): Promise<M> {
  if (address === null) return load();
  return load().catch((cause: unknown) => {
    if (addressIn(cause) !== address) throw cause;
    const fresh = new URL(address);
    fresh.searchParams.set('retry', String(Date.now()));
    return import(
      /* webpackIgnore: true */ /* @vite-ignore */ fresh.href
    ) as Promise<M>;
  });
}

/** The address that the browser names when a module does not come. */
function addressIn(cause: unknown): string | null {
  const message = cause instanceof Error ? cause.message : '';
  const [address] = /https?:\/\/\S+$/.exec(message) ?? [];
  return address !== undefined && URL.canParse(address) ? address : null;
}
