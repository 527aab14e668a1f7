import {waitUntil} from '../run/deadline.js';

import {findTarget, targetText} from './find-target.js';
import {fitsText} from './match-text.js';
import {mismatchOf} from './match-value.js';
import type {
  ModalExpectation,
  SelectorExpectation,
  Target,
  TextMatcher,
} from './scenario.js';
import type {StepContext, StepRunner} from './step-context.js';

/** Expects that a message is shown. */
export const expectModal: StepRunner<ModalExpectation> = async (
  {text, type},
  context,
) => {
  await waitUntil(async () => {
    const shown = await modals(context);
    const isThere = shown.some(
      (modal) =>
        (text === undefined || fitsText(modal.text, text)) &&
        (type === undefined || modal.type === type),
    );
    if (isThere) return null;
    const wanted = JSON.stringify({text, type});
    return `No message is ${wanted}; shown: ${JSON.stringify(shown)}.`;
  }, context.deadlineMs);
};

/** Expects that no message is shown. */
export const expectNoModal: StepRunner<true> = async (_value, context) => {
  await waitUntil(async () => {
    const shown = await modals(context);
    return shown.length === 0
      ? null
      : `A message is shown: ${JSON.stringify(shown)}.`;
  }, context.deadlineMs);
};

/** Expects that an element has a text. */
export const expectText: StepRunner<
  Target & {readonly text: TextMatcher}
> = async ({text, ...target}, context) => {
  const element = findTarget(context.page, target);
  await waitUntil(async () => {
    if ((await element.count()) === 0) {
      return `There is no ${targetText(target)}.`;
    }
    const shown = await element.innerText({timeout: context.deadlineMs});
    return fitsText(shown, text)
      ? null
      : `${targetText(target)} says ${JSON.stringify(shown)}.`;
  }, context.deadlineMs);
};

/** Expects that elements are there, or not. */
export const expectSelector: StepRunner<string | SelectorExpectation> = async (
  given,
  {page, deadlineMs},
) => {
  const wanted = typeof given === 'string' ? {css: given} : given;
  const found = page.locator(wanted.css);
  await waitUntil(async () => {
    const count = await found.count();
    if (wanted.count === undefined ? count === 0 : count !== wanted.count) {
      return `There are ${count} of "${wanted.css}".`;
    }
    if (count === 0) return null;
    const {visible, properties = {}} = wanted;
    const isVisible = await found.first().isVisible();
    if (visible !== undefined && visible !== isVisible) {
      return `"${wanted.css}" is ${isVisible ? '' : 'not '}visible.`;
    }
    const actual = await found
      .first()
      .evaluate(readProperties, Object.keys(properties));
    return mismatchOf(actual, properties, wanted.css);
  }, deadlineMs);
};

interface ShownModal {
  readonly type: string;
  readonly text: string;
}

function modals({page}: StepContext): Promise<ShownModal[]> {
  return page.locator('ls-annotation-host ls-modal').evaluateAll((elements) =>
    elements.map((element) => ({
      type: element.getAttribute('type') ?? '',
      text: (element as HTMLElement & {message?: string}).message ?? '',
    })),
  );
}

/** Runs in the page. */
function readProperties(
  element: Element,
  names: readonly string[],
): Record<string, unknown> {
  const entries = names.map((name): [string, unknown] => {
    const value: unknown = Reflect.get(element, name);
    const isPlain = value === null || typeof value !== 'object';
    return [name, isPlain ? value : JSON.parse(JSON.stringify(value))];
  });
  return Object.fromEntries(entries);
}
