import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import type {Contribute} from '../contributions/contribution.js';
import type {PluginError} from '../errors.js';
import {definePlugin} from '../plugin-definition.js';
import type {PluginSource} from '../plugin-source.js';

import {PluginRuntime} from './plugin-runtime.js';

function setup(sources: readonly PluginSource[]) {
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
  const runtime = new PluginRuntime(session);
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  runtime.setSources(sources);
  const {contributions} = runtime;
  /** Asks for everything that plugins add, once, as a host does. */
  const show = (): void => {
    for (const {call, value} of contributions.list('panel')) {
      call(() => value.render(document.createElement('div')));
    }
    for (const {call, value} of contributions.list('regionBadges')) {
      call(() => value.badgesOf(null as never));
    }
    for (const {call, value} of contributions.list('regionCheck')) {
      call(() => value.check(null as never));
    }
  };
  const display = async (): Promise<void> => {
    session.redisplay();
    if (session.scope) await runtime.run(session.scope);
    show();
  };
  return {
    session,
    runtime,
    errors,
    /** Opens displays, each after the other. */
    displays: async (count: number): Promise<void> => {
      for (let index = 0; index < count; index += 1) await display();
    },
    setAside: () => runtime.setAside.map(({pluginId}) => pluginId),
    close: () => {
      session.close();
      runtime.close();
    },
  };
}

function contributing(add: (contribute: Contribute) => void): PluginSource {
  return {
    definition: definePlugin({
      id: 'faulty',
      activate: ({contribute}) => {
        add(contribute);
      },
    }),
  };
}

function fail(): never {
  throw new Error('no');
}

/** Parts that fail once on each display, everything else being well. */
const PARTS: readonly {
  readonly what: string;
  readonly deed: string;
  readonly source: PluginSource;
}[] = [
  {
    what: 'a panel',
    deed: 'failed in its panel "Text"',
    source: contributing((contribute) => {
      contribute.panel({title: 'Text', render: fail});
      contribute.panel({title: 'Other', render: () => undefined});
    }),
  },
  {
    what: 'the second of two badges',
    deed: 'failed in its region badges (2)',
    source: contributing((contribute) => {
      contribute.regionBadges({badgesOf: () => ({text: 'fine'})});
      contribute.regionBadges({badgesOf: fail});
    }),
  },
  {
    what: 'a check',
    deed: 'failed in its region check',
    source: contributing((contribute) => {
      contribute.regionCheck({check: fail});
      contribute.regionBadges({badgesOf: () => null});
    }),
  },
  {
    what: 'a disposer',
    deed: 'failed while it was cleaned up',
    source: {
      definition: definePlugin({id: 'faulty', activate: () => () => fail()}),
    },
  },
  {
    what: 'an observer',
    deed: 'failed in an observer',
    source: {
      id: 'faulty',
      code: `const node = document.createElement('i');
        new MutationObserver(() => { throw new Error('no') })
          .observe(node, {attributes: true});
        node.hidden = true;
        await 0;`,
    },
  },
];

describe('a plugin is set aside', () => {
  for (const {what, deed, source} of PARTS) {
    it(`when ${what} fails on three displays in a row`, async () => {
      const {displays, errors, setAside, runtime, close} = setup([source]);
      // What fails at the end of a display has, when the next one is open.
      const count = what === 'a disposer' ? 4 : 3;
      await displays(count - 1);
      expect(setAside()).to.deep.equal([]);
      await displays(1);
      expect(setAside()).to.deep.equal(['faulty']);
      expect(errors).to.have.length(3);
      expect(runtime.setAside[0]?.error).to.include({deed});
      await displays(1);
      expect(errors, 'it is not run any more').to.have.length(3);
      close();
    });
  }

  it('with all that it has added', async () => {
    const {displays, runtime, close} = setup([
      contributing((contribute) => {
        contribute.notice({text: 'Here'});
        contribute.panel({title: 'Text', render: fail});
      }),
    ]);
    await displays(2);
    expect(runtime.contributions.list('notice')).to.have.length(1);
    await displays(1);
    expect(runtime.contributions.list('notice')).to.deep.equal([]);
    expect(runtime.contributions.list('panel')).to.deep.equal([]);
    close();
  });

  it('after another three failures when it was brought back', async () => {
    const {displays, runtime, setAside, errors, close} = setup([
      contributing((contribute) => {
        contribute.panel({title: 'Text', render: fail});
      }),
    ]);
    await displays(3);
    await runtime.restore('faulty');
    expect(setAside()).to.deep.equal([]);
    await displays(2);
    expect(setAside()).to.deep.equal([]);
    await displays(1);
    expect(setAside()).to.deep.equal(['faulty']);
    expect(errors).to.have.length(6);
    close();
  });
});

describe('a plugin is not set aside', () => {
  it('when a part of it does well on every third display', async () => {
    let count = 0;
    const {displays, errors, setAside, close} = setup([
      contributing((contribute) => {
        contribute.panel({
          title: 'Text',
          render: () => {
            count += 1;
            if (count % 3 > 0) fail();
          },
        });
      }),
    ]);
    await displays(9);
    expect(errors).to.have.length(6);
    expect(setAside()).to.deep.equal([]);
    close();
  });

  it('when different parts of it fail by turns', async () => {
    let count = 0;
    const {displays, errors, setAside, close} = setup([
      contributing((contribute) => {
        count += 1;
        if (count % 2 > 0) contribute.panel({title: 'Odd', render: fail});
        else contribute.regionCheck({check: fail});
      }),
    ]);
    await displays(6);
    expect(errors).to.have.length(6);
    expect(setAside()).to.deep.equal([]);
    close();
  });

  it('for what the host refuses it on every display', async () => {
    const {displays, runtime, setAside, close} = setup([
      contributing((contribute) => {
        contribute.hotkey({
          keys: 'a',
          description: 'taken',
          onPress: () => undefined,
        });
      }),
    ]);
    for (let index = 0; index < 5; index += 1) {
      await displays(1);
      for (const {report} of runtime.contributions.list('hotkey')) {
        report(new Error('The key is taken.'));
      }
    }
    expect(setAside()).to.deep.equal([]);
    close();
  });
});
