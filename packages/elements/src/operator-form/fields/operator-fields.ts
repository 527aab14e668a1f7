import type {TemplateResult} from 'lit';
import {html} from 'lit';

import type {Disposer} from '@ls-annotation/core';
import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';

import type {
  Field,
  FieldControl,
  FieldLayout,
} from '../controls/field-control.js';

/** Where a parameter stands. */
export interface FieldContext {
  /** The parameter it is a part of: a list, a table; `null` for none. */
  readonly owner: BaseParameter | null;
}

/** What a page's own control gets. */
export interface CustomField {
  /** What the field is for. */
  readonly parameter: BaseParameter;
  /** Id for the element that takes the focus; the label points at it. */
  readonly id: string;
  /** The value as it is, `null` when unset. */
  readonly value: unknown;
  /** What is wrong and may be shown; the form shows it too. */
  readonly issues: readonly ParameterIssue[];
  /** For `aria-describedby`; may be empty. */
  readonly describedBy: string;
  /** For `aria-label`, where no visible label stands; else empty. */
  readonly label: string;
  /** True when people see the value and cannot change it. */
  readonly isReadOnly: boolean;
  /** True when it is greyed. */
  readonly isDisabled: boolean;
  /** Sets the value; `null` for unset. */
  readonly change: (value: unknown) => void;
  /** Says that a person is done with it; errors may show from then on. */
  readonly leave: () => void;
}

/** A control that a page brings. */
export interface FieldRenderer {
  /**
   * Says how well it fits a parameter. The highest above 0 wins, the latest of
   * equals; where none is above 0, the form's own control is taken.
   */
  rank(parameter: BaseParameter, context: FieldContext): number;
  /**
   * How the label stands to it: above, beside, or as the legend of a group.
   * @defaultValue `stacked`
   */
  readonly layout?: Exclude<FieldLayout, 'bare'>;
  /** Draws it: a template of Lit's, or a node to keep between changes. */
  render(field: CustomField): TemplateResult | Node;
}

/** The controls that a page brings, for every form on it. */
export class FieldRegistry {
  readonly #controls = new Map<FieldRenderer, FieldControl>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Another number after each control that came or went. */
  get version(): number {
    return this.#version;
  }

  /**
   * Adds a control. Forms that are open take it up, with the values that they
   * have; they give it back when it is disposed of.
   *
   * @example
   * ```ts
   * const unregister = operatorFields.register({
   *   rank: ({paramType}) => (paramType === 'color' ? 10 : 0),
   *   render: ({id, value, change, leave}) => html`
   *     <my-color-picker
   *       id=${id}
   *       .value=${value}
   *       @change=${(event) => change(event.target.value)}
   *       @blur=${leave}
   *     ></my-color-picker>
   *   `,
   * });
   * ```
   */
  register(renderer: FieldRenderer): Disposer {
    this.#change(() => this.#controls.set(renderer, toControl(renderer)));
    return () => {
      if (!this.#controls.has(renderer)) return;
      this.#change(() => this.#controls.delete(renderer));
    };
  }

  /**
   * Calls `listener` before a control comes or goes, while what was typed can
   * still be read.
   */
  onBeforeChange(listener: () => void): Disposer {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns the control that fits best, or `null`. */
  find(parameter: BaseParameter, context: FieldContext): FieldControl | null {
    let best: FieldControl | null = null;
    let highest = 0;
    for (const [renderer, control] of this.#controls) {
      const rank = renderer.rank(parameter, context);
      if (rank <= 0 || rank < highest) continue;
      highest = rank;
      best = control;
    }
    return best;
  }

  #change(change: () => void): void {
    for (const listener of this.#listeners) listener();
    this.#version += 1;
    change();
  }
}

/** The controls that this page brings. */
export const operatorFields = new FieldRegistry();

function toControl(renderer: FieldRenderer): FieldControl {
  return {
    layout: renderer.layout ?? 'stacked',
    start: (_parameter, value) => value ?? null,
    read: (parameter, raw) => ({
      value: parameter.isEmpty(raw) ? undefined : raw,
      issues: [],
    }),
    render: (field) =>
      html`<div class="custom">${renderer.render(toCustomField(field))}</div>`,
  };
}

function toCustomField(field: Field): CustomField {
  const {raw, change, ...rest} = field;
  return {...rest, value: raw, change: (value) => change(() => value)};
}
