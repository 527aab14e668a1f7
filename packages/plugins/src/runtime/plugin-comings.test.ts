import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {PluginError} from '../errors.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginDefinition} from '../plugin-definition.js';
import type {PluginSource} from '../plugin-source.js';
import {createToken} from '../plugin-token.js';

import {PluginRuntime} from './plugin-runtime.js';

const NUMBER = createToken<number>('number');

function setup() {
  const parsed = parseLabelConfig({
    tag: 'View',
    attributes: {},
    text: '',
    children: [],
  });
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {}});
  const runtime = new PluginRuntime(session, {deadlineMs: 60_000});
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  const log: string[] = [];
  const scope = () => {
    if (!session.scope) throw new Error('Nothing is on display.');
    return session.scope;
  };
  return {
    session,
    runtime,
    errors,
    log,
    run: () => runtime.run(scope()),
    swap: (sources: readonly PluginSource[]) => {
      runtime.setSources(sources);
      return runtime.swap(scope());
    },
    /** A plugin that logs when it starts and ends. */
    logging: (
      id: string,
      rest: Partial<PluginDefinition> = {},
    ): PluginSource => ({
      definition: {
        id,
        ...rest,
        activate: (context: PluginContext) => {
          log.push(`+${id}`);
          context.addDisposer(() => log.push(`-${id}`));
          return rest.activate?.(context);
        },
      },
    }),
    close: () => {
      session.close();
      runtime.close();
    },
  };
}

/** A promise, and what settles it. */
function gate() {
  let open = (): void => undefined;
  let fail = (): void => undefined;
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = () => {
      reject(new Error('no'));
    };
  });
  return {passed, open, fail};
}

