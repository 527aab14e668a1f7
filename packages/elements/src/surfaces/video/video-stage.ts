import {setTool} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {listenPointers} from '../dom/listen-pointers.js';
import {CanvasLayer} from '../image/canvas-layer.js';
import {FrameLoop} from '../image/frame-loop.js';
import type {Size} from '../image/geometry.js';
import {HandleFrame} from '../image/handle-frame.js';
import {KeyboardController} from '../image/keyboard-controller.js';
import {PointerController} from '../image/pointer-controller.js';
import {ProposedLayer} from '../image/proposed-layer.js';
import {OWN_COLORS, SYSTEM_COLORS} from '../image/region-style.js';
import {ScenePainter} from '../image/scene-painter.js';
import {Scene} from '../image/scene.js';
import {hasForcedColors, watchScreen} from '../image/screen-watch.js';
import {matrixOf} from '../image/viewport.js';
import type {SurfaceContext} from '../surface.js';

import type {VideoEdits} from './video-edits.js';
import {videoStrings} from './video-strings.js';
import {VideoView} from './video-view.js';

/** What a video's frame is made of. */
export interface VideoStageOptions {
  /** The `Video` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** The element that plays. */
  readonly media: HTMLVideoElement;
  /** Of the frame, CSS pixels. */
  readonly maxHeight: number;
  /** Makes what people may do, on a scene. */
  readonly createEdits: (scene: Scene) => VideoEdits;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Handles keys that work on the whole surface; true when it did. */
  readonly extraKeys: (event: KeyboardEvent, hasSelection: boolean) => boolean;
}

