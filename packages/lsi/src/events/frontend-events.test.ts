import {expect} from '@open-wc/testing';
import {TestScheduler} from 'rxjs/testing';

import {EventInvoker} from './event-invoker.js';
import {FRONTEND_EVENTS} from './frontend-event-catalogue.js';
import type {FrontendEvent} from './frontend-event.js';
import {FrontendEvents} from './frontend-events.js';
import {HandlerThrew} from './event-watcher.js';

function setup() {
  const events = new FrontendEvents();
  const errors: string[] = [];
  events.errors$.subscribe(({owner, eventName, message}) =>
    errors.push(`${owner}/${eventName}: ${message}`),
  );
  const calls: string[] = [];
  const record =
    (name: string, answer?: unknown) =>
    (...args: readonly unknown[]): unknown => {
      calls.push(`${name}(${args.join()})`);
      return answer;
    };
  return {events, errors, calls, record};
}

function wordsOf(answer: unknown): string {
  if (!(answer instanceof HandlerThrew)) return String(answer);
  return `threw ${(answer.error as Error).message}`;
}

describe('FrontendEvents', () => {
  describe('invoke()', () => {
    it('returns undefined when there is no handler', () => {
      const {events} = setup();
      expect(events.invoke('nothing', 1)).to.equal(undefined);
    });

    it('calls every handler in the order of registration', async () => {
      const {events, calls, record} = setup();
      events.addHandler('x', record('a', 1));
      events.addHandler('x', record('b', Promise.resolve(2)));
      const outcomes = await events.invoke('x', 'one', 'two');
      expect(calls).to.deep.equal(['a(one,two)', 'b(one,two)']);
      expect(outcomes).to.deep.equal([
        {status: 'fulfilled', value: 1, owner: ''},
        {status: 'fulfilled', value: 2, owner: ''},
      ]);
    });

    it('calls the same function once however often it is registered', () => {
      const {events, calls, record} = setup();
      const handler = record('a');
      events.addHandler('x', handler);
      events.addHandler('x', handler);
      void events.invoke('x');
      expect(calls).to.have.length(1);
    });

    it('leaves a handler that is added during it for the next time', () => {
      const {events, calls, record} = setup();
      events.addHandler('x', () => {
        events.addHandler('x', record('late'));
      });
      void events.invoke('x');
      expect(calls).to.deep.equal([]);
      void events.invoke('x');
      expect(calls).to.deep.equal(['late()']);
    });

    it('still calls a handler that is removed during it', () => {
      const {events, calls, record} = setup();
      const second = record('second');
      events.addHandler('x', () => {
        events.removeHandler('x', second);
      });
      events.addHandler('x', second);
      void events.invoke('x');
      void events.invoke('x');
      expect(calls).to.deep.equal(['second()']);
    });

    it('runs the handlers after one that throws and reports it', async () => {
      const {events, calls, errors, record} = setup();
      const thrower = () => {
        throw new Error('boom');
      };
      events.addHandler('x', thrower, {owner: 'bad-plugin'});
      events.addHandler('x', record('after'));
      const outcomes = await events.invoke('x');
      expect(calls).to.deep.equal(['after()']);
      expect(outcomes?.map(({status}) => status)).to.deep.equal([
        'rejected',
        'fulfilled',
      ]);
      expect(errors).to.deep.equal([
        'bad-plugin/x: A handler of "x" by "bad-plugin" failed: boom',
      ]);
    });

    it('runs the handlers after one that throws what nobody can look at', async () => {
      const {events, calls, errors, record} = setup();
      const trap = (): never => {
        throw new Error('trapped');
      };
      const trapped = new Proxy(new Error(), {
        get: trap,
        getPrototypeOf: trap,
      });
      events.addHandler(
        'x',
        () => {
          throw trapped;
        },
        {owner: 'bad-plugin'},
      );
      events.addHandler('x', record('after'));
      const outcomes = await events.invoke('x');
      expect(calls).to.deep.equal(['after()']);
      expect(outcomes?.[0]).to.have.nested.property(
        'error.cause.code',
        'core/unreadable-throw',
      );
      expect(errors).to.have.length(1);
    });

    it('reports a handler that rejects and never rejects itself', async () => {
      const {events, errors} = setup();
      events.addHandler('x', () => Promise.reject(new Error('late boom')));
      const outcomes = await events.invoke('x');
      expect(outcomes?.[0]?.status).to.equal('rejected');
      expect(errors).to.have.length(1);
    });
  });

  describe('invokeFirst()', () => {
    it('calls the first handler alone and returns its answer as it is', () => {
      const {events, calls, record} = setup();
      events.addHandler('x', record('a', 7));
      events.addHandler('x', record('b', 8));
      expect(events.invokeFirst('x')).to.equal(7);
      expect(calls).to.deep.equal(['a()']);
    });

    it('returns undefined when there is no handler', () => {
      const {events} = setup();
      expect(events.invokeFirst('x')).to.equal(undefined);
    });

    it('reports what the first handler throws', () => {
      const {events, errors} = setup();
      events.addHandler('x', () => {
        throw new Error('boom');
      });
      expect(events.invokeFirst('x')).to.equal(undefined);
      expect(errors).to.have.length(1);
    });
  });

  describe('addHandler()', () => {
    it('keeps a function until everyone who registered it lets go', () => {
      const {events, calls, record} = setup();
      const handler = record('a');
      const first = events.addHandler('x', handler);
      const second = events.addHandler('x', handler);
      first();
      first();
      void events.invoke('x');
      second();
      void events.invoke('x');
      expect(calls).to.have.length(1);
      expect(events.hasHandlers('x')).to.equal(false);
    });

    it('lets a late disposer leave a later registration alone', () => {
      const {events} = setup();
      const handler = () => undefined;
      const first = events.addHandler('x', handler);
      events.removeAll('x');
      events.addHandler('x', handler);
      first();
      expect(events.hasHandlers('x')).to.equal(true);
    });
  });

  describe('streams', () => {
    it('emits the arguments of one event with on(), all with all$', () => {
      new TestScheduler((actual, expected) => {
        expect(actual).to.deep.equal(expected);
      }).run(({cold, expectObservable}) => {
        const {events} = setup();
        const source = cold<FrontendEvent>('-a-b-a-|', {
          a: {name: 'entityCreate', args: ['region']},
          b: {name: 'custom', args: [1, 2]},
        });
        source.subscribe({
          next: ({name, args}) => void events.invoke<string>(name, ...args),
          complete: () => {
            events.close();
          },
        });
        expectObservable(events.on<string>('entityCreate')).toBe('-a---a-|', {
          a: ['region'],
        });
        expectObservable(events.all$).toBe('-a-b-a-|', {
          a: {name: 'entityCreate', args: ['region']},
          b: {name: 'custom', args: [1, 2]},
        });
      });
    });

    it('emits before the handlers run', () => {
      const {events, calls, record} = setup();
      events.addHandler('x', record('handler'));
      events.on<string>('x').subscribe(() => calls.push('stream'));
      void events.invoke('x');
      expect(calls).to.deep.equal(['stream', 'handler()']);
    });
  });
});

