import type {Page} from 'playwright-core';

import type {CheckPage} from '../run/check-page.js';

/** What a step works with. */
export interface StepContext {
  /** The page of the check. */
  readonly check: CheckPage;
  /** Playwright's page, for mouse and keyboard. */
  readonly page: Page;
  /** How long the step may take, milliseconds. */
  readonly deadlineMs: number;
  /** Folder that paths in the scenario are relative to. */
  readonly folder: string;
}

/**
 * Does one kind of step.
 *
 * @throws StepError when it cannot be done or does not hold.
 */
export type StepRunner<Value> = (
  value: Value,
  context: StepContext,
) => Promise<void>;
