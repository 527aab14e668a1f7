import {expect} from '@open-wc/testing';

import {ScriptImportError} from './errors.js';
import {FrontendEvents} from './events/frontend-events.js';
import {LSI, type LsiRootStore} from './lsi.js';

function setup(root: LsiRootStore | null = null) {
  const events = new FrontendEvents();
  const loaded: (string | undefined)[][] = [];
  const holder = {root};
  const lsi = new LSI({
    root: () => holder.root,
    events,
    scripts: {
      load: (url, integrity) => {
        loaded.push([url, integrity]);
        return url.includes('missing')
          ? Promise.reject(new ScriptImportError(url))
          : Promise.resolve();
      },
    },
    owner: 'my-plugin',
  });
  return {events, loaded, lsi, holder};
}

describe('LSI', () => {
  it('is safe to await', async () => {
    const {lsi} = setup();
    const awaited: unknown = await Promise.resolve(lsi);
    expect(awaited).to.equal(lsi);
    expect('then' in lsi).to.equal(false);
  });

  it('tolerates that there is no root store, task or annotation', () => {
    for (const root of [null, {}, {task: null, annotationStore: null}]) {
      const {lsi} = setup(root);
      expect(lsi.task).to.equal(undefined);
      expect(lsi.dataObj).to.equal(undefined);
      expect(lsi.annotation).to.equal(undefined);
      expect(lsi.regions).to.deep.equal([]);
    }
  });

  it('reads any root store of the right shape, live', () => {
    const {lsi, holder} = setup({
      task: {id: 1, dataObj: {text: 'one'}},
      annotationStore: {selected: {regions: ['r1']}},
    });
    expect(lsi.task).to.deep.equal({id: 1, data: {text: 'one'}});
    expect(lsi.task).to.equal(lsi.task);
    expect(lsi.dataObj).to.equal(lsi.task?.data);
    expect(lsi.regions).to.deep.equal(['r1']);
    holder.root = {task: {id: 2, dataObj: {}}};
    expect(lsi.task?.id).to.equal(2);
    expect(lsi.annotation).to.equal(undefined);
  });

  it('registers handlers under its owner', () => {
    const {lsi, events} = setup();
    const owners: string[] = [];
    events.errors$.subscribe(({owner}) => owners.push(owner));
    lsi.on('x', () => {
      throw new Error('boom');
    });
    void events.invoke('x');
    expect(owners).to.deep.equal(['my-plugin']);
  });

  it('loads scripts with their integrity and rejects when it cannot', async () => {
    const {lsi, loaded} = setup();
    await lsi.import('/a.js', 'sha384-x');
    const outcome = await lsi
      .import('/missing.js')
      .catch((error: unknown) => error);
    expect(loaded).to.deep.equal([
      ['/a.js', 'sha384-x'],
      ['/missing.js', undefined],
    ]);
    expect((outcome as ScriptImportError).code).to.equal('lsi/import-failed');
  });
});
