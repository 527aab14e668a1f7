import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import type {SurfaceRegistry} from '../surface-registry.js';
import type {SurfaceContext} from '../surface.js';

import {noticeElement} from './notice-surface.js';

/**
 * A word in place of a tag whose surface has not arrived, with a button that
 * asks for everything that is missing once more. What arrives is shown in a
 * new display; until then this one, the button and its focus stay.
 */
export function missingSurface(
  tag: ConfigTag,
  context: SurfaceContext,
  registry: SurfaceRegistry,
): HTMLElement {
  const notice = noticeElement(
    tag,
    'could not be loaded: a file of this page did not arrive. Check the ' +
      'connection. What was said with it is kept. ',
  );
  const retry = element('button', {
    class: 'lsf-button',
    attributes: {type: 'button'},
    text: 'Try again',
  });
  notice.append(retry);
  const tryAgain = async (): Promise<void> => {
    if (retry.ariaDisabled === 'true') return;
    retry.ariaDisabled = 'true';
    await registry.prepare(context.config.tags.map(({type}) => type));
    if (context.scope.isClosed) return;
    if (registry.find(tag.type)) {
      context.session.redisplay();
      return;
    }
    retry.ariaDisabled = null;
    context.announce(`<${tag.tagName}> could not be loaded.`);
  };
  context.listen(retry, 'click', () => {
    void tryAgain();
  });
  return notice;
}
