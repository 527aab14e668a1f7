import type {OperatorFile} from './operator-file.js';
import type {ParameterValues} from './parameter-values.js';

/** A definition as far as its type says what its values are. */
type Definition = Readonly<Record<string, unknown>>;

/** The values that choices allow; `never` where there are none. */
type ChoiceOf<D> = D extends {allow_other: true}
  ? never
  : D extends {options: 'async'}
    ? never
    : D extends {choices: readonly (infer C)[]}
      ? C extends {value: infer V}
        ? V
        : C
      : never;

type OrChoice<D, T> = [ChoiceOf<D>] extends [never] ? T : ChoiceOf<D>;

/** A `one_of` value: one object type for each variant. */
type VariantOf<V> = V extends {
  name: infer N extends string;
  properties: infer P extends readonly Definition[];
}
  ? {readonly variant: N} & ParameterValuesOf<P>
  : never;

type Multiple<D, T> = D extends {multiple: true} ? readonly T[] : T;

/** Types by `param_type`; what is not listed is `unknown`. */
interface TypesOf<D> {
  str: OrChoice<D, string>;
  int: OrChoice<D, number>;
  float: OrChoice<D, number>;
  bool: boolean;
  date: string;
  time: string;
  datetime: string;
  color: string;
  range: readonly [low: number, high: number];
  label: string;
  region: Multiple<D, string>;
  file: Multiple<D, OperatorFile>;
  list: D extends {item: infer I} ? readonly ParameterValueOf<I>[] : unknown[];
  object: D extends {properties: infer P extends readonly Definition[]}
    ? ParameterValuesOf<P>
    : ParameterValues;
  one_of: D extends {variants: readonly (infer V)[]}
    ? VariantOf<V>
    : ParameterValues;
  table: D extends {columns: readonly (infer C)[]}
    ? readonly {
        readonly [K in C as NameOf<K>]:
          ParameterValueOf<K> | (K extends {required: false} ? null : never);
      }[]
    : readonly ParameterValues[];
  notice: never;
}

/**
 * Type of the value that a definition describes. Without a `param_type` it is
 * text, as everywhere.
 *
 * @typeParam D - type of the wire JSON, its literals kept.
 */
export type ParameterValueOf<D> = D extends {
  param_type: infer T extends string;
}
  ? T extends keyof TypesOf<D>
    ? TypesOf<D>[T]
    : unknown
  : OrChoice<D, string>;

type NameOf<D> = D extends {name: infer N extends string} ? N : never;

type IsOptional<D> = D extends
  {required: false} | {visible_when: object} | {enabled_when: object}
  ? true
  : false;

type IsNotice<D> = D extends {param_type: 'notice'} ? true : false;

type Simplify<T> = {[K in keyof T]: T[K]} & {};

/**
 * Type of the values that a list of definitions describes: what `execute` gets.
 *
 * A key may be missing where the parameter is not required, or is asked for
 * under a condition only. Where the definitions are not known literally, or a
 * parameter is an instance of a class, it is {@link ParameterValues}.
 *
 * @typeParam P - `typeof parameters`, declared `as const`.
 *
 * @example
 * ```ts
 * const parameters = [
 *   {name: 'model', param_type: 'str', choices: ['small', 'large']},
 *   {name: 'limit', param_type: 'int', required: false},
 * ] as const;
 * type Values = ParameterValuesOf<typeof parameters>;
 * // {readonly model: 'small' | 'large'; readonly limit?: number}
 * ```
 */
export type ParameterValuesOf<P extends readonly unknown[]> =
  string extends NameOf<P[number]>
    ? ParameterValues
    : Simplify<
        {
          readonly [
            D in P[number] as IsNotice<D> extends true
              ? never
              : IsOptional<D> extends true
                ? never
                : NameOf<D>
          ]: ParameterValueOf<D>;
        } & {
          readonly [
            D in P[number] as IsNotice<D> extends true
              ? never
              : IsOptional<D> extends true
                ? NameOf<D>
                : never
          ]?: ParameterValueOf<D>;
        }
      >;
