import {expect} from '@open-wc/testing';

import {HostGlobals} from './host-globals.js';

interface Page {
  LSI?: unknown;
  Htx?: unknown;
  DM?: unknown;
}

function setup(page: Page = {}) {
  const globals = new HostGlobals(page);
  const owner = (name: string) => ({lsi: {name}, htx: {name}, dm: {name}});
  return {globals, page, first: owner('first'), second: owner('second')};
}

describe('HostGlobals', () => {
  it('belong to the host that was used last', () => {
    const {globals, page, first, second} = setup();
    globals.claim(first);
    globals.claim(second);
    expect(page.LSI).to.equal(second.lsi);
    globals.claim(first);
    expect(page.Htx).to.equal(first.htx);
  });

  it('pass to the host used before when a host goes', () => {
    const {globals, page, first, second} = setup();
    globals.claim(first);
    globals.claim(second);
    globals.release(second);
    expect(page.DM).to.equal(first.dm);
  });

  it('are gone with the last host', () => {
    const {globals, page, first} = setup();
    globals.claim(first);
    page.LSI = {assigned: 'by a plugin'};
    globals.release(first);
    expect(page).to.deep.equal({});
  });

  it('are restored to what the page had', () => {
    const {globals, page, first} = setup({Htx: 'own'});
    globals.claim(first);
    globals.release(first);
    expect(page).to.deep.equal({Htx: 'own'});
  });

  it('can be assigned', () => {
    const {globals, page, first} = setup();
    globals.claim(first);
    page.LSI = 'assigned';
    expect(page.LSI).to.equal('assigned');
  });

  it('leave a data manager alone that the page put there', () => {
    const {globals, page, first} = setup();
    globals.claim(first);
    const own = {project: {id: 1}};
    page.DM = own;
    globals.claim(first);
    expect(globals.dataManagerOf(first)).to.equal(own);
    globals.release(first);
    expect(page).to.deep.equal({DM: own});
  });
});
