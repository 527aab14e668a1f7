import {html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {merge} from 'rxjs';
import type {Observable} from 'rxjs';

import type {AnnotationState} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';

import {ObservableController} from '../controllers/observable-controller.js';
import {toAriaKeyShortcuts} from '../hotkeys/key-chord.js';
import {hostHotkeyKeys} from '../host/host-hotkeys.js';
import type {HostHotkeyName} from '../host/host-hotkeys.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {icon} from '../styles/icons.js';
import type {IconName} from '../styles/icons.js';
import {tooltipStyles} from '../styles/tooltip.styles.js';

import {annotationTabs} from './annotation-tab.js';
import type {AnnotationTab} from './annotation-tab.js';
import {renderSaveButtons} from './save-buttons.js';
import {shortcutText} from './shortcut-text.js';
import {TabStrip} from './tab-strip.js';
import {toolbarStyles} from './toolbar.styles.js';
import {userSlot} from './user-slot.js';

/**
 * The annotations of the task as tabs, undo and redo, and the buttons that
 * save or skip.
 *
 * Which of them are there follows from the session's interfaces. Arrow keys
 * move between tabs; enter or space shows the annotation.
 *
 * @summary Tabs of annotations, undo, skip, submit.
 * @since 0.1.0
 *
 * @slot - What the page adds, before the buttons that save.
 * @slot operators - The operator menu.
 * @slot user-… - Who made the annotation with the internal id that follows.
 *
 * @csspart toolbar - The bar.
 * @csspart tabs - The list of tabs.
 * @csspart tab - One tab.
 * @csspart button - A button without further meaning.
 * @csspart submit - The button that saves.
 */
export class ToolbarElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    tooltipStyles,
    toolbarStyles,
  ];

  /** The session that is shown and acted on. */
  @property({attribute: false})
  session: LabelingSession | null = null;

  /** Parts of the frontend that are on, by Label Studio's names. */
  @property({attribute: false})
  interfaces: readonly string[] = [];

  @query('dialog')
  private dialog!: HTMLDialogElement | null;

  #selectedId = '';
  readonly #strip = new TabStrip(this);
  readonly #changes = new ObservableController<unknown>(
    this,
    () => this.#changes$(),
    () => {
      this.#followSelection();
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#changes.reset();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="toolbar" part="toolbar">
        ${this.#renderWork()}
        <div class="actions">
          <slot name="operators"></slot>
          <slot></slot>
          ${this.#renderInstructions()} ${this.#renderTasks()}
          ${this.#renderSave()}
        </div>
      </div>
      ${this.#renderDialog()}
    `;
  }

  #renderWork(): TemplateResult | typeof nothing {
    const {session} = this;
    if (!session?.store.state.task) return nothing;
    return html`<div class="work">
      ${this.#renderAnnotations(session)} ${this.#renderHistory()}
    </div>`;
  }

  #renderAnnotations(session: LabelingSession): TemplateResult {
    const tabs = annotationTabs(session.store.state, {
      annotations: this.#has('annotations:tabs', 'annotations:menu'),
      predictions: this.#has('predictions:tabs', 'predictions:menu'),
    });
    return html`
      <div class="annotations">
        ${tabs.length > 0 ? this.#renderTabs(tabs) : nothing}
        ${
          this.#has('annotations:add-new')
            ? this.#renderIcon('add', 'New annotation', this.#onAdd, {})
            : nothing
        }
        ${
          this.#has('annotations:add-new')
            ? this.#renderIcon('copy', 'Duplicate', this.#onDuplicate, {})
            : nothing
        }
        ${
          this.#has('annotations:delete') && this.#isOwn()
            ? this.#renderIcon(
                'delete',
                'Delete annotation',
                this.#onDelete,
                {},
              )
            : nothing
        }
      </div>
    `;
  }

  #renderTabs(tabs: readonly AnnotationTab[]): TemplateResult {
    const current = this.#strip.currentOf(tabs);
    return html`
      <div
        class="tabs"
        part="tabs"
        role="tablist"
        aria-label="Annotations"
        @keydown=${this.#strip.press}
        @focusout=${this.#strip.leave}
        @scroll=${this.#strip.fade}
      >
        ${tabs.map((tab) => this.#renderTab(tab, tab.id === current))}
      </div>
    `;
  }

  #renderTab(tab: AnnotationTab, isCurrent: boolean): TemplateResult {
    return html`<button
      class="tab ${tab.isPrediction ? 'prediction' : ''}"
      part="tab"
      type="button"
      role="tab"
      aria-selected=${tab.isSelected}
      tabindex=${isCurrent ? 0 : -1}
      data-id=${tab.id}
      @click=${this.#onTabClick}
    >
      <span class="tab-title"
        ><slot name=${userSlot(tab.id)}>${tab.title}</slot></span
      >
      <span class="tab-detail">${tab.detail}</span>
    </button>`;
  }

  #renderHistory(): TemplateResult | typeof nothing {
    const annotation = this.#annotation();
    if (!annotation || !this.#has('edit-history')) return nothing;
    const {canUndo, canRedo} = this.#history();
    return html`
      <div class="pair history">
        ${this.#renderIcon('undo', 'Undo', this.#onUndo, {
          keys: this.#keysOf('undo'),
          isDisabled: !canUndo,
        })}
        ${this.#renderIcon('redo', 'Redo', this.#onRedo, {
          keys: this.#keysOf('redo'),
          isDisabled: !canRedo,
        })}
      </div>
    `;
  }

  #renderInstructions(): TemplateResult | typeof nothing {
    const {session} = this;
    if (!session?.description || !this.#has('instruction')) return nothing;
    return html`<button
      class="button quiet"
      part="button"
      type="button"
      aria-expanded=${session.flags.showingDescription}
      @click=${this.#onInstructions}
    >
      Instructions
    </button>`;
  }

  #renderTasks(): TemplateResult | typeof nothing {
    const {session} = this;
    if (!session || !this.#has('topbar:prevnext')) return nothing;
    const {canGoPrevTask, canGoNextTask} = session.htx;
    return html`
      <div class="pair">
        ${this.#renderIcon('previous', 'Previous task', this.#onPrevious, {
          isDisabled: !canGoPrevTask,
        })}
        ${
          this.#canPostpone(session)
            ? this.#renderIcon('next', 'Postpone task', this.#onPostpone, {})
            : this.#renderIcon('next', 'Next task', this.#onNext, {
                isDisabled: !canGoNextTask,
              })
        }
      </div>
    `;
  }

  #renderSave(): TemplateResult | typeof nothing {
    const {session} = this;
    if (!session) return nothing;
    return renderSaveButtons({
      session,
      annotation: this.#annotation(),
      has: (name) => this.#has(name),
    });
  }

  #renderIcon(
    name: IconName,
    label: string,
    onClick: () => void,
    {keys = '', isDisabled = false}: IconButtonOptions,
  ): TemplateResult {
    const tooltip = keys ? `${label} (${shortcutText(keys)})` : label;
    return html`<button
      class="button quiet icon"
      part="button"
      type="button"
      aria-label=${label}
      aria-keyshortcuts=${keys ? toAriaKeyShortcuts(keys) : nothing}
      aria-disabled=${isDisabled}
      data-tooltip=${tooltip}
      @click=${onClick}
    >
      ${icon(name)}
    </button>`;
  }

  #renderDialog(): TemplateResult {
    const count = this.#annotation()?.regions.size ?? 0;
    return html`
      <dialog aria-labelledby="question" aria-describedby="consequence">
        <h2 id="question">Delete this annotation?</h2>
        <p id="consequence">
          ${
            count === 1
              ? 'Its one result is lost'
              : `Its ${count} results are lost`
          }.
          This cannot be undone.
        </p>
        <form method="dialog" class="buttons">
          <button class="button" type="submit">Cancel</button>
          <button
            class="button danger"
            type="submit"
            @click=${this.#onDeleteConfirm}
          >
            Delete
          </button>
        </form>
      </dialog>
    `;
  }

  #changes$(): Observable<unknown> | null {
    const {session} = this;
    if (!session) return null;
    return merge(session.store.changes$, session.annotation$, session.state$);
  }

  #followSelection(): void {
    const selectedId = this.session?.store.state.selectedId ?? '';
    if (selectedId === this.#selectedId) return;
    this.#selectedId = selectedId;
    this.dialog?.close();
  }

  #history(): {readonly canUndo: boolean; readonly canRedo: boolean} {
    const {store} = this.session ?? {};
    const id = store?.state.selectedId;
    return store && id && store.state.annotations[id]
      ? store.history(id)
      : {canUndo: false, canRedo: false};
  }

  #annotation(): AnnotationState | undefined {
    const state = this.session?.store.state;
    return state?.annotations[state.selectedId ?? ''];
  }

  #isOwn(): boolean {
    return this.#annotation()?.info.type === 'annotation';
  }

  #keysOf(name: HostHotkeyName): string {
    return this.session ? hostHotkeyKeys(this.session, name) : '';
  }

  #has(...names: readonly string[]): boolean {
    return names.some((name) => this.interfaces.includes(name));
  }

  #onTabClick(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.session?.selectAnnotation(id, {exitViewAll: true});
  }

  #onAdd(): void {
    this.session?.createAnnotation();
  }

  #onDuplicate(): void {
    const {annotationStore} = this.session?.htx ?? {};
    if (!annotationStore?.selected) return;
    annotationStore.addAnnotationFromPrediction(annotationStore.selected);
  }

  #onDelete(): void {
    const annotation = this.#annotation();
    if (!annotation) return;
    if (annotation.regions.size > 0) this.dialog?.showModal();
    else this.#onDeleteConfirm();
  }

  #onDeleteConfirm(): void {
    const annotation = this.#annotation();
    if (annotation) this.session?.deleteAnnotation(annotation.id);
  }

  #onInstructions(): void {
    this.session?.htx.toggleDescription();
  }

  /** Work that the server does not know yet may be put off for another task. */
  #canPostpone({htx}: LabelingSession): boolean {
    const {selected} = htx.annotationStore;
    return (
      this.#has('postpone') &&
      !this.#has('review') &&
      !htx.canGoNextTask &&
      selected?.pk === null
    );
  }

  #onPrevious(): void {
    this.session?.htx.prevTask();
  }

  #onNext(): void {
    this.session?.htx.nextTask();
  }

  #onPostpone(): void {
    void this.session?.htx.postponeTask();
  }

  #onUndo(): void {
    this.session?.undo();
  }

  #onRedo(): void {
    this.session?.redo();
  }
}

interface IconButtonOptions {
  readonly keys?: string;
  readonly isDisabled?: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-toolbar': ToolbarElement;
  }
}
