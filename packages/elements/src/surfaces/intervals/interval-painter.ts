import type {CanvasLayer} from '../image/canvas-layer.js';
import type {PaintTheme} from '../image/region-style.js';

import {endOf} from './axis-view.js';
import type {IntervalMarks, IntervalScene} from './interval-scene.js';
import type {IntervalEntry, ProposedInterval} from './interval.js';
import {
  paintCursor,
  paintDraft,
  paintEntries,
  paintGrips,
  paintRaisedSpan,
  paintSpanLabel,
} from './paint-intervals.js';
import type {IntervalBrush, LaneBox} from './paint-intervals.js';
import {paintProposed} from './paint-proposed.js';

/** How a strip is painted. */
export interface IntervalPainterOptions {
  /** Canvas of the regions at rest. */
  readonly resting: CanvasLayer;
  /** Canvas above it, of what is selected, drawn or pointed at. */
  readonly live: CanvasLayer;
  /** Returns where a lane is, `null` for all lanes together. */
  readonly laneBox: (lane: number | null) => LaneBox;
  /** Tells whether people may change a region. */
  readonly canEdit: (id: string) => boolean;
  /** Width of the cursor, CSS pixels. */
  readonly cursorWidth: number;
  /** CSS color of the cursor, `''` for that of the theme. */
  readonly cursorColor: string;
}

/** At most so many regions at rest have their labels written. */
const MAX_LABELS = 200;

/** Paints a strip on two canvases, below what its owner paints itself. */
export class IntervalPainter {
  /** Colors; changed by the owner, who then has everything painted. */
  theme: PaintTheme;
  /** Whether labels are written on every region. */
  showsLabels = false;
  readonly #options: IntervalPainterOptions;

  constructor(options: IntervalPainterOptions, theme: PaintTheme) {
    this.#options = options;
    this.theme = theme;
  }

  /** Paints what `marks` say, for one frame. */
  paint(scene: IntervalScene, marks: IntervalMarks): void {
    if (marks.resting) this.#paintResting(scene);
    this.#paintLive(scene);
  }

  #paintResting(scene: IntervalScene): void {
    this.#repaint(scene, this.#options.resting, (brush) => {
      const {view, index, lifted} = scene;
      const entries = index
        .search(view.start, endOf(view))
        .filter(({id}) => !lifted.has(id));
      paintEntries(brush, entries);
      if (this.showsLabels) paintLabels(brush, entries);
      paintProposed(brush, visibleProposals(scene));
    });
  }

  #paintLive(scene: IntervalScene): void {
    const {live, cursorWidth, cursorColor} = this.#options;
    this.#repaint(scene, live, (brush) => {
      const {hoverId, lifted, draft, cursor} = scene;
      if (hoverId !== null && !lifted.has(hoverId)) {
        this.#paintOne(brush, scene, hoverId, false);
      }
      for (const id of lifted) this.#paintOne(brush, scene, id, true);
      if (draft) paintDraft(brush, draft, draft.style);
      if (cursor === null) return;
      const {height} = live.canvas;
      const color = cursorColor === '' ? brush.accent : cursorColor;
      const length = height / live.ratio;
      paintCursor(brush, cursor, length, cursorWidth, color);
    });
  }

  #paintOne(
    brush: IntervalBrush,
    scene: IntervalScene,
    id: string,
    isSelected: boolean,
  ): void {
    const entry = scene.index.get(id);
    const span = scene.spanOf(id);
    if (!entry || !span) return;
    paintRaisedSpan(brush, span, entry.style, isSelected);
    const hasGrips =
      isSelected && scene.lifted.size === 1 && this.#options.canEdit(id);
    if (hasGrips) paintGrips(brush, span, entry.style);
    if (entry.label !== '') {
      paintSpanLabel(brush, span, entry.label, entry.style);
    }
  }

  #repaint(
    scene: IntervalScene,
    layer: CanvasLayer,
    paint: (brush: IntervalBrush) => void,
  ): void {
    const {laneBox} = this.#options;
    layer.repaint(null, (context) => {
      if (!scene.isReady) return;
      context.scale(layer.ratio, layer.ratio);
      const {color: accent, outlineColor} = getComputedStyle(layer.canvas);
      // What is behind a strip is known, as what is behind a picture is not.
      const theme = this.theme.isForced
        ? this.theme
        : {...this.theme, halo: outlineColor};
      paint({context, view: scene.view, theme, accent, laneBox});
    });
  }
}

/** The youngest, when there are more than anybody could read. */
function paintLabels(
  brush: IntervalBrush,
  entries: readonly IntervalEntry[],
): void {
  for (const entry of entries.slice(-MAX_LABELS)) {
    if (entry.label === '') continue;
    paintSpanLabel(brush, entry, entry.label, entry.style);
  }
}

function visibleProposals({
  proposals,
  view,
}: IntervalScene): readonly ProposedInterval[] {
  const last = endOf(view);
  return proposals.filter(({before, after}) =>
    [before, after].some(
      (span) => span && span.start <= last && span.end >= view.start,
    ),
  );
}
