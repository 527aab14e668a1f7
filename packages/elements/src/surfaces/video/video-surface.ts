import {
  attributeNumber,
  attributeText,
  resolveValue,
} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {lazyPart} from '../dom/lazy-part.js';
import {statusStyles} from '../dom/status.styles.js';
import {MediaTag} from '../media/media-tag.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

import {VideoFacts} from './video-facts.js';

/**
 * A `Video` tag: the picture with boxes on it, its player, and a timeline.
 *
 * The element is there at once, and with it what plugins and other tags need;
 * the player comes in a chunk of its own.
 */
export const videoSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, statusStyles));
  const link = new MediaTag(tag, context);
  const framerate = resolveValue(attributeText(tag, 'frameRate'), context.data);
  const facts = new VideoFacts(link.view, {
    framerate,
    speed: attributeNumber(tag, 'defaultPlaybackSpeed', 1),
  });
  context.add(() => {
    facts.release();
  });
  const root = element('div', {class: 'lsf-object lsf-video'});
  root.append(
    lazyPart({
      context,
      tag,
      load: () => import('./video-part.js'),
      begin: ({openVideo}) => {
        openVideo({tag, context, link, facts, root});
      },
    }),
  );
  return root;
};
