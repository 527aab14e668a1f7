import type {EventHandling} from '@ls-annotation/lsi';

/** What became of an event, without its promises' ends. */
export interface NotedHandling {
  /** Who registered the handlers, in the order of their calls. */
  readonly owners: readonly string[];
  /** What each answered; a `HandlerThrew` when it threw. */
  readonly answers: readonly unknown[];
  /** Which of the answers are promises, by their place. */
  readonly promises: readonly number[];
  /** How long each took, milliseconds; `null` when they were not timed. */
  readonly busyMs: readonly number[] | null;
}

/** What is known of an event while its handlers are called. */
export const NOT_HANDLED: NotedHandling = {
  owners: [],
  answers: [],
  promises: [],
  busyMs: null,
};

/**
 * Notes what became of an event.
 *
 * @returns `before` when the same has become of this event: in a storm the
 *   handlers of most events answer alike, and what is kept costs most.
 */
export function noteHandling(
  handling: EventHandling,
  before: NotedHandling,
): NotedHandling {
  if (isAlike(handling, before)) return before;
  const {calls, owners, busyMs} = handling;
  const answers = calls.map(({answer}) => answer);
  const promises = [...answers.keys()].filter((at) => isPromise(answers[at]));
  return {owners, answers, promises, busyMs};
}

function isAlike(
  {calls, owners, busyMs}: EventHandling,
  before: NotedHandling,
): boolean {
  return (
    owners === before.owners &&
    busyMs === before.busyMs &&
    calls.every(({answer}, at) => Object.is(answer, before.answers[at]))
  );
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as {readonly then?: unknown}).then === 'function'
  );
}
