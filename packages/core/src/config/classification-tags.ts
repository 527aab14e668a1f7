import {choice, flag, number, text} from './attribute-spec.js';
import type {AttributeSpecs} from './attribute-spec.js';
import {
  CLASSIFICATION_ATTRIBUTES,
  VISIBILITY_ATTRIBUTES,
} from './shared-attributes.js';
import {defineTag} from './tag-definition.js';
import type {TagDefinition} from './tag-definition.js';

function classification(
  tagName: string,
  attributes: AttributeSpecs,
  facts: Partial<TagDefinition> = {},
): TagDefinition {
  const type = tagName.toLowerCase();
  return defineTag(tagName, {
    role: 'control',
    nameRule: 'required',
    resultType: type,
    valueKey: type,
    classification: true,
    attributes: {...CLASSIFICATION_ATTRIBUTES, ...attributes},
    ...facts,
  });
}

/** Controls that speak of a whole object, region or item. */
export const CLASSIFICATION_TAGS: readonly TagDefinition[] = [
  classification(
    'Choices',
    {
      ...VISIBILITY_ATTRIBUTES,
      choice: choice('single', 'single', 'single-radio', 'multiple'),
      layout: choice('vertical', 'vertical', 'inline', 'select'),
      showinline: flag(),
      allownested: flag(false),
      value: text(),
    },
    {itemType: 'choice'},
  ),
  classification(
    'Taxonomy',
    {
      ...VISIBILITY_ATTRIBUTES,
      apiurl: text(),
      leafsonly: flag(false),
      showfullpath: flag(false),
      pathseparator: text(' / '),
      maxusages: number(),
      minwidth: text(),
      maxwidth: text(),
      dropdownwidth: text(),
      placeholder: text(),
      labeling: flag(false),
      legacy: flag(false),
      value: text(),
    },
    {itemType: 'choice'},
  ),
  classification(
    'TextArea',
    {
      ...VISIBILITY_ATTRIBUTES,
      value: text(),
      rows: number(1),
      placeholder: text(),
      label: text(),
      maxsubmissions: number(),
      editable: flag(false),
      transcription: flag(false),
      showsubmitbutton: flag(),
      allowsubmit: flag(true),
      skipduplicates: flag(false),
      smart: flag(false),
    },
    {valueKey: 'text', itemType: 'shortcut'},
  ),
  classification('Rating', {
    maxrating: number(5),
    icon: text('star'),
    size: text('medium'),
    defaultvalue: number(0),
    hotkey: text(),
  }),
  classification('Number', {
    min: number(),
    max: number(),
    step: number(),
    defaultvalue: number(),
    slider: flag(false),
    hotkey: text(),
  }),
  classification('DateTime', {
    only: text(),
    format: text(),
    min: text(),
    max: text(),
    step: text(),
    defaultvalue: text(),
    hotkey: text(),
  }),
  classification(
    'Pairwise',
    {selectionstyle: text(), leftclass: text(), rightclass: text()},
    {valueKey: 'selected'},
  ),
  classification(
    'Ranker',
    {collapsible: flag(true)},
    {appliesTo: ['list'], itemType: 'bucket'},
  ),
  defineTag('Relations', {
    role: 'control',
    nameRule: 'optional',
    itemType: 'relation',
    attributes: {choice: choice('multiple', 'single', 'multiple')},
  }),
  classification(
    'CustomInterface',
    {...VISIBILITY_ATTRIBUTES, src: text(), data: text()},
    {valueKey: 'custom'},
  ),
];
