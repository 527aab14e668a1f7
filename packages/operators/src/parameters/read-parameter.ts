import type {Parsed} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import {isRecord, ownValue} from './own-value.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import {PARAMETER_READERS} from './parameter-readers.js';
import {UnknownParameter} from './unknown-parameter.js';
import {optionName, wireFault} from './wire-keys.js';
import type {WireKeys} from './wire-keys.js';

/** What a {@link ParameterReader} gets: a parameter's JSON, taken apart. */
export interface ParameterSource {
  /**
   * What the class takes, without what nested parameters are read from. Keys
   * of the wrong type are left out; the default is not checked yet.
   */
  readonly options: ParameterOptions<unknown>;
  /** The JSON as it came. */
  readonly view: Readonly<Record<string, unknown>>;
  /**
   * Reads a nested parameter.
   *
   * @throws {@link ParameterDefinitionError} when it cannot be read.
   */
  readonly readOne: (view: unknown, where: string) => BaseParameter;
  /**
   * Reads a list of nested parameters.
   *
   * @throws {@link ParameterDefinitionError} when one cannot be read.
   */
  readonly readMany: (
    views: unknown,
    where: string,
  ) => readonly BaseParameter[];
}

/** Makes parameters of one type. */
export interface ParameterReader {
  /** The keys on the wire that {@link read} gets as options. */
  readonly keys: WireKeys;
  /** Further keys that it reads itself, and that are no extensions. */
  readonly nestedKeys?: readonly string[];
  /**
   * Makes a parameter.
   *
   * @throws {@link ParameterDefinitionError} when the source does not fit.
   */
  read(source: ParameterSource): BaseParameter;
}

/** Readers by `param_type`. */
export type ParameterReaders = ReadonlyMap<string, ParameterReader>;

const BASE_KEYS = [
  'name',
  'description',
  'default',
  'required',
  'param_type',
  'columns',
];
const MAX_DEPTH = 16;

/**
 * Reads a parameter from its wire JSON.
 *
 * Lenient where a form is still possible: a missing `required` is `true`, an
 * unknown type becomes an {@link UnknownParameter}, a default that does not fit
 * and a key that is not of its type (or a pattern that cannot be run safely) are
 * left out; all of it with warnings. Keys that are not known are kept in
 * `extensions`.
 *
 * @param view - one element of a server's list of parameters.
 * @param readers - further types can be added to the built-in ones.
 */
export function readParameter(
  view: unknown,
  readers: ParameterReaders = PARAMETER_READERS,
): Parsed<BaseParameter, ParameterIssue> {
  const warnings: ParameterIssue[] = [];
  try {
    const reading = {readers, warnings, depth: 0, place: ''};
    return {ok: true, value: readView(view, reading), warnings};
  } catch (error) {
    if (!(error instanceof ParameterDefinitionError)) throw error;
    const {parameterName: name} = error;
    return {ok: false, issues: [issueAt(toPointer(name), error.reason)]};
  }
}

interface Reading {
  readonly readers: ParameterReaders;
  readonly warnings: ParameterIssue[];
  readonly depth: number;
  /** JSON pointer of what it stands in. */
  readonly place: string;
}

function readView(view: unknown, reading: Reading): BaseParameter {
  if (!isRecord(view) || typeof view.name !== 'string' || view.name === '') {
    const reason = 'A parameter must be an object with a name.';
    throw new ParameterDefinitionError('', reason);
  }
  const {name, param_type: type} = view;
  if (reading.depth > MAX_DEPTH) {
    throw new ParameterDefinitionError(name, 'It is nested too deep.');
  }
  const place = reading.place + toPointer(name);
  const typeName = typeof type === 'string' ? type : 'str';
  const known = reading.readers.get(typeName);
  if (!known) {
    const names = [...reading.readers.keys()].join(', ');
    const message = `Type '${typeName}' is not known. Use one of ${names}.`;
    reading.warnings.push(issueAt(place, message));
  }
  const reader = known ?? unknownReader(typeName);
  const inner = {...reading, place, depth: reading.depth + 1};
  return build(reader, toSource(view, reader, inner), inner);
}

/** A default that does not fit is no reason to have no form. */
function build(
  reader: ParameterReader,
  source: ParameterSource,
  {warnings, place}: Reading,
): BaseParameter {
  const before = warnings.length;
  try {
    return reader.read(source);
  } catch (error) {
    const isDeclared = error instanceof ParameterDefinitionError;
    if (source.options.default === null || !isDeclared) throw error;
    warnings.length = before;
    const options = {...source.options, default: null};
    const parameter = reader.read({...source, options});
    warnings.push(issueAt(place, error.reason));
    return parameter;
  }
}

function toSource(
  view: Readonly<Record<string, unknown>>,
  reader: ParameterReader,
  reading: Reading,
): ParameterSource {
  const {description, default: initial, required} = view;
  const names = [...BASE_KEYS, ...(reader.nestedKeys ?? [])];
  const isOwn = (key: string): boolean =>
    names.includes(key) || Object.hasOwn(reader.keys, key);
  const readOne = (item: unknown, where: string): BaseParameter =>
    readView(item, {...reading, place: reading.place + where});
  return {
    view,
    readOne,
    readMany: (items, where) =>
      (Array.isArray(items) ? (items as readonly unknown[]) : []).map((item) =>
        readOne(item, where),
      ),
    options: {
      ...readKeys(view, reader.keys, reading),
      name: String(view.name),
      description: typeof description === 'string' ? description : '',
      default: initial ?? null,
      required: required !== false,
      extensions: Object.fromEntries(
        Object.entries(view).filter(([key]) => !isOwn(key)),
      ),
    },
  };
}

function readKeys(
  view: Readonly<Record<string, unknown>>,
  keys: WireKeys,
  {warnings, place}: Reading,
): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(keys)) {
    const value = ownValue(view, key) ?? undefined;
    const fault = value === undefined ? '' : wireFault(value, kind);
    if (fault !== '') {
      warnings.push(issueAt(place + toPointer(key), `It must be ${fault}`));
    } else if (value !== undefined) read[optionName(key)] = value;
  }
  return read;
}

function unknownReader(paramType: string): ParameterReader {
  return {
    keys: BaseParameter.keys,
    read: ({options}) => new UnknownParameter({...options, paramType}),
  };
}

function issueAt(path: string, message: string): ParameterIssue {
  return {code: 'parameter/definition', path, message};
}
