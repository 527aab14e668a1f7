import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {defaultChoices, initialLabels} from './default-values.js';

function config(xml: string) {
  return labelConfigFromXml(
    `<View><Text name="text" value="$text"/>${xml}</View>`,
  );
}

const CHOICES = `<Choice value="A"/><Choice value="B" alias="b" selected="true"/>
  <Choice value="C" selected="true"><Choice value="D" selected="true"/></Choice>`;

describe('defaultChoices()', () => {
  const rows = [
    ['Choices', '', ['b']],
    ['Choices', 'choice="single-radio"', ['b']],
    ['Choices', 'choice="multiple"', ['b', 'C']],
    [
      'Choices',
      'choice="multiple" allowNested="true"',
      [['b'], ['C'], ['C', 'D']],
    ],
    ['Taxonomy', '', [['b'], ['C'], ['C', 'D']]],
  ] as const;
  for (const [tag, attributes, expected] of rows) {
    it(`of ${tag} ${attributes} are ${JSON.stringify(expected)}`, () => {
      const [first, ...others] = defaultChoices(
        config(`<${tag} name="c" ${attributes}>${CHOICES}</${tag}>`),
      );
      expect(others).to.deep.equal([]);
      expect(first!.control.name).to.equal('c');
      expect(first!.value).to.deep.equal(expected);
    });
  }

  it('leave out controls without a default, and per-region ones', () => {
    expect(
      defaultChoices(
        config(
          `<Choices name="c"><Choice value="A" selected="false"/></Choices>
          <Choices name="r" perRegion="true">${CHOICES}</Choices>`,
        ),
      ),
    ).to.deep.equal([]);
  });
});

describe('initialLabels()', () => {
  const LABELS = `<Label value="A"/><Label value="B" alias="b" selected="true"/>
    <View><Label value="C" selected="true"/></View>`;

  it('are the selected labels, one where one may be', () => {
    expect(
      initialLabels(
        config(
          `<Labels name="one">${LABELS}</Labels>
          <Labels name="several" choice="multiple">${LABELS}</Labels>
          <Labels name="none"><Label value="A"/></Labels>
          <Choices name="c">${CHOICES}</Choices>`,
        ),
      ),
    ).to.deep.equal({one: ['b'], several: ['b', 'C']});
  });
});
