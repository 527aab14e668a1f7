import {waitUntil} from '../run/deadline.js';

import {mismatchOf} from './match-value.js';
import type {
  EventExpectation,
  RequestExpectation,
  ResultExpectation,
} from './scenario.js';
import type {StepRunner} from './step-context.js';

/** So much of what was found is shown, characters. */
const BRIEF = 600;

/** Expects results of the annotation on display. */
export const expectResult: StepRunner<ResultExpectation> = async (
  wanted,
  {page, deadlineMs},
) => {
  await waitUntil(async () => {
    const results = await page.evaluate(
      () => lsPluginCheck.host?.serialize() ?? [],
    );
    return resultMismatch(results, wanted);
  }, deadlineMs);
};

/** Expects that an event was emitted since the last expectation of one. */
export const expectEvent: StepRunner<string | EventExpectation> = async (
  given,
  {page, deadlineMs},
) => {
  const wanted = typeof given === 'string' ? {name: given} : given;
  await waitUntil(async () => {
    const count = await page.evaluate(
      (name) => lsPluginCheck.emitted.count(name),
      wanted.name,
    );
    const isRight =
      wanted.count === undefined ? count > 0 : count === wanted.count;
    return isRight ? null : `"${wanted.name}" was emitted ${count} times.`;
  }, deadlineMs);
  await page.evaluate(() => {
    lsPluginCheck.emitted.clear();
  });
};

/** Expects that a request was made. */
export const expectRequest: StepRunner<RequestExpectation> = async (
  {url, method, body, count},
  {check, deadlineMs},
) => {
  await waitUntil(async () => {
    const all = check.requests.matching(url);
    const found = all.filter(
      (request) =>
        (method === undefined || request.method === method) &&
        (body === undefined || mismatchOf(parsed(request.body), body) === null),
    );
    const isRight =
      count === undefined ? found.length > 0 : found.length === count;
    if (isRight) return null;
    const bodies = all.map(
      (request) => `${request.method} ${request.body ?? ''}`,
    );
    return `Requests to "${url}": ${brief(bodies)}.`;
  }, deadlineMs);
};

/** Expects something in `localStorage`. */
export const expectStorage: StepRunner<{
  readonly key: string;
  readonly value: unknown;
}> = async ({key, value}, {page, deadlineMs}) => {
  await waitUntil(async () => {
    const stored = await page.evaluate(
      (part) =>
        Object.entries(localStorage).find(([name]) => name.includes(part)),
      key,
    );
    if (!stored) return `Nothing is stored under "${key}".`;
    const text = String(stored[1]);
    const isText = mismatchOf(text, value, key);
    return isText === null ? null : mismatchOf(parsed(text), value, key);
  }, deadlineMs);
};

/** Expects that a JavaScript expression is true in the page. */
export const expectTrue: StepRunner<string> = async (
  expression,
  {page, deadlineMs},
) => {
  await waitUntil(async () => {
    const value: unknown = await page.evaluate(expression);
    return value === true ? null : `It is ${JSON.stringify(value)}.`;
  }, deadlineMs);
};

/** Expects the value of a global variable. */
export const expectGlobal: StepRunner<{
  readonly name: string;
  readonly value: unknown;
}> = async ({name, value}, {page, deadlineMs}) => {
  await waitUntil(async () => {
    const actual: unknown = await page.evaluate(
      (key) => Reflect.get(globalThis, key) as unknown,
      name,
    );
    return mismatchOf(actual, value, name);
  }, deadlineMs);
};

function resultMismatch(
  results: readonly unknown[],
  {count, every, some, none}: ResultExpectation,
): string | null {
  const wrong = (): string => `They are ${brief(results)}.`;
  const fits = (expected: unknown) => (result: unknown) =>
    mismatchOf(result, expected) === null;
  if (count !== undefined && results.length !== count) {
    return `There are ${results.length} results, not ${count}. ${wrong()}`;
  }
  if (every !== undefined && !results.every(fits(every))) {
    return `Not every result is ${JSON.stringify(every)}. ${wrong()}`;
  }
  if (some !== undefined && !results.some(fits(some))) {
    return `No result is ${JSON.stringify(some)}. ${wrong()}`;
  }
  if (none !== undefined && results.some(fits(none))) {
    return `A result is ${JSON.stringify(none)}. ${wrong()}`;
  }
  return null;
}

/** What was found can be long; the beginning tells enough. */
function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}
