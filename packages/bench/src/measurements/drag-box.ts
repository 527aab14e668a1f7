import type {BenchPage} from '../browser/bench-page.js';
import {quantile} from '../statistics.js';

const MOVES = 40;
const SLOW_FRAME_RANK = 0.95;
const STEP_PX = {x: -3, y: 1};

/** What dragging one box took. */
export interface DragTime {
  /** Work of the main thread for each move of the pointer. */
  readonly cpuMs: number;
  /** Interval between frames that 95 % of those while dragging stay under. */
  readonly frameMs: number;
}

declare global {
  var stopRecording: (() => number[]) | undefined;
}

/**
 * Selects the first box, takes hold of it with the pointer and drags it.
 *
 * @throws Error when the box did not follow the pointer.
 */
export async function dragBox(opened: BenchPage): Promise<DragTime> {
  const {page} = opened;
  const start = await page.evaluate(async () => {
    await globalThis.subject.select(0);
    await globalThis.bench.frames(2);
    const box = globalThis.subject.placeOf(0);
    const picture = globalThis.subject.pictureRectangle();
    return {
      box,
      x: picture.x + ((box.x + box.width / 2) / 100) * picture.width,
      y: picture.y + ((box.y + box.height / 2) / 100) * picture.height,
    };
  });
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.stopRecording = globalThis.bench.recordFrames();
  });
  const before = await opened.cpuMs();
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.move(
      start.x + move * STEP_PX.x,
      start.y + move * STEP_PX.y,
    );
  }
  const cpuMs = (await opened.cpuMs()) - before;
  const frames = await page.evaluate(() => globalThis.stopRecording?.() ?? []);
  await page.mouse.up();
  const after = await page.evaluate(async () => {
    await globalThis.bench.frames(2);
    return {
      place: globalThis.subject.placeOf(0),
      picture: globalThis.subject.pictureRectangle(),
    };
  });
  const expected = ((MOVES * STEP_PX.x) / after.picture.width) * 100;
  const moved = after.place.x - start.box.x;
  if (Math.abs(moved - expected) > 0.5) {
    throw new Error(`The box moved by ${moved} %, not by ${expected} %.`);
  }
  return {cpuMs: cpuMs / MOVES, frameMs: quantile(frames, SLOW_FRAME_RANK)};
}
