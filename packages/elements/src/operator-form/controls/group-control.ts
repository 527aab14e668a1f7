import {html} from 'lit';
import type {TemplateResult} from 'lit';

import {activityOf, moveIssue, toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ObjectParameter,
  ParameterIssue,
  ParameterValues,
} from '@ls-annotation/operators';

import {renderField} from '../render-field.js';

import {controlOf} from './control-of.js';
import {childField, locateIssue} from './field-control.js';
import type {
  Field,
  FieldControl,
  FieldPlace,
  FieldReading,
  ShapeOf,
} from './field-control.js';

/** States of the controls of a group, by the name of their parameter. */
export type RawGroup = Readonly<Record<string, unknown>>;

/** An object: its fields under one heading. */
export const groupControl: FieldControl = {
  layout: 'group',

  start: (parameter, value) =>
    startGroup(parameter, propertiesOf(parameter), value),
  read: (parameter, raw) =>
    readGroup(parameter, propertiesOf(parameter), raw as RawGroup),
  locate: (place, parts) =>
    locateInGroup(place, propertiesOf(place.parameter), parts),
  render: (field) => renderGroup(field, propertiesOf(field.parameter)),
};

/** Returns the states of a group that holds a value; defaults for the rest. */
export function startGroup(
  owner: BaseParameter,
  properties: readonly BaseParameter[],
  value: unknown,
): RawGroup {
  const given = (value ?? {}) as ParameterValues;
  return Object.fromEntries(
    properties.map((property) => {
      const {name} = property;
      const start = Object.hasOwn(given, name) ? given[name] : property.default;
      return [name, controlOf(property, owner).start(property, start)] as const;
    }),
  );
}

/** Reads a group; what is unset has no key. */
export function readGroup(
  owner: BaseParameter,
  properties: readonly BaseParameter[],
  raw: RawGroup,
): FieldReading {
  const issues: ParameterIssue[] = [];
  const entries = properties.flatMap((property) => {
    const {name} = property;
    const read = controlOf(property, owner).read(property, raw[name]);
    issues.push(
      ...read.issues.map((issue) => moveIssue(issue, toPointer(owner.name))),
    );
    return property.isEmpty(read.value) ? [] : [[name, read.value] as const];
  });
  return {value: Object.fromEntries(entries), issues};
}

/** Returns the control of a group that a path leads to. */
export function locateInGroup(
  {parameter, id, raw, title}: FieldPlace,
  properties: readonly BaseParameter[],
  parts: readonly string[],
): FieldPlace {
  const index = properties.findIndex(({name}) => name === parts[0]);
  const property = properties[index];
  if (!property) return {parameter, id, raw, title};
  return locateIssue(
    controlOf(property, parameter),
    {
      parameter: property,
      id: `${id}-${String(index)}`,
      raw: (raw as RawGroup)[property.name],
      title: `${title}, ${property.title}`,
    },
    toPointer(...parts),
  );
}

/** Draws the fields of a group that its conditions let be seen. */
export function renderGroup(
  field: Field,
  properties: readonly BaseParameter[],
): TemplateResult {
  const {parameter, id} = field;
  const raw = field.raw as RawGroup;
  const {value} = readGroup(parameter, properties, raw);
  const activity = activityOf(properties, {
    values: value as ParameterValues,
    root: field.form.values,
  });
  return html`<div id=${id} class="inner" part="group">
    ${properties.map((property, index) => {
      const {name} = property;
      const state = activity.get(name);
      if (state?.isVisible !== true) return null;
      const inner = childField(field, {
        parameter: property,
        id: `${id}-${String(index)}`,
        keys: [name],
        raw: raw[name],
        isEnabled: state.isEnabled,
        put: (outer: RawGroup, update) => ({
          ...outer,
          [name]: update(outer[name]),
        }),
      });
      return renderField(inner, parameter);
    })}
  </div>`;
}

function propertiesOf(parameter: BaseParameter): readonly BaseParameter[] {
  return (parameter as ShapeOf<ObjectParameter>).properties;
}
