import {html, nothing} from 'lit';

import {VARIANT_KEY} from '@ls-annotation/operators';
import type {
  BaseParameter,
  OneOfParameter,
  ParameterValues,
} from '@ls-annotation/operators';

import {childField} from './field-control.js';
import type {FieldControl, FieldPlace, ShapeOf} from './field-control.js';
import {
  locateInGroup,
  readGroup,
  renderGroup,
  startGroup,
} from './group-control.js';
import type {RawGroup} from './group-control.js';
import {markdown} from '../markdown/markdown.js';

/** The variant that is chosen, and what was typed into each. */
interface RawOneOf {
  readonly variant: string | null;
  readonly groups: Readonly<Record<string, RawGroup>>;
}

/**
 * One of several shapes: a list of their names, and the fields of the one that
 * is chosen. What was typed into the others comes back with them.
 */
export const oneOfControl: FieldControl = {
  layout: 'group',

  start(parameter, value) {
    const {variants} = parameter as ShapeOf<OneOfParameter>;
    const chosen = (parameter as ShapeOf<OneOfParameter>).variantOf(value);
    const groups = variants.map((variant) => {
      const given = variant === chosen ? value : {};
      return [
        variant.name,
        startGroup(parameter, variant.properties, given),
      ] as const;
    });
    return {variant: chosen?.name ?? null, groups: Object.fromEntries(groups)};
  },

  read(parameter, raw) {
    const {variant, groups} = raw as RawOneOf;
    if (variant === null) return {value: undefined, issues: []};
    const {value, issues} = readGroup(
      parameter,
      propertiesOf(parameter, variant),
      groups[variant] ?? {},
    );
    const inner = value as ParameterValues;
    return {value: {[VARIANT_KEY]: variant, ...inner}, issues};
  },

  locate(place, parts) {
    const {variant, groups} = place.raw as RawOneOf;
    if (variant === null || parts[0] === VARIANT_KEY) return place;
    const inner: FieldPlace = {
      ...place,
      id: groupId(place.id, variant),
      raw: groups[variant],
    };
    const properties = propertiesOf(place.parameter, variant);
    return locateInGroup(inner, properties, parts);
  },

  render(field) {
    const parameter = field.parameter as ShapeOf<OneOfParameter>;
    const {variant, groups} = field.raw as RawOneOf;
    const {id, isReadOnly, isDisabled, issues} = field;
    const chosen = parameter.variants.find(({name}) => name === variant);
    const own = issues.filter(({path}) => path === field.path);
    return html`
      <select
        id=${id}
        class="input"
        part="select"
        ?disabled=${isDisabled || isReadOnly}
        aria-label=${`${parameter.title}, kind`}
        aria-describedby=${field.describedBy || nothing}
        aria-required=${parameter.required ? 'true' : nothing}
        aria-invalid=${own.length > 0 ? 'true' : nothing}
        @change=${({target}: Event) => {
          const {value} = target as HTMLSelectElement;
          field.change((raw) => ({
            ...(raw as RawOneOf),
            variant: value === '' ? null : value,
          }));
        }}
        @blur=${() => field.leave()}
      >
        <option value="" .selected=${variant === null}>
          ${parameter.required ? 'Choose…' : 'None'}
        </option>
        ${parameter.variants.map(
          ({name, title = name}) =>
            html`<option value=${name} .selected=${name === variant}>
              ${title}
            </option>`,
        )}
      </select>
      ${
        chosen?.description
          ? html`<div class="description">${markdown(chosen.description)}</div>`
          : nothing
      }
      ${
        chosen && chosen.properties.length > 0
          ? renderGroup(
              {
                ...childField(field, {
                  parameter,
                  id: groupId(id, chosen.name),
                  keys: [],
                  raw: groups[chosen.name],
                  put: (outer: RawOneOf, update) => ({
                    ...outer,
                    groups: {
                      ...outer.groups,
                      [chosen.name]: update(outer.groups[chosen.name]),
                    },
                  }),
                }),
                address: field.address,
              },
              chosen.properties,
            )
          : nothing
      }
    `;
  },
};

/** Variants may have parameters of the same name: their ids differ. */
function groupId(id: string, variant: string): string {
  return `${id}-${variant.replace(/\W/g, '_')}`;
}

function propertiesOf(
  parameter: BaseParameter,
  name: string,
): readonly BaseParameter[] {
  const {variants} = parameter as ShapeOf<OneOfParameter>;
  return variants.find((one) => one.name === name)?.properties ?? [];
}
