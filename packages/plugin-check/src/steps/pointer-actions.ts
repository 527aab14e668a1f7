import type {Locator} from 'playwright-core';

import {StepError} from '../errors.js';

import {findTarget} from './find-target.js';
import type {ClickAction, DrawAction, TypeAction} from './scenario.js';
import type {StepContext, StepRunner} from './step-context.js';

/** The first picture of the labeling interface. */
const ANY_PICTURE = '.lsf-image__picture';

/** Clicks an element. */
export const click: StepRunner<ClickAction> = async (action, context) => {
  const target = findTarget(context.page, action);
  const {at} = action;
  if (!at) return clickOn(target, context);
  const timeout = context.deadlineMs;
  const frame = await target.boundingBox({timeout});
  if (!frame) throw new StepError('There is nothing to click on.');
  const position = {
    x: (frame.width * at.x) / 100,
    y: (frame.height * at.y) / 100,
  };
  await target.click({timeout, position});
};

/** Clicks the label with a text. */
export const label: StepRunner<string> = async (text, context) => {
  await clickOn(withText(context, '.lsf-label_clickable', text), context);
};

/** Clicks the choice with a text. */
export const choose: StepRunner<string> = async (text, context) => {
  await clickOn(withText(context, '.lsf-choice', text), context);
};

/** Types, where the focus is or into a field. */
export const type: StepRunner<string | TypeAction> = async (given, context) => {
  const action = typeof given === 'string' ? {text: given} : given;
  const {keyboard} = context.page;
  if (action.into) {
    await clickOn(findTarget(context.page, action.into), context);
  }
  if (action.clear === true) {
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Delete');
  }
  await keyboard.type(action.text);
};

/** Drags a box over a picture. */
export const draw: StepRunner<DrawAction> = async (action, context) => {
  const {page, deadlineMs} = context;
  const picture = page.locator(action.on ?? ANY_PICTURE).first();
  await picture.scrollIntoViewIfNeeded({timeout: deadlineMs});
  const frame = await picture.boundingBox({timeout: deadlineMs});
  if (!frame) throw new StepError('There is nothing to draw on.');
  const at = (x: number, y: number): [number, number] => [
    frame.x + (frame.width * x) / 100,
    frame.y + (frame.height * y) / 100,
  ];
  const {x, y, width, height} = action;
  await page.mouse.move(...at(x, y));
  await page.mouse.down();
  await page.mouse.move(...at(x + width / 2, y + height / 2));
  await page.mouse.move(...at(x + width, y + height));
  await page.mouse.up();
};

async function clickOn(
  target: Locator,
  {deadlineMs}: StepContext,
): Promise<void> {
  await target.click({timeout: deadlineMs});
}

/** The element whose `__text` part has exactly this text. */
function withText({page}: StepContext, css: string, text: string): Locator {
  const part = css.replace(/_clickable$/, '');
  const exact = page
    .locator(`${part}__text`)
    .filter({hasText: new RegExp(`^\\s*${escaped(text)}\\s*$`)});
  return page.locator(css).filter({has: exact}).first();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
