import {BitmaskRegionView} from './bitmask-region-view.js';
import {ImageRegionView} from './image-region-view.js';
import {regionType} from './region-type.js';
import {RegionView, type RegionViewOptions} from './region-view.js';
import {ParagraphsRegionView, TextRegionView} from './text-region-view.js';
import {TimeSeriesRegionView} from './time-series-region-view.js';
import {VectorRegionView} from './vector-region-view.js';
import {TimelineRegionView, VideoRegionView} from './video-region-view.js';

const KINDS: Readonly<Record<string, typeof RegionView>> = {
  richtextregion: TextRegionView,
  textrange: ParagraphsRegionView,
  rectangleregion: ImageRegionView,
  ellipseregion: ImageRegionView,
  polygonregion: ImageRegionView,
  vectorregion: VectorRegionView,
  keypointregion: ImageRegionView,
  brushregion: ImageRegionView,
  bitmaskregion: BitmaskRegionView,
  videorectangleregion: VideoRegionView,
  timelineregion: TimelineRegionView,
  timeseriesregion: TimeSeriesRegionView,
};

/**
 * Makes the view of a region, with the members that its kind has.
 *
 * @internal
 */
export function createRegionView(options: RegionViewOptions): RegionView {
  const {region, annotation} = options;
  const object = annotation.names.get(region.object);
  const View = KINDS[regionType(region, object?.type ?? '')] ?? RegionView;
  return new View(options);
}
