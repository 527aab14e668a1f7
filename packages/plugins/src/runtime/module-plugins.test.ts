import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {ContributionError, PluginError} from '../errors.js';
import type {PluginContext} from '../plugin-context.js';
import {definePlugin} from '../plugin-definition.js';
import type {PluginDefinition} from '../plugin-definition.js';
import type {SettingValues} from '../plugin-setting.js';
import type {PluginSource} from '../plugin-source.js';
import {createToken} from '../plugin-token.js';
import type {PluginReceipt} from '../reclaim/plugin-receipt.js';

import {PluginRuntime} from './plugin-runtime.js';

const CONFIG: ConfigNode = {
  tag: 'View',
  attributes: {},
  text: '',
  children: [
    {
      tag: 'Labels',
      attributes: {name: 'label', toName: 'text'},
      text: '',
      children: [
        {tag: 'Label', attributes: {value: 'A'}, text: '', children: []},
      ],
    },
    {
      tag: 'Text',
      attributes: {name: 'text', value: '$text'},
      text: '',
      children: [],
    },
  ],
};

function setup(sources: readonly PluginSource[] = []) {
  const parsed = parseLabelConfig(CONFIG);
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({
    id: 7,
    data: {text: 'Hello there'},
    annotations: [
      {
        id: 70,
        result: [
          {
            id: 'a',
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            value: {start: 0, end: 5, labels: ['A']},
          },
        ],
      },
    ],
  });
  const kept = new Map<string, SettingValues>();
  const runtime = new PluginRuntime(session, {
    settingsStorage: {
      read: (id) => kept.get(id) ?? null,
      write: (id, values) => {
        if (values) kept.set(id, values);
        else kept.delete(id);
      },
    },
  });
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  runtime.setSources(sources);
  const scope = () => {
    if (!session.scope) throw new Error('Nothing is on display.');
    return session.scope;
  };
  const log: string[] = [];
  let tell = (): void => undefined;
  return {
    /** Resolves when the next plugin that logs starts. */
    started: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      }),
    session,
    runtime,
    errors,
    kept,
    log,
    scope,
    run: () => runtime.run(scope()),
    swap: (next: readonly PluginSource[]) => {
      runtime.setSources(next);
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
          tell();
          context.addDisposer(() => log.push(`-${id}`));
          return rest.activate?.(context);
        },
      },
    }),
  };
}

const NUMBER = createToken<number>('number');
const OTHER = createToken<number>('other');

