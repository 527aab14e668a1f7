import type {ChoiceEntry, ChoiceView, ScalarValue} from './parameter-view.js';

/** A choice as forms show it. */
export interface Choice<T = ScalarValue> {
  /** What the parameter holds when it is chosen. */
  readonly value: T;
  /** What people read. */
  readonly title: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** A swatch, as CSS writes colours; `''` for none. */
  readonly color: string;
  /** Heading it stands under; `''` for none. */
  readonly group: string;
  /** True when it is shown and cannot be chosen. */
  readonly disabled: boolean;
}

/** Returns choices as forms show them, from what is on the wire. */
export function toChoices<T extends ScalarValue>(
  entries: readonly ChoiceEntry<T>[],
): readonly Choice<T>[] {
  return entries.map((entry) => {
    const view: ChoiceView<T> =
      typeof entry === 'object' ? entry : {value: entry};
    return {
      value: view.value,
      title: view.title ?? String(view.value),
      description: view.description ?? '',
      color: view.color ?? '',
      group: view.group ?? '',
      disabled: view.disabled ?? false,
    };
  });
}
