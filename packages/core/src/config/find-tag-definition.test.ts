import {expect} from '@open-wc/testing';

import {valueKeyOf} from '../format/value-key.js';

import {TAG_DEFINITIONS, findTagDefinition} from './find-tag-definition.js';
import type {TagRole} from './tag-definition.js';

const BY_ROLE: Readonly<Record<Exclude<TagRole, 'unknown'>, string>> = {
  object:
    'Text HyperText Image Audio AudioPlus Video Paragraphs TimeSeries List ' +
    'Table Pdf Chat',
  control:
    'Labels HyperTextLabels ParagraphLabels TimeSeriesLabels TimelineLabels ' +
    'RectangleLabels EllipseLabels PolygonLabels KeyPointLabels BrushLabels ' +
    'BitmaskLabels VectorLabels Rectangle Ellipse Polygon KeyPoint Brush ' +
    'Bitmask MagicWand Vector VideoRectangle Choices Taxonomy TextArea ' +
    'Rating Number DateTime Pairwise Ranker Relations CustomInterface',
  item: 'Label Choice Relation Shortcut Bucket Channel MultiChannel',
  visual:
    'View Header Style Collapse Panel Filter Markdown Dialog Repeater ' +
    'PagedView',
};

const LABELING =
  'Labels HyperTextLabels ParagraphLabels TimeSeriesLabels TimelineLabels ' +
  'RectangleLabels EllipseLabels PolygonLabels KeyPointLabels BrushLabels ' +
  'BitmaskLabels VectorLabels';

const CLASSIFYING =
  'Choices Taxonomy TextArea Rating Number DateTime Pairwise Ranker ' +
  'CustomInterface';

const SHAPES: readonly (readonly [tag: string, shape: string])[] = [
  ['Labels', ''],
  ['HyperTextLabels', 'span'],
  ['ParagraphLabels', 'span'],
  ['TimeSeriesLabels', 'interval'],
  ['TimelineLabels', 'timeline'],
  ['Rectangle', 'rectangle'],
  ['RectangleLabels', 'rectangle'],
  ['Ellipse', 'ellipse'],
  ['EllipseLabels', 'ellipse'],
  ['Polygon', 'polygon'],
  ['PolygonLabels', 'polygon'],
  ['KeyPoint', 'keypoint'],
  ['KeyPointLabels', 'keypoint'],
  ['Brush', 'brush'],
  ['BrushLabels', 'brush'],
  ['MagicWand', 'brush'],
  ['Bitmask', 'bitmask'],
  ['Vector', 'vector'],
  ['VideoRectangle', 'videorectangle'],
  ['Choices', ''],
];

describe('findTagDefinition()', () => {
  for (const [role, names] of Object.entries(BY_ROLE)) {
    for (const tagName of names.split(' ')) {
      it(`knows ${tagName} as ${role}`, () => {
        const definition = findTagDefinition(tagName);
        expect(definition.role).to.equal(role);
        expect(definition.tagName).to.equal(tagName);
        expect(definition.type).to.equal(tagName.toLowerCase());
      });
    }
  }

  it('holds each tag once, and no other', () => {
    const names = Object.values(BY_ROLE).join(' ').split(' ');
    expect(TAG_DEFINITIONS.map(({tagName}) => tagName)).to.have.members(names);
    expect(new Set(TAG_DEFINITIONS.map(({type}) => type)).size).to.equal(
      TAG_DEFINITIONS.length,
    );
  });

  it('takes a name in whatever case', () => {
    expect(findTagDefinition('textarea')).to.equal(
      findTagDefinition('TextArea'),
    );
  });

  it('answers with the role unknown for any other tag', () => {
    const definition = findTagDefinition('MyTag');
    expect(definition).to.include({
      role: 'unknown',
      tagName: 'MyTag',
      type: 'mytag',
      nameRule: 'optional',
    });
    expect(findTagDefinition('toString').role).to.equal('unknown');
  });
});

describe('TAG_DEFINITIONS', () => {
  it('marks exactly the labels controls as labeling', () => {
    const labeling = TAG_DEFINITIONS.filter((tag) => tag.labeling);
    expect(labeling.map(({tagName}) => tagName)).to.have.members(
      LABELING.split(' '),
    );
    for (const tag of labeling) {
      expect(tag.itemType).to.equal('label');
      expect(tag.resultType).to.equal(tag.type);
      expect(tag.valueKey).to.equal(tag.type);
    }
  });

  it('marks exactly the classifying controls as such', () => {
    const names = TAG_DEFINITIONS.filter((tag) => tag.classification);
    expect(names.map(({tagName}) => tagName)).to.have.members(
      CLASSIFYING.split(' '),
    );
  });

  for (const [tagName, shape] of SHAPES) {
    it(`says that ${tagName} draws ${shape || 'nothing of its own'}`, () => {
      expect(findTagDefinition(tagName).shape).to.equal(shape);
    });
  }

  it('agrees with the format on where a result keeps its value', () => {
    for (const {resultType, valueKey, tagName} of TAG_DEFINITIONS) {
      if (resultType === '') continue;
      expect(valueKey, tagName).to.equal(valueKeyOf(resultType));
    }
  });

  it('names lower-case attributes, parents and objects only', () => {
    for (const {attributes, parents, appliesTo} of TAG_DEFINITIONS) {
      for (const name of [
        ...Object.keys(attributes),
        ...parents,
        ...appliesTo,
      ]) {
        expect(name).to.equal(name.toLowerCase());
      }
    }
  });

  it('refers to tags that exist', () => {
    for (const {parents, appliesTo, itemType} of TAG_DEFINITIONS) {
      for (const type of [...parents, ...appliesTo, itemType]) {
        if (type === '') continue;
        expect(findTagDefinition(type).role, type).not.to.equal('unknown');
      }
    }
  });

  it('requires a name of every object and control that makes results', () => {
    const nameless = TAG_DEFINITIONS.filter(
      ({role, nameRule}) =>
        (role === 'object' || role === 'control') && nameRule !== 'required',
    );
    expect(nameless.map(({tagName}) => tagName)).to.have.members([
      'HyperText',
      'Relations',
    ]);
  });
});