describe('services of plugins', () => {
  it('are there when those start that require them, whatever the order', async () => {
    const {run, runtime, log, logging, errors} = setup();
    const got: number[] = [];
    runtime.setSources([
      logging('user', {
        requires: [NUMBER],
        activate: ({services}) => void got.push(services.get(NUMBER)),
      }),
      logging('provider', {
        provides: [NUMBER],
        activate: async ({services}) => {
          await Promise.resolve();
          services.provide(NUMBER, 7);
        },
      }),
    ]);
    await run();
    expect(errors).to.deep.equal([]);
    expect(log).to.deep.equal(['+provider', '+user']);
    expect(got).to.deep.equal([7]);
  });

  it('end with the display, and are there again on the next', async () => {
    const {run, runtime, session, logging, errors} = setup();
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
    ]);
    await run();
    session.redisplay();
    await run();
    expect(got).to.deep.equal([1, 2]);
    expect(errors).to.deep.equal([]);
  });

  it('that nobody provides are named with the chain that needs them', async () => {
    const {run, runtime, logging, errors, log} = setup();
    runtime.setSources([
      logging('first', {requires: [NUMBER]}),
      logging('second', {provides: [NUMBER], requires: [OTHER]}),
      logging('healthy'),
    ]);
    await run();
    expect(log).to.deep.equal(['+healthy']);
    expect(
      errors.map(({pluginId, place}) => [pluginId, place]),
    ).to.have.deep.members([
      ['first', 'start'],
      ['second', 'start'],
    ]);
    const first = errors.find(({pluginId}) => pluginId === 'first');
    expect(first?.cause).to.deep.include({
      code: 'plugin/service-missing',
      chain: ['first', 'number', 'second', 'other'],
    });
  });

  it('in a circle are named, and a healthy plugin starts', async () => {
    const {run, runtime, logging, errors, log} = setup();
    runtime.setSources([
      logging('a', {requires: [NUMBER], provides: [OTHER]}),
      logging('b', {requires: [OTHER], provides: [NUMBER]}),
      logging('healthy'),
    ]);
    await run();
    expect(log).to.deep.equal(['+healthy']);
    const chains = errors.map(({cause}) => (cause as {chain?: unknown}).chain);
    expect(chains).to.have.deep.members([
      ['a', 'b', 'a'],
      ['b', 'a', 'b'],
    ]);
    expect(errors[0]?.cause).to.include({code: 'plugin/service-cycle'});
  });

  it('that are optional are waited for, but not missed', async () => {
    const {run, runtime, logging, errors} = setup();
    const got: unknown[] = [];
    runtime.setSources([
      logging('user', {
        optional: [NUMBER, OTHER],
        activate: ({services}) => {
          got.push(services.find(NUMBER), services.find(OTHER));
        },
      }),
      logging('provider', {
        provides: [NUMBER],
        requires: [],
        activate: ({services}) => void services.provide(NUMBER, 1),
      }),
    ]);
    await run();
    expect(errors).to.deep.equal([]);
    expect(got).to.deep.equal([1, undefined]);
  });

  it('must be declared, and be provided by one plugin alone', async () => {
    const {run, runtime, logging, errors} = setup();
    const provide = ({services}: PluginContext) =>
      void services.provide(NUMBER, 1);
    runtime.setSources([
      logging('sly', {activate: ({services}) => void services.get(NUMBER)}),
      logging('slyer', {activate: provide}),
      logging('one', {provides: [NUMBER], activate: provide}),
      logging('two', {provides: [NUMBER], activate: provide}),
    ]);
    await run();
    const codes = errors.map(({pluginId, cause}) => [
      pluginId,
      (cause as {code?: string}).code,
    ]);
    expect(codes).to.deep.equal([
      ['sly', 'plugin/service-undeclared'],
      ['slyer', 'plugin/service-undeclared'],
      ['two', 'plugin/service-taken'],
    ]);
  });

  it('of a plugin that failed are missed at once', async () => {
    const {run, runtime, logging, errors} = setup();
    runtime.setSources([
      logging('user', {requires: [NUMBER]}),
      logging('provider', {
        provides: [NUMBER],
        activate: () => {
          throw new Error('no');
        },
      }),
    ]);
    await run();
    expect(errors.map(({pluginId}) => pluginId)).to.have.members([
      'user',
      'provider',
    ]);
  });
});