/** The picture of a video, with the boxes of the frame that is seen. */
export class VideoStage {
  /** Takes pointers, keys and the focus. */
  readonly element: HTMLElement;
  /** Words about the keys. */
  readonly hint = element('div', {
    class: 'lsf-visually-hidden',
    text: videoStrings.stageHint,
  });
  /** What is seen. */
  readonly scene: Scene;
  /** What people may do. */
  readonly edits: VideoEdits;
  /** Zoom. */
  readonly view: VideoView;
  readonly #options: VideoStageOptions;
  readonly #loop = new FrameLoop(() => {
    this.#paint();
  });
  readonly #resting = new CanvasLayer('lsf-image__canvas');
  readonly #live = new CanvasLayer('lsf-image__canvas lsf-image__canvas_live');
  readonly #proposed = new ProposedLayer(this.#live.canvas);
  readonly #painter = new ScenePainter(this.#resting, this.#live, OWN_COLORS);
  readonly #handles = new HandleFrame();

  constructor(options: VideoStageOptions) {
    const {tag, context, media, maxHeight} = options;
    this.#options = options;
    this.hint.id = `${context.displayId}-video-${tag.key}`;
    this.element = createStage(tag.name, this.hint.id);
    this.scene = new Scene(() => {
      this.#loop.request();
    });
    this.edits = options.createEdits(this.scene);
    this.view = new VideoView(this.scene, this.element, maxHeight);
    media.classList.add('lsf-video__picture');
    this.element.append(
      media,
      this.#resting.canvas,
      this.#live.canvas,
      this.#handles.element,
    );
    this.#connect();
    this.#offerOnlyTool();
  }

  /** Shows a video of `size` pixels. */
  open(size: Size): void {
    const {media} = this.#options;
    media.width = size.width;
    media.height = size.height;
    this.scene.isReady = true;
    this.view.open(size);
    this.#resize();
  }

  /** Shows nothing any more. */
  close(): void {
    this.scene.isReady = false;
    this.scene.load([]);
    this.view.close();
  }

  /** Brings what is selected up to date. */
  refresh(): void {
    const {selection} = this.#options.context.state();
    this.scene.lifted = new Set(selection);
  }

  #connect(): void {
    const {context} = this.#options;
    const gestures = {scene: this.scene, edits: this.edits};
    const keyboard: KeyboardController = new KeyboardController({
      context: gestures,
      announce: (message) => {
        context.announce(message);
      },
      nameOf: this.#options.nameOf,
      zoom: (direction) => {
        this.view.step(direction);
      },
      pointer: {
        cancel: () => pointer.cancel(),
        finish: () => pointer.finish(),
        back: () => pointer.back(),
      },
    });
    const pointer = new PointerController({
      stage: this.element,
      handles: this.#handles,
      context: gestures,
      canBand: true,
      canZoom: true,
      canShrink: false,
      hasCrosshair: false,
      isPanning: () => false,
    });
    this.#connectPointer(pointer);
    this.#connectKeys(keyboard);
    this.#watchScreen();
    context.watch(
      ({session}) => session,
      () => {
        this.#loop.request();
      },
    );
  }

  #connectPointer(pointer: PointerController): void {
    const {context} = this.#options;
    listenPointers(context, this.element, pointer, (event) => {
      if (!this.scene.isReady || pointer.isPressed) return false;
      return this.view.wheel(event, pointer.pointOf(event));
    });
    context.pickRegions(this.element, pointer);
  }

  #connectKeys(keyboard: KeyboardController): void {
    const {context, extraKeys} = this.#options;
    const stage = this.element;
    let isDrawing = false;
    context.listen(stage, 'keydown', (event) => {
      if (event.target !== stage || !this.scene.isReady) return;
      const hasSelection = this.edits.selection.length > 0 || isDrawing;
      if (extraKeys(event, hasSelection)) event.preventDefault();
      else keyboard.down(event);
      isDrawing = this.scene.cross !== null;
    });
    context.listen(stage, 'keyup', (event) => {
      keyboard.up(event);
    });
    context.listen(stage, 'blur', () => {
      keyboard.blur();
      isDrawing = false;
    });
  }

  #watchScreen(): void {
    const {context} = this.#options;
    const resize = (): void => {
      this.#resize();
    };
    const observer = new ResizeObserver(resize);
    observer.observe(this.element);
    const unwatch = watchScreen(resize);
    context.add(() => {
      observer.disconnect();
      unwatch();
      this.#loop.stop();
    });
  }

  /** A tool that is the only way to work is in hand from the start. */
  #offerOnlyTool(): void {
    const {context, tag} = this.#options;
    const controls = context.config.controlsOf(tag.name);
    const box = controls.find(({type}) => type === 'videorectangle');
    const hasLabels = controls.some(({type}) => type === 'labels');
    if (!box || hasLabels || context.state().session.tool !== null) return;
    setTool(context.store, context.annotationId, box.name, {origin: 'load'});
  }

  #resize(): void {
    const {clientWidth: width, clientHeight: height} = this.element;
    if (!this.scene.isReady || width <= 0 || height <= 0) return;
    this.#painter.theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    this.view.resize({width, height});
    this.#resting.resize({width, height}, devicePixelRatio);
    this.#live.resize({width, height}, devicePixelRatio);
    this.scene.markAll();
    this.#paint();
  }

  #paint(): void {
    const {scene} = this;
    const marks = scene.takeMarks();
    const {media, context} = this.#options;
    if (marks.all || marks.proposals) {
      this.#proposed.paint(scene, this.#painter.theme);
    }
    if (!scene.isReady) {
      this.#handles.element.hidden = true;
      return;
    }
    if (marks.all) {
      const {a, b, c, d, e, f} = matrixOf(scene.view);
      const matrix = [a, b, c, d, e, f].map(String).join(', ');
      media.style.transform = `matrix(${matrix})`;
    }
    this.#painter.showsLabels = context.session.settings.showLabels;
    this.#painter.paint(scene, scene.view, marks);
    this.#placeHandles();
    const isBusy = this.edits.tool !== null || scene.lifted.size > 0;
    this.element.classList.toggle('lsf-image__stage_busy', isBusy);
  }

  #placeHandles(): void {
    const {scene, edits} = this;
    const [id] = edits.selection;
    const isOne = scene.lifted.size === 1;
    const box =
      id !== undefined && isOne && edits.canEdit(id) ? scene.boxOf(id) : null;
    this.#handles.update(box ?? null, scene.view, {
      canResize: true,
      canRotate: true,
    });
  }
}

function createStage(name: string, hintId: string): HTMLElement {
  return element('div', {
    class: 'lsf-image__stage lsf-video__stage',
    attributes: {
      role: 'application',
      tabindex: 0,
      'aria-label': videoStrings.stage(name),
      'aria-describedby': hintId,
    },
  });
}
