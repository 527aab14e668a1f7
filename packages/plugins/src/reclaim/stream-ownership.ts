import {Observable, Scheduler, Subject} from 'rxjs';
import type {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import type {PageOwnership} from './page-ownership.js';
import type {Tenancy} from './tenancy.js';

type Subscribe = (this: unknown, ...args: unknown[]) => Subscription;
type Next = (this: unknown, value: unknown) => void;
type Schedule = (this: unknown, ...args: unknown[]) => Subscription;

interface Prototypes {
  readonly observable: {subscribe: Subscribe};
  readonly subject: {next: Next};
  readonly scheduler: {schedule: Schedule};
}

const PROTOTYPES = {
  observable: Observable.prototype,
  subject: Subject.prototype,
  // The class is the only way to all schedulers of this copy.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  scheduler: Scheduler.prototype,
} as unknown as Prototypes;

let holders = 0;
let restore: Disposer = () => undefined;

/**
 * Has the streams of this package's copy of rxjs know whose code runs, until
 * the disposer is called: what a plugin subscribes to ends with its display;
 * what the host does in answer to an emission, or has scheduled, is the
 * host's, though it happens while a plugin runs.
 */
export function holdStreams(ownership: PageOwnership): Disposer {
  holders += 1;
  if (holders === 1) restore = install(ownership);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders -= 1;
    if (holders === 0) restore();
  };
}

function install(ownership: PageOwnership): Disposer {
  const {observable, subject, scheduler} = PROTOTYPES;
  const {subscribe} = observable;
  const {next} = subject;
  const {schedule} = scheduler;
  observable.subscribe = function (...args) {
    const tenancy = ownership.tenant(() => false);
    return tenancy
      ? subscribeAs(tenancy, ownership, args, (wrapped) =>
          Reflect.apply(subscribe, this, wrapped),
        )
      : Reflect.apply(subscribe, this, args);
  };
  subject.next = function (value) {
    const before = ownership.enterHost();
    try {
      next.call(this, value);
    } finally {
      ownership.leaveHost(before);
    }
  };
  scheduler.schedule = function (...args) {
    return ownership.outside(() => Reflect.apply(schedule, this, args));
  };
  return () => {
    observable.subscribe = subscribe;
    subject.next = next;
    scheduler.schedule = schedule;
  };
}

function subscribeAs(
  tenancy: Tenancy,
  ownership: PageOwnership,
  args: readonly unknown[],
  subscribe: (args: readonly unknown[]) => Subscription,
): Subscription {
  const observer = wrap(tenancy, args);
  const subscription = ownership.outside(() => subscribe([observer]));
  if (subscription.closed) return subscription;
  if (!tenancy.mayTake('subscription')) {
    tenancy.refuse('subscription', 'a stream of the host');
    subscription.unsubscribe();
    return subscription;
  }
  const holding = tenancy.take({
    kind: 'subscription',
    what: 'a stream of the host',
    release: () => {
      subscription.unsubscribe();
    },
  });
  subscription.add(() => {
    holding.end();
  });
  return subscription;
}

const SIGNALS = ['next', 'error', 'complete'] as const;

/** Calls what a plugin subscribed with as the plugin's code. */
function wrap(tenancy: Tenancy, args: readonly unknown[]): object {
  const [first] = args;
  const isObserver = typeof first === 'object' && first !== null;
  const wrapped = SIGNALS.flatMap((name, index) => {
    const code: unknown = isObserver ? Reflect.get(first, name) : args[index];
    if (typeof code !== 'function') return [];
    const call = (...values: unknown[]): void => {
      const self = isObserver ? first : undefined;
      tenancy.call('stream', 'subscription', code as never, self, values);
    };
    return [[name, call] as const];
  });
  return Object.fromEntries(wrapped);
}
