import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';

import {
  childChoices,
  choiceValue,
  choiceValues,
  chosenLeaves,
  isMultiple,
  isNested,
  isSameChoice,
  parentChoice,
  selectableChoices,
} from './choice-value.js';
import type {ChoiceValue} from './choice-value.js';
import {findLabel, toStoredValue} from './find-label.js';
import {choiceState, toggleChoice} from './toggle-choice.js';

const OPTIONS = `
  <Choice value="Cat" alias="c"/>
  <Choice value="Dog"/>
  <View><Choice value="Bird" alias="b"><Choice value="Wren"/><Choice value="Robin" alias="r"/></Choice></View>`;

function setup(tag = 'Choices', attributes = ''): ConfigTag {
  return labelConfigFromXml(
    `<View><Text name="text" value="$text"/>
      <${tag} name="c" ${attributes}>${OPTIONS}</${tag}></View>`,
  ).byName.get('c')!;
}

function option(control: ConfigTag, value: string): ConfigTag {
  return findLabel(control, value)!;
}

const NESTED = 'allowNested="true"';
const MULTIPLE = 'choice="multiple"';

describe('choices', () => {
  it('are paths in a taxonomy and with allowNested, else values', () => {
    expect(isNested(setup('Taxonomy'))).to.equal(true);
    expect(isNested(setup('Choices', NESTED))).to.equal(true);
    expect(isNested(setup('Choices'))).to.equal(false);
    const nested = setup('Choices', NESTED);
    expect(choiceValue(nested, option(nested, 'Robin'))).to.deep.equal([
      'b',
      'r',
    ]);
    expect(choiceValue(nested, option(nested, 'Cat'))).to.deep.equal(['c']);
    const flat = setup();
    expect(choiceValue(flat, option(flat, 'Cat'))).to.equal('c');
    expect(choiceValue(flat, option(flat, 'Dog'))).to.equal('Dog');
  });

  it('inside others can be chosen with nesting only', () => {
    const values = (control: ConfigTag): readonly string[] =>
      selectableChoices(control).map(({value}) => value);
    expect(values(setup())).to.deep.equal(['Cat', 'Dog', 'Bird']);
    expect(values(setup('Taxonomy'))).to.deep.equal([
      'Cat',
      'Dog',
      'Bird',
      'Wren',
      'Robin',
    ]);
  });

  it('know the choice they stand in', () => {
    const control = setup('Taxonomy');
    const bird = option(control, 'Bird');
    expect(parentChoice(option(control, 'Wren'))).to.equal(bird);
    expect(parentChoice(bird)).to.equal(null);
    expect(childChoices(bird).map(({value}) => value)).to.deep.equal([
      'Wren',
      'Robin',
    ]);
  });

  it('may be several with choice="multiple" and in a taxonomy', () => {
    expect(isMultiple(setup())).to.equal(false);
    expect(isMultiple(setup('Choices', 'choice="single-radio"'))).to.equal(
      false,
    );
    expect(isMultiple(setup('Choices', MULTIPLE))).to.equal(true);
    expect(isMultiple(setup('Taxonomy'))).to.equal(true);
  });

  it('are read from whatever a result holds', () => {
    expect(choiceValues('a')).to.deep.equal(['a']);
    expect(choiceValues(['a', ['b', 'c'], 7, [1], null])).to.deep.equal([
      'a',
      ['b', 'c'],
    ]);
    expect(choiceValues(undefined)).to.deep.equal([]);
    expect(chosenLeaves(['a', ['b', 'c'], []])).to.deep.equal(['a', 'c']);
  });

  it('are the same when every step is', () => {
    expect(isSameChoice('a', 'a')).to.equal(true);
    expect(isSameChoice('a', ['a'])).to.equal(false);
    expect(isSameChoice(['a', 'b'], ['a', 'b'])).to.equal(true);
    expect(isSameChoice(['a', 'b'], ['a'])).to.equal(false);
    expect(isSameChoice(['a', 'b'], ['a', 'c'])).to.equal(false);
  });
});

