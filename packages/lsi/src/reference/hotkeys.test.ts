import {expect} from '@open-wc/testing';

import {compatSession} from '@ls-annotation/testing';

function setup() {
  const shown = compatSession();
  const bound = new Map<string, string>();
  shown.session.hotkeys = {
    bind: (keys, _handler, {scope = ''} = {}) => {
      bound.set(keys, scope);
      return () => {
        bound.delete(keys);
      };
    },
  };
  const {Hotkey} = shown.session.htx;
  return {...shown, bound, Hotkey, group: Hotkey('mine', 'My keys')};
}

describe('Htx.Hotkey', () => {
  it('binds keys in the scopes that Label Studio names', () => {
    const {session, bound, Hotkey, group} = setup();
    const {DEFAULT_SCOPE, INPUT_SCOPE} = Hotkey;
    group.addKey('Q', () => undefined, 'Ask');
    group.addKey('w', () => undefined, '', INPUT_SCOPE);
    group.addKey('e', () => undefined, '', `${DEFAULT_SCOPE},${INPUT_SCOPE}`);
    expect(Object.fromEntries(bound)).to.deep.equal({
      q: 'main',
      w: 'input',
      e: 'all',
    });
    expect(group.hasKey('q')).to.equal(true);
    expect(Hotkey.keysDescipritions()).to.deep.equal({q: 'Ask'});
    expect(Hotkey.namespaces().mine?.description).to.equal('My keys');
    session.close();
  });

  it('binds what a name stands for, which a page may change', () => {
    const {session, bound, Hotkey, group} = setup();
    group.addNamed('region:lock', () => undefined);
    Hotkey.setKeymap({'mine:go': {key: 'g', description: 'Go'}});
    group.addNamed('mine:go', () => undefined);
    expect([...bound.keys()]).to.deep.equal(['alt+l', 'g']);
    group.removeNamed('region:lock');
    expect([...bound.keys()]).to.deep.equal(['g']);
    expect(() => {
      group.addNamed('nobody', () => undefined);
    }).to.throw('no hotkey "nobody"');
    session.close();
  });

  it('unbinds what was bound in a display when that ends', () => {
    const {session, bound, group} = setup();
    group.addKey('q', () => undefined);
    session.selectAnnotation('4');
    expect([...bound]).to.deep.equal([]);
    expect(group.hasKey('q')).to.equal(false);
    session.close();
  });

  it('unbinds a group, and every group', () => {
    const {session, bound, Hotkey, group} = setup();
    Hotkey('other').addKey('o', () => undefined);
    group.addKey('q', () => undefined);
    group.unbindAll();
    expect([...bound.keys()]).to.deep.equal(['o']);
    Hotkey.unbindAll();
    expect([...bound]).to.deep.equal([]);
    session.close();
  });

  it('replaces a key, and finds one that is free', () => {
    const {session, bound, group} = setup();
    group.overwriteKey('1', () => undefined);
    group.overwriteKey('1', () => undefined);
    expect(group.getKeys()).to.deep.equal(['1']);
    expect(group.makeComb()).to.equal('2');
    expect(bound.size).to.equal(1);
    session.close();
  });
});