describe('contributions of plugins', () => {
  it('are on the board until they are taken back, or the display ends', async () => {
    const {run, runtime, session} = setup();
    let take = (): void => undefined;
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          activate: ({contribute}) => {
            take = contribute.notice({text: 'one'});
            contribute.notice({text: 'two'});
          },
        }),
      },
    ]);
    await run();
    const texts = () =>
      runtime.contributions.list('notice').map(({value}) => value.text);
    expect(texts()).to.deep.equal(['one', 'two']);
    take();
    take();
    expect(texts()).to.deep.equal(['two']);
    session.hide();
    expect(texts()).to.deep.equal([]);
  });

  it('change in place', async () => {
    const {run, runtime} = setup();
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          activate: ({contribute}) => {
            const notice = contribute.notice({text: 'one', tone: 'danger'});
            contribute.notice({text: 'last'});
            notice.update({text: 'first'});
          },
        }),
      },
    ]);
    await run();
    const notices = runtime.contributions.list('notice');
    expect(notices.map(({value}) => value)).to.deep.equal([
      {text: 'first', tone: 'danger'},
      {text: 'last'},
    ]);
  });

  it('may go while somebody goes through them', async () => {
    const {run, runtime, session} = setup();
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          activate: ({contribute}) => {
            contribute.notice({text: 'one'});
            contribute.notice({text: 'two'});
          },
        }),
      },
    ]);
    await run();
    const seen: string[] = [];
    for (const {value} of runtime.contributions.list('notice')) {
      seen.push(value.text);
      session.hide();
    }
    expect(seen).to.deep.equal(['one', 'two']);
    expect(runtime.contributions.list('notice')).to.deep.equal([]);
  });

  it('that are not whole are refused, and so are changes', async () => {
    const refused: unknown[] = [];
    const attempt = (work: () => unknown): void => {
      try {
        work();
      } catch (error) {
        const {code, kind, member} = error as ContributionError;
        refused.push([code, kind, member]);
      }
    };
    const {run, runtime} = setup();
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          activate: ({contribute}) => {
            attempt(() => contribute.panel(null as never));
            attempt(() => contribute.toolbarButton({label: 'x'} as never));
            attempt(() => contribute.hotkey({keys: 'alt+x'} as never));
            attempt(() => contribute.notice({text: 5} as never));
            const notice = contribute.notice({text: 'whole'});
            attempt(() => {
              notice.update({text: null as never});
            });
          },
        }),
      },
    ]);
    await run();
    expect(refused).to.deep.equal([
      ['plugin/contribution', 'panel', ''],
      ['plugin/contribution', 'toolbarButton', 'onPress'],
      ['plugin/contribution', 'hotkey', 'description'],
      ['plugin/contribution', 'notice', 'text'],
      ['plugin/contribution', 'notice', 'text'],
    ]);
    const texts = runtime.contributions
      .list('notice')
      .map(({value}) => value.text);
    expect(texts).to.deep.equal(['whole']);
  });

  it('that throw are reported with the plugin, and answer nothing', async () => {
    const {run, runtime, errors} = setup();
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          activate: ({contribute}) =>
            void contribute.regionBadges({
              badgesOf: () => {
                throw new Error('no');
              },
            }),
        }),
      },
    ]);
    await run();
    const [badges] = runtime.contributions.list('regionBadges');
    expect(badges?.call(() => badges.value.badgesOf(null as never))).to.equal(
      undefined,
    );
    expect(errors.map(({place}) => place)).to.deep.equal(['contribution']);
  });
});

describe('settings of plugins', () => {
  const settings = [
    {name: 'limit', param_type: 'int', default: 5},
    {name: 'key', secret: true, default: ''},
  ] as const;

  it('are delivered now and on every change, while the display lasts', async () => {
    const {run, runtime, session} = setup();
    const seen: number[] = [];
    const taken: {readonly limit: number}[] = [];
    runtime.setSources([
      {
        definition: definePlugin({
          id: 'x',
          settings,
          activate: (context) => {
            context.settings$.subscribe(({limit}) => seen.push(limit));
            expect(context.settings.limit).to.equal(5);
            taken.push(context.settings);
          },
        }),
      },
    ]);
    await run();
    runtime.settings.find('x')?.set({limit: 6});
    expect(taken.map(({limit}) => limit)).to.deep.equal([6]);
    session.hide();
    runtime.settings.find('x')?.set({limit: 7});
    expect(seen).to.deep.equal([5, 6]);
  });

  it('are kept without secrets, and read again', async () => {
    const first = setup([
      {definition: {id: 'x', settings, activate: () => undefined}},
    ]);
    await first.run();
    first.runtime.settings.find('x')?.set({limit: 9, key: 'hidden'});
    expect(first.runtime.settings.find('x')?.values.key).to.equal('hidden');
    expect(first.kept.get('x')).to.deep.equal({limit: 9});
    first.runtime.settings.find('x')?.reset();
    expect(first.kept.has('x')).to.equal(false);
  });
});

