import {flag, number, range, text} from './attribute-spec.js';
import type {AttributeSpecs} from './attribute-spec.js';
import {DRAWING_ATTRIBUTES} from './shared-attributes.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';

function drawing(
  tagName: string,
  attributes: AttributeSpecs,
  facts: Partial<TagDefinition> = {},
): TagDefinition {
  const type = tagName.toLowerCase();
  return defineTag(tagName, {
    role: 'control',
    nameRule: 'required',
    resultType: type,
    shape: type,
    appliesTo: ['image', 'pdf'],
    attributes: {...DRAWING_ATTRIBUTES, ...attributes},
    ...facts,
  });
}

const POINTS: AttributeSpecs = {
  strokewidth: number(2),
  pointsize: text('small'),
  pointstyle: text('circle'),
  snap: text('none'),
};

/** Controls that draw regions without labels of their own. */
export const DRAWING_TAGS: readonly TagDefinition[] = [
  drawing('Rectangle', {canrotate: flag(true), snap: text('none')}),
  drawing('Ellipse', {canrotate: flag(true)}),
  drawing('Polygon', POINTS),
  drawing('KeyPoint', {
    opacity: range(0.9),
    fillcolor: text('#8bad00'),
    strokecolor: text('#8bad00'),
    strokewidth: number(2),
    snap: text('none'),
  }),
  drawing('Brush', {strokewidth: number(15)}),
  drawing('Bitmask', {strokewidth: number(15)}),
  drawing(
    'MagicWand',
    {opacity: range(0.6), blurradius: number(5), defaultthreshold: number(15)},
    {shape: 'brush'},
  ),
  drawing('Vector', {
    ...POINTS,
    closable: flag(false),
    curves: flag(false),
    skeleton: flag(false),
    minpoints: number(),
    maxpoints: number(),
    pointsizeenabled: number(5),
    pointsizedisabled: number(3),
  }),
  drawing('VideoRectangle', {}, {appliesTo: ['video']}),
];
