import {CanvasLayer} from './canvas-layer.js';
import {boundsMeet} from './geometry.js';
import {paintProposed} from './paint-proposed.js';
import type {PaintTheme} from './region-style.js';
import type {Scene} from './scene.js';
import {scaledMatrixOf, visibleBounds} from './viewport.js';

/**
 * A canvas over the others with what would change. It is there only as long
 * as something would, and painted only when that or the view changes.
 */
export class ProposedLayer {
  readonly #layer = new CanvasLayer(
    'lsf-image__canvas lsf-image__canvas_proposed',
  );
  readonly #below: Element;

  /** @param below - element that it lies on. */
  constructor(below: Element) {
    this.#below = below;
  }

  /** Shows what is proposed in a scene. */
  paint({isReady, proposals, view}: Scene, theme: PaintTheme): void {
    const layer = this.#layer;
    const {canvas} = layer;
    if (!isReady || proposals.length === 0) {
      canvas.remove();
      return;
    }
    const seen = visibleBounds(view);
    const visible = proposals.filter(({before, after}) =>
      [before, after].some((entry) => entry && boundsMeet(entry, seen)),
    );
    layer.resize(view.stage, devicePixelRatio);
    layer.repaint(null, (context) => {
      const {ratio} = layer;
      const matrix = scaledMatrixOf(view, ratio);
      paintProposed({context, matrix, ratio, theme}, visible);
    });
    if (!canvas.isConnected) this.#below.after(canvas);
  }
}
