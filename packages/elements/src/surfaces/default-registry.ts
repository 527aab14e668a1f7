import {choicesSurface} from './choices/choices-surface.js';
import {optionSurface} from './control/option-makers.js';
import {dateTimeSurface} from './date-time/date-time-surface.js';
import {headerSurface} from './header/header-surface.js';
import {imageSurface} from './image/image-surface.js';
import {labelsSurface} from './labels/labels-surface.js';
import {noticeSurface} from './notice/notice-surface.js';
import {numberSurface} from './number/number-surface.js';
import {ratingSurface} from './rating/rating-surface.js';
import {styleSurface} from './style/style-surface.js';
import {SurfaceRegistry} from './surface-registry.js';
import {taxonomySurface} from './taxonomy/taxonomy-surface.js';
import {textAreaSurface} from './text-area/text-area-surface.js';
import {textSurface} from './text/text-surface.js';
import {viewSurface} from './view/view-surface.js';

/**
 * Makes a registry with a surface for every tag that is built. Any other tag
 * gets a notice (`*`).
 */
export function createDefaultRegistry(): SurfaceRegistry {
  return new SurfaceRegistry()
    .register('*', noticeSurface)
    .register('View', viewSurface)
    .register('Repeater', viewSurface)
    .register('PagedView', viewSurface)
    .register('Header', headerSurface)
    .register('Style', styleSurface)
    .register('Text', textSurface)
    .register('Image', imageSurface)
    .register('Labels', labelsSurface)
    .register('HyperTextLabels', labelsSurface)
    .register('RectangleLabels', labelsSurface)
    .register('Rectangle', () => null)
    .register('Label', optionSurface)
    .register('Choice', optionSurface)
    .register('Relations', () => null)
    .register('Choices', choicesSurface)
    .register('Taxonomy', taxonomySurface)
    .register('TextArea', textAreaSurface)
    .register('Rating', ratingSurface)
    .register('Number', numberSurface)
    .register('DateTime', dateTimeSurface);
}
