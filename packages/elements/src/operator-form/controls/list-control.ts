import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import {moveIssue, toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ListParameter,
  ParameterIssue,
} from '@ls-annotation/operators';

import {icon} from '../../styles/icons.js';
import {renderError} from '../render-error.js';
import {renderField} from '../render-field.js';

import {controlOf} from './control-of.js';
import {childField, locateIssue} from './field-control.js';
import type {Field, FieldControl, ShapeOf} from './field-control.js';
import {startList} from './list-values.js';

/** One entry while it is being edited. */
interface RawEntry {
  /** Unique in its list, and the same while the entry moves. */
  readonly id: number;
  readonly raw: unknown;
}

interface RawList {
  readonly entries: readonly RawEntry[];
  readonly nextId: number;
}

/**
 * Entries of one type: added, removed and moved. Alt with an arrow moves an
 * entry; Enter in the last line of text is for the form, as everywhere.
 */
export const listControl: FieldControl = {
  layout: 'group',

  start(parameter, value) {
    const item = itemOf(parameter);
    const entries = startList(parameter, value).map((one, id) => ({
      id,
      raw: controlOf(item, parameter).start(item, one),
    }));
    return {entries, nextId: entries.length};
  },

  read(parameter, raw) {
    const {entries} = raw as RawList;
    const item = itemOf(parameter);
    const issues: ParameterIssue[] = [];
    const value = entries.map((entry, index) => {
      const read = controlOf(item, parameter).read(item, entry.raw);
      const place = toPointer(parameter.name, index);
      issues.push(...read.issues.map((issue) => moveIssue(issue, place, 1)));
      return read.value;
    });
    return {value, issues};
  },

  locate(place, [index, ...rest]) {
    const entry = (place.raw as RawList).entries[Number(index)];
    const item = itemOf(place.parameter);
    if (!entry) return place;
    return locateIssue(
      controlOf(item, place.parameter),
      {
        parameter: item,
        id: entryId(place.id, entry),
        raw: entry.raw,
        title: `${place.title}, entry ${String(Number(index) + 1)}`,
      },
      toPointer(item.name, ...rest),
    );
  },

  render(field) {
    const {entries} = field.raw as RawList;
    const {maxItems = Infinity} = field.parameter as ShapeOf<ListParameter>;
    const isFixed = field.isReadOnly || field.isDisabled;
    return html`
      <div id=${field.id} class="list" part="list">
        ${
          entries.length === 0
            ? html`<p class="no-rows">No entries yet.</p>`
            : html`<ol aria-label=${field.parameter.title}>
                ${repeat(
                  entries,
                  ({id}) => id,
                  (entry, index) => renderEntry(field, entry, index),
                )}
              </ol>`
        }
        ${
          isFixed
            ? nothing
            : html`<button
                id=${`${field.id}-add`}
                class="button add"
                part="add"
                type="button"
                aria-disabled=${entries.length >= maxItems ? 'true' : nothing}
                @click=${() => {
                  if (entries.length < maxItems) add(field);
                }}
              >
                ${icon('add')} Add entry
              </button>`
        }
      </div>
    `;
  },
};

function renderEntry(
  field: Field,
  entry: RawEntry,
  index: number,
): TemplateResult {
  const item = itemOf(field.parameter);
  const control = controlOf(item, field.parameter);
  const id = entryId(field.id, entry);
  const place = String(index + 1);
  const isWhole = control.layout === 'group' || control.layout === 'bare';
  const inner = childField(field, {
    parameter: item,
    id,
    keys: [index],
    raw: entry.raw,
    label: isWhole ? '' : `${field.label || field.parameter.title} ${place}`,
    put: (outer: RawList, update) => ({
      ...outer,
      entries: outer.entries.map((one) =>
        one.id === entry.id ? {...one, raw: update(one.raw)} : one,
      ),
    }),
  });
  return html`<li
    class=${isWhole ? 'entry whole' : 'entry'}
    @keydown=${(event: KeyboardEvent) => onKeydown(field, event, index)}
  >
    <div class="entry-field">
      ${
        isWhole
          ? renderField(inner, field.parameter, `Entry ${place}`)
          : html`${control.render(inner)}
            ${renderError(`${id}-error`, inner.issues)}`
      }
    </div>
    ${
      field.isReadOnly || field.isDisabled
        ? nothing
        : html`<span class="entry-tools">
            ${renderMove(field, index, -1)} ${renderMove(field, index, 1)}
            <button
              id=${`${id}-remove`}
              class="button quiet icon"
              part="remove"
              type="button"
              aria-label=${`Remove entry ${place}`}
              @click=${() => remove(field, index)}
            >
              ${icon('delete')}
            </button>
          </span>`
    }
  </li>`;
}

function renderMove(field: Field, index: number, step: -1 | 1): TemplateResult {
  const {entries} = field.raw as RawList;
  const isEnd = entries[index + step] === undefined;
  const way = step === -1 ? 'up' : 'down';
  const id = entryId(field.id, entries[index] as RawEntry);
  return html`<button
    id=${`${id}-${way}`}
    class=${`button quiet icon move-${way}`}
    part="move"
    type="button"
    aria-label=${`Move entry ${String(index + 1)} ${way}`}
    aria-disabled=${isEnd ? 'true' : nothing}
    @click=${() => move(field, index, step)}
  >
    ${icon('chevron')}
  </button>`;
}

function onKeydown(field: Field, event: KeyboardEvent, index: number): void {
  const step = ({ArrowUp: -1, ArrowDown: 1} as const)[event.key as 'ArrowUp'];
  if (!event.altKey || (step as number | undefined) === undefined) return;
  if (field.isReadOnly || field.isDisabled) return;
  event.preventDefault();
  event.stopPropagation();
  move(field, index, step);
}

function add(field: Field): void {
  const item = itemOf(field.parameter);
  const {nextId} = field.raw as RawList;
  const raw = controlOf(item, field.parameter).start(item, item.default);
  field.change((before) => {
    const {entries} = before as RawList;
    return {entries: [...entries, {id: nextId, raw}], nextId: nextId + 1};
  });
  field.form.focusLater(entryId(field.id, {id: nextId}));
}

function remove(field: Field, index: number): void {
  const {entries} = field.raw as RawList;
  const left = entries.filter((_one, at) => at !== index);
  const next = left[Math.min(index, left.length - 1)];
  field.change((raw) => ({...(raw as RawList), entries: left}));
  field.form.announce(`Entry ${String(index + 1)} removed.`);
  field.form.focusLater(
    next ? `${entryId(field.id, next)}-remove` : `${field.id}-add`,
  );
}

/** The focus stays where it is: on what has moved. */
function move(field: Field, index: number, step: number): void {
  const {entries} = field.raw as RawList;
  const [one, other] = [entries[index], entries[index + step]];
  if (!one || !other) return;
  const moved = [...entries];
  moved[index] = other;
  moved[index + step] = one;
  const active = field.form.activeId;
  field.change((raw) => ({...(raw as RawList), entries: moved}));
  field.form.announce(`Entry moved to place ${String(index + step + 1)}.`);
  field.form.focusLater(active || entryId(field.id, one));
}

function itemOf(parameter: BaseParameter): BaseParameter {
  return (parameter as ShapeOf<ListParameter>).item;
}

function entryId(id: string, {id: own}: Pick<RawEntry, 'id'>): string {
  return `${id}-${String(own)}`;
}
