import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

const OBSERVERS = [
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'PerformanceObserver',
  'ReportingObserver',
  'PressureObserver',
  'FileSystemObserver',
] as const;

interface Observation {
  readonly tenancy: Tenancy;
  readonly targets: Set<unknown>;
  holding: Holding | null;
}

const observations = new WeakMap<object, Observation>();

/** Notes the observers of plugins, and calls their callbacks as theirs. */
export function patchObservers(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const name of OBSERVERS) patchObserver(patches, ownership, name);
}

function patchObserver(
  patches: NativePatches,
  ownership: PageOwnership,
  name: string,
): void {
  const original: unknown = Reflect.get(globalThis, name);
  if (typeof original !== 'function') return;
  const prototype = original.prototype as object;
  patches.constructing(name, (target, args, newTarget) => {
    const tenancy = ownership.tenant();
    const [callback, ...rest] = args;
    if (!tenancy || typeof callback !== 'function') {
      return Reflect.construct(target, args, newTarget);
    }
    const called: Native = function (...records) {
      const code = callback as Native;
      return tenancy.call('observer', 'observer', code, this, records);
    };
    const made = Reflect.construct(target, [called, ...rest], newTarget);
    observations.set(made, {tenancy, targets: new Set(), holding: null});
    return made;
  });
  patches.method(prototype, 'observe', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const observation = observations.get(this as object);
      if (!observation) return Reflect.apply(native, this, args);
      const {tenancy, targets} = observation;
      const what = (): string => {
        const [first] = targets;
        return first instanceof Node
          ? `${name} on ${describeTarget(first)}`
          : name;
      };
      if (!tenancy.mayTake('observer')) {
        targets.add(args[0]);
        tenancy.refuse('observer', what());
        return undefined;
      }
      const answer = Reflect.apply(native, this, args);
      targets.add(args[0]);
      observation.holding ??= tenancy.take({
        kind: 'observer',
        what,
        isLasting: () =>
          [...targets].some(
            (target) =>
              !(target instanceof Node) || ownership.places.isLasting(target),
          ),
        release: () => {
          (this as MutationObserver).disconnect();
        },
      });
      return answer;
    },
  }));
  patches.method(prototype, 'unobserve', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      observations.get(this as object)?.targets.delete(args[0]);
      return Reflect.apply(native, this, args);
    },
  }));
  patches.method(prototype, 'disconnect', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const observation = observations.get(this as object);
      if (observation) {
        observation.targets.clear();
        observation.holding?.end();
        observation.holding = null;
      }
      return Reflect.apply(native, this, args);
    },
  }));
}
