import {expect} from '@open-wc/testing';

import {watchMissing} from './watch-missing.js';
import {watchProperties} from './watch-properties.js';
import {watchPrototype} from './watch-prototype.js';

function setup() {
  class Base {
    #count = 0;
    readonly id = 'a';
    get count(): number {
      return this.#count;
    }
    add(amount: number): this {
      this.#count += amount;
      return this;
    }
  }
  class View extends Base {
    list = [1];
  }
  const touched: string[] = [];
  const given: unknown[] = [];
  watchPrototype(Base.prototype, {
    touch: (member) => touched.push(member) > 0,
    handOut: (value) => given.push(value),
  });
  watchMissing(Base.prototype, (receiver, name) => {
    touched.push(`${name}?`);
    given.push(receiver);
  });
  return {view: new View(), View, Base, touched, given};
}

describe('watchPrototype()', () => {
  it('tells of getters and methods, and of what they give', () => {
    const {view, touched, given} = setup();
    expect(view.add(2).count).to.equal(2);
    expect(touched).to.deep.equal(['add', 'count']);
    expect(given).to.deep.equal([view, 2]);
  });

  it('keeps the names and lengths of methods', () => {
    const {view} = setup();
    expect(view.add.name).to.equal('add');
    expect(view.add.length).to.equal(1);
  });
});

describe('watchMissing()', () => {
  it('tells of reads that nothing answers', () => {
    const {view, touched, given} = setup();
    expect(Reflect.get(view, 'nothing')).to.equal(undefined);
    expect(touched).to.deep.equal(['nothing?']);
    expect(given).to.deep.equal([view]);
  });

  it('says nothing of what the language asks for', async () => {
    const {view, touched} = setup();
    expect(await Promise.resolve(view)).to.equal(view);
    expect(JSON.stringify(view)).to.contain('"id":"a"');
    expect(Object.prototype.toString.call(view)).to.equal('[object Object]');
    expect(touched).to.deep.equal([]);
  });

  it('leaves instanceof, in and properties that are added alone', () => {
    const {view, View, Base, touched} = setup();
    const open = view as unknown as Record<string, unknown>;
    expect(view).to.be.instanceOf(View);
    expect(view).to.be.instanceOf(Base);
    expect(view).to.be.instanceOf(Object);
    expect('nothing' in view).to.equal(false);
    open.mine = 1;
    expect(open.mine).to.equal(1);
    expect(Object.keys(view)).to.include('mine');
    expect(touched).to.deep.equal([]);
  });
});

describe('watchProperties()', () => {
  it('tells of reads, and lets values be written', () => {
    const {view} = setup();
    const read: unknown[] = [];
    watchProperties(view, (name, value) => read.push(name, value));
    view.list = [2];
    expect(view.list).to.deep.equal([2]);
    expect(read).to.deep.equal(['list', [2]]);
    expect(Object.keys(view)).to.deep.equal(['id', 'list']);
  });
});
