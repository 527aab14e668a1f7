import {element} from '../dom/element.js';
import {lazyPart} from '../dom/lazy-part.js';
import {statusStyles} from '../dom/status.styles.js';
import {MediaTag} from '../media/media-tag.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

/**
 * An `Audio` tag: its wave, its player, and regions on it.
 *
 * The element is there at once, and with it what plugins and other tags need;
 * the player comes in a chunk of its own.
 */
export const audioSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, statusStyles));
  const link = new MediaTag(tag, context);
  const root = element('div', {class: 'lsf-object lsf-audio'});
  root.append(
    lazyPart({
      context,
      tag,
      load: () => import('./audio-part.js'),
      begin: ({openAudio}) => {
        openAudio({tag, context, link, root});
      },
    }),
  );
  return root;
};
