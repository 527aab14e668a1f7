import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {nextFrame} from '../../testing/render-surface.js';
import type {Point} from '../geometry.js';

/** Moves the mouse to a place of the page, CSS pixels. */
export async function moveMouse({x, y}: Point): Promise<void> {
  await sendMouse({type: 'move', position: [Math.round(x), Math.round(y)]});
}

/** Drags from place to place over a point between them. */
export async function drag(...path: readonly Point[]): Promise<void> {
  const [from, ...rest] = path;
  if (!from) return;
  await moveMouse(from);
  await sendMouse({type: 'down'});
  let last = from;
  for (const point of rest) {
    await moveMouse({x: (last.x + point.x) / 2, y: (last.y + point.y) / 2});
    await moveMouse(point);
    last = point;
  }
  await sendMouse({type: 'up'});
  await nextFrame();
}

/** Clicks at a place of the page, with keys held. */
export async function click(
  {x, y}: Point,
  ...keys: readonly string[]
): Promise<void> {
  for (const key of keys) await sendKeys({down: key});
  await sendMouse({
    type: 'click',
    position: [Math.round(x), Math.round(y)],
  });
  for (const key of keys) await sendKeys({up: key});
  await nextFrame();
}

/** Presses keys one after the other, for example `Shift+ArrowRight`. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({press: key});
  await nextFrame();
}
