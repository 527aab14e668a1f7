import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {classMap} from 'lit/directives/class-map.js';

import type {Region} from '@ls-annotation/core';
import type {RegionMessage} from '@ls-annotation/plugins';

import type {RegionRemarks} from '../contributions/region-remarks.js';
import {icon} from '../styles/icons.js';

import type {RegionDescription} from './describe-region.js';
import type {GroupRow, RegionRow} from './region-rows.js';

/** Where a line stands and whether the keyboard is on it. */
export interface RowPlace {
  /** 0-based line. */
  readonly index: number;
  /** Distance from the top of the list, CSS pixels. */
  readonly topPx: number;
  /** True for the line that the keyboard is on. */
  readonly isActive: boolean;
  /** True for the line that the pointer is on. */
  readonly isHovered: boolean;
}

/** Everything that a region's line shows. */
export interface RegionRowContent {
  /** The line. */
  readonly row: RegionRow;
  /** The region. */
  readonly region: Region;
  /** Words and colour. */
  readonly description: RegionDescription;
  /** 1-based number in the order of creation. */
  readonly number: number;
  /** True when the region is selected. */
  readonly isSelected: boolean;
  /** True when it may not be changed. */
  readonly isReadonly: boolean;
  /** What plugins say about it. */
  readonly remarks: RegionRemarks;
  /** True when there is a menu of what can be done with it. */
  readonly hasMenu: boolean;
}

/**
 * Returns the line of a region. Its buttons are found by `data-action`.
 *
 * A line is as few nodes as it can be: texts are properties, with the space
 * between the words in them, and buttons are only where they can be pressed
 * or say something.
 */
export function renderRegionRow(
  content: RegionRowContent,
  place: RowPlace,
): TemplateResult {
  const {row, region, description, number, isSelected} = content;
  const classes = {
    row: true,
    nested: row.level > 1,
    active: place.isActive,
    'hidden-region': region.hidden,
  };
  return html`<div
    class=${classMap(classes)}
    part="row"
    role="treeitem"
    id="row-${place.index}"
    aria-level=${row.level}
    aria-posinset=${row.position + 1}
    aria-setsize=${row.setSize}
    aria-selected=${isSelected}
    aria-label=${rowLabel(content)}
    data-index=${place.index}
    .style=${`translate: 0 ${place.topPx}px`}
  >
    <span class="number" .textContent=${`${number} `}></span
    ><span class="swatch" .style=${swatchStyle(description.color)}></span
    ><span class="words"
      ><span class="title" .textContent=${`${description.title} `}></span
      >${renderDetail(content)}</span
    >${renderEnd(content, place)}
  </div>`;
}

/** What is wrong is more urgent than what it is. */
function renderDetail({
  description,
  remarks,
}: RegionRowContent): TemplateResult {
  const [message] = remarks.messages;
  if (!message) {
    return html`<span
      class="detail"
      .textContent=${`${description.detail} `}
    ></span>`;
  }
  const {severity = 'error', text} = message;
  return html`<span class="detail message ${severity}" title=${text}
    >${icon(severity)}<span .textContent=${`${text} `}></span
  ></span>`;
}

function renderEnd(
  content: RegionRowContent,
  {isActive, isHovered}: RowPlace,
): TemplateResult | typeof nothing {
  const {region, isSelected, remarks} = content;
  const {badges} = remarks;
  const hasButtons = isActive || isHovered || isSelected;
  const hasState = region.locked || region.hidden;
  const hasWords = region.score !== undefined || badges.length > 0;
  if (!hasButtons && !hasState && !hasWords) return nothing;
  return html`
    <span class="end">
      ${badges.map(
        ({text, tone = 'neutral'}) =>
          html`<span
            class="badge ${tone}"
            part="badge"
            .textContent=${text}
          ></span>`,
      )}
      ${
        region.score === undefined
          ? nothing
          : html`<span class="score">${region.score.toFixed(2)}</span>`
      }
      ${renderButtons(content, hasButtons)}
    </span>
  `;
}

