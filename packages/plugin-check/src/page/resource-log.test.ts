import {expect} from '@open-wc/testing';

import {Displays} from './displays.js';
import {ResourceLog} from './resource-log.js';
import type {Resource} from './resource-log.js';

function setup() {
  const displays = new Displays();
  const log = new ResourceLog(displays);
  const take = (overrides: Partial<Resource> = {}): Resource => {
    const resource: Resource = {
      kind: 'listener',
      what: 'keydown on window',
      place: {file: 'plugin.js', line: 9, column: 8},
      owner: log.owner,
      ...overrides,
    };
    log.take(resource);
    return resource;
  };
  displays.next();
  return {displays, log, take};
}

describe('ResourceLog', () => {
  it('takes what an open display has for no leftover', () => {
    const {log, take} = setup();
    take();
    expect(log.leftovers()).to.deep.equal([]);
  });

  it('groups what closed displays left by line', () => {
    const {displays, log, take} = setup();
    take();
    take();
    displays.next();
    take();
    displays.next();
    const [only, ...others] = log.leftovers();
    expect(others).to.deep.equal([]);
    expect(only).to.include({count: 3, displays: 2});
  });

  it('groups names that differ in a number alone', () => {
    const {displays, log, take} = setup();
    take({kind: 'node', what: '<style#modebar-06613f>'});
    displays.next();
    take({kind: 'node', what: '<style#modebar-3ec87a>'});
    displays.next();
    expect(log.leftovers().map(({displays: count}) => count)).to.eql([2]);
  });

  it('forgets what was given back', () => {
    const {displays, log, take} = setup();
    const resource = take();
    log.giveBack(resource);
    displays.next();
    expect(log.leftovers()).to.deep.equal([]);
  });

  it('leaves out what has no effect any more', () => {
    const {displays, log, take} = setup();
    take({isInEffect: () => false});
    displays.next();
    expect(log.leftovers()).to.deep.equal([]);
  });

  it('gives what late timers make to the display of the timer', () => {
    const {displays, log} = setup();
    displays.next();
    expect(log.owner).to.equal(2);
    expect(displays.runAs(1, () => log.owner)).to.equal(1);
    expect(log.owner).to.equal(2);
  });
});
