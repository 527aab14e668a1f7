import {choicesSurface} from './choices/choices-surface.js';
import {optionSurface} from './control/option-makers.js';
import {headerSurface} from './header/header-surface.js';
import {labelsSurface} from './labels/labels-surface.js';
import {loadPurifier} from './markup/purifier.js';
import {noticeSurface} from './notice/notice-surface.js';
import {styleSurface} from './style/style-surface.js';
import {SurfaceRegistry} from './surface-registry.js';
import type {SurfaceFactory} from './surface.js';
import {viewSurface} from './view/view-surface.js';

/**
 * Makes a registry with a surface for every tag that is built. Any other tag
 * gets a notice (`*`). The heavier ones are loaded on first use.
 */
export function createDefaultRegistry(): SurfaceRegistry {
  return new SurfaceRegistry()
    .register('*', noticeSurface)
    .register('View', viewSurface)
    .register('Repeater', viewSurface)
    .registerLazy('PagedView', loadPagedView)
    .registerLazy('Collapse', loadCollapse)
    .registerLazy('Panel', loadPanel)
    .registerLazy('Filter', loadFilter)
    .register('Header', headerSurface)
    .register('Style', styleSurface)
    .registerLazy('Text', loadText)
    .registerLazy('HyperText', loadHyperText)
    .registerLazy('Paragraphs', loadParagraphs)
    .registerLazy('Image', loadImage)
    .registerLazy('Audio', loadAudio)
    .registerLazy('AudioPlus', loadAudio)
    .registerLazy('Video', loadVideo)
    .register('VideoRectangle', () => null)
    .register('TimelineLabels', labelsSurface)
    .registerLazy('TimeSeries', loadTimeSeries)
    .register('Labels', labelsSurface)
    .register('HyperTextLabels', labelsSurface)
    .register('ParagraphLabels', labelsSurface)
    .register('TimeSeriesLabels', labelsSurface)
    .register('RectangleLabels', labelsSurface)
    .register('EllipseLabels', labelsSurface)
    .register('PolygonLabels', labelsSurface)
    .register('KeyPointLabels', labelsSurface)
    .register('Rectangle', () => null)
    .register('Ellipse', () => null)
    .register('Polygon', () => null)
    .register('KeyPoint', () => null)
    .register('Label', optionSurface)
    .register('Choice', optionSurface)
    .register('Relations', () => null)
    .register('Choices', choicesSurface)
    .registerLazy('Taxonomy', loadTaxonomy)
    .registerLazy('TextArea', loadTextArea)
    .registerLazy('Rating', loadRating)
    .registerLazy('Number', loadNumber)
    .registerLazy('DateTime', loadDateTime)
    .registerLazy('Pairwise', loadPairwise)
    .registerLazy('Ranker', loadRanker)
    .registerLazy('List', loadList)
    .registerLazy('Table', loadTable);
}

async function loadText(): Promise<SurfaceFactory> {
  return (await import('./text/text-surface.js')).textSurface;
}

/**
 * A document is safe from the start only with what makes it so. What it has in
 * common with texts is a chunk of its own, which is not to come later.
 */
async function loadHyperText(): Promise<SurfaceFactory> {
  const [{hyperTextSurface}] = await Promise.all([
    import('./hyper-text/hyper-text-surface.js'),
    loadText(),
    loadPurifier(),
  ]);
  return hyperTextSurface;
}

async function loadParagraphs(): Promise<SurfaceFactory> {
  const [{paragraphsSurface}] = await Promise.all([
    import('./paragraphs/paragraphs-surface.js'),
    loadText(),
  ]);
  return paragraphsSurface;
}

async function loadTextArea(): Promise<SurfaceFactory> {
  return (await import('./text-area/text-area-surface.js')).textAreaSurface;
}

async function loadRating(): Promise<SurfaceFactory> {
  return (await import('./rating/rating-surface.js')).ratingSurface;
}

async function loadNumber(): Promise<SurfaceFactory> {
  return (await import('./number/number-surface.js')).numberSurface;
}

async function loadImage(): Promise<SurfaceFactory> {
  return (await import('./image/image-surface.js')).imageSurface;
}

async function loadTimeSeries(): Promise<SurfaceFactory> {
  return (await import('./time-series/time-series-surface.js'))
    .timeSeriesSurface;
}

async function loadAudio(): Promise<SurfaceFactory> {
  return (await import('./audio/audio-surface.js')).audioSurface;
}

async function loadVideo(): Promise<SurfaceFactory> {
  return (await import('./video/video-surface.js')).videoSurface;
}

async function loadTaxonomy(): Promise<SurfaceFactory> {
  return (await import('./taxonomy/taxonomy-surface.js')).taxonomySurface;
}

async function loadDateTime(): Promise<SurfaceFactory> {
  return (await import('./date-time/date-time-surface.js')).dateTimeSurface;
}

async function loadPagedView(): Promise<SurfaceFactory> {
  return (await import('./paged-view/paged-view-surface.js')).pagedViewSurface;
}

async function loadCollapse(): Promise<SurfaceFactory> {
  return (await import('./collapse/collapse-surface.js')).collapseSurface;
}

async function loadPanel(): Promise<SurfaceFactory> {
  return (await import('./collapse/collapse-surface.js')).panelSurface;
}

async function loadFilter(): Promise<SurfaceFactory> {
  return (await import('./filter/filter-surface.js')).filterSurface;
}

async function loadPairwise(): Promise<SurfaceFactory> {
  return (await import('./pairwise/pairwise-surface.js')).pairwiseSurface;
}

async function loadRanker(): Promise<SurfaceFactory> {
  return (await import('./ranker/ranker-surface.js')).rankerSurface;
}

async function loadList(): Promise<SurfaceFactory> {
  return (await import('./ranker/ranker-surface.js')).listSurface;
}

async function loadTable(): Promise<SurfaceFactory> {
  return (await import('./table/table-surface.js')).tableSurface;
}