/** Returns the heading of a group. */
export function renderGroupRow(
  row: GroupRow,
  color: string,
  place: RowPlace,
): TemplateResult {
  const title = row.label || 'No label';
  return html`
    <div
      class=${classMap({row: true, group: true, active: place.isActive})}
      part="group"
      role="treeitem"
      id="row-${place.index}"
      aria-level="1"
      aria-posinset=${row.position + 1}
      aria-setsize=${row.setSize}
      aria-expanded=${row.isOpen}
      aria-selected="false"
      aria-label="${title} ${row.count}"
      data-index=${place.index}
      .style=${`translate: 0 ${place.topPx}px`}
    >
      ${icon('chevron')}
      <span class="swatch" .style=${swatchStyle(color)}></span>
      <span class="title">${title}</span>
      <span class="score">${row.count}</span>
    </div>
  `;
}

/**
 * By way of the property, since a page's policy may forbid the attribute. A
 * colour may come from a task: nothing but a colour goes in.
 */
function swatchStyle(color: string): string {
  return CSS.supports('color', color) ? `--_color: ${color}` : '';
}

/** Those that say something are always there, the others on request. */
function renderButtons(
  {region, isReadonly, hasMenu}: RegionRowContent,
  hasAll: boolean,
): TemplateResult {
  const {locked, hidden} = region;
  return html`
    ${
      locked || (hasAll && !isReadonly)
        ? rowButton('lock', locked ? 'Unlock' : 'Lock', {
            glyph: locked ? 'lock' : 'unlock',
            isOn: locked,
          })
        : nothing
    }
    ${
      hidden || hasAll
        ? rowButton('hide', hidden ? 'Show' : 'Hide', {
            glyph: hidden ? 'hidden' : 'visible',
            isOn: hidden,
          })
        : nothing
    }
    ${
      hasAll && !isReadonly
        ? rowButton('delete', 'Delete', {glyph: 'delete', isOn: false})
        : nothing
    }
    ${
      hasAll && hasMenu
        ? rowButton('menu', 'More', {glyph: 'more', isOn: false})
        : nothing
    }
  `;
}

interface RowButton {
  readonly glyph: Parameters<typeof icon>[0];
  readonly isOn: boolean;
}

/** For the pointer; the keyboard has keys of its own on the line. */
function rowButton(
  action: string,
  label: string,
  {glyph, isOn}: RowButton,
): TemplateResult {
  return html`<button
    class=${classMap({button: true, quiet: true, icon: true, on: isOn})}
    type="button"
    tabindex="-1"
    aria-label=${label}
    title=${label}
    data-action=${action}
  >
    ${icon(glyph)}
  </button>`;
}

/** The words that are seen, in their order, then what icons say. */
function rowLabel(content: RegionRowContent): string {
  const {region, description, number, remarks} = content;
  const [message, ...others] = remarks.messages;
  const seen = [
    `${number}`,
    description.title,
    message?.text ?? description.detail,
    ...remarks.badges.map(({text}) => text),
    region.score === undefined ? '' : region.score.toFixed(2),
  ];
  const states = [
    message ? SEVERITIES[message.severity ?? 'error'] : '',
    region.hidden ? 'hidden' : '',
    region.locked ? 'locked' : '',
    message ? description.detail : '',
    ...others.map(describeMessage),
  ];
  const words = seen.filter(Boolean).join(' ');
  return [words, ...states.filter(Boolean)].join(', ');
}

const SEVERITIES = {error: 'error', warning: 'warning', info: 'note'} as const;

function describeMessage({severity = 'error', text}: RegionMessage): string {
  return `${SEVERITIES[severity]}: ${text}`;
}

/** Returns all that is said about the region that is selected, in full. */
export function renderMessages(
  messages: readonly RegionMessage[],
): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  return html`<ul class="messages" part="messages" aria-label="Messages">
    ${messages.map(
      ({severity = 'error', text}) =>
        html`<li class="message ${severity}">
          ${icon(severity)}<span .textContent=${text}></span>
        </li>`,
    )}
  </ul>`;
}
