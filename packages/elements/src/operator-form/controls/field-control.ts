import type {TemplateResult} from 'lit';

import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';

/** What a control's state stands for. */
export interface FieldReading {
  /** The value; `undefined` when unset. Not to be used with issues. */
  readonly value: unknown;
  /** What is wrong with it. */
  readonly issues: readonly ParameterIssue[];
}

/** Makes a new state of a control from the one it has. */
export type RawUpdate = (raw: unknown) => unknown;

/** What a control draws: one parameter and its state. */
export interface Field {
  /** The parameter. */
  readonly parameter: BaseParameter;
  /** Unique in its form; the control's own element has it. */
  readonly id: string;
  /** State of the control, as its `start` made it. */
  readonly raw: unknown;
  /** Issues to show; empty while the field was not left yet. */
  readonly issues: readonly ParameterIssue[];
  /** Ids of the texts that describe the control, or `''`. */
  readonly describedBy: string;
  /** Accessible name when no label stands beside it, as in a table; or `''`. */
  readonly label: string;
  /** Changes the state of the control. */
  readonly change: (update: RawUpdate) => void;
  /**
   * Says that the person is done with the control; `update` may note so in
   * its state.
   */
  readonly leave: (update?: RawUpdate) => void;
  /** Focuses the element with this id once it is there. */
  readonly focusLater: (id: string) => void;
  /** Has assistive technology say something. */
  readonly announce: (message: string) => void;
}

/**
 * How parameters of one type are shown and read.
 *
 * A control has a state of its own between what is typed and the value, so
 * that `1.` and `-` survive while someone is typing. It is stateless itself.
 */
export interface FieldControl {
  /**
   * - `stacked`: label, description, control, error, one above the other;
   * - `inline`: the control before its label;
   * - `group`: the control is several, under a heading.
   */
  readonly layout: 'stacked' | 'inline' | 'group';

  /** Returns the state for a value; `null` and `undefined` for unset. */
  start(parameter: BaseParameter, value: unknown): unknown;

  /** Returns what a state stands for. */
  read(parameter: BaseParameter, raw: unknown): FieldReading;

  /** Tells whether an issue may be shown although the field was not left. */
  isLeft?(raw: unknown, issue: ParameterIssue): boolean;

  /** Draws the control alone, without label and errors. */
  render(field: Field): TemplateResult;
}