describe('plugins that wait', () => {
  it('start when a region is selected, once', async () => {
    const {run, runtime, session, log, logging, started} = setup();
    const lazy = {...logging('lazy'), activateOn: ['region-select']};
    runtime.setSources([lazy]);
    await run();
    expect(log).to.deep.equal([]);
    const isThere = started();
    session.actions.selectRegions(['a']);
    session.actions.unselectAll();
    session.actions.selectRegions(['a']);
    await isThere;
    expect(log).to.deep.equal(['+lazy']);
  });

  it('start with the event that they wait for', async () => {
    const {run, runtime, session, log, logging, started} = setup();
    runtime.setSources([{...logging('lazy'), activateOn: ['entityDelete']}]);
    await run();
    const isThere = started();
    session.actions.deleteRegion('a');
    await isThere;
    expect(log).to.deep.equal(['+lazy']);
  });

  it('are not even loaded before', async () => {
    const {run, runtime, session, errors} = setup();
    runtime.setSources([
      {
        type: 'module',
        code: 'throw new Error("loaded")',
        activateOn: ['region-select'],
      },
    ]);
    await run();
    expect(errors).to.deep.equal([]);
    const failed = new Promise((resolve) => {
      runtime.errors$.subscribe(resolve);
    });
    session.actions.selectRegions(['a']);
    expect(await failed).to.include({place: 'load'});
  });

  it('offer a button, which does what the plugin brings under its words', async () => {
    const {run, runtime, log, logging} = setup();
    let pressed = 0;
    runtime.setSources([
      {
        ...logging('lazy', {
          activate: ({contribute}) => {
            contribute.toolbarButton({
              label: 'Count',
              onPress: () => (pressed += 1),
            });
          },
        }),
        activateOn: ['command:Count'],
      },
    ]);
    await run();
    const buttons = () => runtime.contributions.list('toolbarButton');
    expect(buttons().map(({value}) => value.label)).to.deep.equal(['Count']);
    await buttons()[0]?.value.onPress();
    expect([...log, pressed]).to.deep.equal(['+lazy', 1]);
    expect(buttons().map(({value}) => value.label)).to.deep.equal(['Count']);
  });

  it('for something unknown are reported', async () => {
    const {run, runtime, logging, errors} = setup();
    runtime.setSources([{...logging('lazy'), activateOn: ['full-moon']}]);
    await run();
    expect(errors[0]?.cause).to.include({code: 'plugin/source'});
  });

  it('for other configs do not start', async () => {
    const {run, runtime, logging, log} = setup();
    runtime.setSources([
      {...logging('text'), when: 'tag:Text name:label'},
      {...logging('video'), when: 'tag:Video'},
      {...logging('no-video'), when: '!tag:video'},
    ]);
    await run();
    expect(log).to.deep.equal(['+text', '+no-video']);
  });
});

describe('settings that are given', () => {
  it('are those that the plugin starts with, once', async () => {
    const {run, swap, runtime, logging} = setup();
    const got: unknown[] = [];
    const plugin = () =>
      logging('same', {
        settings: [{name: 'limit', default: 1}],
        activate: ({settings}) => void got.push(settings.limit),
      });
    runtime.settings.give('same', {limit: 3});
    runtime.setSources([plugin()]);
    await run();
    runtime.settings.find('same')?.set({limit: 4});
    await swap([plugin()]);
    expect(got).to.deep.equal([3, 4]);
  });
});

