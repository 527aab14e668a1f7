import {CLASSIFICATION_TAGS} from './classification-tags.js';
import {DRAWING_TAGS} from './drawing-tags.js';
import {flag, number, range, text} from './attribute-spec.js';
import type {AttributeSpecs} from './attribute-spec.js';
import {LABELS_ATTRIBUTES} from './shared-attributes.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';

interface LabelsFacts {
  readonly appliesTo: readonly string[];
  readonly shape?: string;
  readonly attributes?: AttributeSpecs;
}

function labels(tagName: string, facts: LabelsFacts): TagDefinition {
  const type = tagName.toLowerCase();
  return defineTag(tagName, {
    role: 'control',
    nameRule: 'required',
    resultType: type,
    valueKey: type,
    labeling: true,
    itemType: 'label',
    appliesTo: facts.appliesTo,
    shape: facts.shape ?? '',
    attributes: {...LABELS_ATTRIBUTES, ...facts.attributes},
  });
}

const IMAGE = ['image', 'pdf'];
const SMART: AttributeSpecs = {smart: flag(false), smartonly: flag(false)};

/** Controls that put labels on regions. */
const LABELS_TAGS: readonly TagDefinition[] = [
  labels('Labels', {
    appliesTo: [
      'text',
      'hypertext',
      'image',
      'audio',
      'audioplus',
      'video',
      'paragraphs',
      'timeseries',
      'pdf',
      'chat',
    ],
    attributes: SMART,
  }),
  labels('HyperTextLabels', {
    appliesTo: ['hypertext'],
    shape: 'span',
    attributes: SMART,
  }),
  labels('ParagraphLabels', {appliesTo: ['paragraphs'], shape: 'span'}),
  labels('TimeSeriesLabels', {
    appliesTo: ['timeseries'],
    shape: 'interval',
    attributes: {opacity: range(0.9), fillcolor: text()},
  }),
  labels('TimelineLabels', {appliesTo: ['video'], shape: 'timeline'}),
  labels('RectangleLabels', {
    appliesTo: IMAGE,
    shape: 'rectangle',
    attributes: {...SMART, canrotate: flag(true), snap: text('none')},
  }),
  labels('EllipseLabels', {
    appliesTo: IMAGE,
    shape: 'ellipse',
    attributes: {...SMART, canrotate: flag(true)},
  }),
  labels('PolygonLabels', {
    appliesTo: IMAGE,
    shape: 'polygon',
    attributes: {
      ...SMART,
      strokewidth: number(2),
      pointsize: text('small'),
      pointstyle: text('circle'),
      snap: text('none'),
    },
  }),
  labels('KeyPointLabels', {
    appliesTo: IMAGE,
    shape: 'keypoint',
    attributes: {
      ...SMART,
      opacity: range(0.9),
      fillcolor: text('#8bad00'),
      strokecolor: text('#8bad00'),
      strokewidth: number(2),
      snap: text('none'),
    },
  }),
  labels('BrushLabels', {
    appliesTo: IMAGE,
    shape: 'brush',
    attributes: {...SMART, strokewidth: number(15)},
  }),
  labels('BitmaskLabels', {
    appliesTo: IMAGE,
    shape: 'bitmask',
    attributes: {...SMART, strokewidth: number(15)},
  }),
  labels('VectorLabels', {
    appliesTo: IMAGE,
    shape: 'vector',
    attributes: {
      ...SMART,
      closable: flag(false),
      curves: flag(false),
      skeleton: flag(false),
      minpoints: number(),
      maxpoints: number(),
      snap: text('none'),
    },
  }),
];

/** Tags that make results. */
export const CONTROL_TAGS: readonly TagDefinition[] = [
  ...LABELS_TAGS,
  ...DRAWING_TAGS,
  ...CLASSIFICATION_TAGS,
];
