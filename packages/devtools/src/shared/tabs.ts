import {html} from 'lit';
import type {TemplateResult} from 'lit';

/** One tab of a row of tabs. */
export interface Tab {
  /** What it is known by; part of the ids of tab and panel. */
  readonly id: string;
  /** What it is called. */
  readonly label: string;
  /** Number to show beside it: of problems, or of entries. */
  readonly count?: number;
  /** True when that number is of something wrong. */
  readonly isAlarm?: boolean;
}

/** What {@link renderTabs} shows. */
export interface TabsOptions {
  /** Name for assistive technology. */
  readonly label: string;
  /** The tabs in their order. */
  readonly tabs: readonly Tab[];
  /** Id of the chosen one. */
  readonly chosen: string;
  /** Called with the id of the tab that somebody chooses. */
  readonly onChoose: (id: string) => void;
}

/**
 * Returns a row of tabs, one of which takes part in the tab order; arrow
 * keys, Home and End go from one to the other and choose it. The panel of a
 * tab has the id `panel-…` and is labelled by `tab-…`.
 */
export function renderTabs(options: TabsOptions): TemplateResult {
  const {label, tabs, chosen, onChoose} = options;
  return html`
    <div
      class="tabs"
      part="tabs"
      role="tablist"
      aria-label=${label}
      @keydown=${(event: KeyboardEvent) => {
        onKeyDown(event, options);
      }}
    >
      ${tabs.map(
        ({id, label: name, count = 0, isAlarm = false}) => html`
          <button
            class="tab"
            part="tab"
            type="button"
            role="tab"
            id="tab-${id}"
            aria-controls="panel-${id}"
            aria-selected=${id === chosen}
            tabindex=${id === chosen ? 0 : -1}
            @click=${() => {
              onChoose(id);
            }}
          >
            ${name}${count > 0 ? renderCount(count, isAlarm) : ''}
          </button>
        `,
      )}
    </div>
  `;
}

function renderCount(count: number, isAlarm: boolean): TemplateResult {
  return html` <span class="count ${isAlarm ? 'alarm' : ''}">${count}</span>`;
}

function onKeyDown(event: KeyboardEvent, options: TabsOptions): void {
  const {tabs, chosen, onChoose} = options;
  const row = event.currentTarget as HTMLElement;
  const isReversed = getComputedStyle(row).direction === 'rtl';
  const at = tabs.findIndex(({id}) => id === chosen);
  const index = nextIndex(event.key, at, tabs.length, isReversed);
  const next = index === null ? undefined : tabs[index];
  if (!next) return;
  event.preventDefault();
  onChoose(next.id);
  row.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
}

function nextIndex(
  key: string,
  at: number,
  length: number,
  isReversed: boolean,
): number | null {
  const step = isReversed ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return (at + step + length) % length;
    case 'ArrowLeft':
      return (at - step + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
