import {html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {filter} from 'rxjs';

import {
  classificationsOf,
  optionsOf,
  touchedRegions,
} from '@ls-annotation/core';
import type {
  AnnotationState,
  Commit,
  ConfigTag,
  Relation,
} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';

import {ObservableController} from '../controllers/observable-controller.js';
import {describeRegion} from '../region-list/describe-region.js';
import type {RegionDescription} from '../region-list/describe-region.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {regionLabelStyles} from '../styles/region-label.styles.js';
import {linkModeOf} from '../surfaces/relations/link-mode.js';
import type {LinkMode, LinkState} from '../surfaces/relations/link-mode.js';

import {relationListStyles} from './relation-list.styles.js';
import {renderRelationRow} from './relation-row.js';
import {toggledLabels, turned} from './relation-changes.js';

const FIRST_ROWS = 100;

/**
 * The relations of the annotation on display: which regions they link, in
 * which direction, with which labels, and what makes and removes them.
 *
 * A relation is made by selecting a region, pressing the button, or `alt+r`,
 * and choosing the other one. Without relations, and with fewer than two
 * regions, nothing is shown unless the config has `<Relations>`.
 *
 * @summary The relations of an annotation, to make, turn, label and remove.
 * @since 0.1.0
 *
 * @csspart header - Title, count and button.
 * @csspart row - A relation.
 * @csspart empty - What stands there without relations.
 */
export class RelationListElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    regionLabelStyles,
    relationListStyles,
  ];

  /** The session whose annotation is shown. */
  @property({attribute: false})
  session: LabelingSession | null = null;

  /** Internal id of the annotation, or `null`. */
  @property({attribute: false})
  annotationId: string | null = null;

  @state()
  private openId = '';

  @state()
  private isWhole = false;

  @query('section')
  private section!: HTMLElement | null;

  @queryAll('.delete')
  private deleteButtons!: NodeListOf<HTMLElement>;

  #seen: AnnotationState | null = null;
  readonly #commits = new ObservableController<Commit>(
    this,
    () => this.session?.store.changes$.pipe(filter(this.#concerns)) ?? null,
  );
  readonly #links = new ObservableController<LinkState | null>(
    this,
    () => this.#mode?.state$ ?? null,
  );

  /** A change of many regions is none of a few relations. */
  #concerns = (commit: Commit): boolean => {
    const annotation = this.#annotation;
    if (!annotation) return this.#seen !== null;
    const {relations, selection, info} = annotation;
    const seen = this.#seen;
    if (seen?.relations !== relations) return true;
    if (seen.selection !== selection || seen.info !== info) return true;
    const {added, updated, removed} = touchedRegions(commit, annotation.id);
    if (added.length > 0 || removed.length > 0) return true;
    const ends = relations.flatMap(({fromId, toId}) => [fromId, toId]);
    return updated.some((id) => ends.includes(id));
  };

  get #mode(): LinkMode | null {
    return this.session && linkModeOf(this.session);
  }

  get #annotation(): AnnotationState | undefined {
    return this.session?.store.state.annotations[this.annotationId ?? ''];
  }

  /** Tags of the config that say how relations may be labelled. */
  get #tags(): readonly ConfigTag[] {
    const controls = this.session?.config?.controls ?? [];
    return controls.filter(({type}) => type === 'relations');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) {
      this.#commits.reset();
      this.#links.reset();
    }
    if (changed.has('session') || changed.has('annotationId')) {
      this.openId = '';
      this.isWhole = false;
    }
    this.#seen = this.#annotation ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const annotation = this.#annotation;
    if (!annotation || !this.#isShown(annotation)) return nothing;
    const {relations} = annotation;
    const isOn = this.#mode?.state != null;
    const isFixed = this.#isFixed(annotation);
    return html`
      <section class="list" aria-labelledby="title" tabindex="-1">
        <header part="header">
          <h2 id="title">
            Relations<span class="count">${relations.length}</span>
          </h2>
          ${
            isFixed
              ? nothing
              : html`<button
                  class="button link"
                  type="button"
                  aria-pressed=${isOn}
                  aria-keyshortcuts="Alt+R"
                  title="Link the selected region with another (alt+r)"
                  ?disabled=${!isOn && annotation.selection.length !== 1}
                  @click=${this.#onLinkClick}
                >
                  Link
                </button>`
          }
        </header>
        ${relations.length === 0 ? this.#renderEmpty() : this.#renderRows(relations, isFixed)}
      </section>
    `;
  }

  #isShown({relations, regions}: AnnotationState): boolean {
    const count = regions.size - classificationsOf(regions).length;
    return relations.length > 0 || count > 1 || this.#tags.length > 0;
  }

  #isFixed({info}: AnnotationState): boolean {
    return info.readonly || !info.editable;
  }

  #renderEmpty(): TemplateResult {
    return html`
      <p class="empty" part="empty">
        Select a region, press Link, then choose the other one.
      </p>
    `;
  }

  #renderRows(
    relations: readonly Relation[],
    isFixed: boolean,
  ): TemplateResult {
    const shown = this.isWhole ? relations : relations.slice(0, FIRST_ROWS);
    const labels = this.#tags.flatMap((tag) => optionsOf(tag));
    return html`
      <ul>
        ${repeat(
          shown,
          ({id}) => id,
          (relation) =>
            renderRelationRow({
              relation,
              from: this.#describe(relation.fromId),
              to: this.#describe(relation.toId),
              labels,
              isOpen: relation.id === this.openId,
              isFixed,
              act: (action, value) => {
                this.#act(relation, action, value);
              },
            }),
        )}
      </ul>
      ${
        shown.length < relations.length
          ? html`<button
              class="button quiet more"
              type="button"
              @click=${this.#onMoreClick}
            >
              Show all ${relations.length}
            </button>`
          : nothing
      }
    `;
  }

  #describe(regionId: string): RegionDescription {
    const {session, annotationId} = this;
    const region = session?.store.findRegion(annotationId ?? '', regionId);
    if (!region) return {title: 'Gone', detail: '', color: ''};
    return describeRegion(region, session?.config ?? null);
  }

  #act(relation: Relation, action: string, value: string): void {
    const {actions} = this.session ?? {};
    if (!actions) return;
    const {id, fromId, toId, direction, labels} = relation;
    switch (action) {
      case 'select':
        actions.selectRegions([value]);
        break;
      case 'select-both':
        actions.selectRegions([fromId, toId]);
        break;
      case 'turn':
        actions.setRelationDirection(id, turned(direction));
        break;
      case 'edit':
        this.openId = this.openId === id ? '' : id;
        break;
      case 'label':
        actions.setRelationLabels(id, toggledLabels(this.#tags, labels, value));
        break;
      case 'delete':
        this.#delete(relation);
    }
  }

  #delete({id}: Relation): void {
    const relations = this.#annotation?.relations ?? [];
    const index = relations.findIndex((relation) => relation.id === id);
    this.session?.actions.removeRelation(id);
    void this.updateComplete.then(() => {
      this.#focusRow(index);
    });
  }

  /** The focus goes to what is in the place of the row that is gone. */
  #focusRow(index: number): void {
    const buttons = [...this.deleteButtons];
    const next = buttons[Math.min(index, buttons.length - 1)];
    (next ?? this.section)?.focus();
  }

  #onLinkClick(): void {
    if (this.#mode?.state) this.#mode.cancel();
    else this.#mode?.start();
  }

  #onMoreClick(): void {
    this.isWhole = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-relation-list': RelationListElement;
  }
}
