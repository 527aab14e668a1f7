import {isLasting, targetName} from './labeling-view.js';
import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';
import type {Resource} from './resource-log.js';

interface Registration {
  readonly type: unknown;
  readonly listener: unknown;
  readonly isCapturing: boolean;
  readonly resource: Resource;
}

type Registrations = WeakMap<EventTarget, Set<Registration>>;

/**
 * Records the listeners of the plugin on window, document and whatever else
 * outlives a display.
 */
export function recordListeners(recording: Recording): void {
  const known: Registrations = new WeakMap();
  replaceMethod(
    EventTarget.prototype,
    'addEventListener',
    (original) =>
      function (this: unknown, ...args) {
        const result = original.apply(this, args);
        note(toTarget(this), args, recording, known);
        return result;
      },
  );
  replaceMethod(
    EventTarget.prototype,
    'removeEventListener',
    (original) =>
      function (this: unknown, ...args) {
        forget(toTarget(this), args, recording, known);
        return original.apply(this, args);
      },
  );
}

/** Called bare, the methods are those of the window. */
function toTarget(self: unknown): EventTarget {
  return self instanceof EventTarget ? self : window;
}

function note(
  target: EventTarget,
  [type, listener, options]: readonly unknown[],
  {callers, log}: Recording,
  known: Registrations,
): void {
  if (typeof listener !== 'function' && typeof listener !== 'object') return;
  if (listener === null) return;
  const caller = callers.taking();
  if (!caller || caller.kind === 'host') return;
  const registrations = known.get(target) ?? new Set();
  known.set(target, registrations);
  const isCapturing = captures(options);
  if (find(registrations, type, listener, isCapturing)) return;
  const resource: Resource = {
    kind: 'listener',
    what: `${String(type)} on ${targetName(target)}`,
    place: caller.place,
    owner: log.owner,
    isInEffect: () => isLasting(target),
  };
  const registration = {type, listener, isCapturing, resource};
  registrations.add(registration);
  log.take(resource);
  const end = (): void => {
    registrations.delete(registration);
    log.giveBack(resource);
  };
  endByItself(target, String(type), options, end);
}

/** Listeners may leave without being removed: after one call, by a signal. */
function endByItself(
  target: EventTarget,
  type: string,
  options: unknown,
  end: () => void,
): void {
  if (typeof options !== 'object' || options === null) return;
  const {once, signal} = options as AddEventListenerOptions;
  if (once === true) target.addEventListener(type, end, {once: true});
  if (signal?.aborted === true) end();
  signal?.addEventListener('abort', end, {once: true});
}

function forget(
  target: EventTarget,
  [type, listener, options]: readonly unknown[],
  {log}: Recording,
  known: Registrations,
): void {
  const registrations = known.get(target);
  const found = find(registrations, type, listener, captures(options));
  if (!found) return;
  registrations?.delete(found);
  log.giveBack(found.resource);
}

function find(
  registrations: ReadonlySet<Registration> | undefined,
  type: unknown,
  listener: unknown,
  isCapturing: boolean,
): Registration | undefined {
  return [...(registrations ?? [])].find(
    (known) =>
      known.type === type &&
      known.listener === listener &&
      known.isCapturing === isCapturing,
  );
}

function captures(options: unknown): boolean {
  return typeof options === 'object' && options !== null
    ? (options as AddEventListenerOptions).capture === true
    : options === true;
}
