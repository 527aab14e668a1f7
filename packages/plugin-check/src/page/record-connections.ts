import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';
import type {Resource} from './resource-log.js';

type Constructor = new (...args: unknown[]) => object;

const CONNECTIONS: Readonly<Record<string, string>> = {
  WebSocket: 'close',
  EventSource: 'close',
  BroadcastChannel: 'close',
  Worker: 'terminate',
};

/** Records the sockets, channels and workers that the plugin opens. */
export function recordConnections(recording: Recording): void {
  for (const [name, end] of Object.entries(CONNECTIONS)) {
    const original: unknown = Reflect.get(globalThis, name);
    if (typeof original !== 'function') continue;
    recordConnection(name, end, original as Constructor, recording);
  }
}

function recordConnection(
  name: string,
  end: string,
  original: Constructor,
  {callers, log}: Recording,
): void {
  const known = new WeakMap<object, Resource>();
  replaceMethod(
    original.prototype as object,
    end,
    (close) =>
      function (this: unknown, ...args) {
        const resource = known.get(this as object);
        if (resource) log.giveBack(resource);
        return close.apply(this, args);
      },
  );
  const construct: ProxyHandler<Constructor>['construct'] = (
    target,
    args: unknown[],
    newTarget,
  ) => {
    const made = Reflect.construct(target, args, newTarget) as object;
    const caller = callers.taking();
    if (!caller || caller.kind === 'host') return made;
    const resource: Resource = {
      kind: 'connection',
      what: `${name} ${String(args[0])}`,
      place: caller.place,
      owner: log.owner,
    };
    known.set(made, resource);
    log.take(resource);
    return made;
  };
  const replacement = new Proxy(original, {construct});
  Reflect.set(original.prototype as object, 'constructor', replacement);
  Reflect.set(globalThis, name, replacement);
}
