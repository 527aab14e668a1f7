import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {LabelConfig} from './label-config.js';
import {optionsOf} from './options-of.js';
import {storedValue} from './stored-value.js';

function setup(): LabelConfig {
  return labelConfigFromXml(
    `<View><Text name="text" value="$text"/>
      <Labels name="label"><View><Label value="PER" alias="p"/></View><Label value="ORG" alias=""/></Labels>
      <Taxonomy name="tree"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>
      <TextArea name="note"><Shortcut value="x"/></TextArea>
      <Rating name="stars"/></View>`,
  );
}

describe('optionsOf()', () => {
  for (const [name, expected] of [
    ['label', ['PER', 'ORG']],
    ['tree', ['A', 'B']],
    ['note', ['x']],
    ['stars', []],
    ['text', []],
  ] as const) {
    it(`finds ${expected.length} options of "${name}"`, () => {
      const options = optionsOf(setup().byName.get(name)!);
      expect(options.map(({value}) => value)).to.deep.equal(expected);
    });
  }

  it('hands out the same array every time', () => {
    const {byName} = setup();
    const label = byName.get('label')!;
    expect(optionsOf(label)).to.equal(optionsOf(label));
  });
});

describe('storedValue()', () => {
  it('is the alias where there is one', () => {
    const [per, org] = optionsOf(setup().byName.get('label')!);
    expect(storedValue(per!)).to.equal('p');
    expect(storedValue(org!)).to.equal('ORG');
  });
});
