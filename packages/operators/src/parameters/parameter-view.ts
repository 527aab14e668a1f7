import type {ConditionView} from './condition-view.js';

/** What a choice can stand for. */
export type ScalarValue = string | number | boolean;

/** One choice with more to say than its value. */
export interface ChoiceView<T = ScalarValue> {
  /** What the parameter holds when it is chosen. */
  readonly value: T;
  /** What people read; left out: the value. */
  readonly title?: string;
  /** A sentence for people. */
  readonly description?: string;
  /** A swatch, as CSS writes colours. */
  readonly color?: string;
  /** Heading it stands under. */
  readonly group?: string;
  /** True when it is shown and cannot be chosen. */
  readonly disabled?: boolean;
}

/** A choice on the wire: the value alone, or with what there is to say. */
export type ChoiceEntry<T = ScalarValue> = T | ChoiceView<T>;

/** How choices are shown. */
export type ChoiceStyle = 'select' | 'radio' | 'buttons' | 'autocomplete';

/** What the text of a `str` parameter must be. */
export type StringFormat =
  'email' | 'url' | 'uuid' | 'hostname' | 'ipv4' | 'json' | 'slug';

/** How urgent a notice is. */
export type NoticeSeverity = 'info' | 'success' | 'warning' | 'error';

/** One of the shapes that a `one_of` value can have, on the wire. */
export interface VariantView {
  /** Value of the key `variant`; unique in its parameter. */
  readonly name: string;
  /** What people read; left out: the name. */
  readonly title?: string;
  /** A sentence for people. */
  readonly description?: string;
  /** Parameters of this variant; none is called `variant`. */
  readonly properties: readonly ParameterDefinition[];
}

/**
 * What a parameter may say beyond LightlyStudio's six keys, each optional.
 *
 * LightlyStudio's own dialog ignores keys it does not know. Which type knows
 * which key is in the table of the package's README.
 */
export interface ParameterViewExtensions {
  /** What people read instead of the name. */
  readonly title?: string;
  /** Grey text in an empty field. */
  readonly placeholder?: string;
  /** A longer explanation, markdown. */
  readonly help?: string;
  /** Heading it stands under; neighbours with the same one stand together. */
  readonly group?: string;
  /** True when people see the value and cannot change it; it is submitted. */
  readonly read_only?: boolean;
  /** True when people never see it; its value is submitted all the same. */
  readonly hidden?: boolean;
  /** Where it does not hold, the parameter is neither shown nor submitted. */
  readonly visible_when?: ConditionView;
  /** Where it does not hold, the parameter is greyed and not submitted. */
  readonly enabled_when?: ConditionView;
  /** Parameters whose change asks for options and definitions anew. */
  readonly depends_on?: readonly string[];
  /** `async`: choices are asked from the operator. */
  readonly options?: 'async';

  /** Fewest characters (code points). */
  readonly min_length?: number;
  /** Most characters (code points). */
  readonly max_length?: number;
  /** Regular expression that the whole text must match, as in HTML. */
  readonly pattern?: string;
  /** What is said of text that does not match the pattern. */
  readonly pattern_message?: string;
  /** What the text must be. */
  readonly format?: StringFormat;
  /** True for text of several lines. */
  readonly multiline?: boolean;
  /** Lines to show. */
  readonly rows?: number;
  /** True for passwords: never shown, remembered or logged. */
  readonly secret?: boolean;
  /** The values that can be chosen. */
  readonly choices?: readonly ChoiceEntry[];
  /** How the choices are shown. */
  readonly choice_style?: ChoiceStyle;
  /** True when a value beside the choices may be given. */
  readonly allow_other?: boolean;
  /** Values to offer while typing; any other is as good. */
  readonly suggestions?: readonly ScalarValue[];

  /** Smallest value, itself allowed: a number, or text of a date or time. */
  readonly min?: number | string;
  /** Largest value, itself allowed: a number, or text of a date or time. */
  readonly max?: number | string;
  /** Bound below, itself not allowed. */
  readonly exclusive_min?: number;
  /** Bound above, itself not allowed. */
  readonly exclusive_max?: number;
  /** What a stepper or slider adds; no constraint. */
  readonly step?: number;
  /** The value is a whole multiple of it. */
  readonly multiple_of?: number;
  /** Written behind the number. */
  readonly unit?: string;
  /** True when a slider is shown; needs `min` and `max`. */
  readonly slider?: boolean;

  /** How a `bool` is shown. */
  readonly style?: 'checkbox' | 'switch';
  /** What people read for true. */
  readonly true_label?: string;
  /** What people read for false. */
  readonly false_label?: string;

  /** What each entry of a `list` is; it needs no name. */
  readonly item?: ItemDefinition;
  /** Fewest entries (`list`), rows (`table`). */
  readonly min_items?: number;
  /** Most entries (`list`), rows (`table`). */
  readonly max_items?: number;
  /** True when no two entries of a `list` are equal. */
  readonly unique_items?: boolean;
  /** Parameters of an `object`. */
  readonly properties?: readonly ParameterDefinition[];
  /** Shapes of a `one_of`. */
  readonly variants?: readonly VariantView[];

  /** Types and extensions of a `file`, as in HTML: `image/*`, `.csv`. */
  readonly accept?: readonly string[];
  /** Most bytes of one file. */
  readonly max_size?: number;
  /** True when several may be given (`file`, `region`): the value is a list. */
  readonly multiple?: boolean;

  /** Name of the labels control of a `label`; left out: every one. */
  readonly control?: string;
  /** Which regions a `region` offers; left out: `all`. */
  readonly from?: 'all' | 'selection';

  /** Words of a `notice`, markdown. */
  readonly text?: string;
  /** How urgent a `notice` is; left out: `info`. */
  readonly severity?: NoticeSeverity;
}

/**
 * A column of a table parameter on the wire, and the part of
 * {@link ParameterView} that both share.
 */
export interface ColumnView extends ParameterViewExtensions {
  /** Key of the value, unique in its list. */
  readonly name: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** What a form starts with; `null` for nothing. */
  readonly default: unknown;
  /** True when a value must be given. */
  readonly required: boolean;
  /** One of {@link ParameterType}, or whatever a server invents. */
  readonly param_type: string | null;
  /** Extensions that nobody here knows; they are kept. */
  readonly [extension: string]: unknown;
}

/**
 * One parameter of an operator on the wire, as LightlyStudio answers it.
 *
 * @see {@link https://docs.lightly.ai/studio/ | LightlyStudio}, route
 * `GET /api/operators/{operator_id}/parameters`, version 1.0.5.
 */
export interface ParameterView extends ColumnView {
  /** Columns of a table, `null` for everything else. */
  readonly columns: readonly (ColumnView | ParameterDefinition)[] | null;
}

/** Wire JSON of a parameter of which all but the name may be left out. */
export type ParameterDefinition = Partial<ParameterView> & {
  readonly name: string;
};

/** Wire JSON of what stands in a list: a parameter that needs no name. */
export type ItemDefinition = Partial<ParameterView>;

/** The names of types on the wire that are known here. */
export type ParameterType =
  | 'str'
  | 'int'
  | 'float'
  | 'bool'
  | 'table'
  | 'date'
  | 'time'
  | 'datetime'
  | 'color'
  | 'range'
  | 'list'
  | 'object'
  | 'one_of'
  | 'file'
  | 'label'
  | 'region'
  | 'notice';
