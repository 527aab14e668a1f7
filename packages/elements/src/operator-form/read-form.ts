import {activityOf, toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  NestedValue,
  ParameterActivity,
  ParameterContext,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {controlOf} from './controls/control-of.js';
import {isUnder} from './controls/field-control.js';

/** What a form stands for at one moment. */
export interface FormReading {
  /** Values that fit; what is unset or does not count has no key. */
  readonly values: ParameterValues;
  /** Values as far as they can be read, whether they fit or not. */
  readonly given: ParameterValues;
  /** Everything that is wrong, in the order of the form. */
  readonly issues: readonly ParameterIssue[];
  /** What becomes of each parameter. */
  readonly activity: ReadonlyMap<string, ParameterActivity>;
}

/** Reads the states of controls, and checks what they stand for. */
export function readForm(
  parameters: readonly BaseParameter[],
  raws: ReadonlyMap<string, unknown>,
  context: ParameterContext | null,
): FormReading {
  const read = parameters.map((parameter) => {
    const raw = raws.get(parameter.name);
    return {parameter, ...controlOf(parameter).read(parameter, raw)};
  });
  const given = toValues(read);
  const activity = activityOf(parameters, {values: given, root: given});
  const counting = read.filter(
    ({parameter}) => activity.get(parameter.name)?.isSubmitted,
  );
  const own = toValues(counting);
  const scope = {values: own, root: own, context};
  const checked = counting.map(({parameter, value, issues: unread}) => {
    const nested = {parameter, value, at: toPointer(parameter.name), scope};
    return {parameter, value, issues: issuesOf(nested, unread)};
  });
  const fitting = checked.filter(
    ({parameter, value, issues}) =>
      issues.length === 0 && !parameter.isEmpty(value),
  );
  return {
    given: own,
    activity,
    issues: checked.flatMap(({issues}) => issues),
    values: toValues(
      fitting.map(({parameter, value}) => ({
        parameter,
        value: parameter.normalize(value, scope),
      })),
    ),
  };
}

/** What cannot be read is said in place of what its absence would mean. */
function issuesOf(
  entry: NestedValue,
  unread: readonly ParameterIssue[],
): readonly ParameterIssue[] {
  const {parameter, value, at, scope} = entry;
  const counting = unread.filter(({path}) =>
    counts(entry, path.slice(at.length)),
  );
  const found = parameter.validate(value, scope);
  return [
    ...counting,
    ...found.filter(({path}) => !counting.some((one) => one.path === path)),
  ];
}

/** Tells whether conditions let what stands at a place inside count. */
function counts(
  {parameter, value, scope}: Omit<NestedValue, 'at'>,
  at: string,
): boolean {
  if (at === '') return true;
  const nested = parameter.nested(value, scope);
  const inner = nested.find((one) => isUnder(at, one.at));
  if (inner) return counts(inner, at.slice(inner.at.length));
  return parameter.paramType !== 'object' && parameter.paramType !== 'one_of';
}

function toValues(
  entries: readonly {
    readonly parameter: BaseParameter;
    readonly value: unknown;
  }[],
): ParameterValues {
  return Object.fromEntries(
    entries.flatMap(({parameter, value}) =>
      value === undefined ? [] : [[parameter.name, value]],
    ),
  );
}
