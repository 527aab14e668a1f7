import {expect} from '@open-wc/testing';

import {
  annotationState,
  classification,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';

import {isChoiceSelected} from './is-choice-selected.js';
import {shownResult} from './shown-result.js';

const CONFIG = labelConfigFromXml(
  `<View><Text name="text" value="$text"/>
    <Rating name="whole"/><Rating name="part" perRegion="true"/>
    <Rating name="item" perItem="true"/>
    <Choices name="mood"><Choice value="Good" alias="g"/></Choices></View>`,
);
const ANNOTATION = annotationState({
  regions: [
    classification('whole', 4, 'rating'),
    textRegion({id: 'r', results: [said('part', 2, 'rating')]}),
    textRegion({id: 's'}),
    classification('item', 1, 'rating', {itemIndex: 0}),
    classification('item', 3, 'rating', {itemIndex: 1}),
  ],
});

describe('shownResult()', () => {
  type Row = readonly [
    name: string,
    selection: readonly string[],
    itemIndex: number | undefined,
    expected: unknown,
  ];
  const rows: readonly Row[] = [
    ['whole', [], undefined, 4],
    ['whole', ['r'], undefined, 4],
    ['whole', [], 1, 4],
    ['part', [], undefined, undefined],
    ['part', ['r'], undefined, 2],
    ['part', ['s'], undefined, undefined],
    ['part', ['r', 's'], undefined, undefined],
    ['item', [], 0, 1],
    ['item', [], 1, 3],
    ['item', [], 2, undefined],
    ['mood', [], undefined, undefined],
  ];
  for (const [name, selection, itemIndex, expected] of rows) {
    it(`of "${name}" is ${String(expected)} with [${selection.join()}] at ${String(itemIndex)}`, () => {
      const control = CONFIG.byName.get(name)!;
      const annotation = {...ANNOTATION, selection};
      expect(shownResult(annotation, control, itemIndex)?.value).to.equal(
        expected,
      );
    });
  }
});

describe('isChoiceSelected()', () => {
  const annotation = annotationState({
    regions: [classification('mood', ['g'])],
  });
  const ANY = {tagName: '', values: [], region: null};

  it('leaves out the control it is told to', () => {
    expect(isChoiceSelected(CONFIG, annotation, ANY)).to.equal(true);
    expect(
      isChoiceSelected(CONFIG, annotation, {...ANY, except: 'mood'}),
    ).to.equal(false);
  });

  it('counts a control that is named though it is the excepted one', () => {
    const query = {...ANY, tagName: 'mood', except: 'mood'};
    expect(isChoiceSelected(CONFIG, annotation, query)).to.equal(true);
  });

  it('does not take other tags for choices', () => {
    const query = {...ANY, tagName: 'whole'};
    expect(isChoiceSelected(CONFIG, ANNOTATION, query)).to.equal(false);
  });
});
