import {expect} from '@open-wc/testing';

import {OperatorRegistry} from '../registry/operator-registry.js';

import {OperatorMemory} from './operator-memory.js';
import type {OperatorStorage} from './operator-memory.js';

const PARAMETERS = [
  {name: 'who', param_type: 'str'},
  {name: 'key', param_type: 'str', secret: true, required: false},
] as const;

/** What a page keeps, and a registry as each load of the page makes it. */
function setup() {
  const items = new Map<string, string>();
  const storage: OperatorStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  const load = (
    memory: OperatorMemory | null = new OperatorMemory({storage}),
  ) => {
    const registry = new OperatorRegistry(memory ? {memory} : {});
    for (const name of ['a', 'b']) {
      registry.register({
        name,
        parameters: PARAMETERS,
        execute: () => ({success: true, message: ''}),
      });
    }
    return registry;
  };
  return {items, storage, load};
}

describe('OperatorMemory', () => {
  it('has values and names still when the page was loaded again', async () => {
    const {load} = setup();
    const before = load();
    await before.run('a', {who: 'Ada'});
    await before.run('b', {who: 'Bob'});
    await before.run('a', {who: 'Eve'});
    const after = load();
    const memory = after.memory!;
    expect(memory.recentNames()).to.deep.equal(['a', 'b']);
    expect(memory.lastValues(after.find('a')!)).to.deep.equal({who: 'Eve'});
  });

  it('never stores what is secret', async () => {
    const {items, load} = setup();
    await load().run('a', {who: 'Ada', key: 'hunter2'});
    expect([...items.values()].join())
      .to.contain('Ada')
      .and.not.contain('hunter2');
  });

  it('is what the page sets, or nothing', async () => {
    const {items, storage, load} = setup();
    const registry = load(null);
    await registry.run('a', {who: 'Ada'});
    expect(items.size).to.equal(0);
    registry.memory = new OperatorMemory({storage, prefix: 'mine'});
    await registry.run('a', {who: 'Ada'});
    expect([...items.keys()].every((key) => key.startsWith('mine:'))).to.be
      .true;
    registry.memory = null;
    items.clear();
    await registry.run('a', {who: 'Bob'});
    expect(items.size).to.equal(0);
  });

  it('remembers nothing where nothing may be stored', async () => {
    const fail = (): never => {
      throw new Error('forbidden');
    };
    const storage = {getItem: fail, setItem: fail, removeItem: fail};
    const memory = new OperatorMemory({storage});
    const {load} = setup();
    const registry = load(memory);
    expect((await registry.run('a', {who: 'Ada'})).success).to.be.true;
    expect(memory.recentNames()).to.deep.equal([]);
  });
});
