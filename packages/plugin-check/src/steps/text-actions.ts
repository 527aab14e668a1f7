import {waitUntil} from '../run/deadline.js';
import type {TextPoints} from '../page/text-map.js';

import type {TextSpan} from './scenario.js';
import type {StepContext, StepRunner} from './step-context.js';

/** The first text of the labeling interface. */
const ANY_TEXT = '.lsf-richtext';

/** Drags over a text with the mouse. */
export const selectText: StepRunner<string | TextSpan> = async (
  span,
  context,
) => {
  const {start, middle, end} = await locate(span, context);
  const {mouse} = context.page;
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(middle.x, middle.y);
  await mouse.move(end.x, end.y);
  await mouse.up();
};

/** Clicks the middle of a text. */
export const clickText: StepRunner<string | TextSpan> = async (
  span,
  context,
) => {
  const {middle} = await locate(span, context);
  await context.page.mouse.click(middle.x, middle.y);
};

async function locate(
  given: string | TextSpan,
  {page, deadlineMs}: StepContext,
): Promise<TextPoints> {
  const span = typeof given === 'string' ? {text: given} : given;
  const query = {
    selector: span.in ?? ANY_TEXT,
    text: span.text ?? null,
    occurrence: span.occurrence ?? 1,
    start: span.start ?? 0,
    end: span.end ?? 0,
  };
  let points: TextPoints | null = null;
  await waitUntil(async () => {
    points = await page.evaluate(
      (wanted) => lsPluginCheck.textPoints(wanted),
      query,
    );
    return points ? null : `There is no text ${JSON.stringify(span)}.`;
  }, deadlineMs);
  return points as unknown as TextPoints;
}
