/** A button that a page adds to those that save. */
export interface CustomButton {
  /** What `customButton` handlers are told. */
  readonly name: string;
  /** Text on it; the name when left out. */
  readonly title?: string;
  /** How it looks: `primary`, `danger`, `outlined` and the like. */
  readonly look?: string;
  /** Words shown on hover. */
  readonly tooltip?: string;
  /** Name for assistive technology. */
  readonly ariaLabel?: string;
  /** True when it cannot be pressed. */
  readonly disabled?: boolean;
  /** Whatever else the page knows. */
  readonly [key: string]: unknown;
}

/** Buttons of one place, or the name of a button of the host itself. */
export type CustomButtonEntry =
  CustomButton | string | readonly (CustomButton | string)[];

/**
 * Buttons by place: `_before`, `_after` and `_replace` are those around, or
 * instead of, the buttons that save; `accept` and `reject` replace that one.
 */
export type CustomButtons = Readonly<Record<string, CustomButtonEntry>>;

/** Returns buttons by place; a plain list is one for `_replace`. */
export function toCustomButtons(
  buttons: CustomButtons | readonly CustomButton[] | undefined,
): Map<string, CustomButtonEntry> {
  if (!buttons) return new Map();
  if (isList(buttons)) return new Map([['_replace', buttons]]);
  return new Map(Object.entries(buttons));
}

function isList(
  buttons: CustomButtons | readonly CustomButton[],
): buttons is readonly CustomButton[] {
  return Array.isArray(buttons);
}
