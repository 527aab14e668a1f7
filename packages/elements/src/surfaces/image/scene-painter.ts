import type {CanvasLayer} from './canvas-layer.js';
import type {Bounds} from './geometry.js';
import {growBounds} from './geometry.js';
import {
  paintBand,
  paintCrosshair,
  paintEntries,
  paintLabel,
  paintRaised,
} from './paint-regions.js';
import type {Brush} from './paint-regions.js';
import type {RegionEntry} from './region-index.js';
import type {PaintTheme} from './region-style.js';
import type {Scene, SceneMarks} from './scene.js';
import {invert, mapBounds, scaledMatrixOf, visibleBounds} from './viewport.js';
import type {Viewport} from './viewport.js';

/** More selected regions than this are shown without their labels. */
const MAX_LABELS = 20;
/** At most so many regions at rest have their labels written. */
const MAX_RESTING_LABELS = 300;

/**
 * Paints a scene on two canvases: the regions at rest below, what is selected,
 * dragged or drawn above.
 *
 * The lower one is painted in parts when only parts of it have changed; the
 * upper one whole, every frame that something has changed.
 */
export class ScenePainter {
  /** Colors; changed by the owner, who then has everything painted. */
  theme: PaintTheme;
  /** Whether labels are written beside every region. */
  showsLabels = false;
  readonly #resting: CanvasLayer;
  readonly #live: CanvasLayer;

  constructor(resting: CanvasLayer, live: CanvasLayer, theme: PaintTheme) {
    this.#resting = resting;
    this.#live = live;
    this.theme = theme;
  }

  /** Paints what `marks` say, for one frame. */
  paint(scene: Scene, view: Viewport, marks: SceneMarks): void {
    // Labels lie beside the regions, so parts would cut them.
    const isWhole = marks.all || (this.showsLabels && marks.parts.length > 0);
    if (isWhole) this.#paintResting(scene, view, null);
    else for (const part of marks.parts) this.#paintResting(scene, view, part);
    this.#paintLive(scene, view);
  }

  #paintResting(scene: Scene, view: Viewport, part: Bounds | null): void {
    const layer = this.#resting;
    const matrix = scaledMatrixOf(view, layer.ratio);
    const reach = scene.reachPx * layer.ratio + 2;
    const area = part && growBounds(mapBounds(matrix, part), reach);
    const entries = area
      ? scene.index.search(mapBounds(invert(matrix), growBounds(area, reach)))
      : visibleEntries(scene, view);
    layer.repaint(area, (context) => {
      const brush = {context, matrix, ratio: layer.ratio, theme: this.theme};
      paintEntries(brush, entries, (id) => scene.lifted.has(id));
      if (this.showsLabels) this.#paintLabels(brush, scene, entries);
    });
  }

  /** The youngest, when there are more than anybody could read. */
  #paintLabels(
    brush: Brush,
    scene: Scene,
    entries: readonly RegionEntry[],
  ): void {
    for (const {id} of entries.slice(-MAX_RESTING_LABELS)) {
      if (!scene.lifted.has(id)) this.#paintLabel(brush, scene, id);
    }
  }

  #paintLive(scene: Scene, view: Viewport): void {
    const layer = this.#live;
    const matrix = scaledMatrixOf(view, layer.ratio);
    layer.repaint(null, (context) => {
      const brush = {context, matrix, ratio: layer.ratio, theme: this.theme};
      this.#paintRaised(brush, scene);
      const {draft, band, cross} = scene;
      if (draft) paintRaised(brush, draft, draft.style, true);
      if (!band && !cross) return;
      const accent = getComputedStyle(layer.canvas).color;
      if (band) paintBand(brush, band, accent);
      if (cross) paintCrosshair(brush, cross, accent);
    });
  }

  #paintRaised(brush: Brush, scene: Scene): void {
    const {hoverId, lifted} = scene;
    if (hoverId !== null && !lifted.has(hoverId)) {
      this.#paintOne(brush, scene, hoverId, false);
    }
    for (const id of lifted) this.#paintOne(brush, scene, id, true);
    if (hoverId !== null) this.#paintLabel(brush, scene, hoverId);
    if (lifted.size > MAX_LABELS) return;
    for (const id of lifted) {
      if (id !== hoverId) this.#paintLabel(brush, scene, id);
    }
  }

  #paintOne(brush: Brush, scene: Scene, id: string, isSelected: boolean): void {
    const entry = scene.index.get(id);
    const box = scene.boxOf(id);
    if (!entry || !box) return;
    const placed = {box, shape: entry.shape};
    paintRaised(brush, placed, entry.style, isSelected);
  }

  #paintLabel(brush: Brush, scene: Scene, id: string): void {
    const entry = scene.index.get(id);
    const box = scene.boxOf(id);
    if (!entry || !box || entry.label === '') return;
    paintLabel(brush, box, entry.label, entry.style);
  }
}

function visibleEntries(
  scene: Scene,
  view: Viewport,
): ReturnType<Scene['index']['search']> | ReturnType<Scene['index']['all']> {
  const seen = visibleBounds(view);
  const showsAll =
    seen.minX <= 0 &&
    seen.minY <= 0 &&
    seen.maxX >= view.image.width &&
    seen.maxY >= view.image.height;
  return showsAll ? scene.index.all() : scene.index.search(seen);
}
