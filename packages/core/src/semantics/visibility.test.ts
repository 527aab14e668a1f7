import {expect} from '@open-wc/testing';

import {
  annotationState,
  classification,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';
import type {AnnotationParts} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import type {NewRegion} from '../model/region.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {EMPTY_REGION_TABLE, withRegions} from '../state/region-table.js';
import {makeRegion} from '../state/make-region.js';

import {
  hasVisibilityRule,
  isControlShown,
  isControlShownFor,
  isTagVisible,
} from './visibility.js';

function setup(conditional: string): LabelConfig {
  return labelConfigFromXml(
    `<View><Text name="text" value="$text"/>
      <Text name="other" value="$other"/>
      <Labels name="label" toName="text">
        <Label value="PER"/><Label value="ORG"/><Label value="A,B"/>
      </Labels>
      <Labels name="second" toName="text"><Label value="PER"/></Labels>
      <Choices name="mood" toName="text" choice="multiple">
        <Choice value="Good" alias="g"/><Choice value="Bad"/>
      </Choices>
      <Taxonomy name="tree" toName="text">
        <Choice value="Animal"><Choice value="Cat" alias="c"/></Choice>
      </Taxonomy>
      <Choices name="regional" toName="text" perRegion="true">
        <Choice value="Sure"/>
      </Choices>
      ${conditional}</View>`,
  );
}

function lastTag(config: LabelConfig, type: string): ConfigTag {
  return config.tags.filter((tag) => tag.type === type).at(-1)!;
}

function isShown(attributes: string, parts: AnnotationParts = {}): boolean {
  const config = setup(`<View ${attributes}><Header value="x"/></View>`);
  const view = lastTag(config, 'view');
  const annotation = annotationState(parts);
  const visible = isTagVisible(config, annotation, view);
  expect(isTagVisible(config, annotation, view.children[0]!)).to.equal(visible);
  return visible;
}

function withRegion(
  parts: Parameters<typeof textRegion>[0],
  ...more: readonly NewRegion[]
): AnnotationParts {
  return {
    regions: [textRegion({id: 'r', ...parts}), ...more],
    selection: ['r'],
  };
}

const PER = withRegion({labels: ['PER']});
const UNSELECTED: AnnotationParts = {...PER, selection: []};
const TWO: AnnotationParts = {
  regions: [textRegion({id: 'p'}), textRegion({id: 'q'})],
  selection: ['p', 'q'],
};
const GOOD: AnnotationParts = {regions: [classification('mood', ['g'])]};
const BAD: AnnotationParts = {regions: [classification('mood', ['Bad'])]};
const CAT: AnnotationParts = {
  regions: [classification('tree', [['Animal', 'c']], 'taxonomy')],
};
const SURE = withRegion({
  results: [said('label', ['PER'], 'labels'), said('regional', ['Sure'])],
});

type Row = readonly [
  title: string,
  attributes: string,
  parts: AnnotationParts,
  expected: boolean,
];

const ROWS: readonly Row[] = [
  ['no condition', '', {}, true],
  ['a condition nobody knows', 'visibleWhen="moon-full"', {}, true],

  ['a selected region', 'visibleWhen="region-selected"', PER, true],
  ['no selected region', 'visibleWhen="region-selected"', UNSELECTED, false],
  ['two selected regions', 'visibleWhen="region-selected"', TWO, false],
  [
    'a selection that is gone',
    'visibleWhen="region-selected"',
    {selection: ['gone']},
    false,
  ],
  [
    'the labels control',
    'visibleWhen="region-selected" whenTagName="label"',
    PER,
    true,
  ],
  [
    'another labels control',
    'visibleWhen="region-selected" whenTagName="second"',
    PER,
    false,
  ],
  ['the object', 'visibleWhen="region-selected" whenTagName="text"', PER, true],
  [
    'another object',
    'visibleWhen="region-selected" whenTagName="other"',
    PER,
    false,
  ],
  [
    'the label',
    'visibleWhen="region-selected" whenLabelValue="PER"',
    PER,
    true,
  ],
  [
    'one label of a list',
    'visibleWhen="region-selected" whenLabelValue="ORG, PER"',
    PER,
    true,
  ],
  [
    'another label',
    'visibleWhen="region-selected" whenLabelValue="ORG"',
    PER,
    false,
  ],
  [
    'a label that has a comma',
    'visibleWhen="region-selected" whenLabelValue="A,B"',
    withRegion({labels: ['A,B']}),
    true,
  ],
  [
    'label and control together',
    'visibleWhen="region-selected" whenTagName="second" whenLabelValue="PER"',
    PER,
    false,
  ],

  ['nothing selected', 'visibleWhen="no-region-selected"', UNSELECTED, true],
  ['something selected', 'visibleWhen="no-region-selected"', PER, false],

  ['any choice, made', 'visibleWhen="choice-selected"', GOOD, true],
  ['any choice, in a taxonomy', 'visibleWhen="choice-selected"', CAT, true],
  ['any choice, none made', 'visibleWhen="choice-selected"', {}, false],
  [
    'any choice, emptied',
    'visibleWhen="choice-selected"',
    {regions: [classification('mood', [])]},
    false,
  ],
  [
    'the control, chosen from',
    'visibleWhen="choice-selected" whenTagName="mood"',
    GOOD,
    true,
  ],
  [
    'the control, another chosen from',
    'visibleWhen="choice-selected" whenTagName="mood"',
    CAT,
    false,
  ],
  [
    'a control that is not there',
    'visibleWhen="choice-selected" whenTagName="gone" whenChoiceValue="Good"',
    GOOD,
    false,
  ],
  [
    'the choice by value, stored by alias',
    'visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="Good"',
    GOOD,
    true,
  ],
  [
    'the choice by alias',
    'visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="g"',
    GOOD,
    true,
  ],
  [
    'another choice',
    'visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="Bad"',
    GOOD,
    false,
  ],
  [
    'one choice of a list',
    'visibleWhen="choice-selected" whenTagName="mood" whenChoiceValue="Bad,Good"',
    GOOD,
    true,
  ],
  [
    'the choice in whatever control',
    'visibleWhen="choice-selected" whenChoiceValue="Bad"',
    BAD,
    true,
  ],
  [
    'the leaf of a taxonomy by value',
    'visibleWhen="choice-selected" whenTagName="tree" whenChoiceValue="Cat"',
    CAT,
    true,
  ],
  [
    'the stem of a taxonomy',
    'visibleWhen="choice-selected" whenTagName="tree" whenChoiceValue="Animal"',
    CAT,
    false,
  ],
  [
    'a choice of the selected region',
    'visibleWhen="choice-selected" whenTagName="regional" whenChoiceValue="Sure"',
    SURE,
    true,
  ],
  [
    'a choice of a region that is not selected',
    'visibleWhen="choice-selected" whenTagName="regional" whenChoiceValue="Sure"',
    {...SURE, selection: []},
    false,
  ],

  ['no choice made', 'visibleWhen="choice-unselected"', {}, true],
  ['a choice made', 'visibleWhen="choice-unselected"', GOOD, false],
  [
    'the choice not made',
    'visibleWhen="choice-unselected" whenTagName="mood" whenChoiceValue="Bad"',
    GOOD,
    true,
  ],
  [
    'the choice made',
    'visibleWhen="choice-unselected" whenTagName="mood" whenChoiceValue="Good"',
    GOOD,
    false,
  ],

  ['whenChoiceValue alone, met', 'whenChoiceValue="Good"', GOOD, true],
  ['whenChoiceValue alone, not met', 'whenChoiceValue="Good"', BAD, false],
];

describe('isTagVisible()', () => {
  for (const [title, attributes, parts, expected] of ROWS) {
    it(`${expected ? 'shows' : 'hides'} for ${title}`, () => {
      expect(isShown(attributes, parts)).to.equal(expected);
    });
  }

  it('hides what stands in something hidden, at whatever depth', () => {
    const config = setup(
      `<View visibleWhen="region-selected">
        <Collapse><Panel value="p">
          <View visibleWhen="no-region-selected"><Rating name="stars" toName="text"/></View>
        </Panel></Collapse>
      </View>`,
    );
    const stars = config.byName.get('stars')!;
    expect(isTagVisible(config, annotationState(), stars)).to.equal(false);
    expect(isTagVisible(config, annotationState(PER), stars)).to.equal(false);
  });

  it('does not count what the tag itself says', () => {
    const config = setup(
      `<Choices name="detail" toName="text" visibleWhen="choice-selected"><Choice value="x"/></Choices>`,
    );
    const detail = config.byName.get('detail')!;
    const own = {regions: [classification('detail', ['x'])]};
    expect(isTagVisible(config, annotationState(own), detail)).to.equal(false);
    expect(isTagVisible(config, annotationState(GOOD), detail)).to.equal(true);
  });

  it('pays no heed to visibleWhen on tags that do not take it', () => {
    const config = setup('<Header value="x" visibleWhen="region-selected"/>');
    const header = lastTag(config, 'header');
    expect(isTagVisible(config, annotationState(), header)).to.equal(true);
  });

  it('does not look at the regions of a shard that it knows', () => {
    const config = setup('<View visibleWhen="choice-selected"/>');
    const view = lastTag(config, 'view');
    const reads = {count: 0};
    const watched = watchedAnnotation(reads);
    isTagVisible(config, watched, view);
    const afterFirst = reads.count;
    expect(afterFirst).to.be.greaterThan(0);
    isTagVisible(config, {...watched, selection: []}, view);
    expect(reads.count).to.equal(afterFirst);
  });
});

/** An annotation of 600 regions that counts how often a region is read. */
function watchedAnnotation(reads: {count: number}): AnnotationState {
  const regions = Array.from({length: 600}, (_, ordinal) => {
    const region = makeRegion(textRegion(), ordinal);
    return new Proxy(region, {
      get(target, key) {
        reads.count += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  });
  const table = withRegions(EMPTY_REGION_TABLE, regions);
  return {...annotationState(), regions: table};
}

describe('isControlShown()', () => {
  const REGIONAL =
    '<TextArea name="note" toName="text" perRegion="true" whenLabelValue="PER,ORG"/>';

  const rows: readonly (readonly [string, AnnotationParts, boolean])[] = [
    ['no region is selected', UNSELECTED, false],
    ['one region with the label is selected', PER, true],
    ['two regions are selected', TWO, false],
    ['the region has another label', withRegion({labels: ['MISC']}), false],
    ['the region has no label', withRegion({labels: []}), false],
    ['the region is of another object', withRegion({object: 'other'}), false],
  ];
  for (const [title, parts, expected] of rows) {
    it(`${expected ? 'shows' : 'hides'} a per-region control when ${title}`, () => {
      const config = setup(REGIONAL);
      const note = config.byName.get('note')!;
      expect(isControlShown(config, annotationState(parts), note)).to.equal(
        expected,
      );
    });
  }

  it('shows a control of the whole object whatever is selected', () => {
    const config = setup('<Rating name="stars" toName="text"/>');
    const stars = config.byName.get('stars')!;
    for (const parts of [UNSELECTED, PER, TWO]) {
      expect(isControlShown(config, annotationState(parts), stars)).to.equal(
        true,
      );
    }
  });

  it('hides a control in a hidden view', () => {
    const config = setup(
      `<View visibleWhen="choice-selected">${REGIONAL}</View>`,
    );
    const note = config.byName.get('note')!;
    expect(isControlShown(config, annotationState(PER), note)).to.equal(false);
  });
});

describe('isControlShownFor()', () => {
  it('takes the region for the selected one', () => {
    const config = setup(
      `<View visibleWhen="region-selected" whenLabelValue="PER">
        <Rating name="stars" toName="text" perRegion="true"/></View>`,
    );
    const stars = config.byName.get('stars')!;
    const annotation = annotationState({
      regions: [
        textRegion({id: 'p', labels: ['PER']}),
        textRegion({id: 'o', labels: ['ORG']}),
      ],
    });
    const [shard] = annotation.regions.shards;
    expect(
      shard!.places.map((region) =>
        isControlShownFor(config, annotation, stars, region!),
      ),
    ).to.deep.equal([true, false]);
  });

  it('is never true of a classification', () => {
    const config = setup(
      '<Rating name="stars" toName="text" perRegion="true"/>',
    );
    const annotation = annotationState(GOOD);
    const region = annotation.regions.shards[0]!.places[0]!;
    const stars = config.byName.get('stars')!;
    expect(isControlShownFor(config, annotation, stars, region)).to.equal(
      false,
    );
  });
});

describe('hasVisibilityRule()', () => {
  it('tells what may come and go from what stays', () => {
    const config = setup(
      `<Rating name="always" toName="text"/>
      <Rating name="regional2" toName="text" perRegion="true"/>
      <View whenChoiceValue="Good"><Rating name="inside" toName="text"/></View>`,
    );
    const names = ['always', 'regional2', 'inside', 'text'];
    expect(
      names.filter((name) => hasVisibilityRule(config.byName.get(name)!)),
    ).to.deep.equal(['regional2', 'inside']);
  });
});
