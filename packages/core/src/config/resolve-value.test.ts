import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {
  readPath,
  resolveKnown,
  resolveTagValue,
  resolveValue,
} from './resolve-value.js';

const TURNS = [{text: 'hi'}, {text: 'ho', by: {name: 'Ann'}}];
const DATA = {
  image: '/a.jpg',
  count: 0,
  flag: false,
  nothing: null,
  list: ['a', 'b'],
  user: {name: 'Bo', age: 7},
  turns: TURNS,
  'dotted.key': 'whole',
  _x1: 'odd',
};

const ROWS: readonly (readonly [text: string, expected: unknown])[] = [
  ['plain', 'plain'],
  ['', ''],
  ['$image', '/a.jpg'],
  ['$turns', TURNS],
  ['$turns[1].by.name', 'Ann'],
  ['$user.name', 'Bo'],
  ['$list[1]', 'b'],
  ['$dotted.key', 'whole'],
  ['$_x1', 'odd'],
  ['$count', 0],
  ['$flag', false],
  ['$nothing', ''],
  ['$missing', ''],
  ['$user.missing.deeper', ''],
  ['$turns[9].text', ''],
  ['$list', DATA.list],
  ['Path: $image', 'Path: /a.jpg'],
  ['$image.', '/a.jpg.'],
  ['Hello $user.name.', 'Hello Bo.'],
  ['Hello $user.name, $user.age', 'Hello Bo, 7'],
  ['$image$image', '/a.jpg/a.jpg'],
  [' $image', ' /a.jpg'],
  ['$list items', 'a,b items'],
  ['a $missing b', 'a undefined b'],
  ['a $nothing b', 'a null b'],
  ['costs $ 5', 'costs $ 5'],
  ['$', '$'],
];

describe('resolveValue()', () => {
  for (const [text, expected] of ROWS) {
    it(`makes ${JSON.stringify(expected)} of "${text}"`, () => {
      expect(resolveValue(text, DATA)).to.equal(expected);
    });
  }

  it('does not put what looks like a variable through twice', () => {
    expect(resolveValue('a $v', {v: '$image $1 $&'})).to.equal(
      'a $image $1 $&',
    );
  });

  it('takes no data for data without anything', () => {
    expect(resolveValue('$image', undefined)).to.equal('');
    expect(resolveValue('a $image', undefined)).to.equal('a undefined');
  });

  it('reads own properties only', () => {
    for (const path of [
      '$constructor',
      '$__proto__',
      '$user.constructor.name',
      '$list.map',
      '$image.length',
    ]) {
      expect(resolveValue(path, DATA), path).to.equal('');
    }
  });
});

describe('resolveTagValue()', () => {
  it('resolves the value of a tag', () => {
    const {root} = labelConfigFromXml('<Text name="t" value="$image"/>');
    expect(resolveTagValue(root, DATA)).to.equal('/a.jpg');
  });
});

describe('resolveKnown()', () => {
  it('leaves alone what the data does not have', () => {
    expect(resolveKnown('$user.name or $5', DATA)).to.equal('Bo or $5');
    expect(resolveKnown('$nothing', DATA)).to.equal('$nothing');
    expect(resolveKnown('plain', DATA)).to.equal('plain');
    expect(resolveKnown('$count.', DATA)).to.equal('0.');
  });
});

describe('readPath()', () => {
  it('answers undefined for what is no object', () => {
    expect(readPath(null, 'a')).to.equal(undefined);
    expect(readPath('text', 'length')).to.equal(undefined);
    expect(readPath(DATA, '')).to.equal(undefined);
  });
});
