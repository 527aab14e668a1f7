import {
  attributeNumber,
  readSequence,
  shapeAtFrame,
  toggleLifespan,
  withKeyFrame,
  withShapeAt,
  withoutKeyFrame,
} from '@ls-annotation/core';
import type {
  CommitOptions,
  ConfigTag,
  VideoKeyFrame,
} from '@ls-annotation/core';

import {SurfaceEdits} from '../edits/surface-edits.js';
import type {EditOptions} from '../edits/surface-edits.js';
import {boxToPercent} from '../image/box.js';
import type {Box} from '../image/box.js';
import {changedGeometry} from '../image/changed-geometry.js';
import type {DrawingTool, RegionEdits} from '../image/region-edits.js';
import type {Scene} from '../image/scene.js';
import type {PlacedShape} from '../image/shape.js';
import type {RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import type {VideoFrames} from './video-frames.js';
import {upright} from './video-tracks.js';

/** What the edits of a video need to know. */
export interface VideoEditsOptions {
  /** The `Video` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What is seen on the frame. */
  readonly scene: Scene;
  /** How regions look. */
  readonly looks: RegionLooks;
  /** Says where one is, and how time is divided. */
  readonly frames: VideoFrames;
  /** Called after a region was made. */
  readonly onCreate: (id: string) => void;
}

/** Turns what people do on a frame of a video into commands. */
export class VideoEdits extends SurfaceEdits implements RegionEdits {
  readonly #options: VideoEditsOptions;
  readonly #boxControl: ConfigTag | undefined;
  readonly #labelsControls: readonly ConfigTag[];

  constructor(options: VideoEditsOptions) {
    super(options.context, options.scene);
    this.#options = options;
    const {tag, context} = options;
    const controls = context.config.controlsOf(tag.name);
    this.#boxControl = controls.find(({type}) => type === 'videorectangle');
    this.#labelsControls = controls.filter(({type}) => type === 'labels');
  }

  get tool(): DrawingTool | null {
    const control = this.#boxControl;
    if (!control || this.isReadOnly) return null;
    const {activeLabels, tool} = this.#options.context.state().session;
    const labels = this.#labelsControls.find(
      ({name}) => (activeLabels[name] ?? []).length > 0,
    );
    const isInHand =
      labels !== undefined ||
      tool === control.name ||
      this.#labelsControls.length === 0;
    if (!isInHand) return null;
    const [value = null] = labels ? (activeLabels[labels.name] ?? []) : [];
    return {
      kind: 'rectangle',
      radius: attributeNumber(control, 'strokeWidth', 2),
      controlName: control.name,
      style: this.#options.looks.styleOf(labels ?? control, value),
      snapsToPixels: false,
    };
  }

  canResize(): boolean {
    return true;
  }

  canRotate(): boolean {
    return true;
  }

  snapsToPixels(): boolean {
    return false;
  }

  /** Boxes are drawn in one go. */
  begin(): null {
    return null;
  }

  create({box}: PlacedShape): string | null {
    const {tag, context, scene, frames} = this.#options;
    const {tool} = this;
    const control = this.#boxControl;
    if (!tool || !control) return null;
    const shape = boxToPercent(box, scene.view.image);
    const key = {frame: frames.frame, enabled: true, ...shape};
    const region = context.session.actions.createResult(
      {sequence: [key]},
      {},
      control,
      tag,
      {label: 'draw region'},
    );
    if (!region) return null;
    this.#options.onCreate(region.cleanId);
    return region.cleanId;
  }

  reshape(boxes: ReadonlyMap<string, Box>, options: EditOptions): void {
    const {context, scene, frames} = this.#options;
    const {frame} = frames;
    const {framerate} = frames.clock;
    context.store.transact(options, () => {
      for (const [id, box] of boxes) {
        const percent = boxToPercent(box, scene.view.image);
        this.#edit(id, options, (keys) => {
          const shape = shapeAtFrame(keys, frame);
          const before = {...(shape ? upright(shape) : null)};
          const changed = changedGeometry(before, {...percent});
          if (Object.keys(changed).length === 0) return keys;
          const after = {...percent, ...before, ...changed};
          return withShapeAt(keys, frame, after, framerate);
        });
      }
    });
  }

  /** Makes the frame that is seen a key frame of a box. */
  addKeyFrame(id: string): void {
    const {frame, clock} = this.#options.frames;
    this.#edit(id, {label: 'add key frame'}, (keys) =>
      withKeyFrame(keys, frame, clock.framerate),
    );
  }

  /** Takes the key frame of a box that is seen out. */
  removeKeyFrame(id: string): void {
    this.#edit(id, {label: 'remove key frame'}, (keys) =>
      withoutKeyFrame(keys, this.#options.frames.frame),
    );
  }

  /** Has a box end after the frame that is seen, or go on from it. */
  toggleLifespan(id: string): void {
    const {frame, clock} = this.#options.frames;
    this.#edit(id, {label: 'change lifespan'}, (keys) =>
      toggleLifespan(keys, frame, clock.framerate),
    );
  }

  #edit(
    id: string,
    options: CommitOptions,
    edit: (keys: readonly VideoKeyFrame[]) => readonly VideoKeyFrame[],
  ): void {
    const {context} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    if (!region || !this.canEdit(id)) return;
    const before = readSequence(region.geometry.sequence);
    const sequence = edit(before);
    if (sequence === before) return;
    context.session.actions.setGeometry(id, {sequence}, options);
  }
}
