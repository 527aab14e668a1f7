import type {TemplateResult} from 'lit';

import {pointerParts, toPointer} from '@ls-annotation/operators';
import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';

import type {FormLink} from './form-link.js';

/**
 * The members of a parameter class. Two copies of the package may be on a page,
 * so that a parameter is known by its type on the wire, never by its class.
 */
export type ShapeOf<T extends BaseParameter> = BaseParameter &
  Omit<T, keyof BaseParameter>;

/** What the state of a control stands for. */
export interface FieldReading {
  /** The value, `undefined` when unset or unreadable. It may not fit. */
  readonly value: unknown;
  /** What could not be read, with the path from the parameter's name on. */
  readonly issues: readonly ParameterIssue[];
}

/** Makes the next state of a control from the one it has now. */
export type RawUpdate = (raw: unknown) => unknown;

/** What a control needs in order to draw itself. */
export interface Field {
  /** What the field is for. */
  readonly parameter: BaseParameter;
  /** Id of the control, unique in its form; its label points at it. */
  readonly id: string;
  /** JSON pointer to its value in the values of the form. */
  readonly path: string;
  /** JSON pointer to its parameter: as `path`, without the rows. */
  readonly address: string;
  /** State of the control, as {@link FieldControl.start} made it. */
  readonly raw: unknown;
  /** Issues to show: its own, and those of what stands in it. */
  readonly issues: readonly ParameterIssue[];
  /** Ids of its description and error; may be empty. */
  readonly describedBy: string;
  /** What names it when no visible label does; else empty. */
  readonly label: string;
  /** True when people see the value and cannot change it. */
  readonly isReadOnly: boolean;
  /** True when it is greyed and does not count. */
  readonly isDisabled: boolean;
  /** The form around it. */
  readonly form: FormLink;
  /** Changes the state. */
  readonly change: (update: RawUpdate) => void;
  /** Says that a person is done with it for now. */
  readonly leave: () => void;
}

/** A control and what can be said of it. */
export type FieldPlace = Pick<Field, 'parameter' | 'id' | 'raw'> & {
  /** What people call it. */
  readonly title: string;
};

/** How the label stands to the control. */
export type FieldLayout = 'stacked' | 'inline' | 'group' | 'bare';

/**
 * The control of a kind of parameter.
 *
 * Its state is what was typed, not what it stands for: `1.` stays `1.` while
 * it becomes `1.5`.
 */
export interface FieldControl {
  /**
   * `stacked`: label above. `inline`: label beside, for checkboxes. `group`:
   * several controls under a legend. `bare`: it draws everything itself.
   */
  readonly layout: FieldLayout;

  /** Returns the state that holds a value; nothing for `null`. */
  start(parameter: BaseParameter, value: unknown): unknown;

  /** Returns what a state stands for. Whether it fits is not asked here. */
  read(parameter: BaseParameter, raw: unknown): FieldReading;

  /**
   * Returns the state that holds what was pasted; left out: what the parameter
   * reads from it.
   */
  paste?(parameter: BaseParameter, text: string): unknown;

  /** Returns the control inside that a path leads to; left out: itself. */
  locate?(place: FieldPlace, parts: readonly string[]): FieldPlace;

  /** Draws the control, without label and error. */
  render(field: Field): TemplateResult;
}

/** What tells a field inside another one from it. */
export interface ChildOptions {
  /** What the field is for. */
  readonly parameter: BaseParameter;
  /** Id of the control. */
  readonly id: string;
  /** What leads from the outer value to it. */
  readonly keys: readonly (string | number)[];
  /** State of the control. */
  readonly raw: unknown;
  /** Puts the changed state back into the outer one. */
  readonly put: (outer: never, update: RawUpdate) => unknown;
  /** What names it when no visible label does. */
  readonly label?: string;
  /** False when its condition does not hold. */
  readonly isEnabled?: boolean;
}

/** Returns the field of what stands in another one. */
export function childField(field: Field, child: ChildOptions): Field {
  const {parameter, id, keys, raw, put, label = '', isEnabled = true} = child;
  const path = field.path + toPointer(...keys);
  const issues = field.issues.filter((issue) => isUnder(issue.path, path));
  const isCell = label !== '';
  return {
    ...field,
    parameter,
    id,
    path,
    address: field.address + toPointer(parameter.name),
    raw,
    issues,
    label,
    describedBy: isCell && issues.length > 0 ? `${id}-error` : '',
    isReadOnly: field.isReadOnly || parameter.readOnly,
    isDisabled: field.isDisabled || (!isEnabled && !parameter.readOnly),
    change: (update) => field.change((outer) => put(outer as never, update)),
    leave: () => field.form.leave(id),
  };
}

/** Tells whether a JSON pointer leads to a place or on from there. */
export function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Returns the control that an issue is about, with what people call it. */
export function locateIssue(
  control: FieldControl,
  place: FieldPlace,
  path: string,
): FieldPlace {
  const parts = pointerParts(path).slice(1);
  return parts.length > 0 && control.locate
    ? control.locate(place, parts)
    : place;
}
