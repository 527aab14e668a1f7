import {expect} from '@open-wc/testing';

import {UnreadableThrownError} from './errors.js';
import {messageOf, readable, stackOf} from './thrown.js';

const trap = (): never => {
  throw new Error('trapped');
};

/** Values that throw when somebody looks at them, by what does. */
function hostile(): readonly (readonly [string, unknown])[] {
  const {proxy, revoke} = Proxy.revocable({}, {});
  revoke();
  return [
    [
      'a proxy',
      new Proxy(new Error('p'), {get: trap, getPrototypeOf: trap, has: trap}),
    ],
    [
      'a proxy of a function',
      new Proxy(() => 1, {get: trap, getPrototypeOf: trap}),
    ],
    ['a revoked proxy', proxy],
    ['an object without toString()', Object.create(null)],
    ['an object whose toString() throws', {toString: trap}],
    [
      'an error whose message throws',
      Object.defineProperty(new Error('m'), 'message', {get: trap}),
    ],
  ];
}

describe('messageOf()', () => {
  it('is the message, or the value in words', () => {
    expect(messageOf(new Error('no'))).to.equal('no');
    expect(messageOf({message: 'no'})).to.equal('no');
    expect(messageOf(new TypeError(''))).to.equal('TypeError');
    expect(messageOf('no')).to.equal('no');
    expect(messageOf(null)).to.equal('null');
    expect(messageOf(undefined)).to.equal('undefined');
    expect(messageOf(Symbol('no'))).to.equal('Symbol(no)');
  });

  for (const [what, thrown] of hostile()) {
    it(`says so when nobody can look at ${what}`, () => {
      expect(messageOf(thrown)).to.equal(new UnreadableThrownError().message);
    });
  }
});

describe('readable()', () => {
  it('is the value itself', () => {
    const error = Object.freeze(new Error('no'));
    expect(readable(error)).to.equal(error);
    expect(readable(null)).to.equal(null);
  });

  for (const [what, thrown] of hostile()) {
    it(`is an error in the place of ${what}`, () => {
      expect(readable(thrown)).to.be.instanceOf(UnreadableThrownError);
    });
  }

  it('keeps the stack where that can be read', () => {
    const error = new Error('m');
    const {stack} = error;
    Object.defineProperty(error, 'message', {get: trap});
    expect((readable(error) as Error).stack).to.equal(stack);
  });
});

describe('stackOf()', () => {
  it('is the stack of an error, and nothing otherwise', () => {
    const error = new Error('no');
    expect(stackOf(error)).to.equal(error.stack);
    expect(stackOf('no')).to.equal('');
    expect(stackOf(Object.assign(new Error('no'), {stack: 5}))).to.equal('');
    expect(
      stackOf(Object.defineProperty(new Error('no'), 'stack', {get: trap})),
    ).to.equal('');
    for (const [, thrown] of hostile())
      expect(stackOf(thrown)).to.be.a('string');
  });
});