describe('plugins that are replaced', () => {
  it('end completely before the new one starts, on the same display', async () => {
    const {run, swap, runtime, log, logging, scope, errors} = setup();
    const stays = logging('stays');
    runtime.setSources([stays, logging('old')]);
    await run();
    const before = scope();
    await swap([stays, logging('new')]);
    expect(log).to.deep.equal(['+stays', '+old', '-old', '+new']);
    expect(scope()).to.equal(before);
    expect(errors).to.deep.equal([]);
  });

  it('restart those that use their services where they are, when they come and go', async () => {
    const {run, swap, runtime, logging, log, errors} = setup();
    const got: unknown[] = [];
    const provider = logging('provider', {
      provides: [NUMBER],
      requires: [OTHER],
      activate: ({services}) => void services.provide(NUMBER, 7),
    });
    // What it provides, its own provider cannot wait for.
    const user = logging('user', {
      provides: [OTHER],
      optional: [NUMBER],
      activate: ({services}) => {
        services.provide(OTHER, 1);
        got.push(['user', services.find(NUMBER)]);
      },
    });
    const other = logging('other', {
      optional: [NUMBER],
      activate: ({services}) => void got.push(services.find(NUMBER)),
    });
    runtime.setSources([user, other]);
    await run();
    await swap([user, other, provider]);
    await swap([user, other]);
    expect(got).to.deep.equal([['user', undefined], undefined, 7, undefined]);
    expect(log.filter((words) => words.endsWith('user'))).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });

  it('restart those that use their services', async () => {
    const {run, swap, runtime, logging} = setup();
    const got: number[] = [];
    const provider = (value: number) =>
      logging('provider', {
        provides: [NUMBER],
        activate: ({services}) => void services.provide(NUMBER, value),
      });
    const user = logging('user', {
      requires: [NUMBER],
      activate: ({services}) => void got.push(services.get(NUMBER)),
    });
    runtime.setSources([provider(1), user]);
    await run();
    await swap([provider(2), user]);
    expect(got).to.deep.equal([1, 2]);
  });

  it('bring those to life that missed what they provide', async () => {
    const {run, swap, runtime, logging, log, errors} = setup();
    const user = logging('user', {requires: [NUMBER]});
    runtime.setSources([user]);
    await run();
    expect(errors).to.have.length(1);
    const provider = logging('provider', {
      provides: [NUMBER],
      activate: ({services}) => void services.provide(NUMBER, 1),
    });
    await swap([user, provider]);
    expect(log).to.deep.equal(['+provider', '+user']);
  });

  it('may be scripts, which end alone', async () => {
    const {run, swap, runtime, logging, session, log, scope} = setup();
    const heard: string[] = [];
    Object.assign(session.htx, {lsHeard: heard});
    const script = (name: string): PluginSource => ({
      id: 'script',
      code: `LSI.on('probe', () => { Htx.lsHeard.push('${name}'); });`,
    });
    const other = logging('other');
    runtime.setSources([other, script('old')]);
    await run();
    const before = scope();
    await swap([other, script('new')]);
    void session.events.invoke<string>('probe');
    expect(heard).to.deep.equal(['new']);
    expect(scope()).to.equal(before);
    expect(log).to.deep.equal(['+other']);
  });

  it('are named by their own source in what fails at their end', async () => {
    const {run, swap, runtime, logging, errors} = setup();
    const old = logging('same', {
      activate: ({addDisposer}) => {
        addDisposer(() => {
          throw new Error('late');
        });
      },
    });
    const receipts: PluginReceipt[] = [];
    runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
    runtime.setSources([old]);
    await run();
    await swap([logging('same')]);
    expect(errors.map(({place}) => place)).to.deep.equal(['dispose']);
    expect(errors[0]?.source?.definition).to.equal(old.definition);
    expect(receipts[0]?.source?.definition).to.equal(old.definition);
  });

  it('are known by their new source, which may go on after an await', async () => {
    const {run, swap, runtime, session} = setup();
    const receipts: PluginReceipt[] = [];
    runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
    runtime.setSources([{id: 'script', code: 'void 0'}]);
    await run();
    await swap([
      {
        id: 'script',
        code: "await 0; window.addEventListener('ls-x', () => {});",
      },
    ]);
    session.hide();
    expect(receipts.at(-1)?.items.map(({what}) => what)).to.deep.equal([
      'ls-x on window',
    ]);
  });
});
