import {ParameterDefinitionError} from '../errors.js';

import type {BaseParameter, ParameterOptions} from './base-parameter.js';
import {BoolParameter} from './bool-parameter.js';
import {ColorParameter} from './color-parameter.js';
import {DateParameter} from './date-parameter.js';
import {DateTimeParameter} from './date-time-parameter.js';
import {FileParameter} from './file-parameter.js';
import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {LabelParameter} from './label-parameter.js';
import {ITEM_NAME, ListParameter} from './list-parameter.js';
import {NoticeParameter} from './notice-parameter.js';
import {ObjectParameter} from './object-parameter.js';
import {OneOfParameter} from './one-of-parameter.js';
import type {Variant, VariantValue} from './one-of-parameter.js';
import {isRecord} from './own-value.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterValues} from './parameter-values.js';
import {RangeParameter} from './range-parameter.js';
import type {
  ParameterReader,
  ParameterReaders,
  ParameterSource,
} from './read-parameter.js';
import {RegionParameter} from './region-parameter.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import type {TableRow} from './table-parameter.js';
import {TimeParameter} from './time-parameter.js';
import type {WireKeys} from './wire-keys.js';

/** A class of which the JSON says all that it takes. */
interface SimpleClass {
  readonly keys: WireKeys;
  new (options: never): BaseParameter;
}

/** The readers of the built-in types, by `param_type`. */
export const PARAMETER_READERS: ParameterReaders = new Map<
  string,
  ParameterReader
>([
  ['str', simple(StringParameter)],
  ['int', simple(IntParameter)],
  ['float', simple(FloatParameter)],
  ['bool', simple(BoolParameter)],
  ['table', {keys: TableParameter.keys, read: readTable}],
  ['date', simple(DateParameter)],
  ['time', simple(TimeParameter)],
  ['datetime', simple(DateTimeParameter)],
  ['color', simple(ColorParameter)],
  ['range', simple(RangeParameter)],
  ['list', {keys: ListParameter.keys, nestedKeys: ['item'], read: readList}],
  [
    'object',
    {keys: ObjectParameter.keys, nestedKeys: ['properties'], read: readObject},
  ],
  [
    'one_of',
    {keys: OneOfParameter.keys, nestedKeys: ['variants'], read: readOneOf},
  ],
  ['file', simple(FileParameter)],
  ['label', simple(LabelParameter)],
  ['region', simple(RegionParameter)],
  ['notice', simple(NoticeParameter)],
]);

function simple(parameterClass: SimpleClass): ParameterReader {
  return {
    keys: parameterClass.keys,
    read: ({options}) => new parameterClass(options as never),
  };
}

function readTable({view, options, readMany}: ParameterSource): BaseParameter {
  const columns = readMany(view.columns, '');
  return new TableParameter({
    ...(options as ParameterOptions<readonly TableRow[]>),
    columns,
  });
}

function readList({view, options, readOne}: ParameterSource): BaseParameter {
  const item = isRecord(view.item)
    ? {name: ITEM_NAME, ...view.item}
    : {name: ITEM_NAME};
  return new ListParameter({
    ...(options as ParameterOptions<readonly unknown[]>),
    item: readOne(item, ''),
  });
}

function readObject({view, options, readMany}: ParameterSource): BaseParameter {
  const properties = readMany(view.properties, '');
  return new ObjectParameter({
    ...(options as ParameterOptions<ParameterValues>),
    properties,
  });
}

function readOneOf({view, options, readMany}: ParameterSource): BaseParameter {
  const list = Array.isArray(view.variants) ? view.variants : [];
  const variants = (list as readonly unknown[]).map((variant): Variant => {
    if (!isRecord(variant) || typeof variant.name !== 'string') {
      const reason = 'A variant must be an object with a name.';
      throw new ParameterDefinitionError(options.name, reason);
    }
    const {name, title, description, properties} = variant;
    return {
      name,
      ...(typeof title === 'string' && {title}),
      ...(typeof description === 'string' && {description}),
      properties: readMany(properties, toPointer(name)),
    };
  });
  return new OneOfParameter({
    ...(options as ParameterOptions<VariantValue>),
    variants,
  });
}