describe('toggleChoice()', () => {
  type Row = readonly [
    attributes: string,
    chosen: readonly ChoiceValue[],
    click: string,
    expected: readonly ChoiceValue[],
  ];
  const rows: readonly Row[] = [
    ['', [], 'Cat', ['c']],
    ['', ['c'], 'Dog', ['Dog']],
    ['', ['c'], 'Cat', []],
    ['', ['stranger'], 'Dog', ['Dog']],
    ['choice="single-radio"', ['c'], 'Dog', ['Dog']],
    [MULTIPLE, [], 'Dog', ['Dog']],
    [MULTIPLE, ['Dog'], 'Cat', ['c', 'Dog']],
    [MULTIPLE, ['c', 'Dog'], 'Cat', ['Dog']],
    [MULTIPLE, ['stranger', 'Dog'], 'Cat', ['c', 'Dog', 'stranger']],
    [NESTED, [], 'Wren', [['b', 'Wren']]],
    [NESTED, [['b', 'Wren']], 'Robin', [['b', 'r']]],
    [NESTED, [['c']], 'Bird', [['c']]],
    [
      `${NESTED} ${MULTIPLE}`,
      [['c']],
      'Bird',
      [['c'], ['b'], ['b', 'Wren'], ['b', 'r']],
    ],
    [
      `${NESTED} ${MULTIPLE}`,
      [['b', 'Wren']],
      'Robin',
      [['b'], ['b', 'Wren'], ['b', 'r']],
    ],
    [
      `${NESTED} ${MULTIPLE}`,
      [['b'], ['b', 'Wren'], ['b', 'r']],
      'Wren',
      [['b', 'r']],
    ],
    [`${NESTED} ${MULTIPLE}`, [['b'], ['b', 'Wren'], ['b', 'r']], 'Bird', []],
  ];
  for (const [attributes, chosen, click, expected] of rows) {
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(chosen)} and ${click} (${attributes})`, () => {
      const control = setup('Choices', attributes);
      const before = JSON.stringify(chosen);
      expect(
        toggleChoice(control, chosen, option(control, click)),
      ).to.deep.equal(expected);
      expect(JSON.stringify(chosen)).to.equal(before);
    });
  }

  it('lets every item of a taxonomy stand for itself', () => {
    const control = setup('Taxonomy');
    const bird = toggleChoice(control, [], option(control, 'Bird'));
    expect(bird).to.deep.equal([['b']]);
    expect(toggleChoice(control, bird, option(control, 'Wren'))).to.deep.equal([
      ['b'],
      ['b', 'Wren'],
    ]);
  });
});

describe('choiceState()', () => {
  for (const [chosen, expected] of [
    [[], 'off'],
    [[['b', 'Wren']], 'mixed'],
    [
      [
        ['b', 'Wren'],
        ['b', 'r'],
      ],
      'on',
    ],
    [[['c']], 'off'],
  ] as const) {
    it(`of a choice around others is ${expected} for ${JSON.stringify(chosen)}`, () => {
      const control = setup('Choices', `${NESTED} ${MULTIPLE}`);
      expect(choiceState(control, chosen, option(control, 'Bird'))).to.equal(
        expected,
      );
    });
  }
});

describe('findLabel()', () => {
  it('finds by value and by alias, nested ones too', () => {
    const control = setup('Taxonomy');
    expect(findLabel(control, 'c')).to.equal(findLabel(control, 'Cat'));
    expect(findLabel(control, 'r')!.value).to.equal('Robin');
    expect(findLabel(control, 'none')).to.equal(undefined);
    expect(findLabel(control, '')).to.equal(undefined);
    expect(findLabel(control, 'toString')).to.equal(undefined);
  });

  it('leaves a stored value that is no option as it is', () => {
    const control = setup();
    expect(toStoredValue(control, 'Cat')).to.equal('c');
    expect(toStoredValue(control, 'c')).to.equal('c');
    expect(toStoredValue(control, 'none')).to.equal('none');
  });
});
