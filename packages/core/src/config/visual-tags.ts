import {choice, flag, number, text} from './attribute-spec.js';
import {VISIBILITY_ATTRIBUTES} from './shared-attributes.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';

const VIEW_ATTRIBUTES = {
  ...VISIBILITY_ATTRIBUTES,
  display: text('block'),
  style: text(),
  classname: text(),
  idattr: text(),
};

/** Tags that show or arrange and make no results. */
export const VISUAL_TAGS: readonly TagDefinition[] = [
  defineTag('View', {
    role: 'visual',
    nameRule: 'forbidden',
    attributes: VIEW_ATTRIBUTES,
  }),
  defineTag('Header', {
    role: 'visual',
    nameRule: 'forbidden',
    attributes: {
      value: text(),
      size: number(4),
      style: text(),
      underline: flag(false),
    },
  }),
  defineTag('Style', {
    role: 'visual',
    nameRule: 'forbidden',
    attributes: {value: text()},
  }),
  defineTag('Collapse', {
    role: 'visual',
    nameRule: 'forbidden',
    itemType: 'panel',
    attributes: {
      value: text(),
      accordion: flag(true),
      bordered: flag(false),
      open: flag(false),
    },
  }),
  defineTag('Panel', {
    role: 'visual',
    parents: ['collapse'],
    attributes: {value: text(), open: flag(false)},
  }),
  defineTag('Filter', {
    role: 'visual',
    nameRule: 'optional',
    attributes: {
      toname: text(),
      placeholder: text('Quick Filter'),
      minlength: number(3),
      style: text(),
      hotkey: text(),
      casesensetive: flag(false),
      cleanup: flag(true),
    },
  }),
  defineTag('Markdown', {
    role: 'visual',
    attributes: {...VIEW_ATTRIBUTES, value: text()},
  }),
  defineTag('Dialog', {
    role: 'visual',
    nameRule: 'optional',
    attributes: {value: text()},
  }),
  defineTag('Repeater', {
    role: 'visual',
    attributes: {
      on: text(),
      indexflag: text('{{idx}}'),
      mode: choice('list', 'list', 'pagination'),
    },
  }),
  defineTag('PagedView', {role: 'visual', attributes: VIEW_ATTRIBUTES}),
];
