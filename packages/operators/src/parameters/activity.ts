import type {BaseParameter} from './base-parameter.js';
import {evaluateCondition} from './condition.js';
import type {ConditionView} from './condition-view.js';
import {isRecord, ownValue} from './own-value.js';
import {pointerParts} from './parameter-issue.js';
import type {ParameterScope} from './parameter-scope.js';

/** What becomes of a parameter, given the values around it. */
export interface ParameterActivity {
  /** True when a form shows it. */
  readonly isVisible: boolean;
  /** True when people may change it. */
  readonly isEnabled: boolean;
  /**
   * True when its value counts: it is submitted, and required when the
   * parameter is. A hidden or read-only parameter is, one whose condition does
   * not hold is not.
   */
  readonly isSubmitted: boolean;
}

/**
 * Returns what becomes of each parameter, by its name.
 *
 * A condition sees the values that count: what is not submitted is unset for
 * the others. Where conditions go round in a circle, the value itself decides.
 */
export function activityOf(
  parameters: readonly BaseParameter[],
  scope: Pick<ParameterScope, 'values' | 'root'>,
): ReadonlyMap<string, ParameterActivity> {
  return new ActivityReader(parameters, scope).read();
}

class ActivityReader {
  readonly #parameters: ReadonlyMap<string, BaseParameter>;
  readonly #scope: Pick<ParameterScope, 'values' | 'root'>;
  readonly #known = new Map<string, ParameterActivity>();
  readonly #open = new Set<string>();

  constructor(
    parameters: readonly BaseParameter[],
    scope: Pick<ParameterScope, 'values' | 'root'>,
  ) {
    this.#parameters = new Map(parameters.map((one) => [one.name, one]));
    this.#scope = scope;
  }

  read(): ReadonlyMap<string, ParameterActivity> {
    for (const parameter of this.#parameters.values()) this.#of(parameter);
    return this.#known;
  }

  #of(parameter: BaseParameter): ParameterActivity {
    const {name, hidden, readOnly, visibleWhen, enabledWhen} = parameter;
    const known = this.#known.get(name);
    if (known) return known;
    this.#open.add(name);
    const isShown = this.#holds(visibleWhen);
    const isOpen = isShown && this.#holds(enabledWhen);
    this.#open.delete(name);
    const activity = {
      isVisible: isShown && !hidden,
      isEnabled: isOpen && !readOnly,
      isSubmitted: isOpen && parameter.paramType !== 'notice',
    };
    this.#known.set(name, activity);
    return activity;
  }

  #holds(condition: ConditionView | undefined): boolean {
    if (!condition) return true;
    return evaluateCondition(condition, (name) => this.#lookUp(name));
  }

  #lookUp(name: string): unknown {
    const {values, root} = this.#scope;
    if (!name.startsWith('/')) return this.#valueOf(name);
    const [first = '', ...rest] = pointerParts(name);
    const start =
      values === root ? this.#valueOf(first) : ownValue(root, first);
    return rest.reduce<unknown>(partOf, start);
  }

  #valueOf(name: string): unknown {
    const parameter = this.#parameters.get(name);
    const counts =
      !parameter || this.#open.has(name) || this.#of(parameter).isSubmitted;
    return counts ? ownValue(this.#scope.values, name) : undefined;
  }
}

function partOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[])[Number(part)];
  return isRecord(value) ? ownValue(value, part) : undefined;
}
