import type {Parsed} from '@ls-annotation/core';

import {toMessage} from '../errors.js';

import {BoolParameter} from './bool-parameter.js';
import {FloatParameter} from './float-parameter.js';
import {IntParameter} from './int-parameter.js';
import {toPointer} from './parameter-issue.js';
import {StringParameter} from './string-parameter.js';
import {TableParameter} from './table-parameter.js';
import {UnknownParameter} from './unknown-parameter.js';

import type {BaseParameter, ParameterOptions} from './base-parameter.js';
import type {NumberParameterOptions} from './number-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {TableRow} from './table-parameter.js';

/** What a {@link ParameterReader} gets: a parameter's JSON, taken apart. */
export interface ParameterSource {
  /** Options that every parameter takes; the default is not checked yet. */
  readonly options: ParameterOptions<unknown>;
  /** The JSON as it came. */
  readonly view: Readonly<Record<string, unknown>>;
  /** Columns of a table; empty for everything else. */
  readonly columns: readonly BaseParameter[];
}

/**
 * Makes a parameter of one type.
 *
 * @throws {@link ParameterDefinitionError} when the source does not fit.
 */
export type ParameterReader = (source: ParameterSource) => BaseParameter;

/** Readers by `param_type`. */
export const PARAMETER_READERS: ReadonlyMap<string, ParameterReader> = new Map<
  string,
  ParameterReader
>([
  [
    'str',
    ({options}) => new StringParameter(options as ParameterOptions<string>),
  ],
  ['int', (source) => new IntParameter(readNumberOptions(source))],
  ['float', (source) => new FloatParameter(readNumberOptions(source))],
  [
    'bool',
    ({options}) => new BoolParameter(options as ParameterOptions<boolean>),
  ],
  ['table', readTable],
]);

const KNOWN_KEYS = new Set([
  'name',
  'description',
  'default',
  'required',
  'param_type',
  'columns',
  'title',
]);

const NUMBER_KEYS = new Set(['min', 'max']);

/**
 * Reads a parameter from its wire JSON.
 *
 * Lenient where a form is still possible: a missing `required` is `true`, an
 * unknown type becomes an {@link UnknownParameter}, a default that does not
 * fit is left out; the last two are warnings. Keys that are not known are kept
 * in `extensions`.
 *
 * @param view - one element of a server's list of parameters.
 * @param readers - further types can be added to the built-in ones.
 */
export function readParameter(
  view: unknown,
  readers: ReadonlyMap<string, ParameterReader> = PARAMETER_READERS,
): Parsed<BaseParameter, ParameterIssue> {
  if (!isRecord(view) || typeof view.name !== 'string' || view.name === '') {
    return refuse('', 'A parameter must be an object with a name.');
  }
  const type = readType(view.param_type);
  const reader = readers.get(type) ?? unknownReader(view.param_type);
  const warnings: ParameterIssue[] = [];
  if (!readers.has(type)) {
    const known = [...readers.keys()].join(', ');
    const message = `Type '${type}' is not known. Use one of ${known}.`;
    warnings.push(warning(view.name, message));
  }
  const columns = readColumns(view.columns, readers);
  if (!columns.ok) return columns;
  warnings.push(...columns.warnings);
  const source = {view, columns: columns.value, options: readOptions(view)};
  return build(reader, source, warnings);
}

function build(
  reader: ParameterReader,
  source: ParameterSource,
  warnings: readonly ParameterIssue[],
): Parsed<BaseParameter, ParameterIssue> {
  const {name} = source.options;
  try {
    return {ok: true, value: reader(source), warnings};
  } catch (error) {
    const options = {...source.options, default: null};
    if (source.options.default === null) return refuse(name, toMessage(error));
    const retry = build(reader, {...source, options}, warnings);
    if (!retry.ok) return retry;
    const dropped = warning(name, toMessage(error));
    return {...retry, warnings: [...warnings, dropped]};
  }
}

function readOptions(
  view: Readonly<Record<string, unknown>>,
): ParameterOptions<unknown> {
  const numeric = view.param_type === 'int' || view.param_type === 'float';
  return {
    name: String(view.name),
    description: typeof view.description === 'string' ? view.description : '',
    ...(typeof view.title === 'string' && {title: view.title}),
    default: view.default ?? null,
    required: view.required !== false,
    extensions: Object.fromEntries(
      Object.entries(view).filter(
        ([key]) => !KNOWN_KEYS.has(key) && !(numeric && NUMBER_KEYS.has(key)),
      ),
    ),
  };
}

function readNumberOptions({
  options,
  view,
}: ParameterSource): NumberParameterOptions {
  return {
    ...(options as ParameterOptions<number>),
    ...(typeof view.min === 'number' && {min: view.min}),
    ...(typeof view.max === 'number' && {max: view.max}),
  };
}

function readTable({options, columns}: ParameterSource): TableParameter {
  const rest = options as ParameterOptions<readonly TableRow[]>;
  return new TableParameter({...rest, columns});
}

function readColumns(
  columns: unknown,
  readers: ReadonlyMap<string, ParameterReader>,
): Parsed<readonly BaseParameter[], ParameterIssue> {
  const list = Array.isArray(columns) ? (columns as readonly unknown[]) : [];
  const value: BaseParameter[] = [];
  const warnings: ParameterIssue[] = [];
  for (const column of list) {
    const read = readParameter(column, readers);
    if (!read.ok) return read;
    value.push(read.value);
    warnings.push(...read.warnings);
  }
  return {ok: true, value, warnings};
}

function unknownReader(paramType: unknown): ParameterReader {
  const written = typeof paramType === 'string' ? paramType : null;
  return ({options}) => new UnknownParameter({...options, paramType: written});
}

function readType(paramType: unknown): string {
  return typeof paramType === 'string' ? paramType : 'str';
}

function refuse(name: string, message: string): Parsed<never, ParameterIssue> {
  return {ok: false, issues: [warning(name, message)]};
}

function warning(name: string, message: string): ParameterIssue {
  return {code: 'parameter/definition', path: toPointer(name), message};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
