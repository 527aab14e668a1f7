import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import {UNKNOWN_GLOBALS} from '../reclaim/globals-watch.js';
import {pageOwnership} from '../reclaim/page-ownership.js';
import {Tenancy} from '../reclaim/tenancy.js';

import {PluginDisplay} from './plugin-display.js';
import {DEFAULT_ENVIRONMENT} from './plugin-environment.js';

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
  const {scope} = session;
  if (!scope) throw new Error('Nothing is on display.');
  const tenancy = new Tenancy({
    pluginId: 'mine',
    annotationId: scope.annotationId,
    source: null,
    sourceUrl: '',
    globals: UNKNOWN_GLOBALS,
    keep: false,
    ownership: pageOwnership(),
    locate: () => null,
    onFailure: () => undefined,
    onSuccess: () => undefined,
    onReceipt: () => undefined,
  });
  const errors: unknown[] = [];
  let tell = (): void => undefined;
  const reported = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const display = new PluginDisplay({
    pluginId: 'mine',
    session,
    scope,
    dm: {},
    environment: DEFAULT_ENVIRONMENT,
    report: (_place, error) => {
      errors.push(error);
      tell();
    },
    tenancy,
    deadlineMs: 0,
  });
  return {
    session,
    tenancy,
    display,
    errors,
    reported,
    end: () => {
      session.close();
    },
  };
}

describe('PluginDisplay', () => {
  it('blames a disposer that never settles, but not for what was kept from it', async () => {
    const hung = setup();
    const kept = setup();
    const asked = kept.tenancy.onlyWhileOpen('task', Promise.resolve());
    kept.display.addDisposer(() => asked);
    hung.display.addDisposer(() => new Promise(() => undefined));
    // Their deadlines pass in this order.
    kept.tenancy.close();
    hung.tenancy.close();
    await hung.reported;
    expect(hung.errors).to.have.length(1);
    expect(hung.errors[0]).to.have.property('code', 'plugin/timeout');
    expect(kept.errors).to.deep.equal([]);
    hung.end();
    kept.end();
  });

  it('has the error of a script that does not come lead to who asked for it', async () => {
    const {session, display, end} = setup();
    session.scripts = {
      load: async () => {
        await Promise.resolve();
        throw new Error('It does not come.');
      },
    };
    async function whoAsks(): Promise<void> {
      await display.lsi.import('library.js');
    }
    const error = await whoAsks().catch((thrown: unknown) => thrown);
    expect((error as Error).stack).to.contain('whoAsks');
    end();
  });
});
