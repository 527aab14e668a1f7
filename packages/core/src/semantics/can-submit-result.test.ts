import {expect} from '@open-wc/testing';

import {
  annotationState,
  classification,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';

import type {NewRegion} from '../model/region.js';
import {regionsOf} from '../state/region-table.js';

import {canSubmitResult} from './can-submit-result.js';

const CONFIG = labelConfigFromXml(
  `<View><Text name="text" value="$text"/>
    <Labels name="label" toName="text"><Label value="PER"/></Labels>
    <Choices name="mood" toName="text"><Choice value="Good" alias="g"/><Choice value="Bad"/></Choices>
    <Choices name="why" toName="text" visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="Bad">
      <Choice value="Dull"/></Choices>
    <Choices name="any" toName="text" visibleWhen="choice-selected"><Choice value="x"/></Choices>
    <TextArea name="else" toName="text" visibleWhen="choice-unselected" whenTagName="mood"/>
    <TextArea name="note" toName="text" perRegion="true" whenLabelValue="PER"/>
    <Choices name="sure" toName="text" perRegion="true"><Choice value="No"/></Choices>
    <Choices name="doubt" toName="text" perRegion="true" visibleWhen="choice-selected" whenTagName="sure" whenChoiceValue="No">
      <Choice value="Small"/></Choices>
    <Choices name="shown" toName="text" visibleWhen="region-selected"><Choice value="y"/></Choices>
  </View>`,
);

/** Names of the controls whose results go out. */
function submitted(...regions: readonly NewRegion[]): readonly string[] {
  const annotation = annotationState({regions});
  return [...regionsOf(annotation.regions)].flatMap((region) =>
    region.results
      .filter((result) => canSubmitResult(CONFIG, annotation, region, result))
      .map(({fromName}) => fromName),
  );
}

describe('canSubmitResult()', () => {
  it('keeps back what depends on a choice that is not made', () => {
    const why = classification('why', ['Dull']);
    expect(submitted(why)).to.deep.equal([]);
    expect(submitted(why, classification('mood', ['g']))).to.deep.equal([
      'mood',
    ]);
    expect(submitted(why, classification('mood', ['Bad']))).to.deep.equal([
      'why',
      'mood',
    ]);
  });

  it('does not take a result for the choice it depends on', () => {
    const any = classification('any', ['x']);
    expect(submitted(any)).to.deep.equal([]);
    expect(submitted(any, classification('mood', ['g']))).to.deep.equal([
      'any',
      'mood',
    ]);
  });

  it('keeps back what depends on a choice not being made', () => {
    const other = classification('else', ['text'], 'textarea');
    expect(submitted(other)).to.deep.equal(['else']);
    expect(submitted(other, classification('mood', ['g']))).to.deep.equal([
      'mood',
    ]);
  });

  it('keeps back what is about a region with another label', () => {
    const note = said('note', ['hm'], 'textarea');
    const per = [said('label', ['PER'], 'labels'), note];
    const org = [said('label', ['ORG'], 'labels'), note];
    expect(submitted(textRegion({results: per}))).to.deep.equal([
      'label',
      'note',
    ]);
    expect(submitted(textRegion({results: org}))).to.deep.equal(['label']);
  });

  it('looks for a per-region choice in the same region', () => {
    const sure = textRegion({results: [said('sure', ['No'])]});
    const both = textRegion({
      results: [said('sure', ['No']), said('doubt', ['Small'])],
    });
    const alone = textRegion({results: [said('doubt', ['Small'])]});
    expect(submitted(both)).to.deep.equal(['sure', 'doubt']);
    expect(submitted(sure, alone)).to.deep.equal(['sure']);
  });

  it('lets out what only the selection hides', () => {
    expect(submitted(classification('shown', ['y']))).to.deep.equal(['shown']);
  });

  it('lets out labels, and what a tag said that is not there', () => {
    expect(
      submitted(textRegion(), classification('gone', ['x'])),
    ).to.deep.equal(['label', 'gone']);
  });
});
