import {expect} from '@open-wc/testing';

import {
  annotationState,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';
import {withRegionAt} from '../state/region-table.js';

import {checkMaxUsages, labelUsage, maxUsagesOf} from './label-usage.js';

const CONFIG = labelConfigFromXml(
  `<View><Text name="text" value="$text"/>
    <Labels name="label" toName="text" maxUsages="2">
      <Label value="Person" alias="PER"/><Label value="ORG" maxUsages="1"/>
    </Labels>
    <Labels name="free" toName="text"><Label value="ORG"/><Label value="Z" maxUsages="0"/></Labels>
  </View>`,
);
const LABEL = CONFIG.byName.get('label')!;
const FREE = CONFIG.byName.get('free')!;

function labelled(count: number, labels: readonly string[]) {
  return Array.from({length: count}, () => textRegion({labels}));
}

describe('labelUsage()', () => {
  it('counts the regions that have a label, by value or alias', () => {
    const annotation = annotationState({
      regions: [
        ...labelled(2, ['PER']),
        ...labelled(1, ['PER', 'ORG']),
        ...labelled(1, ['PER', 'PER']),
      ],
    });
    expect(labelUsage(annotation, LABEL, 'Person')).to.equal(4);
    expect(labelUsage(annotation, LABEL, 'PER')).to.equal(4);
    expect(labelUsage(annotation, LABEL, 'ORG')).to.equal(1);
    expect(labelUsage(annotation, LABEL, 'MISC')).to.equal(0);
  });

  it('keeps controls apart', () => {
    const results = [said('free', ['ORG'], 'labels')];
    const annotation = annotationState({regions: [textRegion({results})]});
    expect(labelUsage(annotation, FREE, 'ORG')).to.equal(1);
    expect(labelUsage(annotation, LABEL, 'ORG')).to.equal(0);
  });

  it('counts across shards and follows changes', () => {
    const annotation = annotationState({regions: labelled(600, ['PER'])});
    expect(labelUsage(annotation, LABEL, 'PER')).to.equal(600);
    const regions = withRegionAt(annotation.regions, 300, null);
    expect(labelUsage({...annotation, regions}, LABEL, 'PER')).to.equal(599);
    expect(labelUsage(annotation, LABEL, 'PER')).to.equal(600);
  });
});

describe('maxUsagesOf()', () => {
  const option = (control: ConfigTag, index: number): ConfigTag =>
    control.children[index]!;

  it("is the label's own, else that of its control, else no limit", () => {
    expect(maxUsagesOf(LABEL, option(LABEL, 1))).to.equal(1);
    expect(maxUsagesOf(LABEL, option(LABEL, 0))).to.equal(2);
    expect(maxUsagesOf(FREE, option(FREE, 0))).to.equal(undefined);
  });

  it('takes 0 for no limit', () => {
    expect(maxUsagesOf(FREE, option(FREE, 1))).to.equal(undefined);
  });
});

describe('checkMaxUsages()', () => {
  it('lets a label be used as often as it may', () => {
    const annotation = annotationState({regions: labelled(1, ['PER'])});
    expect(checkMaxUsages(annotation, LABEL, ['PER'])).to.equal(null);
  });

  it('says which label cannot be used more often, in the words of its value', () => {
    const annotation = annotationState({regions: labelled(2, ['PER'])});
    const issue = checkMaxUsages(annotation, LABEL, ['PER']);
    expect(issue).to.include({
      code: 'max-usages',
      tag: LABEL,
      message: "You can't use Person more than 2 time(s)",
    });
    expect(checkMaxUsages(annotation, LABEL, ['Person'])).to.deep.equal(issue);
  });

  it('reports the first that is used up', () => {
    const annotation = annotationState({regions: labelled(2, ['ORG', 'PER'])});
    const issue = checkMaxUsages(annotation, LABEL, ['ORG', 'PER']);
    expect(issue?.message).to.contain('ORG more than 1');
  });

  it('counts all regions that would get it', () => {
    const annotation = annotationState();
    expect(checkMaxUsages(annotation, LABEL, ['PER'], 2)).to.equal(null);
    expect(checkMaxUsages(annotation, LABEL, ['PER'], 3)).not.to.equal(null);
  });

  it('knows no limit of labels that are not in the config', () => {
    const annotation = annotationState({regions: labelled(9, ['MISC'])});
    expect(checkMaxUsages(annotation, LABEL, ['MISC'])).to.equal(null);
  });
});
