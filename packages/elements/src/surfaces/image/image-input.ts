import {attributeFlag} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {listenPointers} from '../dom/listen-pointers.js';
import type {SurfaceContext} from '../surface.js';

import type {GestureContext} from './gesture.js';
import type {HandleFrame} from './handle-frame.js';
import type {ImageView} from './image-view.js';
import {KeyboardController} from './keyboard-controller.js';
import type {PointerDrawing} from './keyboard-controller.js';
import {PointerController} from './pointer-controller.js';

/** What pointers and keys are connected to. */
export interface InputOptions {
  /** The display. */
  readonly context: SurfaceContext;
  /** The `Image` tag. */
  readonly tag: ConfigTag;
  /** The frame that the picture is seen in. */
  readonly stage: HTMLElement;
  /** The regions for assistive technology. */
  readonly list: HTMLElement;
  /** Handles of the selected region. */
  readonly handles: HandleFrame;
  /** What is worked on. */
  readonly gestures: GestureContext;
  /** Zoom and the like. */
  readonly view: ImageView;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
}

/** Steps of the keys that go through the list of regions. */
const LIST_STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/** Has pointers, wheel and keys work on a picture until the display closes. */
export function connectInput(options: InputOptions): void {
  const keyboard: KeyboardController = createKeyboard(options, {
    cancel: () => pointer.cancel(),
    finish: () => pointer.finish(),
    back: () => pointer.back(),
  });
  const pointer = createPointer(options, () => keyboard.isPanning);
  connectPointer(options, pointer);
  connectKeys(options, keyboard);
}

function createKeyboard(
  {context, gestures, view, nameOf}: InputOptions,
  pointer: PointerDrawing,
): KeyboardController {
  return new KeyboardController({
    context: gestures,
    announce: (message) => {
      context.announce(message);
    },
    nameOf,
    zoom: (direction) => {
      view.step(direction);
    },
    pointer,
  });
}

function createPointer(
  {tag, stage, handles, gestures, view}: InputOptions,
  isPanning: () => boolean,
): PointerController {
  return new PointerController({
    stage,
    handles,
    context: gestures,
    canBand: attributeFlag(tag, 'selectionControl', true),
    canZoom: view.canZoom,
    canShrink: view.canShrink,
    hasCrosshair: attributeFlag(tag, 'crosshair'),
    isPanning,
  });
}

function connectPointer(
  {context, stage, gestures, view}: InputOptions,
  pointer: PointerController,
): void {
  listenPointers(context, stage, pointer, (event) => {
    if (!gestures.scene.isReady || pointer.isPressed) return false;
    return view.wheel(event, pointer.pointOf(event));
  });
  context.pickRegions(stage, pointer);
}

function connectKeys(
  {context, stage, list, gestures}: InputOptions,
  keyboard: KeyboardController,
): void {
  for (const target of [stage, list]) {
    context.listen(target, 'keydown', (event) => {
      if (event.target !== target) return;
      if (target === list && goThroughList(event, gestures, keyboard)) return;
      keyboard.down(event);
    });
    context.listen(target, 'keyup', (event) => {
      keyboard.up(event);
    });
    context.listen(target, 'blur', () => {
      keyboard.blur();
    });
  }
}

function goThroughList(
  event: KeyboardEvent,
  {scene, edits}: GestureContext,
  keyboard: KeyboardController,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const edge = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : null;
  const step = LIST_STEPS[event.key];
  if (edge === null && step === undefined) return false;
  event.preventDefault();
  if (step !== undefined) {
    keyboard.cycle(step);
    return true;
  }
  const entry = scene.index.at(edge === 0 ? 0 : scene.index.size - 1);
  if (entry) edits.select(entry.id, false);
  return true;
}
