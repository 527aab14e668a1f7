import {expect} from '@open-wc/testing';

import {OperatorRegistry} from '@ls-annotation/operators';
import type {OperatorEntry} from '@ls-annotation/operators';

import {filterEntries} from './filter-entries.js';

function entries(...names: readonly string[]): readonly OperatorEntry[] {
  const registry = new OperatorRegistry();
  for (const name of names) {
    registry.register({
      name,
      description: `Does ${name.length} things.`,
      execute: () => ({success: true, message: ''}),
    });
  }
  return registry.list();
}

function found(search: string, ...names: readonly string[]): readonly string[] {
  return filterEntries(entries(...names), search).map(({name}) => name);
}

describe('filterEntries()', () => {
  it('returns all, in their order, for an empty search', () => {
    expect(found('  ', 'b', 'a')).to.deep.equal(['b', 'a']);
  });

  it('wants every word, in name or description, whatever the case', () => {
    expect(found('LABEL pre', 'Pre-label', 'Label')).to.deep.equal([
      'Pre-label',
    ]);
    expect(found('things 3', 'abc', 'abcd')).to.deep.equal(['abc']);
    expect(found('zzz', 'abc')).to.be.empty;
  });

  it('puts first what begins with the search', () => {
    expect(found('label', 'Pre-label', 'Label all')).to.deep.equal([
      'Label all',
      'Pre-label',
    ]);
  });
});
