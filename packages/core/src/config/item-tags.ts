import {choice, flag, number, text} from './attribute-spec.js';
import {CONTROL_TAGS} from './control-tags.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';

const LABELS_TYPES = CONTROL_TAGS.filter((tag) => tag.labeling).map(
  (tag) => tag.type,
);

/** Tags that are options of a control or parts of an object. */
export const ITEM_TAGS: readonly TagDefinition[] = [
  defineTag('Label', {
    role: 'item',
    parents: LABELS_TYPES,
    attributes: {
      value: text(),
      selected: flag(false),
      maxusages: number(),
      hint: text(),
      hotkey: text(),
      alias: text(),
      showalias: flag(false),
      aliasstyle: text('opacity: 0.6'),
      size: text('medium'),
      background: text('#36B37E'),
      selectedcolor: text('#ffffff'),
      granularity: choice('', '', 'symbol', 'word', 'sentence', 'paragraph'),
      html: text(),
      category: text(),
      groupcancontain: text(),
    },
  }),
  defineTag('Choice', {
    role: 'item',
    parents: ['choices', 'taxonomy', 'timeserieslabels'],
    itemType: 'choice',
    attributes: {
      value: text(),
      alias: text(),
      selected: flag(false),
      hotkey: text(),
      html: text(),
      hint: text(),
      style: text(),
      color: text(),
      readonly: flag(false),
    },
  }),
  defineTag('Relation', {
    role: 'item',
    parents: ['relations'],
    attributes: {value: text(), background: text('#fa541c')},
  }),
  defineTag('Shortcut', {
    role: 'item',
    parents: ['textarea'],
    attributes: {
      value: text(),
      alias: text(),
      hotkey: text(),
      background: text('#333333'),
    },
  }),
  defineTag('Bucket', {
    role: 'item',
    parents: ['ranker'],
    nameRule: 'local',
    attributes: {title: text(), default: flag(false)},
  }),
  defineTag('Channel', {
    role: 'item',
    parents: ['timeseries', 'multichannel'],
    attributes: {
      column: text(),
      legend: text(),
      units: text(),
      displayformat: text('.1f'),
      height: text('200'),
      strokecolor: text('#1f77b4'),
      strokewidth: number(1),
      markersize: number(0),
      markercolor: text('#1f77b4'),
      markersymbol: text('circle'),
      interpolation: text('curveStep'),
      timerange: text(),
      datarange: text(),
      showaxis: flag(true),
      showyaxis: flag(true),
      fixedscale: flag(),
    },
  }),
  defineTag('MultiChannel', {
    role: 'item',
    parents: ['timeseries'],
    itemType: 'channel',
    attributes: {
      height: text('200'),
      showaxis: flag(true),
      showyaxis: flag(true),
      fixedscale: flag(),
    },
  }),
];
