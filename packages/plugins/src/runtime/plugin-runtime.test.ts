import {expect} from '@open-wc/testing';
import {firstValueFrom, take, toArray} from 'rxjs';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError} from '../errors.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';

import {PluginRuntime} from './plugin-runtime.js';
import type {PluginRuntimeOptions} from './runtime-options.js';

const CONFIG: ConfigNode = {
  tag: 'View',
  attributes: {},
  text: '',
  children: [
    {
      tag: 'Text',
      attributes: {name: 'text', value: '$text'},
      text: '',
      children: [],
    },
  ],
};

type Page = Record<string, unknown>;
const page = globalThis as unknown as Page;
const output = globalThis.console;

function setup(
  sources: readonly PluginSource[],
  options: PluginRuntimeOptions = {},
) {
  const parsed = parseLabelConfig(CONFIG);
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {text: 'Hello'}});
  const runtime = new PluginRuntime(session, options);
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  runtime.setSources(sources);
  const log: unknown[] = [];
  page.lsLog = log;
  const scope = () => {
    if (!session.scope) throw new Error('Nothing is on display.');
    return session.scope;
  };
  return {
    session,
    runtime,
    errors,
    log,
    scope,
    run: () => runtime.run(scope()),
  };
}

/** A promise and what resolves it. */
function signal(): [Promise<void>, () => void] {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return [promise, resolve];
}

