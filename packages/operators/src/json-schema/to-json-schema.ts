import type {BaseParameter} from '../parameters/base-parameter.js';
import {canonicalText} from '../parameters/canonical-text.js';
import {toPointer} from '../parameters/parameter-issue.js';
import type {ParameterIssue} from '../parameters/parameter-issue.js';
import type {
  ChoiceEntry,
  ChoiceView,
  ParameterView,
} from '../parameters/parameter-view.js';
import {readParameter} from '../parameters/read-parameter.js';

import {schemaToDefinition} from './from-json-schema.js';
import {EXTENSION_KEY, JSON_SCHEMA_DIALECT, ORDER_KEY} from './json-schema.js';
import type {JsonSchema} from './json-schema.js';
import {
  COLOR_PATTERN,
  FORMAT_TYPES,
  SCHEMA_FORMATS,
  wordsOf,
} from './schema-words.js';

/** A schema, and what it cannot say to others. */
export interface JsonSchemaExport {
  /** Of an object: the values. */
  readonly schema: JsonSchema;
  /**
   * What other readers of the schema do not learn, by parameter. `fromJsonSchema`
   * does: it is kept under `x-parameter`.
   */
  readonly issues: readonly ParameterIssue[];
}

type View = Readonly<Record<string, unknown>>;

/**
 * Returns the JSON Schema (2020-12) of the values of parameters.
 *
 * What JSON Schema has no word for (conditions, units, labels, …) stands under
 * the key `x-parameter`, so that nothing is lost on the way back, and is
 * reported. A parameter with a condition is not required there: whether it
 * is depends on other values.
 */
export function toJsonSchema(
  parameters: readonly BaseParameter[],
): JsonSchemaExport {
  const issues: ParameterIssue[] = [];
  const views = parameters.map((parameter) => parameter.toView());
  return {
    schema: {$schema: JSON_SCHEMA_DIALECT, ...groupSchema(views, '', issues)},
    issues,
  };
}

function groupSchema(
  views: readonly View[],
  place: string,
  issues: ParameterIssue[],
): JsonSchema {
  const properties = views.map((view) => {
    const name = String(view.name);
    return [name, viewSchema(view, place + toPointer(name), issues)] as const;
  });
  const schemas = Object.fromEntries(properties);
  const names = views.map(({name}) => String(name));
  const isOrdered = Object.keys(schemas).every(
    (name, index) => name === names[index],
  );
  return {
    type: 'object',
    properties: schemas,
    ...(!isOrdered && {[ORDER_KEY]: names}),
    required: views.filter(isAlwaysRequired).map(({name}) => name),
    additionalProperties: false,
  };
}

function viewSchema(
  view: View,
  place: string,
  issues: ParameterIssue[],
): JsonSchema {
  const schema = {
    ...(view.title !== undefined && {title: view.title}),
    ...(view.description !== '' && {description: view.description}),
    ...(view.default !== null && {default: view.default}),
    ...typeSchema(view, place, issues),
  };
  const kept = lostKeys(view, schema);
  const keys = Object.keys(kept);
  if (keys.length === 0) return schema;
  const message = `JSON Schema has no word for ${keys.join(', ')}.`;
  issues.push({code: 'parameter/schema', path: place, message});
  return {...schema, [EXTENSION_KEY]: kept};
}

/** Returns the keys that would not come back. */
function lostKeys(view: View, schema: JsonSchema): View {
  const definition = schemaToDefinition(String(view.name), schema, {
    required: isAlwaysRequired(view),
  });
  const read = readParameter(definition);
  const back: View = read.ok ? read.value.toView() : {};
  const isOther = view.param_type !== back.param_type;
  const names = new Set([...Object.keys(view), ...Object.keys(back)]);
  const lost = [...names].filter(
    (key) =>
      canonicalText(entryOf(view, key)) !== canonicalText(entryOf(back, key)) &&
      (!isOther || Object.hasOwn(view, key)),
  );
  return Object.fromEntries(lost.map((key) => [key, view[key] ?? null]));
}

function entryOf(view: View, key: string): readonly unknown[] {
  return Object.hasOwn(view, key) ? [view[key]] : [];
}

