import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {
  LatestOnly,
  labelChoices,
  regionChoices,
  toChoices,
} from '@ls-annotation/operators';
import type {
  BaseParameter,
  Choice,
  ChoiceParameter,
  LabelParameter,
  OperatorContext,
  OperatorFormHooks,
  ParameterContext,
  ParameterValues,
  RegionParameter,
} from '@ls-annotation/operators';

import type {Field, ShapeOf} from './controls/field-control.js';
import type {ChoiceState} from './controls/form-link.js';

/** Between two keys of a person who types a word, choices are not asked for. */
const SEARCH_DELAY_MS = 200;

/** What choices are found with. */
export interface ChoiceSource {
  /** Who answers choices that are asked for. */
  readonly operator: Pick<OperatorFormHooks, 'options'> | null;
  /** What is on display, for the operator. */
  readonly operatorContext: OperatorContext | null;
  /** What is on display. */
  readonly context: ParameterContext | null;
  /** Values of the form. */
  readonly values: ParameterValues;
}

interface Asked {
  /** What the answer depends on. */
  key: string;
  state: Omit<ChoiceState, 'retry'>;
  readonly latest: LatestOnly;
}

const NO_CHOICES: readonly Choice[] = [];

/**
 * Finds the choices of fields: those that were declared, labels and regions of
 * what is on display, and those an operator is asked for. These are asked for
 * again when what they depend on changes; a stale answer never wins, and what
 * was there stays until the answer comes.
 */
export class ChoicesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => ChoiceSource;
  readonly #asked = new Map<string, Asked>();

  constructor(host: ReactiveControllerHost, source: () => ChoiceSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Returns what a field offers. */
  find(field: Field, parameter: BaseParameter, query = ''): ChoiceState {
    const {context} = this.#source();
    const config = context?.config ?? null;
    if (parameter.paramType === 'label') {
      const {control} = parameter as ShapeOf<LabelParameter>;
      return ready(labelChoices(config, control));
    }
    if (parameter.paramType === 'region') {
      const {from = 'all'} = parameter as ShapeOf<RegionParameter>;
      const annotation = context?.annotation ?? null;
      return ready(regionChoices(annotation, {from, config}));
    }
    const {options, choiceList} = parameter as ShapeOf<ChoiceParameter<string>>;
    if (options !== 'async') return ready(choiceList);
    return this.#ask(field.address, parameter, query);
  }

  /** Forgets what was asked for. */
  clear(): void {
    for (const {latest} of this.#asked.values()) latest.abort();
    this.#asked.clear();
  }

  hostDisconnected(): void {
    this.clear();
  }

  #ask(address: string, parameter: BaseParameter, query: string): ChoiceState {
    const {values} = this.#source();
    const depended = (parameter.dependsOn ?? []).map((name) => values[name]);
    const key = JSON.stringify([query, depended]);
    let asked = this.#asked.get(address);
    if (!asked) {
      const state = {choices: NO_CHOICES, status: 'ready', error: ''} as const;
      asked = {key: '', state, latest: new LatestOnly()};
      this.#asked.set(address, asked);
    }
    if (asked.key !== key) {
      asked.key = key;
      void this.#load(address, asked, query);
    }
    const again = asked;
    return {
      ...asked.state,
      retry: () => {
        void this.#load(address, again, query);
        this.#host.requestUpdate();
      },
    };
  }

  async #load(address: string, asked: Asked, query: string): Promise<void> {
    const {operator, operatorContext, values} = this.#source();
    const {choices} = asked.state;
    asked.state = {choices, status: 'loading', error: ''};
    try {
      const answer = await asked.latest.run(async (signal) => {
        if (!operator?.options || !operatorContext) {
          throw new Error('There is no operator to ask.');
        }
        if (query !== '') await delay(SEARCH_DELAY_MS, signal);
        const parameter = nameOf(address);
        const context = operatorContext;
        return operator.options({parameter, query, values, context, signal});
      });
      if (answer.isStale) return;
      const found = toChoices(answer.value);
      asked.state = {choices: found, status: 'ready', error: ''};
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      asked.state = {
        choices,
        status: 'failed',
        error: `The choices could not be loaded. ${reason}`,
      };
    }
    this.#host.requestUpdate();
  }
}

function ready(choices: readonly Choice[]): ChoiceState {
  return {choices, status: 'ready', error: '', retry: () => undefined};
}

/** A name for what stands at the top, a JSON pointer for what stands deeper. */
function nameOf(address: string): string {
  const isTop = address.lastIndexOf('/') === 0;
  return isTop
    ? address.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
    : address;
}

/** Rejects when the signal is aborted; nobody waits for it then. */
async function delay(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