describe('PluginRuntime', () => {
  it('gives scripts LSI, Htx and DM', async () => {
    const {run, log, session} = setup([
      {code: 'lsLog.push(LSI.task.id, Htx, DM)'},
    ]);
    await run();
    expect(log).to.deep.equal([7, session.htx, session.dm]);
  });

  it('runs every plugin on every display, in order', async () => {
    const {run, log, session} = setup([
      {code: 'lsLog.push("a")'},
      {code: 'lsLog.push("b")'},
    ]);
    await run();
    session.createAnnotation();
    await run();
    expect(log).to.deep.equal(['a', 'b', 'a', 'b']);
  });

  it('loads a source once', async () => {
    const url = URL.createObjectURL(
      new Blob(['lsLog.push(1)'], {type: 'text/javascript'}),
    );
    const {run, log} = setup([{src: url}]);
    await run();
    URL.revokeObjectURL(url);
    await run();
    expect(log).to.deep.equal([1, 1]);
  });

  it('runs plugins of the source list that is set', async () => {
    const {run, runtime, log} = setup([{code: 'lsLog.push("a")'}]);
    expect(runtime.setSources([{code: 'lsLog.push("b")'}])).to.equal(true);
    expect(runtime.setSources([{code: 'lsLog.push("b")'}])).to.equal(false);
    await run();
    expect(log).to.deep.equal(['b']);
  });

  describe('failures', () => {
    const ROWS: readonly {
      readonly what: string;
      readonly source: PluginSource;
      readonly place: string;
      readonly code?: string;
    }[] = [
      {
        what: 'a synchronous throw',
        source: {id: 'bad', code: '\nthrow new Error("no")'},
        place: 'run',
      },
      {
        what: 'a rejection',
        source: {id: 'bad', code: '\nawait Promise.reject(new Error("no"))'},
        place: 'run',
      },
      {
        what: 'a syntax error',
        source: {id: 'bad', code: '\n)'},
        place: 'compile',
        code: 'plugin/syntax',
      },
      {
        what: 'a promise that never settles',
        source: {id: 'bad', code: 'await new Promise(() => {})'},
        place: 'run',
        code: 'plugin/timeout',
      },
      {
        what: 'an address that is not there',
        source: {id: 'bad', src: '/fixtures/nowhere.js'},
        place: 'load',
        code: 'plugin/fetch',
      },
      {
        what: 'an address that answers with a page',
        source: {id: 'bad', src: 'data:text/html,<p>no'},
        place: 'load',
        code: 'plugin/not-script',
      },
      {
        what: 'a hash that does not match',
        source: {
          id: 'bad',
          src: '/packages/plugins/fixtures/no-plugin.js',
          integrity: `sha256-${'A'.repeat(43)}=`,
        },
        place: 'load',
        code: 'plugin/integrity',
      },
      {
        what: 'a module without a plugin',
        source: {
          id: 'bad',
          type: 'module',
          src: '/packages/plugins/fixtures/no-plugin.js',
        },
        place: 'load',
        code: 'plugin/definition',
      },
      {
        what: 'an activate() that throws',
        source: {
          id: 'bad',
          type: 'module',
          code: 'export default {id: "x", activate() { throw new Error("no") }}',
        },
        place: 'activate',
      },
      {
        what: 'a throw of what nobody can look at',
        source: {
          id: 'bad',
          code: 'throw new Proxy(new Error(), {get() { throw 1 }, getPrototypeOf() { throw 2 }})',
        },
        place: 'run',
        code: 'core/unreadable-throw',
      },
      {
        what: 'an error whose message throws',
        source: {
          id: 'bad',
          code: 'throw Object.defineProperty(new Error(), "message", {get() { throw 1 }})',
        },
        place: 'run',
        code: 'core/unreadable-throw',
      },
      {
        what: 'a contribution that is nothing',
        source: {
          id: 'bad',
          type: 'module',
          code: 'export default {id: "x", activate({contribute}) { contribute.panel(null) }}',
        },
        place: 'activate',
        code: 'plugin/contribution',
      },
      {
        what: 'a permission that does not exist',
        source: {
          id: 'bad',
          code: 'lsLog.push("escaped")',
          sandbox: true,
          permissions: ['admin'],
        },
        place: 'load',
        code: 'plugin/source',
      },
    ];

    for (const {what, source, place, code} of ROWS) {
      it(`reports ${what} with the plugin, and others go on`, async () => {
        const healthy = {code: 'lsLog.push("healthy")'};
        // Only what never settles is waited for; what loads may take its time.
        const deadlineMs = code === 'plugin/timeout' ? 400 : 60_000;
        const {run, log, errors} = setup([source, healthy], {deadlineMs});
        await run();
        expect(log).to.deep.equal(['healthy']);
        expect(errors).to.have.length(1);
        expect(errors[0]).to.deep.include({
          code: 'plugin/failed',
          pluginId: 'bad',
          place,
        });
        if (code) expect(errors[0]?.cause).to.have.property('code', code);
        else expect(errors[0]?.cause).to.have.property('message', 'no');
      });
    }

    it('names the line of the author’s file', async () => {
      const {run, errors} = setup([{code: '\n\n  missing();'}]);
      await run();
      expect(errors[0]?.position).to.deep.equal({line: 3, column: 3});
    });

    it('names the line of a module that throws while it is loaded', async () => {
      const code = '\n\n  missing();\nexport default {id: "x", activate() {}}';
      const {run, errors} = setup([{id: 'bad', type: 'module', code}]);
      await run();
      expect(errors[0]).to.deep.include({pluginId: 'bad', place: 'load'});
      expect(errors[0]?.position).to.deep.equal({line: 3, column: 3});
      expect(errors[0]?.cause).to.have.property('code', 'plugin/module');
    });

    it('names the plugin whose handler throws', async () => {
      const {run, session, errors} = setup([
        {
          id: 'bad',
          code: '\nLSI.on("entityCreate", () => { throw new Error("no") })',
        },
      ]);
      await run();
      void session.events.invoke('entityCreate', null as never);
      expect(errors[0]).to.deep.include({pluginId: 'bad', place: 'handler'});
      expect(errors[0]?.position?.line).to.equal(2);
    });

    it('names the plugin whose timer throws', async () => {
      const {run, runtime} = setup([
        {id: 'bad', code: 'setTimeout(() => { throw new Error("late") })'},
      ]);
      const first = firstValueFrom(runtime.errors$);
      await run();
      expect(await first).to.deep.include({pluginId: 'bad', place: 'timer'});
    });

    it('names the plugin whose forgotten promise rejects', async () => {
      const {run, runtime} = setup([
        {id: 'bad', code: '\nvoid (async () => { throw new Error("lost") })()'},
      ]);
      const prevent = (event: Event): void => {
        event.preventDefault();
      };
      window.addEventListener('unhandledrejection', prevent);
      const first = firstValueFrom(runtime.errors$);
      await run();
      const error = await first;
      window.removeEventListener('unhandledrejection', prevent);
      expect(error).to.deep.include({pluginId: 'bad', place: 'background'});
      expect(error.position?.line).to.equal(2);
    });
  });

  describe('modules', () => {
    it('get a typed context', async () => {
      let context: PluginContext | undefined;
      const {run, session, scope} = setup([
        {
          definition: {
            id: 'mine',
            activate: (given) => {
              context = given;
            },
          },
        },
      ]);
      await run();
      expect(context?.pluginId).to.equal('mine');
      expect(context?.session).to.equal(session);
      expect(context?.annotation).to.equal(session.annotation);
      expect(context?.scope).to.equal(scope());
      expect(context?.task?.id).to.equal(7);
      expect(context?.signal.aborted).to.equal(false);
    });

    it('are imported by address and activated on every display', async () => {
      const {run, session} = setup([
        {type: 'module', src: '/packages/plugins/fixtures/module-plugin.js'},
      ]);
      await run();
      const first = page.lsFixtureContext;
      session.createAnnotation();
      await run();
      expect(page.lsFixtureContext).not.to.equal(first);
    });

    it('are disposed in reverse order when the display closes', async () => {
      const order: string[] = [];
      const {run, session} = setup([
        {
          definition: {
            id: 'mine',
            activate: ({addDisposer, signal}) => {
              signal.addEventListener('abort', () => order.push('signal'));
              addDisposer(() => order.push('first'));
              addDisposer(() => order.push('second'));
              return () => order.push('returned');
            },
          },
        },
      ]);
      await run();
      session.hide();
      expect(order).to.deep.equal(['signal', 'returned', 'second', 'first']);
    });

    it('are disposed wholly when one disposer throws', async () => {
      const order: string[] = [];
      const {run, session, errors} = setup([
        {
          definition: {
            id: 'mine',
            activate: ({addDisposer}) => {
              addDisposer(() => order.push('first'));
              addDisposer(() => {
                throw new Error('no');
              });
            },
          },
        },
      ]);
      await run();
      session.hide();
      expect(order).to.deep.equal(['first']);
      expect(errors[0]).to.deep.include({pluginId: 'mine', place: 'dispose'});
    });

    it('are disposed at once when they come too late', async () => {
      const [started, onStart] = signal();
      const [disposed, onDispose] = signal();
      const [finished, finish] = signal();
      const {run, session} = setup([
        {
          definition: {
            id: 'slow',
            activate: async () => {
              onStart();
              await finished;
              return onDispose;
            },
          },
        },
      ]);
      const done = run();
      await started;
      session.hide();
      await done;
      finish();
      await disposed;
    });

    it('have a disposer that never settles reported at the deadline', async () => {
      const {run, session, runtime, errors} = setup(
        [
          {
            definition: {
              id: 'slow',
              activate: () => () => new Promise<void>(() => undefined),
            },
          },
        ],
        {deadlineMs: 20},
      );
      await run();
      const told = firstValueFrom(runtime.errors$);
      session.hide();
      const {pluginId, place, cause} = await told;
      expect({pluginId, place}).to.deep.equal({
        pluginId: 'slow',
        place: 'dispose',
      });
      expect(cause).to.have.property('code', 'plugin/timeout');
      expect(errors).to.have.length(1);
    });

    it('lose their event handlers with the display', async () => {
      let calls = 0;
      const {run, session} = setup([
        {
          definition: {
            id: 'mine',
            activate: ({events}) => {
              events.addHandler('entityCreate', () => {
                calls += 1;
              });
            },
          },
        },
      ]);
      await run();
      void session.events.invoke('entityCreate', null as never);
      session.hide();
      void session.events.invoke('entityCreate', null as never);
      expect(calls).to.equal(1);
    });
  });

  it('settles when the display closes before a plugin has finished', async () => {
    const {run, session, errors} = setup(
      [{code: 'await new Promise(() => {})'}],
      {deadlineMs: 1e6},
    );
    const done = run();
    session.hide();
    await done;
    expect(errors).to.deep.equal([]);
  });

  it('does not start a plugin that was loaded for a closed display', async () => {
    const {run, session, log} = setup([{code: 'lsLog.push(1)'}]);
    const done = run();
    session.hide();
    await done;
    expect(log).to.deep.equal([]);
  });

  it('keeps the last hundred failures for those who come later', () => {
    const {runtime, errors} = setup([]);
    for (let at = 0; at < 101; at += 1) runtime.report('late', 'timer', at);
    expect(errors).to.have.length(101);
    expect(runtime.failures).to.deep.equal(errors.slice(1));
  });

  it('completes its errors when it is closed', async () => {
    const {runtime} = setup([]);
    const all = firstValueFrom(runtime.errors$.pipe(take(1), toArray()));
    runtime.close();
    expect(await all).to.deep.equal([]);
  });

  it('makes window.LSI the one of the display', async () => {
    const owner = {
      get lsi() {
        return session.lsi;
      },
      get htx() {
        return session.htx;
      },
      get dm() {
        return session.dm;
      },
    };
    const {session, run} = setup(
      [{code: 'window.LSI = LSI; lsLog.push(window.Htx === Htx)'}],
      {globals: owner},
    );
    await run();
    expect(page.lsLog).to.deep.equal([true]);
    expect(page.Htx).to.equal(session.htx);
    const {hostGlobals} = await import('../globals/host-globals.js');
    hostGlobals.release(owner);
    expect('Htx' in globalThis).to.equal(false);
  });

  describe('runs$', () => {
    it('tells how long each start took', async () => {
      const {runtime, run, scope} = setup([
        {id: 'slow', code: 'await new Promise(requestAnimationFrame);'},
      ]);
      const told = firstValueFrom(runtime.runs$);
      await run();
      const one = await told;
      expect(one.pluginId).to.equal('slow');
      expect(one.annotationId).to.equal(scope().annotationId);
      expect(one.settledMs).to.be.greaterThan(one.busyMs);
    });
  });

  describe('logs$', () => {
    function quiet(): string[] {
      const written: string[] = [];
      const original = output.log;
      output.log = (...args: unknown[]) => {
        written.push(args.join(' '));
      };
      page.lsRestoreLog = () => {
        output.log = original;
      };
      return written;
    }

    it('tells who logged what, and where', async () => {
      const written = quiet();
      const {runtime, run, session} = setup([
        {id: 'talker', code: "\n  console.log('hello', 7);"},
        {
          id: 'listener',
          code: "LSI.on('ping', () => console.log('pong'));",
        },
      ]);
      const logs: unknown[] = [];
      const subscription = runtime.logs$.subscribe(
        ({pluginId, level, args, position}) => {
          logs.push([pluginId, level, args, position?.line]);
        },
      );
      await run();
      void session.events.invoke<string>('ping');
      output.log('of the page');
      subscription.unsubscribe();
      (page.lsRestoreLog as () => void)();
      expect(logs).to.deep.equal([
        ['talker', 'log', ['hello', 7], 2],
        ['listener', 'log', ['pong'], 1],
      ]);
      expect(written).to.deep.equal(['hello 7', 'pong', 'of the page']);
    });

    it('tells of tables and failed assertions too', async () => {
      quiet();
      const {runtime, run} = setup([
        {
          id: 'talker',
          code: "console.table([1]); console.assert(1); console.assert(0, 'a');",
        },
      ]);
      const logs: unknown[] = [];
      const subscription = runtime.logs$.subscribe(({level, args}) => {
        logs.push([level, ...args]);
      });
      await run();
      subscription.unsubscribe();
      (page.lsRestoreLog as () => void)();
      expect(logs).to.deep.equal([
        ['log', [1]],
        ['error', 'Assertion failed', 'a'],
      ]);
    });

    it('leaves the console as it was', () => {
      const before = output.log;
      const {runtime} = setup([]);
      const subscriptions = [
        runtime.logs$.subscribe(),
        runtime.logs$.subscribe(),
      ];
      expect(output.log).not.to.equal(before);
      for (const subscription of subscriptions) subscription.unsubscribe();
      expect(output.log).to.equal(before);
    });
  });
});
