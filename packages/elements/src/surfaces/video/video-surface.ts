import {element} from '../dom/element.js';
import {statusStyles} from '../dom/status.styles.js';
import {imageStyles} from '../image/image.styles.js';
import {MediaTag} from '../media/media-tag.js';
import {mediaStyles} from '../media/media.styles.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';
import {toolsStyles} from '../tools/tools.styles.js';

import {openVideo} from './video-part.js';
import {videoStyles} from './video.styles.js';

/** A `Video` tag: the picture with boxes on it, its player, and a timeline. */
export const videoSurface: SurfaceFactory = (tag, context) => {
  for (const css of [
    statusStyles,
    toolsStyles,
    imageStyles,
    mediaStyles,
    videoStyles,
  ]) {
    context.add(adoptStyles(context.host, css));
  }
  const root = element('div', {class: 'lsf-object lsf-video'});
  openVideo({tag, context, link: new MediaTag(tag, context), root});
  return root;
};
