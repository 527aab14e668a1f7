import type {
  BaseParameter,
  Choice,
  ParameterContext,
  ParameterValues,
} from '@ls-annotation/operators';

import type {Field} from './field-control.js';

/** The choices of a field as they are now. */
export interface ChoiceState {
  /** What is offered. */
  readonly choices: readonly Choice[];
  /** `loading` and `failed` are of choices that are asked for. */
  readonly status: 'ready' | 'loading' | 'failed';
  /** Why they could not be had; else empty. */
  readonly error: string;
  /** Asks again. */
  readonly retry: () => void;
}

/** What controls may ask of the form around them. */
export interface FormLink {
  /** What is on display. */
  readonly context: ParameterContext | null;
  /** All values of the form, as far as they can be read. */
  readonly values: ParameterValues;
  /** Id of the element of the form that has the focus; `''` for none. */
  readonly activeId: string;
  /** Says that a person is done with a control. */
  leave(id: string): void;
  /** Focuses an element of the form once this change is drawn. */
  focusLater(id: string): void;
  /** Tells people who do not see the change. */
  announce(message: string): void;
  /** Returns what a control remembers that is no value; see `setUi`. */
  ui(id: string): unknown;
  /** Remembers something of a control that is no value: open, or active. */
  setUi(id: string, state: unknown): void;
  /**
   * Returns what a field offers, and asks for it where it must be asked for.
   *
   * @param parameter - whose choices: the field's, or the one of its entries.
   * @param query - what was typed to search.
   */
  choices(field: Field, parameter: BaseParameter, query?: string): ChoiceState;
}
