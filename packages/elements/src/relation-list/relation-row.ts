import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import {attributeText} from '@ls-annotation/core';
import type {ConfigTag, Relation} from '@ls-annotation/core';

import type {RegionDescription} from '../region-list/describe-region.js';
import {icon} from '../styles/icons.js';

/** Everything that the row of a relation shows. */
export interface RelationRowContent {
  /** The relation. */
  readonly relation: Relation;
  /** Region that it starts at, in words. */
  readonly from: RegionDescription;
  /** Region that it ends at, in words. */
  readonly to: RegionDescription;
  /** `<Relation>` tags to choose from. */
  readonly labels: readonly ConfigTag[];
  /** True while its labels are being chosen. */
  readonly isOpen: boolean;
  /** True when it may not be changed. */
  readonly isFixed: boolean;
  /** Called with what a person does, and to what. */
  readonly act: (action: string, value: string) => void;
}

const DIRECTIONS: Readonly<Record<string, readonly [string, string]>> = {
  right: ['→', 'From the first to the second'],
  left: ['←', 'From the second to the first'],
  bi: ['↔', 'In both directions'],
};

/** Returns the row of a relation. */
export function renderRelationRow(content: RelationRowContent): TemplateResult {
  const {relation, from, to, isFixed, act} = content;
  return html`
    <li part="row">
      <div class="ends">
        ${renderEnd(from, () => {
          act('select', relation.fromId);
        })}
        ${renderDirection(content)}
        ${renderEnd(to, () => {
          act('select', relation.toId);
        })}
        ${
          isFixed
            ? nothing
            : html`<button
                class="button quiet icon delete"
                type="button"
                aria-label="Delete the relation of ${nameOf(from)} and ${nameOf(to)}"
                title="Delete"
                @click=${() => {
                  act('delete', '');
                }}
              >
                ${icon('delete')}
              </button>`
        }
      </div>
      ${renderLabels(content)}
    </li>
  `;
}

function renderEnd(
  description: RegionDescription,
  select: () => void,
): TemplateResult {
  const {title, detail, color} = description;
  const style = CSS.supports('color', color) ? `--_color: ${color}` : '';
  return html`
    <button
      class="end"
      type="button"
      title="Select ${nameOf(description)}"
      @click=${select}
    >
      <span class="swatch" .style=${style}></span>
      <span class="words">
        <span class="title">${title}</span>
        <span class="detail">${detail}</span>
      </span>
    </button>
  `;
}

function renderDirection({
  relation,
  isFixed,
  act,
}: RelationRowContent): TemplateResult {
  const [sign, words] = DIRECTIONS[relation.direction] ?? ['–', 'No direction'];
  if (isFixed) {
    return html`<span class="direction" role="img" aria-label=${words}
      >${sign}</span
    >`;
  }
  return html`
    <button
      class="button quiet icon direction"
      type="button"
      aria-label="${words}. Turn"
      title=${words}
      @click=${() => {
        act('turn', '');
      }}
    >
      <span aria-hidden="true">${sign}</span>
    </button>
  `;
}

function renderLabels(
  content: RelationRowContent,
): TemplateResult | typeof nothing {
  const {relation, labels, isOpen, isFixed, act} = content;
  const isOffered = !isFixed && labels.length > 0;
  if (relation.labels.length === 0 && !isOffered) return nothing;
  return html`
    <div class="labels">
      ${isOpen && isOffered ? labels.map((label) => renderChoice(label, content)) : relation.labels.map((value) => renderChip(value, labels))}
      ${
        isOffered
          ? html`<button
              class="button quiet edit"
              type="button"
              aria-expanded=${isOpen}
              @click=${() => {
                act('edit', '');
              }}
            >
              ${isOpen ? 'Done' : 'Label…'}
            </button>`
          : nothing
      }
    </div>
  `;
}

function renderChip(
  value: string,
  labels: readonly ConfigTag[],
): TemplateResult {
  const label = labels.find((candidate) => candidate.value === value);
  return html`<span class="chip" .style=${colorOf(label)}>${value}</span>`;
}

function renderChoice(
  label: ConfigTag,
  {relation, act}: RelationRowContent,
): TemplateResult {
  return html`
    <button
      class="chip"
      type="button"
      aria-pressed=${relation.labels.includes(label.value)}
      .style=${colorOf(label)}
      @click=${() => {
        act('label', label.value);
      }}
    >
      ${label.value}
    </button>
  `;
}

/** A colour of a config goes in as a colour or not at all. */
function colorOf(label: ConfigTag | undefined): string {
  const color = label ? attributeText(label, 'background') : '';
  return CSS.supports('color', color) ? `--_color: ${color}` : '';
}

function nameOf({title, detail}: RegionDescription): string {
  return detail === '' ? title : `${title} ${detail}`;
}
