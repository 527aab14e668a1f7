import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {classMap} from 'lit/directives/class-map.js';

import type {Region} from '@ls-annotation/core';

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
      ><span
        class="detail"
        .textContent=${`${description.detail} `}
      ></span></span
    >${renderEnd(content, place)}
  </div>`;
}

function renderEnd(
  content: RegionRowContent,
  {isActive, isHovered}: RowPlace,
): TemplateResult | typeof nothing {
  const {region, isSelected} = content;
  const hasButtons = isActive || isHovered || isSelected;
  const hasState = region.locked || region.hidden;
  if (!hasButtons && !hasState && region.score === undefined) return nothing;
  return html`
    <span class="end">
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
  {region, isReadonly}: RegionRowContent,
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
function rowLabel({region, description, number}: RegionRowContent): string {
  const seen = [
    `${number}`,
    description.title,
    description.detail,
    region.score === undefined ? '' : region.score.toFixed(2),
  ];
  const states = [region.hidden ? 'hidden' : '', region.locked ? 'locked' : ''];
  const words = seen.filter(Boolean).join(' ');
  return [words, ...states.filter(Boolean)].join(', ');
}
