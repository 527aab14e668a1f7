import type {
  ConditionOperand,
  ConditionView,
  ParameterCondition,
} from './condition-view.js';
import {isRecord} from './own-value.js';
import {SafePattern} from './pattern/safe-pattern.js';

/** Answers the value that a condition asks for; `undefined` for unset. */
export type ConditionLookup = (parameter: string) => unknown;

type Operator = Exclude<keyof ParameterCondition, 'parameter'>;

const MAX_DEPTH = 20;
const PATTERNS = new Map<string, SafePattern | string>();
const MAX_PATTERNS = 200;

const TESTS: Readonly<
  Record<Operator, (value: unknown, operand: never) => boolean>
> = {
  equals: (value, operand: ConditionOperand) => isSame(value, operand),
  not_equals: (value, operand: ConditionOperand) => !isSame(value, operand),
  in: (value, operands: readonly ConditionOperand[]) =>
    operands.some((operand) =>
      Array.isArray(value)
        ? value.some((one) => isSame(one, operand))
        : isSame(value, operand),
    ),
  is_set: (value, operand: boolean) => isSet(value) === operand,
  gt: (value, operand: number | string) =>
    compare(value, operand, (a) => a > 0),
  gte: (value, operand: number | string) =>
    compare(value, operand, (a) => a >= 0),
  lt: (value, operand: number | string) =>
    compare(value, operand, (a) => a < 0),
  lte: (value, operand: number | string) =>
    compare(value, operand, (a) => a <= 0),
  matches: (value, source: string) => {
    const pattern = patternOf(source);
    return (
      typeof value === 'string' &&
      typeof pattern !== 'string' &&
      pattern.finds(value)
    );
  },
};

/** Tells whether a condition holds. */
export function evaluateCondition(
  condition: ConditionView,
  lookup: ConditionLookup,
): boolean {
  if ('all' in condition) {
    return condition.all.every((one) => evaluateCondition(one, lookup));
  }
  if ('any' in condition) {
    return condition.any.some((one) => evaluateCondition(one, lookup));
  }
  if ('not' in condition) return !evaluateCondition(condition.not, lookup);
  const value = lookup(condition.parameter);
  const operators = operatorsOf(condition);
  if (operators.length === 0) return isSet(value);
  return operators.every((operator) =>
    TESTS[operator](value, condition[operator] as never),
  );
}

/** Returns the parameters a condition asks for, as they are written. */
export function conditionParameters(
  condition: ConditionView,
): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(conditionParameters);
  if ('any' in condition) return condition.any.flatMap(conditionParameters);
  if ('not' in condition) return conditionParameters(condition.not);
  return [condition.parameter];
}

/** Returns what is wrong with the JSON of a condition; `''` for nothing. */
export function conditionFault(condition: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return 'It is too deep.';
  if (!isRecord(condition)) return 'It must be an object.';
  const {all, any, not, parameter} = condition;
  const parts = all ?? any ?? (not === undefined ? undefined : [not]);
  if (parts === undefined) {
    if (typeof parameter === 'string') return operandFault(condition);
    return 'It needs one of parameter, all, any, not.';
  }
  if (Object.keys(condition).length !== 1) {
    return 'all, any and not stand alone.';
  }
  if (!Array.isArray(parts)) return 'all and any need a list.';
  const faults = parts.map((part) => conditionFault(part, depth + 1));
  return faults.find((fault) => fault !== '') ?? '';
}

/** Tells whether a value is one: blank text and empty lists are none. */
export function isSet(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

function operandFault(condition: Readonly<Record<string, unknown>>): string {
  for (const [key, operand] of Object.entries(condition)) {
    if (key === 'parameter') continue;
    if (!Object.hasOwn(TESTS, key)) return `"${key}" is not known.`;
    const fault = faultOf(key as Operator, operand);
    if (fault !== '') return `"${key}" needs ${fault}`;
  }
  return '';
}

function faultOf(operator: Operator, operand: unknown): string {
  switch (operator) {
    case 'equals':
    case 'not_equals':
      return isOperand(operand) ? '' : 'a value.';
    case 'in':
      return Array.isArray(operand) && operand.every(isOperand)
        ? ''
        : 'a list of values.';
    case 'is_set':
      return typeof operand === 'boolean' ? '' : 'true or false.';
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ['number', 'string'].includes(typeof operand)
        ? ''
        : 'a number or a text.';
    case 'matches':
      if (typeof operand !== 'string') return 'a regular expression.';
      return patternFault(patternOf(operand));
  }
}

function patternFault(pattern: SafePattern | string): string {
  return typeof pattern === 'string'
    ? `a regular expression that can be run safely. ${pattern}`
    : '';
}

function operatorsOf(condition: ParameterCondition): readonly Operator[] {
  return (Object.keys(TESTS) as Operator[]).filter(
    (operator) => condition[operator] !== undefined,
  );
}

/** No order holds between values of two types. */
function compare(
  value: unknown,
  operand: number | string,
  test: (order: number) => boolean,
): boolean {
  if (typeof value === 'number' && typeof operand === 'number') {
    return test(value - operand);
  }
  if (typeof value !== 'string' || typeof operand !== 'string') return false;
  if (!isSet(value)) return false;
  return test(value < operand ? -1 : Number(value > operand));
}

function isSame(value: unknown, operand: ConditionOperand): boolean {
  return operand === null ? !isSet(value) : value === operand;
}

function isOperand(value: unknown): boolean {
  return (
    value === null || ['string', 'number', 'boolean'].includes(typeof value)
  );
}

/** Conditions are evaluated at every stroke: patterns are compiled once. */
function patternOf(source: string): SafePattern | string {
  const known = PATTERNS.get(source);
  if (known !== undefined) return known;
  if (PATTERNS.size >= MAX_PATTERNS) PATTERNS.clear();
  const pattern = SafePattern.compile(source);
  PATTERNS.set(source, pattern);
  return pattern;
}
