import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {
  attributeFlag,
  attributeList,
  attributeNumber,
  attributeText,
  hasAttribute,
  splitList,
  toNumber,
} from './attribute.js';
import type {ConfigTag} from './config-tag.js';

function setup(attributes = ''): ConfigTag {
  const {root} = labelConfigFromXml(
    `<View><Text name="text" value="$t"/>
      <TextArea name="note" ${attributes}/></View>`,
  );
  return root.children[1]!;
}

describe('attributeText()', () => {
  it('finds an attribute in whatever case', () => {
    const tag = setup('requiredMessage="Say it"');
    expect(attributeText(tag, 'requiredMessage')).to.equal('Say it');
    expect(attributeText(tag, 'REQUIREDMESSAGE')).to.equal('Say it');
  });

  it('returns booleans as the words they were', () => {
    expect(attributeText(setup('placeholder="true"'), 'placeholder')).to.equal(
      'true',
    );
  });

  it('falls back on the argument, then on the definition, then on nothing', () => {
    const tag = setup();
    expect(attributeText(tag, 'rows', '7')).to.equal('7');
    expect(attributeText(tag, 'rows')).to.equal('1');
    expect(attributeText(tag, 'placeholder')).to.equal('');
    expect(attributeText(tag, 'unheard-of')).to.equal('');
  });

  it('does not take an empty attribute for one that is left out', () => {
    expect(attributeText(setup('label=""'), 'label', 'Note')).to.equal('');
  });

  it('does not read what every object inherits', () => {
    expect(attributeText(setup(), 'constructor')).to.equal('');
    expect(hasAttribute(setup(), 'toString')).to.equal(false);
  });
});

describe('attributeNumber()', () => {
  it('reads numbers', () => {
    expect(attributeNumber(setup('rows="4"'), 'rows')).to.equal(4);
    expect(attributeNumber(setup('rows="2.5"'), 'rows')).to.equal(2.5);
  });

  it('takes text that is no number for left out', () => {
    for (const rows of ['four', '', ' ', 'Infinity', 'NaN', '4px']) {
      expect(attributeNumber(setup(`rows="${rows}"`), 'rows')).to.equal(1);
      expect(attributeNumber(setup(`rows="${rows}"`), 'rows', 9)).to.equal(9);
    }
  });

  it('answers undefined where nobody says a number', () => {
    expect(attributeNumber(setup(), 'maxSubmissions')).to.equal(undefined);
    expect(attributeNumber(setup('label="true"'), 'label')).to.equal(undefined);
  });
});

describe('attributeFlag()', () => {
  it('takes nothing but true for true', () => {
    expect(attributeFlag(setup('editable="true"'), 'editable')).to.equal(true);
    expect(attributeFlag(setup('editable="false"'), 'editable')).to.equal(
      false,
    );
    expect(attributeFlag(setup('label="yes"'), 'label')).to.equal(false);
  });

  it('falls back on the argument, then on the definition, then on false', () => {
    const tag = setup();
    expect(attributeFlag(tag, 'allowSubmit')).to.equal(true);
    expect(attributeFlag(tag, 'allowSubmit', false)).to.equal(false);
    expect(attributeFlag(tag, 'showSubmitButton')).to.equal(false);
    expect(attributeFlag(tag, 'showSubmitButton', true)).to.equal(true);
  });

  it('lets the config overrule both', () => {
    const tag = setup('allowSubmit="false"');
    expect(attributeFlag(tag, 'allowSubmit', true)).to.equal(false);
  });
});

describe('hasAttribute()', () => {
  it('tells what is given from what is left out', () => {
    const tag = setup('showSubmitButton="false"');
    expect(hasAttribute(tag, 'showSubmitButton')).to.equal(true);
    expect(hasAttribute(tag, 'rows')).to.equal(false);
  });
});

describe('attributeList()', () => {
  it('splits at commas, trims, and drops what is empty', () => {
    const tag = setup('whenLabelValue=" PER, ORG ,, "');
    expect(attributeList(tag, 'whenLabelValue')).to.deep.equal(['PER', 'ORG']);
    expect(attributeList(setup(), 'whenLabelValue')).to.deep.equal([]);
  });

  it('keeps spaces inside a part', () => {
    expect(splitList('Not sure,No')).to.deep.equal(['Not sure', 'No']);
  });
});

describe('toNumber()', () => {
  const rows: readonly (readonly [string, number | undefined])[] = [
    ['0', 0],
    ['-3', -3],
    ['1e3', 1000],
    [' 5 ', 5],
    ['', undefined],
    ['five', undefined],
    ['Infinity', undefined],
  ];
  for (const [text, expected] of rows) {
    it(`reads "${text}" as ${String(expected)}`, () => {
      expect(toNumber(text)).to.equal(expected);
    });
  }
});
