import type {
  BaseParameter,
  ParameterContext,
  ParameterValues,
  ResolvedForm,
} from '@ls-annotation/operators';

import type {ControlsLoader} from './controls-loader.js';
import {operatorFields} from './fields/operator-fields.js';
import {FormModel} from './form-model.js';

/** What a {@link ModelKeeper} looks at and tells. */
export interface ModelKeeperOptions {
  /** Says whether there are controls for parameters. */
  readonly loader: Pick<ControlsLoader, 'isReadyFor'>;
  /** Returns what the form is to ask for now. */
  readonly source: () => {
    readonly parameters: readonly BaseParameter[];
    readonly context: ParameterContext | null;
  };
  /** Called when the form has started anew. */
  readonly onStart: () => void;
  /** Called when the form goes on with other parameters. */
  readonly onReplace: () => void;
}

/**
 * Keeps the model of a form in step with what was set on it and what its
 * operator has answered. What there are no controls for waits for them; what
 * is newer wins.
 */
export class ModelKeeper {
  readonly #options: ModelKeeperOptions;
  #model = new FormModel([], {});
  #initial: ParameterValues = {};
  #declared: readonly BaseParameter[] | null = null;
  #isStale = false;
  /** What a form goes on with when its controls are other ones. */
  #carried: ParameterValues | null = null;
  #answer: ResolvedForm | null = null;
  #fieldsVersion = operatorFields.version;

  constructor(options: ModelKeeperOptions) {
    this.#options = options;
  }

  /** The model as it is; see {@link refresh}. */
  get model(): FormModel {
    return this.#model;
  }

  /** The parameters that the form was started with, or `null`. */
  get declared(): readonly BaseParameter[] | null {
    return this.#declared;
  }

  /** What the form starts with, over the defaults. */
  get initial(): ParameterValues {
    return this.#initial;
  }

  set initial(values: ParameterValues) {
    this.#initial = values;
    this.reset();
  }

  /** True when controls of the page have come or gone since it started. */
  get isOutdated(): boolean {
    return this.#fieldsVersion !== operatorFields.version;
  }

  /** Has the form start anew, with what it started with. */
  reset(): void {
    this.#carried = null;
    this.#isStale = true;
  }

  /** Has the form start anew with what is in it, whether it fits or not. */
  carryOn(): void {
    const {parameters} = this.#options.source();
    this.refresh();
    if (this.#declared !== parameters) return;
    const {given} = this.#model.reading;
    const empty = this.#model.parameters.map(({name}) => [name, null] as const);
    this.reset();
    this.#carried = {...Object.fromEntries(empty), ...given};
  }

  /** Goes on with what an operator has answered; `null` for nothing. */
  take(answer: ResolvedForm | null): void {
    this.#answer = answer;
  }

  /** Takes up what was set or answered, and returns the model. */
  refresh(): FormModel {
    this.#start();
    const {loader, onReplace} = this.#options;
    const answer = this.#answer;
    if (answer && loader.isReadyFor(answer.parameters)) {
      this.#answer = null;
      this.#model.replace(answer.parameters, answer.values);
      onReplace();
    }
    return this.#model;
  }

  #start(): void {
    const {loader, source, onStart} = this.#options;
    const {parameters, context} = source();
    const isSame = this.#declared === parameters;
    if (isSame && !this.#isStale) return;
    if (!loader.isReadyFor(parameters)) return;
    const values = (isSame ? this.#carried : null) ?? this.#initial;
    this.#isStale = false;
    this.#declared = parameters;
    this.#model = new FormModel(parameters, values, context);
    this.#carried = null;
    this.#answer = null;
    this.#fieldsVersion = operatorFields.version;
    onStart();
  }
}