describe('FrontendEvents.watch()', () => {
  function watched() {
    const parts = setup();
    const seen: string[] = [];
    const unwatch = parts.events.watch({
      onEvent: ({name, args}) => {
        seen.push(`${name}(${args.join()})`);
        return {
          clock: null,
          onHandled: ({owners, calls, busyMs}) => {
            expect(busyMs).to.equal(null);
            expect(owners).to.deep.equal(calls.map(({owner}) => owner));
            for (const {owner, answer} of calls) {
              seen.push(`${owner} = ${wordsOf(answer)}`);
            }
          },
        };
      },
    });
    return {...parts, seen, unwatch};
  }

  it('tells of each event, and of what its handlers did with it', () => {
    const {events, seen, record} = watched();
    events.addHandler('x', record('a', 1), {owner: 'a'});
    events.addHandler(
      'x',
      () => {
        throw new Error('boom');
      },
      {owner: 'b'},
    );
    void events.invoke('x', 5);
    events.invokeFirst('x');
    expect(seen).to.deep.equal([
      'x(5)',
      'a = 1',
      'b = threw boom',
      'x()',
      'a = 1',
    ]);
  });

  it('says for how long each handler ran, to those who want to know', () => {
    const {events} = setup();
    const timed: (readonly number[] | null)[] = [];
    let nowMs = 0;
    for (const clock of [null, () => nowMs]) {
      events.watch({
        onEvent: () => ({clock, onHandled: ({busyMs}) => timed.push(busyMs)}),
      });
    }
    events.watch({onEvent: () => null});
    for (const ms of [20, 30]) {
      events.addHandler('x', () => {
        nowMs += ms;
      });
    }
    events.dispatch('x');
    expect(timed).to.deep.equal([
      [20, 30],
      [20, 30],
    ]);
  });

  it('hears that nobody has handled an event', () => {
    const {events, seen} = watched();
    events.dispatch('x');
    expect(events.invokeFirst('y')).to.equal(undefined);
    expect(seen).to.deep.equal(['x()', 'y()']);
  });

  it('changes nothing about what becomes of a failure', async () => {
    const {events, errors} = watched();
    events.addHandler(
      'x',
      () => {
        throw new Error('boom');
      },
      {owner: 'b'},
    );
    const [outcome] = (await events.invoke('x')) ?? [];
    expect(outcome?.status).to.equal('rejected');
    expect(errors).to.have.length(1);
  });

  it('ends when it is told to', () => {
    const {events, seen, record, unwatch} = watched();
    events.addHandler('x', record('a'));
    unwatch();
    unwatch();
    void events.invoke('x');
    expect(seen).to.deep.equal([]);
  });
});

describe('EventInvoker', () => {
  it('has the shape of the invoker of Label Studio', async () => {
    const {events, calls, record} = setup();
    const invoker = new EventInvoker(events);
    const handler = record('a', 1);
    expect(invoker.invoke('x')).to.equal(undefined);
    invoker.on('x', handler);
    invoker.on('x', () => {
      throw new Error('boom');
    });
    expect(await invoker.invoke('x', 5)).to.deep.equal([1, undefined]);
    expect(invoker.hasEvent('x')).to.equal(true);
    invoker.off('x', handler);
    expect(await invoker.invoke('x')).to.deep.equal([undefined]);
    invoker.removeAll('x');
    expect(invoker.hasEvent('x')).to.equal(false);
    expect(invoker.invokeFirst('x')).to.equal(undefined);
    expect(calls).to.have.length(1);
  });
});

describe('FRONTEND_EVENTS', () => {
  it('names each event once', () => {
    const names = FRONTEND_EVENTS.map(({name}) => name);
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.have.length(25);
  });

  for (const {name, awaited, returns} of FRONTEND_EVENTS) {
    it(`says of ${name} that an answer is used only when awaited`, () => {
      expect(awaited || returns === 'ignored').to.equal(true);
    });
  }
});
