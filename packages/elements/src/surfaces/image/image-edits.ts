import {
  attributeFlag,
  attributeNumber,
  attributeText,
} from '@ls-annotation/core';
import type {CommitOptions, ConfigTag} from '@ls-annotation/core';

import {SurfaceEdits} from '../edits/surface-edits.js';
import type {EditOptions} from '../edits/surface-edits.js';
import type {SurfaceContext} from '../surface.js';

import type {Box} from './box.js';
import {changedGeometry} from './changed-geometry.js';
import type {DrawingTool, OpenOutline, RegionEdits} from './region-edits.js';
import type {RegionEntries} from './region-entries.js';
import type {Scene} from './scene.js';
import {RegionOutline} from './region-outline.js';
import {isShapeKind, readShape, writeShape} from './shape.js';
import type {PlacedShape, ShapeKind} from './shape.js';
import {sizeEnvelope} from './size-envelope.js';

/** What the edits of a picture need to know. */
export interface ImageEditsOptions {
  /** The `Image` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** How regions look. */
  readonly entries: RegionEntries;
  /** What is seen. */
  readonly scene: Scene;
  /** Returns the 0-based picture on display, `undefined` for a single one. */
  readonly itemIndex: () => number | undefined;
  /** Called after a region was made. */
  readonly onCreate: (id: string) => void;
}

/** A drawing control with what it puts on the regions that it draws. */
interface ToolInHand {
  readonly control: ConfigTag;
  readonly kind: ShapeKind;
  readonly labels: readonly string[];
  /** Control whose labels those are; none for an unlabelled region. */
  readonly labelsControl: ConfigTag | null;
}

/** Turns what people do on a picture into commands on its annotation. */
export class ImageEdits extends SurfaceEdits implements RegionEdits {
  readonly #options: ImageEditsOptions;
  readonly #controls: readonly ConfigTag[];

  constructor(options: ImageEditsOptions) {
    super(options.context, options.scene);
    this.#options = options;
    const {tag, context} = options;
    this.#controls = context.config.controlsOf(tag.name);
  }

  /** Controls that draw and have no labels of their own. */
  get plainTools(): readonly ConfigTag[] {
    return this.#controls.filter((control) => isPlainTool(control));
  }

  /** Controls whose labels a plain tool puts on what it draws. */
  get labelsControls(): readonly ConfigTag[] {
    return this.#controls.filter(({type}) => type === 'labels');
  }

  get tool(): DrawingTool | null {
    const tool = this.#toolInHand();
    if (!tool) return null;
    const {control, kind, labels, labelsControl} = tool;
    return {
      controlName: control.name,
      kind,
      radius: attributeNumber(control, 'strokeWidth', 2),
      style: this.#options.entries.styleOf(
        labelsControl ?? control,
        labels[0] ?? null,
      ),
      snapsToPixels: attributeText(control, 'snap') === 'pixel',
    };
  }

  canResize(id: string): boolean {
    return this.#kindOf(id) !== 'keypoint';
  }

  canRotate(id: string): boolean {
    const kind = this.#kindOf(id);
    if (kind !== 'rectangle' && kind !== 'ellipse') return false;
    return this.#drawingControlsOf(id).every((control) =>
      attributeFlag(control, 'canRotate', true),
    );
  }

  snapsToPixels(id: string): boolean {
    return this.#drawingControlsOf(id).some(
      (control) => attributeText(control, 'snap') === 'pixel',
    );
  }

  create(drawn: PlacedShape): string | null {
    const id = this.#make(drawn, false);
    if (id === null) return null;
    this.#options.context.session.actions.finishDrawing(id);
    this.#settle(id);
    return id;
  }

  begin(drawn: PlacedShape): OpenOutline | null {
    const {context, scene} = this.#options;
    const id = this.#make(drawn, true);
    if (id === null) return null;
    return new RegionOutline({
      id,
      annotationId: context.annotationId,
      store: context.store,
      actions: context.session.actions,
      image: scene.view.image,
      onFinish: () => {
        this.#settle(id);
      },
    });
  }

  #make(drawn: PlacedShape, isDrawing: boolean): string | null {
    const {tag, context, scene} = this.#options;
    const tool = this.#toolInHand();
    if (!tool) return null;
    const {control, labels} = tool;
    const {valueKey} = control.definition;
    const itemIndex = this.#options.itemIndex();
    const {image, turn} = scene.view;
    const region = context.session.actions.createResult(
      writeShape(drawn, image),
      valueKey === '' ? {} : {[valueKey]: [...labels]},
      control,
      tag,
      {
        label: 'draw region',
        envelope: sizeEnvelope(image, turn),
        isDrawing,
        ...(itemIndex === undefined ? {} : {itemIndex}),
      },
    );
    return region?.cleanId ?? null;
  }

  #settle(id: string): void {
    this.#putToolAway();
    this.#options.onCreate(id);
  }

  reshape(boxes: ReadonlyMap<string, Box>, options: EditOptions): void {
    const {context} = this.#options;
    context.store.transact(options, () => {
      for (const [id, box] of boxes) this.#reshapeOne(id, box, options);
    });
  }

  #reshapeOne(id: string, box: Box, options: CommitOptions): void {
    const {context, scene} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    const {image} = scene.view;
    const before = region && readShape(region.geometry, image);
    if (!before || !this.canEdit(id)) return;
    const after = writeShape({...before, box}, image);
    const changed = changedGeometry(region.geometry, after);
    if (Object.keys(changed).length === 0) return;
    context.session.actions.setGeometry(id, changed, options);
  }

  #toolInHand(): ToolInHand | null {
    if (this.isReadOnly) return null;
    const {activeLabels, tool} = this.#options.context.state().session;
    const chosen = (control: ConfigTag): readonly string[] =>
      activeLabels[control.name] ?? [];
    const labeled = this.#controls.find(
      (control) =>
        control.definition.labeling &&
        isShapeKind(control.definition.shape) &&
        chosen(control).length > 0,
    );
    if (labeled) return toolOf(labeled, chosen(labeled), labeled);
    const labelsControl =
      this.labelsControls.find((control) => chosen(control).length > 0) ?? null;
    const control =
      this.plainTools.find(({name}) => name === tool) ??
      (labelsControl ? this.plainTools[0] : undefined);
    if (!control) return null;
    const labels = labelsControl ? chosen(labelsControl) : [];
    return toolOf(control, labels, labelsControl);
  }

  #putToolAway(): void {
    const {session} = this.#options.context;
    if (!session.settings.preserveSelectedTool) session.actions.setTool(null);
  }

  #drawingControlsOf(id: string): readonly ConfigTag[] {
    const {context} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    return (region?.results ?? [])
      .map(({fromName}) => context.config.byName.get(fromName))
      .filter((control) => control !== undefined)
      .filter(({definition}) => isShapeKind(definition.shape));
  }

  #kindOf(id: string): ShapeKind | undefined {
    return this.#options.scene.index.get(id)?.shape.kind;
  }
}

function isPlainTool({definition, type}: ConfigTag): boolean {
  return isShapeKind(type) && !definition.labeling;
}

function toolOf(
  control: ConfigTag,
  labels: readonly string[],
  labelsControl: ConfigTag | null,
): ToolInHand | null {
  const {shape: kind} = control.definition;
  return isShapeKind(kind) ? {control, kind, labels, labelsControl} : null;
}
