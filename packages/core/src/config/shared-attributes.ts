import {choice, flag, number, range, text} from './attribute-spec.js';

/** Attributes that make a tag appear and disappear. */
export const VISIBILITY_ATTRIBUTES = {
  visiblewhen: text(),
  whentagname: text(),
  whenlabelvalue: text(),
  whenchoicevalue: text(),
} as const;

/** Attributes of every classification control. */
export const CLASSIFICATION_ATTRIBUTES = {
  toname: text(),
  required: flag(false),
  requiredmessage: text(),
  perregion: flag(false),
  peritem: flag(false),
  whenlabelvalue: text(),
  displaymode: choice('tag', 'tag', 'region-list'),
  readonly: flag(false),
} as const;

/** Attributes of every labels control. */
export const LABELS_ATTRIBUTES = {
  toname: text(),
  choice: choice('single', 'single', 'multiple'),
  maxusages: number(),
  showinline: flag(true),
  allowempty: flag(false),
  value: text(),
  opacity: range(0.2),
  fillcolor: text('#f48a42'),
  strokecolor: text('#f48a42'),
  strokewidth: number(1),
  fillopacity: range(),
  groupdepth: text(),
} as const;

/** Attributes of every control that draws on images. */
export const DRAWING_ATTRIBUTES = {
  toname: text(),
  opacity: range(0.2),
  fillcolor: text('#f48a42'),
  strokecolor: text('#f48a42'),
  strokewidth: number(1),
  fillopacity: range(),
  smart: flag(false),
  smartonly: flag(false),
} as const;
