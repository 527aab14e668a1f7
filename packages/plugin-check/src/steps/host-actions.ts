import {waitUntil} from '../run/deadline.js';

import type {Scenario} from './scenario.js';
import type {StepContext, StepRunner} from './step-context.js';

const HOST = 'ls-annotation-host';
const SUBMIT = `${HOST} button[name="submit"]`;
const SKIP = `${HOST} button[aria-label="skip-task"]`;
const MODAL = `${HOST} dialog[open]`;

/** Presses Submit, and waits until the save is over. */
export const submit: StepRunner<true> = async (_value, context) => {
  await press(`${SUBMIT}[aria-label^="Submit"]`, context);
};

/** Presses Update, and waits until the save is over. */
export const update: StepRunner<true> = async (_value, context) => {
  await press(`${SUBMIT}[aria-label^="Update"]`, context);
};

/** Presses Skip, and waits until it is over. */
export const skip: StepRunner<true> = async (_value, context) => {
  await press(SKIP, context);
};

/** Makes an annotation and shows it. */
export const newAnnotation: StepRunner<true> = async (_value, {check}) => {
  await check.newAnnotation();
};

/** Shows the next or the previous annotation. */
export const switchAnnotation: StepRunner<'next' | 'previous'> = async (
  direction,
  {check},
) => {
  await check.switchAnnotation(direction === 'next' ? 1 : -1);
};

/** Shows another task. */
export const showTask: StepRunner<Readonly<Record<string, unknown>>> = async (
  task,
  {check},
) => {
  await check.showTask(task);
};

/** Loads the page again. */
export const reload: StepRunner<true> = async (_value, {check}) => {
  await check.reload();
};

/** Puts a text into `localStorage`. */
export const setStorage: StepRunner<{
  readonly key: string;
  readonly value: string;
}> = async (entry, {page}) => {
  await page.evaluate(({key, value}) => {
    localStorage.setItem(key, value);
  }, entry);
};

/** Has addresses answer otherwise from now on. */
export const route: StepRunner<NonNullable<Scenario['routes']>> = async (
  routes,
  {check, folder},
) => {
  check.addRoutes(routes, folder);
};

/** Dismisses the message on top. */
export const closeModal: StepRunner<true> = async (_value, context) => {
  const {page, deadlineMs} = context;
  const modals = page.locator(MODAL);
  await modals.last().waitFor({timeout: deadlineMs});
  const before = await modals.count();
  await modals.last().getByRole('button').last().click({timeout: deadlineMs});
  await waitUntil(
    async () =>
      (await modals.count()) < before ? null : 'The message stays open.',
    deadlineMs,
  );
};

async function press(css: string, context: StepContext): Promise<void> {
  const {page, deadlineMs} = context;
  await page.locator(css).click({timeout: deadlineMs});
  await waitUntil(async () => {
    const isBusy = await page.evaluate(
      () => lsPluginCheck.host?.htx.isSubmitting === true,
    );
    return isBusy ? 'The save is not over.' : null;
  }, deadlineMs);
}
