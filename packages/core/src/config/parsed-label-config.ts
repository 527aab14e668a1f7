import type {ConfigTag} from './config-tag.js';
import type {LabelConfig} from './label-config.js';
import {optionsOf} from './options-of.js';
import {storedValue} from './stored-value.js';

/** An object that a control speaks of. */
export interface ParsedInput {
  /** Tag name, for example `Text`. */
  readonly type: string;
  /** Key of the task's data, without the `$`. */
  readonly value: string;
  /** The `valueType` attribute, or `null`. */
  readonly valueType: string | null;
}

/** A control as Label Studio's project API describes it. */
export interface ParsedControl {
  /** Tag name, for example `Choices`. */
  readonly type: string;
  /** Names of the objects it speaks of. */
  readonly to_name: readonly string[];
  /** Those objects. */
  readonly inputs: readonly ParsedInput[];
  /** Values that its options store. */
  readonly labels: readonly string[];
  /** Attributes of the options as written, by the value they store. */
  readonly labels_attrs: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
}

const OPTION_TYPES: ReadonlySet<string> = new Set(['label', 'choice']);

/**
 * Returns a config in the form of `parsed_label_config` in Label Studio's
 * project API: controls by name, with their objects and options.
 */
export function parsedLabelConfig(
  config: LabelConfig,
): Readonly<Record<string, ParsedControl>> {
  return Object.fromEntries(
    config.controls
      .filter((control) => control.name !== '' && control.toName.length > 0)
      .map((control) => [control.name, describe(config, control)]),
  );
}

function describe(config: LabelConfig, control: ConfigTag): ParsedControl {
  const options = optionsOf(control)
    .filter((option) => OPTION_TYPES.has(option.type))
    .map((option) => [storedValue(option), option] as const);
  return {
    type: control.tagName,
    to_name: control.toName,
    inputs: control.toName.flatMap((name) => toInput(config.byName.get(name))),
    labels: [...new Set(options.map(([value]) => value))],
    labels_attrs: Object.fromEntries(
      options.map(([value, option]) => [value, option.source.attributes]),
    ),
  };
}

function toInput(object: ConfigTag | undefined): readonly ParsedInput[] {
  if (object === undefined) return [];
  const {valuetype} = object.attributes;
  return [
    {
      type: object.tagName,
      value: object.value.replace(/^\$+/, ''),
      valueType: typeof valuetype === 'string' ? valuetype : null,
    },
  ];
}
