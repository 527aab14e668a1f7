/**
 * One key frame of a box on a video; lengths are percent of the video's
 * natural sides.
 */
export interface VideoKeyFrame {
  /** 1-based. */
  readonly frame: number;
  /** False when the box is gone after this frame, until the next key frame. */
  readonly enabled: boolean;
  /** Percent of the width. */
  readonly x: number;
  /** Percent of the height. */
  readonly y: number;
  /** Percent of the width. */
  readonly width: number;
  /** Percent of the height. */
  readonly height: number;
  /** Degrees clockwise about the top left corner. */
  readonly rotation: number;
  /** Seconds from the beginning of the video. */
  readonly time?: number;
}

/** Shape of a box on one frame; see {@link VideoKeyFrame}. */
export type VideoShape = Pick<
  VideoKeyFrame,
  'x' | 'y' | 'width' | 'height' | 'rotation'
>;

/** A run of frames in which a box is there, 1-based, both ends included. */
export interface Lifespan {
  /** First frame. */
  readonly start: number;
  /** Last frame; `Infinity` when it stays to the end. */
  readonly end: number;
}

/**
 * Reads the key frames of a region's geometry, in order of their frames; what
 * is no key frame is left out.
 *
 * @param sequence - As results have it.
 */
export function readSequence(sequence: unknown): readonly VideoKeyFrame[] {
  if (!Array.isArray(sequence)) return [];
  return inOrder((sequence as unknown[]).filter(isKeyFrame).map(complete));
}

/**
 * Returns the last key frame at or before a frame, or `undefined`.
 *
 * @param sequence - In order of frames.
 */
export function keyFrameBefore(
  sequence: readonly VideoKeyFrame[],
  frame: number,
): VideoKeyFrame | undefined {
  return sequence[indexBefore(sequence, frame)];
}

/**
 * Returns where a box is on a frame, or `null` when it is not there.
 *
 * Between two key frames it goes in a straight line. A box whose last key
 * frame is not enabled is still there on that very frame.
 *
 * @param sequence - In order of frames.
 */
export function shapeAtFrame(
  sequence: readonly VideoKeyFrame[],
  frame: number,
): VideoShape | null {
  const index = indexBefore(sequence, frame);
  const before = sequence[index];
  if (!before) return null;
  if (before.frame === frame) return toShape(before);
  if (!before.enabled) return null;
  const after = sequence[index + 1];
  if (!after) return toShape(before);
  const share = (frame - before.frame) / (after.frame - before.frame);
  return between(before, after, share);
}

/**
 * Returns the runs of frames in which a box is there, in order.
 *
 * @param sequence - In order of frames.
 */
export function lifespansOf(
  sequence: readonly VideoKeyFrame[],
): readonly Lifespan[] {
  const spans: {start: number; end: number}[] = [];
  let start: number | null = null;
  for (const {frame, enabled} of sequence) {
    start ??= frame;
    if (enabled) continue;
    spans.push({start, end: frame});
    start = null;
  }
  if (start !== null) spans.push({start, end: Infinity});
  return spans;
}

/**
 * Returns the sequence with the box at a place on a frame: the key frame
 * there moves, or a new one is made.
 *
 * A new one keeps what was said before it, so that a box that is gone stays
 * gone after it.
 *
 * @param framerate - Frames a second, for `time`.
 */
export function withShapeAt(
  sequence: readonly VideoKeyFrame[],
  frame: number,
  shape: VideoShape,
  framerate: number,
): readonly VideoKeyFrame[] {
  const before = keyFrameBefore(sequence, frame);
  const time = frame / framerate;
  if (before?.frame === frame) {
    return sequence.map((key) => (key === before ? {...key, ...shape} : key));
  }
  const enabled = before?.enabled ?? true;
  return inOrder([...sequence, {frame, enabled, ...shape, time}]);
}

/**
 * Returns the sequence with a key frame where the box is on a frame already.
 *
 * Comes back as it is where there is one, or where the box never was.
 */
export function withKeyFrame(
  sequence: readonly VideoKeyFrame[],
  frame: number,
  framerate: number,
): readonly VideoKeyFrame[] {
  const before = keyFrameBefore(sequence, frame);
  if (before?.frame === frame) return sequence;
  const shape = shapeAtFrame(sequence, frame) ?? nearestShape(sequence, frame);
  return shape ? withShapeAt(sequence, frame, shape, framerate) : sequence;
}

/**
 * Returns the sequence without the key frame at a frame. The last one stays:
 * a box without any is nowhere.
 */
export function withoutKeyFrame(
  sequence: readonly VideoKeyFrame[],
  frame: number,
): readonly VideoKeyFrame[] {
  const rest = sequence.filter((key) => key.frame !== frame);
  return rest.length === 0 ? sequence : rest;
}

/**
 * Returns the sequence in which the box, from a frame on to the next key
 * frame, is gone if it was there, and there if it was gone.
 */
export function toggleLifespan(
  sequence: readonly VideoKeyFrame[],
  frame: number,
  framerate: number,
): readonly VideoKeyFrame[] {
  return withKeyFrame(sequence, frame, framerate).map((key) =>
    key.frame === frame ? {...key, enabled: !key.enabled} : key,
  );
}

function indexBefore(
  sequence: readonly VideoKeyFrame[],
  frame: number,
): number {
  let low = 0;
  let high = sequence.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sequence[middle]?.frame ?? Infinity) <= frame) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where it was last, or will be first. */
function nearestShape(
  sequence: readonly VideoKeyFrame[],
  frame: number,
): VideoShape | null {
  const key = keyFrameBefore(sequence, frame) ?? sequence[0];
  return key ? toShape(key) : null;
}

function toShape({x, y, width, height, rotation}: VideoKeyFrame): VideoShape {
  return {x, y, width, height, rotation};
}

function between(a: VideoShape, b: VideoShape, share: number): VideoShape {
  const mix = (from: number, to: number): number => from + (to - from) * share;
  return {
    x: mix(a.x, b.x),
    y: mix(a.y, b.y),
    width: mix(a.width, b.width),
    height: mix(a.height, b.height),
    rotation: mix(a.rotation, b.rotation),
  };
}

function inOrder(keys: readonly VideoKeyFrame[]): readonly VideoKeyFrame[] {
  return [...keys].sort((a, b) => a.frame - b.frame);
}

type LooseKeyFrame = Omit<VideoKeyFrame, 'enabled' | 'rotation'> &
  Readonly<Record<'enabled' | 'rotation', unknown>>;

/** What a key frame does not say is its default. */
function complete(key: LooseKeyFrame): VideoKeyFrame {
  const {enabled, rotation} = key;
  return {
    ...key,
    enabled: enabled !== false,
    rotation: typeof rotation === 'number' ? rotation : 0,
  };
}

function isKeyFrame(key: unknown): key is LooseKeyFrame {
  if (typeof key !== 'object' || key === null) return false;
  const {frame, x, y, width, height} = key as Record<string, unknown>;
  return [frame, x, y, width, height].every(Number.isFinite);
}
