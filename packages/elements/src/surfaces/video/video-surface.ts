import {element} from '../dom/element.js';
import {lazyPart} from '../dom/lazy-part.js';
import {statusStyles} from '../dom/status.styles.js';
import {MediaTag} from '../media/media-tag.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

/**
 * A `Video` tag: the picture with boxes on it, its player, and a timeline.
 *
 * The element is there at once, and with it what plugins and other tags need;
 * the player comes in a chunk of its own.
 */
export const videoSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, statusStyles));
  const link = new MediaTag(tag, context);
  const root = element('div', {class: 'lsf-object lsf-video'});
  root.append(
    lazyPart({
      context,
      tag,
      load: () => import('./video-part.js'),
      begin: ({openVideo}) => {
        openVideo({tag, context, link, root});
      },
    }),
  );
  return root;
};
