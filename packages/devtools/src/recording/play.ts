import type {SessionReplay} from './session-replay.js';
import {pause} from './until-aborted.js';

/** How long the page may be busy with a replay at a time, milliseconds. */
const BUSY_MS = 12;

/** How a replay goes on. */
export interface Pace {
  /** How many times as fast as it was recorded; `Infinity` for at once. */
  readonly speed: number;
  /** Called after every entry. */
  readonly onProgress: () => void;
  /** Stops between two entries. */
  readonly signal: AbortSignal;
}

/**
 * Has the rest of a replay happen.
 *
 * @throws The reason of the signal when it is aborted.
 */
export async function play(
  replay: SessionReplay,
  {speed, onProgress, signal}: Pace,
): Promise<void> {
  let atMs = replay.position > 0 ? (replay.next?.atMs ?? 0) : 0;
  let busySinceMs = performance.now();
  for (let {next} = replay; next; {next} = replay) {
    const waitMs = (next.atMs - atMs) / speed;
    atMs = next.atMs;
    const isBusy = performance.now() - busySinceMs > BUSY_MS;
    if (waitMs > 0 || isBusy) {
      await pause(waitMs, signal);
      busySinceMs = performance.now();
    }
    signal.throwIfAborted();
    await replay.step();
    onProgress();
  }
}
