import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import {toChoices} from './choice.js';
import type {Choice} from './choice.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ChoiceEntry, ChoiceStyle} from './parameter-view.js';
import type {WireKeys} from './wire-keys.js';

/** What a parameter that may have choices takes. */
export interface ChoiceParameterOptions<
  T extends string | number,
> extends ParameterOptions<T> {
  /** The values that can be chosen, each once. */
  readonly choices?: readonly ChoiceEntry<T>[];
  /** How the choices are shown. */
  readonly choiceStyle?: ChoiceStyle;
  /** True when a value beside the choices may be given. */
  readonly allowOther?: boolean;
  /** Values to offer while typing; any other is as good. */
  readonly suggestions?: readonly T[];
  /** `async`: choices are asked from the operator. */
  readonly options?: 'async';
}

/** What text and numbers share: a list of values to choose from. */
export abstract class ChoiceParameter<
  T extends string | number,
> extends BaseParameter<T> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    choices: 'choices',
    choice_style: ['select', 'radio', 'buttons', 'autocomplete'],
    allow_other: 'boolean',
    suggestions: 'scalars',
    options: ['async'],
  };

  /** The choices as they are on the wire; see {@link choiceList}. */
  declare readonly choices: readonly ChoiceEntry<T>[] | undefined;
  /** How the choices are shown; `undefined` leaves it to the form. */
  declare readonly choiceStyle: ChoiceStyle | undefined;
  /** True when a value beside the choices may be given. */
  declare readonly allowOther: boolean;
  /** Values to offer while typing; any other is as good. */
  declare readonly suggestions: readonly T[] | undefined;
  /** `async`: choices are asked from the operator. */
  declare readonly options: 'async' | undefined;

  constructor(options: ChoiceParameterOptions<T>) {
    super(options);
    const values = this.choiceList.map(({value}) => value);
    this.assert(new Set(values).size === values.length, 'A choice is double.');
  }

  /** The choices as forms show them; empty when there are none. */
  get choiceList(): readonly Choice<T>[] {
    return toChoices(this.choices ?? []);
  }

  protected override check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    const found = this.checkValue(value, scope);
    return found.length > 0 ? found : this.#checkChoice(value);
  }

  /** Returns what is wrong with a value apart from the choices. */
  protected abstract checkValue(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[];

  /** Throws when a choice or a suggestion is not of the type itself. */
  protected assertChoices(): void {
    const offered = [
      ...this.choiceList.map(({value}) => value),
      ...(this.suggestions ?? []),
    ];
    for (const value of offered) {
      const [issue] = this.checkValue(value, EMPTY_SCOPE);
      this.assert(
        !issue,
        `The choice "${String(value)}" does not fit. ${issue?.message ?? ''}`,
      );
    }
  }

  /** Choices that are asked for elsewhere cannot be checked here. */
  #checkChoice(value: unknown): readonly ParameterIssue[] {
    if (!this.choices || this.allowOther || this.options === 'async') return [];
    const open = this.choiceList.filter(({disabled}) => !disabled);
    if (open.some((choice) => choice.value === value)) return [];
    return [this.issue('parameter/choice', choiceText(open))];
  }
}

const MAX_NAMED = 8;

/** Returns the words for a value that is none of the choices. */
export function choiceText(choices: readonly Choice<unknown>[]): string {
  if (choices.length === 0) return 'There is nothing to choose from.';
  if (choices.length > MAX_NAMED) return 'Choose one of the list.';
  return `Choose one of: ${choices.map(({title}) => title).join(', ')}.`;
}
