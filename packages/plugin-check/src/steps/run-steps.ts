import {stripVTControlCharacters} from 'node:util';

import {StepError} from '../errors.js';

import type {Step} from './scenario.js';
import type {StepContext, StepRunner} from './step-context.js';
import {STEP_RUNNERS} from './step-runners.js';

const OBSTACLE = /intercepts pointer events|is not (visible|enabled|stable)/;

/**
 * Does steps in order.
 *
 * @param path - Place of the list in the scenario, for messages.
 * @returns How many were done.
 * @throws StepError that names the step which cannot be done or does not hold.
 */
export async function runSteps(
  steps: readonly Step[],
  context: StepContext,
  path = 'steps',
): Promise<number> {
  let done = 0;
  for (const [index, step] of steps.entries()) {
    done += await runStep(step, context, `${path}[${index}]`);
  }
  return done;
}

async function runStep(
  step: Step,
  context: StepContext,
  path: string,
): Promise<number> {
  const deadlineMs = step.deadlineMs ?? context.deadlineMs;
  if ('repeat' in step) {
    let done = 0;
    for (let left = step.repeat; left > 0; left -= 1) {
      done += await runSteps(step.steps, context, `${path}.steps`);
    }
    return done;
  }
  const [name = '', value] =
    Object.entries(step).find(([key]) => key in STEP_RUNNERS) ?? [];
  const run = Reflect.get(STEP_RUNNERS, name) as StepRunner<unknown>;
  try {
    await run(value, {...context, deadlineMs});
  } catch (error) {
    throw new StepError(`${path} ${name}: ${reasonOf(error)}`, {cause: error});
  }
  return 1;
}

/**
 * Playwright writes a log of what it tried below the first line; what was in
 * the way stands near its end.
 */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StepError) return error.message;
  const [first = '', ...log] = stripVTControlCharacters(error.message)
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''));
  const obstacle = log.filter((line) => OBSTACLE.test(line)).at(-1) ?? log[1];
  return [first, obstacle].filter(Boolean).join(' ');
}
