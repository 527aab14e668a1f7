import type {StepRunner} from './step-context.js';

/** Presses a key, for example `Enter` or `Control+z`. */
export const press: StepRunner<string> = async (key, {page}) => {
  await page.keyboard.press(key);
};

/** Presses a key and keeps it down. */
export const hold: StepRunner<string> = async (key, {page}) => {
  await page.keyboard.down(key);
};

/** Lets go of a key. */
export const release: StepRunner<string> = async (key, {page}) => {
  await page.keyboard.up(key);
};
