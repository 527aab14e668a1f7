import {element} from '../dom/element.js';
import {statusStyles} from '../dom/status.styles.js';
import {intervalStyles} from '../intervals/interval.styles.js';
import {MediaTag} from '../media/media-tag.js';
import {mediaStyles} from '../media/media.styles.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';
import {toolsStyles} from '../tools/tools.styles.js';

import {openAudio} from './audio-part.js';
import {audioStyles} from './audio.styles.js';

/** An `Audio` tag: its wave, its player, and regions on it. */
export const audioSurface: SurfaceFactory = (tag, context) => {
  for (const css of [
    statusStyles,
    toolsStyles,
    intervalStyles,
    mediaStyles,
    audioStyles,
  ]) {
    context.add(adoptStyles(context.host, css));
  }
  const root = element('div', {class: 'lsf-object lsf-audio'});
  openAudio({tag, context, link: new MediaTag(tag, context), root});
  return root;
};