function typeSchema(
  view: View,
  place: string,
  issues: ParameterIssue[],
): JsonSchema {
  const type = typeof view.param_type === 'string' ? view.param_type : 'str';
  const nested = (one: View): JsonSchema =>
    viewSchema(one, place + toPointer(String(one.name)), issues);
  switch (type) {
    case 'str':
      return {type: 'string', ...textSchema(view), ...choiceSchema(view)};
    case 'int':
      return {type: 'integer', ...words(view), ...choiceSchema(view)};
    case 'float':
      return {type: 'number', ...words(view), ...choiceSchema(view)};
    case 'bool':
      return {type: 'boolean'};
    case 'date':
    case 'time':
    case 'datetime':
      return {type: 'string', format: FORMAT_TYPES[type]};
    case 'color':
      return {type: 'string', pattern: COLOR_PATTERN};
    case 'range':
      return {type: 'array', ...rangeItems(view), minItems: 2, maxItems: 2};
    case 'list':
      return {
        type: 'array',
        ...words(view),
        items: nested({name: 'item', ...(view.item as View)}),
      };
    case 'object':
      return groupSchema(view.properties as readonly View[], place, issues);
    case 'one_of':
      return variantsSchema(view, place, issues);
    case 'table':
      return {
        type: 'array',
        ...words(view),
        items: groupSchema(view.columns as readonly View[], place, issues),
      };
    case 'label':
    case 'region':
      return view.multiple === true
        ? {type: 'array', items: {type: 'string'}}
        : {type: 'string'};
    default:
      return {};
  }
}

function textSchema(view: View): JsonSchema {
  const format = SCHEMA_FORMATS[String(view.format)];
  return {
    ...words(view),
    ...(typeof view.pattern === 'string' && {pattern: `^(?:${view.pattern})$`}),
    ...(format !== undefined && {format}),
    ...(view.secret === true && {writeOnly: true}),
    ...(view.suggestions !== undefined && {examples: view.suggestions}),
  };
}

function words(view: View): JsonSchema {
  const pairs = Object.entries(wordsOf(String(view.param_type)));
  return Object.fromEntries(
    pairs
      .filter(([key]) => view[key] !== undefined)
      .map(([key, word]) => [word, view[key]]),
  );
}

/** Plain values are an `enum`; with titles each is a `const`. */
function choiceSchema({
  choices,
  allow_other: isOpen,
  options,
}: View): JsonSchema {
  if (!Array.isArray(choices) || isOpen === true || options === 'async') {
    return {};
  }
  const entries = choices as readonly ChoiceEntry[];
  if (entries.every((entry) => typeof entry !== 'object')) {
    return {enum: entries};
  }
  return {
    oneOf: entries.map((entry) => {
      const choice: ChoiceView =
        typeof entry === 'object' ? entry : {value: entry};
      const {value, title, description} = choice;
      return {
        const: value,
        ...(title !== undefined && {title}),
        ...(description !== undefined && {description}),
      };
    }),
  };
}

function rangeItems({min, max}: View): JsonSchema {
  return {
    items: {
      type: 'number',
      ...(min !== undefined && {minimum: min}),
      ...(max !== undefined && {maximum: max}),
    },
  };
}

function variantsSchema(
  view: View,
  place: string,
  issues: ParameterIssue[],
): JsonSchema {
  const variants = view.variants as readonly View[];
  return {
    type: 'object',
    oneOf: variants.map((variant) => {
      const at = place + toPointer(String(variant.name));
      const group = groupSchema(
        variant.properties as readonly ParameterView[],
        at,
        issues,
      );
      return {
        ...(variant.title !== undefined && {title: variant.title}),
        ...(variant.description !== undefined && {
          description: variant.description,
        }),
        ...group,
        properties: {
          variant: {const: variant.name},
          ...(group.properties as object),
        },
        required: ['variant', ...(group.required as readonly string[])],
      };
    }),
  };
}

function isAlwaysRequired(view: View): boolean {
  return (
    view.required === true &&
    view.visible_when === undefined &&
    view.enabled_when === undefined
  );
}
