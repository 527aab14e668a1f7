import {resolveTagValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import {ObjectView} from '@ls-annotation/lsi';

import {element} from '../dom/element.js';
import {TextLoadError} from '../errors.js';
import {noticeElement} from '../notice/notice-surface.js';
import type {SurfaceContext} from '../surface.js';

import {loadText} from './load-text.js';

/** What is loaded, and where it is shown. */
export interface RemoteValueOptions {
  /** The object tag; its value is an address. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** Element that says that it is busy, and what went wrong. */
  readonly root: HTMLElement;
  /**
   * Makes a value of the text that was loaded; may throw.
   * @defaultValue the text itself
   */
  readonly read?: (text: string) => unknown;
}

/**
 * Loads what a tag with `valueType="url"` shows and makes it the tag's value.
 *
 * A failure is reported as a {@link TextLoadError} and shown in the place of
 * the text, with a button that tries again. What was loaded for this
 * annotation before, or put there by a plugin, is not loaded again.
 */
export function loadRemoteValue(options: RemoteValueOptions): void {
  const {tag, context} = options;
  if (Object.hasOwn(context.state().session.remoteValues, tag.name)) return;
  void load(options);
}

async function load(options: RemoteValueOptions): Promise<void> {
  const {tag, context, root, read = (text: string) => text} = options;
  const address = String(resolveTagValue(tag, context.data));
  root.ariaBusy = 'true';
  try {
    const signed = await context.session.htx.presignUrlForProject(address);
    const url = typeof signed === 'string' ? signed : address;
    const value = read(await loadText(url, context.scope.signal));
    const view = context.annotation.names.get(tag.name);
    if (!context.scope.isClosed && view instanceof ObjectView) {
      view.setRemoteValue(value);
    }
  } catch (cause) {
    if (context.scope.isClosed) return;
    context.session.reportError(new TextLoadError(tag.name, address, cause));
    showFailure(options);
  } finally {
    root.ariaBusy = null;
  }
}

function showFailure(options: RemoteValueOptions): void {
  const {tag, context, root} = options;
  const notice = noticeElement(tag, 'could not be loaded. ');
  const retry = element('button', {
    class: 'lsf-button',
    attributes: {type: 'button'},
    text: 'Try again',
  });
  // It is no part of the text.
  notice.setAttribute('data-ls-overlay', '');
  notice.append(retry);
  context.listen(retry, 'click', () => {
    retry.disabled = true;
    void load(options);
  });
  root.replaceChildren(notice);
}
