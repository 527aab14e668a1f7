import {html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import type {AnnotationState, Commit, Region} from '@ls-annotation/core';
import {colorOfText} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';
import type {ContributionBoard, ContributionKind} from '@ls-annotation/plugins';

import {NO_REMARKS, RegionRemarker} from '../contributions/region-remarks.js';
import type {RegionRemarks} from '../contributions/region-remarks.js';
import {ObservableController} from '../controllers/observable-controller.js';
import {RegionMenuRequestEvent} from '../events/region-menu-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {icon} from '../styles/icons.js';
import {regionLabelStyles} from '../styles/region-label.styles.js';

import {describeRegion} from './describe-region.js';
import {emptyHint} from './empty-hint.js';
import {regionListStyles} from './region-list.styles.js';
import {RegionListKeys} from './region-list-keys.js';
import {renderGroupRow, renderMessages, renderRegionRow} from './region-row.js';
import type {RowPlace} from './region-row.js';
import {RegionRows} from './region-rows.js';
import type {ListRow} from './region-rows.js';
import {RowWindow} from './row-window.js';

/** Height of a line, as in the styles. */
const ROW_REM = 2.75;

/**
 * The regions of the annotation on display, however many there are: only the
 * lines in view exist.
 *
 * A tree by its semantics, with the focus on the whole: arrow keys move and
 * select, with shift they extend, with ctrl they only move; space adds and
 * takes away; delete, alt+h and alt+l delete, hide and lock; left and right
 * fold groups. Where there is a menu for regions, a right click, shift+F10 and
 * the menu key ask for it.
 *
 * What plugins say about regions stands in their lines, and in full below the
 * list for the one that is selected.
 *
 * @summary The regions of an annotation, to select, hide, lock and delete.
 * @since 0.1.0
 *
 * @fires {RegionMenuRequestEvent} ls-region-menu-request - Fired when a person asks for the menu of a region. Bubbles, composed, not cancelable.
 *
 * @slot operators - Operators on regions, beside the title.
 *
 * @csspart header - Title, count and buttons.
 * @csspart tree - The lines, which scroll.
 * @csspart row - The line of a region.
 * @csspart group - The line over the regions with one label.
 * @csspart badge - A word or two of a plugin beside a region.
 * @csspart messages - What plugins say about the selected region.
 * @csspart empty - What stands there without regions.
 *
 * @cssproperty [--ls-region-list-max-block-size=min(40rem, 70vb)] - Height at which the lines begin to scroll.
 */
export class RegionListElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    regionLabelStyles,
    regionListStyles,
  ];

  /** The session whose annotation is shown. */
  @property({attribute: false})
  session: LabelingSession | null = null;

  /** Internal id of the annotation, or `null`. */
  @property({attribute: false})
  annotationId: string | null = null;

  /** What plugins contribute to the regions, or `null`. */
  @property({attribute: false})
  contributions: ContributionBoard | null = null;

  /** True when a menu can be asked for. */
  @property({type: Boolean, attribute: 'has-menu'})
  hasMenu = false;

  @state()
  private activeIndex = 0;

  @state()
  private hoveredIndex = -1;

  @query('.row.active')
  private activeLine!: HTMLElement | null;

  @query('.tree')
  private tree!: HTMLElement | null;

  #rows: RegionRows | null = null;
  #selection: readonly string[] = [];
  #isGrouped = false;
  #remarker: RegionRemarker | null = null;
  readonly #keys = new RegionListKeys(this);
  readonly #commits = new ObservableController<Commit>(
    this,
    () => this.session?.store.changes$ ?? null,
    (commit) => {
      this.#onCommit(commit);
    },
  );
  readonly #contributed = new ObservableController<ContributionKind>(
    this,
    () => this.contributions?.changes$ ?? null,
  );
  readonly #window = new RowWindow(this, {
    viewport: () => this.tree,
    rowRem: ROW_REM,
  });

  /**
   * The lines; `null` without an annotation.
   *
   * @internal
   */
  get rows(): RegionRows | null {
    return this.#rows;
  }

  /**
   * Number of the line that the keyboard is on, 0-based.
   *
   * @internal
   */
  get active(): number {
    return this.activeIndex;
  }

  /**
   * Puts the keyboard on a line and scrolls it into view.
   *
   * @internal
   */
  moveTo(index: number): void {
    const last = (this.#rows?.length ?? 0) - 1;
    this.activeIndex = Math.max(0, Math.min(index, last));
    this.#window.reveal(this.activeIndex);
  }

  /**
   * Folds a group away, or opens it.
   *
   * @internal
   */
  setGroupOpen(label: string, isOpen: boolean): void {
    this.#rows?.setOpen(label, isOpen);
    this.requestUpdate();
  }

  /** Puts the keyboard on the line of a region, and the focus on the list. */
  async focusRegion(regionId: string): Promise<void> {
    this.#rows?.reveal(regionId);
    this.requestUpdate();
    await this.updateComplete;
    const index = this.#rows?.indexOf(regionId) ?? -1;
    if (index !== -1) this.moveTo(index);
    await this.updateComplete;
    this.tree?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#commits.reset();
    if (changed.has('contributions')) {
      const {contributions} = this;
      this.#remarker = contributions && new RegionRemarker(contributions);
      this.#contributed.reset();
    }
    if (changed.has('session') || changed.has('annotationId')) this.#reload();
    const count = this.#rows?.length ?? 0;
    this.activeIndex = Math.max(0, Math.min(this.activeIndex, count - 1));
    this.#window.count = count;
    this.#window.kept = this.activeIndex;
  }

  protected override render(): TemplateResult {
    const size = this.#rows?.size ?? 0;
    return html`
      <section class="list" aria-labelledby="title">
        <header part="header">
          <h2 id="title">Regions <span class="count">${size}</span></h2>
          <slot name="operators"></slot>
          ${size > 0 ? this.#renderTools() : nothing}
        </header>
        ${size > 0 ? this.#renderTree() : this.#renderEmpty()}
      </section>
    `;
  }

  #renderTools(): TemplateResult {
    return html`
      <button
        class="button quiet icon"
        type="button"
        aria-pressed=${this.#isGrouped}
        aria-label="Group by label"
        title="Group by label"
        @click=${this.#onGroupClick}
      >
        ${icon('group')}
      </button>
      <button
        class="button quiet icon"
        type="button"
        aria-label="Hide or show all regions"
        title="Hide or show all regions"
        @click=${this.#onHideAllClick}
      >
        ${icon('visible')}
      </button>
    `;
  }

  #renderEmpty(): TemplateResult {
    return html`
      <div class="empty" part="empty">
        <strong>No regions yet</strong>
        ${emptyHint(this.session?.config ?? null)}
      </div>
    `;
  }

  #renderTree(): TemplateResult {
    // Not `repeat`, which leaves a comment behind for every line that goes:
    // https://github.com/lit/lit/issues/5298
    return html`
      <div
        class="tree"
        part="tree"
        role="tree"
        tabindex="0"
        aria-labelledby="title"
        aria-multiselectable="true"
        aria-activedescendant="row-${this.activeIndex}"
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
        @contextmenu=${this.#onContextMenu}
        @pointerover=${this.#onPointerOver}
        @pointerleave=${this.#onPointerLeave}
      >
        <div
          class="space"
          role="none"
          .style=${`block-size: ${this.#window.sizePx}px`}
        >
          ${this.#window.rows.map(({index, topPx}) =>
            this.#renderRow(index, {
              index,
              topPx,
              isActive: index === this.activeIndex,
              isHovered: index === this.hoveredIndex,
            }),
          )}
        </div>
      </div>
      ${renderMessages(this.#selectedRemarks().messages)}
    `;
  }

  #renderRow(index: number, place: RowPlace): TemplateResult | typeof nothing {
    const row = this.#rows?.at(index);
    if (row?.kind === 'group') {
      return renderGroupRow(row, this.#groupColor(row.label, index), place);
    }
    return row ? this.#renderRegion(row, place) : nothing;
  }

  #renderRegion(
    row: Extract<ListRow, {kind: 'region'}>,
    place: RowPlace,
  ): TemplateResult | typeof nothing {
    const annotation = this.#annotation();
    const region = this.session?.store.findRegion(
      this.annotationId ?? '',
      row.id,
    );
    if (!region || !annotation) return nothing;
    const {info} = annotation;
    const content = {
      row,
      region,
      description: describeRegion(region, this.session?.config ?? null),
      number: this.#rows?.numberOf(row.id) ?? 0,
      isSelected: this.#selection.includes(row.id),
      isReadonly:
        region.readonly || region.locked || info.readonly || !info.editable,
      remarks: this.#remarksOn(region),
      hasMenu: this.hasMenu,
    };
    return renderRegionRow(content, place);
  }

  /** The colour of the first region under the heading. */
  #groupColor(label: string, index: number): string {
    if (!label) return '';
    const row = this.#rows?.at(index + 1);
    const region =
      row?.kind === 'region'
        ? this.session?.store.findRegion(this.annotationId ?? '', row.id)
        : undefined;
    return region
      ? describeRegion(region, this.session?.config ?? null).color
      : colorOfText(label);
  }

  #remarksOn(region: Region): RegionRemarks {
    const {scope} = this.session ?? {};
    return this.#remarker && scope?.annotationId === this.annotationId
      ? this.#remarker.about(region, scope.annotation)
      : NO_REMARKS;
  }

  #selectedRemarks(): RegionRemarks {
    const region = this.session?.store.findRegion(
      this.annotationId ?? '',
      this.#selection.at(-1) ?? '',
    );
    return region ? this.#remarksOn(region) : NO_REMARKS;
  }

  #annotation(): AnnotationState | undefined {
    return this.session?.store.state.annotations[this.annotationId ?? ''];
  }

  #reload(): void {
    const {session, annotationId} = this;
    const isThere = Boolean(this.#annotation());
    this.#rows =
      session && annotationId && isThere
        ? new RegionRows(session.store, annotationId)
        : null;
    if (this.#rows) this.#rows.isGrouped = this.#isGrouped;
    this.#selection = this.#annotation()?.selection ?? [];
    this.activeIndex = 0;
  }

  #onCommit(commit: Commit): void {
    this.#rows?.apply(commit);
    const selection = this.#annotation()?.selection ?? [];
    if (selection === this.#selection) return;
    this.#selection = selection;
    const latest = selection.at(-1);
    const index =
      latest === undefined ? -1 : (this.#rows?.indexOf(latest) ?? -1);
    if (index !== -1 && index !== this.activeIndex) this.moveTo(index);
  }

  #onGroupClick(): void {
    this.#isGrouped = !this.#isGrouped;
    if (this.#rows) this.#rows.isGrouped = this.#isGrouped;
    this.activeIndex = 0;
    this.requestUpdate();
  }

  #onHideAllClick(): void {
    const {session} = this;
    const row = this.#rows?.at(this.#isGrouped ? 1 : 0);
    if (!session || row?.kind !== 'region') return;
    const region = session.store.findRegion(this.annotationId ?? '', row.id);
    session.actions.setAllHidden(!region?.hidden);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (this.#keys.press(event)) event.preventDefault();
  }

  #onPointerOver(event: PointerEvent): void {
    this.hoveredIndex = indexAt(event);
  }

  #onPointerLeave(): void {
    this.hoveredIndex = -1;
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const index = indexAt(event);
    const action = target.closest<HTMLElement>('[data-action]');
    if (action?.dataset.action === 'menu') {
      const {left, bottom} = action.getBoundingClientRect();
      this.#askForMenu(index, left, bottom);
    } else if (index >= 0) {
      this.#keys.click(index, action?.dataset.action ?? '', event);
    }
  }

  #onContextMenu(event: MouseEvent): void {
    if (!this.hasMenu) return;
    const index = indexAt(event);
    if (index !== -1) {
      event.preventDefault();
      this.#askForMenu(index, event.clientX, event.clientY);
      return;
    }
    // Of the keyboard: the line it is on, not where the list stands.
    const line = this.activeLine;
    if (!line) return;
    event.preventDefault();
    const {left, right, bottom} = line.getBoundingClientRect();
    this.#askForMenu(this.activeIndex, (left + right) / 2, bottom);
  }

  #askForMenu(index: number, xPx: number, yPx: number): void {
    this.moveTo(index);
    const row = this.#rows?.at(index);
    if (row?.kind !== 'region') return;
    /** @internal */
    this.dispatchEvent(new RegionMenuRequestEvent(row.id, {xPx, yPx}));
  }
}

/** Number of the line that an event came from, or -1. */
function indexAt(event: Event): number {
  const line = (event.target as Element).closest<HTMLElement>('[data-index]');
  return Number(line?.dataset.index ?? -1);
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-region-list': RegionListElement;
  }
}