/** Lets everything happen that is due. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe('a plugin that goes while it starts', () => {
  it('is waited for no longer', async () => {
    const {run, swap, runtime, logging, log, errors, close} = setup();
    const {passed} = gate();
    runtime.setSources([logging('slow', {activate: () => passed})]);
    const running = run();
    while (log.length === 0) await turn();
    await swap([]);
    await running;
    expect(log).to.deep.equal(['+slow', '-slow']);
    expect(errors).to.deep.equal([]);
    close();
  });

  it('is not to blame for what fails afterwards', async () => {
    const {run, swap, runtime, logging, log, errors, close} = setup();
    const {passed, fail} = gate();
    runtime.setSources([logging('slow', {activate: () => passed})]);
    void run();
    while (log.length === 0) await turn();
    await swap([logging('slow')]);
    fail();
    await turn();
    expect(log).to.deep.equal(['+slow', '-slow', '+slow']);
    expect(errors).to.deep.equal([]);
    close();
  });

  it('leaves no settings behind', async () => {
    const {run, swap, runtime, close} = setup();
    const code = `await new Promise((resolve) => setTimeout(resolve));
      export default {id: 'x', settings: [{name: 'limit', default: 5}],
        activate() {}};`;
    runtime.setSources([{id: 'x', type: 'module', code}]);
    const running = run();
    await swap([]);
    await running;
    await turn();
    await turn();
    expect(runtime.settings.list).to.deep.equal([]);
    close();
  });

  it('does not start when the runtime is closed before', async () => {
    const {run, session, runtime} = setup();
    const code = `export default {id: 'x', activate() { lsStarted = true; }}`;
    runtime.setSources([{id: 'x', type: 'module', code}]);
    const running = run();
    runtime.close();
    await running;
    await turn();
    expect('lsStarted' in globalThis).to.equal(false);
    session.close();
  });
});

describe('a plugin that waits for a service', () => {
  it('starts once, though somebody else brings the service meanwhile', async () => {
    const {run, swap, runtime, logging, log, errors, close} = setup();
    const {passed, open} = gate();
    const provider = (id: string, activate: PluginDefinition['activate']) =>
      logging(id, {provides: [NUMBER], activate});
    const user = logging('user', {requires: [NUMBER]});
    runtime.setSources([provider('slow', () => passed), user]);
    void run();
    while (log.length === 0) await turn();
    await swap([
      provider('quick', ({services}) => void services.provide(NUMBER, 1)),
      user,
    ]);
    open();
    await turn();
    expect(log).to.deep.equal(['+slow', '-slow', '+quick', '+user']);
    expect(errors).to.deep.equal([]);
    close();
  });

  it('is told when the one is set aside that was to bring it', async () => {
    const {run, runtime, logging, log, errors, close} = setup();
    const {passed} = gate();
    runtime.setSources([
      logging('provider', {provides: [NUMBER], activate: () => passed}),
      logging('user', {requires: [NUMBER]}),
    ]);
    const running = run();
    while (log.length === 0) await turn();
    for (let count = 0; count < 3; count += 1) {
      runtime.report('provider', 'handler', new Error('no'));
    }
    await running;
    expect(errors.map(({pluginId}) => pluginId)).to.deep.equal([
      'provider',
      'provider',
      'provider',
      'user',
    ]);
    expect(log).to.deep.equal(['+provider', '-provider']);
    close();
  });
});

describe('a plugin that is brought back', () => {
  it('has those start again that use its services', async () => {
    const {run, runtime, logging, log, close} = setup();
    let value = 0;
    const got: number[] = [];
    runtime.setSources([
      logging('provider', {
        provides: [NUMBER],
        activate: ({services}) => {
          value += 1;
          services.provide(NUMBER, value);
        },
      }),
      logging('user', {
        requires: [NUMBER],
        activate: ({services}) => void got.push(services.get(NUMBER)),
      }),
      logging('other'),
    ]);
    await run();
    for (let count = 0; count < 3; count += 1) {
      runtime.report('provider', 'handler', new Error('no'));
    }
    await runtime.restore('provider');
    expect(got).to.deep.equal([1, 2]);
    expect(log.filter((line) => line.endsWith('other'))).to.deep.equal([
      '+other',
    ]);
    close();
  });

  it('does not start before the display has its plugins', async () => {
    const {session, run, runtime, logging, log, close} = setup();
    runtime.setSources([logging('mine')]);
    await run();
    for (let count = 0; count < 3; count += 1) {
      runtime.report('mine', 'handler', new Error('no'));
    }
    session.redisplay();
    await runtime.restore('mine');
    expect(log).to.deep.equal(['+mine', '-mine']);
    await run();
    expect(log).to.deep.equal(['+mine', '-mine', '+mine']);
    close();
  });
});

describe('plugins of a display to which others come', () => {
  it('have an error that nobody catches reported once', async () => {
    const {run, swap, session, runtime, errors, logging, close} = setup();
    const code = `LSI.on('probe', () => {
      void (async () => { throw new Error('lost'); })();
    });`;
    const bad = {id: 'bad', code};
    runtime.setSources([bad]);
    await run();
    await swap([bad, logging('one')]);
    await swap([bad, logging('two')]);
    const told = new Promise((resolve) => {
      addEventListener(
        'unhandledrejection',
        (event) => {
          event.preventDefault();
          resolve(null);
        },
        {once: true},
      );
    });
    void session.events.invoke<string>('probe');
    await told;
    expect(errors.map(({place}) => place)).to.deep.equal(['background']);
    close();
  });

  it('are told apart though two are called the same', async () => {
    const {run, runtime, errors, close} = setup();
    const fail = 'throw new Error("no")';
    runtime.setSources([
      {id: 'same', code: 'void 0'},
      {id: 'same', code: fail},
    ]);
    expect(runtime.pluginIds).to.deep.equal(['same', 'same-2']);
    await run();
    await run();
    await run();
    expect(errors.map(({pluginId}) => pluginId)).to.deep.equal([
      'same-2',
      'same-2',
      'same-2',
    ]);
    expect(runtime.setAside.map(({pluginId}) => pluginId)).to.deep.equal([
      'same-2',
    ]);
    runtime.setSources([
      {id: 'same', code: fail},
      {id: 'same', code: '1'},
    ]);
    expect(runtime.pluginIds, 'who stays keeps its name').to.deep.equal([
      'same-2',
      'same',
    ]);
    close();
  });

  it('may be changed from within a handler', async () => {
    const {run, session, runtime, logging, log, errors, close} = setup();
    const {passed, open} = gate();
    runtime.setSources([
      logging('old', {
        activate: ({lsi, scope}) => {
          lsi.on('probe' as never, () => {
            runtime.setSources([logging('new')]);
            void runtime.swap(scope).then(open);
          });
        },
      }),
    ]);
    await run();
    void session.events.invoke<string>('probe');
    await passed;
    expect(log).to.deep.equal(['+old', '-old', '+new']);
    expect(errors).to.deep.equal([]);
    close();
  });

  it('may be changed twice in one task', async () => {
    const {run, runtime, logging, swap, log, errors, close} = setup();
    runtime.setSources([logging('old')]);
    await run();
    await Promise.all([swap([logging('lost')]), swap([logging('new')])]);
    expect(log).to.deep.equal(['+old', '-old', '+new']);
    expect(errors).to.deep.equal([]);
    close();
  });
});
