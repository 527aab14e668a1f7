import type {Point} from './geometry.js';
import type {RegionEdits} from './region-edits.js';
import type {Scene} from './scene.js';

/** Keys that change what a gesture does while they are held. */
export interface GestureKeys {
  /** Shift is held. */
  readonly shift: boolean;
}

/** What a gesture works on. */
export interface GestureContext {
  /** What is seen. */
  readonly scene: Scene;
  /** What may be done. */
  readonly edits: RegionEdits;
}

/**
 * Something that goes on from when a pointer is pressed until it is released.
 *
 * A gesture shows itself through the scene as it goes, and changes the
 * annotation once, when it is finished.
 */
export interface Gesture {
  /** CSS cursor while it goes on. */
  readonly cursor: string;

  /** Follows the pointer, CSS pixels of the stage. */
  move(point: Point, keys: GestureKeys): void;

  /** Does what it was for. */
  finish(): void;

  /** Leaves everything as it was. */
  cancel(): void;
}
