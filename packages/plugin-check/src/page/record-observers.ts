import {isLasting, targetName} from './labeling-view.js';
import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';
import type {Resource} from './resource-log.js';

interface Observation {
  readonly targets: Set<EventTarget>;
  readonly resource: Resource;
}

const OBSERVERS = [
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
] as const;

/** Records the observers of the plugin while they observe something. */
export function recordObservers(recording: Recording): void {
  const known = new WeakMap<object, Observation>();
  for (const name of OBSERVERS) {
    recordObserver(name, globalThis[name].prototype, recording, known);
  }
}

function recordObserver(
  name: string,
  prototype: object,
  recording: Recording,
  known: WeakMap<object, Observation>,
): void {
  const {log} = recording;
  replaceMethod(
    prototype,
    'observe',
    (original) =>
      function (this: unknown, ...args) {
        const result = original.apply(this, args);
        note(name, this as object, args[0] as EventTarget, recording, known);
        return result;
      },
  );
  replaceMethod(
    prototype,
    'unobserve',
    (original) =>
      function (this: unknown, ...args) {
        known.get(this as object)?.targets.delete(args[0] as EventTarget);
        return original.apply(this, args);
      },
  );
  replaceMethod(
    prototype,
    'disconnect',
    (original) =>
      function (this: unknown, ...args) {
        const observation = known.get(this as object);
        known.delete(this as object);
        if (observation) log.giveBack(observation.resource);
        return original.apply(this, args);
      },
  );
}

function note(
  name: string,
  observer: object,
  target: EventTarget,
  {callers, log}: Recording,
  known: WeakMap<object, Observation>,
): void {
  const observation = known.get(observer);
  if (observation) {
    observation.targets.add(target);
    return;
  }
  const caller = callers.taking();
  if (!caller || caller.kind === 'host') return;
  const targets = new Set([target]);
  const resource: Resource = {
    kind: 'observer',
    what: `${name} on ${targetName(target)}`,
    place: caller.place,
    owner: log.owner,
    isInEffect: () => [...targets].some(isLasting),
  };
  known.set(observer, {targets, resource});
  log.take(resource);
}
