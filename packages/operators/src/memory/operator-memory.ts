import type {BaseParameter} from '../parameters/base-parameter.js';
import {keepableValues} from '../parameters/keepable-values.js';
import {isRecord} from '../parameters/own-value.js';
import type {ParameterValues} from '../parameters/parameter-values.js';

/** Where values are kept: the part of `localStorage` that is relied on. */
export interface OperatorStorage {
  /** Returns what was stored, or `null`. */
  getItem(key: string): string | null;
  /** Stores it; may throw when there is no room. */
  setItem(key: string, value: string): void;
  /** Forgets it. */
  removeItem(key: string): void;
}

/** Values under a name that a person gave them. */
export interface OperatorPreset {
  /** Unique for its operator. */
  readonly name: string;
  /** The values; no secrets, no files. */
  readonly values: ParameterValues;
}

/** What an {@link OperatorMemory} stands on. */
export interface OperatorMemoryOptions {
  /** Where values are kept. */
  readonly storage: OperatorStorage;
  /**
   * What the keys in the storage begin with.
   * @defaultValue `'ls-operator'`
   */
  readonly prefix?: string;
}

/** The operator that values belong to; an entry of the registry's list fits. */
export interface RememberedOperator {
  /** Its name. */
  readonly name: string;
  /** Its parameters as they are now: they say what is secret. */
  readonly parameters: readonly BaseParameter[];
}

/** How many presets an operator may have; the oldest make room. */
const MAX_PRESETS = 50;

/** How many names of operators that were used are kept. */
const MAX_RECENT = 20;

/**
 * Remembers for each operator the values of the last run, and presets: values
 * under a name; and which operators were used last. All of it lasts as long as
 * its storage does: `localStorage` outlives the page, `sessionStorage` a
 * reload.
 *
 * Only what the parameters know is kept; secrets and files never are. A storage
 * that is full, forbidden or spoilt is no error: nothing is remembered then.
 *
 * @example
 * ```ts
 * const memory = new OperatorMemory({storage: localStorage});
 * const registry = new OperatorRegistry({memory});
 * memory.savePreset(registry.find('Pre-label'), 'strict', {minScore: 0.9});
 * ```
 */
export class OperatorMemory {
  readonly #storage: OperatorStorage;
  readonly #prefix: string;

  constructor({storage, prefix = 'ls-operator'}: OperatorMemoryOptions) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /** Returns the values of the last run, or `null`. */
  lastValues(operator: RememberedOperator): ParameterValues | null {
    const values = this.#read(operator.name, 'last');
    return isRecord(values)
      ? keepableValues(operator.parameters, values)
      : null;
  }

  /** Names of the operators that were used, the last one first. */
  recentNames(): readonly string[] {
    const names = this.#read('', 'recent');
    if (!Array.isArray(names)) return [];
    return names.filter((name) => typeof name === 'string');
  }

  /** Keeps the values of a run; false when they could not be stored. */
  remember(operator: RememberedOperator, values: ParameterValues): boolean {
    const others = this.recentNames().filter((name) => name !== operator.name);
    this.#write('', 'recent', [operator.name, ...others].slice(0, MAX_RECENT));
    return this.#write(
      operator.name,
      'last',
      keepableValues(operator.parameters, values),
    );
  }

  /** Forgets the values of the last run; presets stay. */
  forget({name}: Pick<RememberedOperator, 'name'>): void {
    this.#remove(name, 'last');
  }

  /** Returns the presets in the order they were made. */
  presets(operator: RememberedOperator): readonly OperatorPreset[] {
    const presets = this.#read(operator.name, 'presets');
    if (!Array.isArray(presets)) return [];
    return presets.filter(isPreset).map(({name, values}) => ({
      name,
      values: keepableValues(operator.parameters, values),
    }));
  }

  /**
   * Keeps values under a name, in place of those that had it.
   *
   * @returns False when they could not be stored, or the name is blank.
   */
  savePreset(
    operator: RememberedOperator,
    presetName: string,
    values: ParameterValues,
  ): boolean {
    const name = presetName.trim();
    if (name === '') return false;
    const preset = {name, values: keepableValues(operator.parameters, values)};
    const presets = [...this.presets(operator)];
    const index = presets.findIndex((one) => one.name === name);
    if (index >= 0) presets[index] = preset;
    else presets.push(preset);
    return this.#write(operator.name, 'presets', presets.slice(-MAX_PRESETS));
  }

  /** Forgets a preset; false when there is none of that name. */
  deletePreset(operator: RememberedOperator, presetName: string): boolean {
    const presets = this.presets(operator);
    const kept = presets.filter(({name}) => name !== presetName);
    if (kept.length === presets.length) return false;
    if (kept.length > 0) return this.#write(operator.name, 'presets', kept);
    this.#remove(operator.name, 'presets');
    return true;
  }

  #key(operatorName: string, kind: string): string {
    return `${this.#prefix}:${kind}:${operatorName}`;
  }

  #read(operatorName: string, kind: string): unknown {
    try {
      const text = this.#storage.getItem(this.#key(operatorName, kind));
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }

  #write(operatorName: string, kind: string, value: unknown): boolean {
    try {
      const text = JSON.stringify(value);
      this.#storage.setItem(this.#key(operatorName, kind), text);
      return true;
    } catch {
      return false;
    }
  }

  #remove(operatorName: string, kind: string): void {
    try {
      this.#storage.removeItem(this.#key(operatorName, kind));
    } catch {
      // Nothing can be remembered there, so nothing is.
    }
  }
}

function isPreset(value: unknown): value is OperatorPreset {
  return (
    isRecord(value) && typeof value.name === 'string' && isRecord(value.values)
  );
}
