import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {of, startWith, switchMap} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import type {
  AnnotationScope,
  AnnotationView,
  HistoryView,
} from '@ls-annotation/lsi';

import type {RecordChooseEvent} from '../record-list/record-list-events.js';
import {RecordingToolElement} from '../shared/recording-tool.js';
import {Visibility} from '../shared/visibility.js';

import {renderChangeDetail} from './change-detail.js';
import {changeLogStyles} from './change-log.styles.js';
import {ChangeRecorder} from './change-recorder.js';
import {
  changeName,
  changeSummary,
  originName,
  timeOf,
} from './logged-change.js';
import type {ChangePlace, ChangeStatus, LoggedChange} from './logged-change.js';
import {placesOf} from './places-of.js';

const STATUS_WORDS: Readonly<Record<ChangeStatus, string>> = {
  done: '',
  undone: 'undone',
  open: 'going on',
  lost: 'lost',
  beside: '',
};

const NOWHERE: ChangePlace = {status: 'lost', index: null};

/**
 * The changes of the annotation on display as they come, each with who asked
 * for it and what it did to the state, and the way back and forth between
 * them.
 *
 * Going to a change is undo or redo, as many times as it takes: one can go on
 * from there, and what had been undone is lost then, as ever. What undo passes
 * over, such as what is selected or typed, stays as it is. It watches for as
 * long as it is on the page; the last five thousand changes of each annotation
 * are kept.
 *
 * @summary The changes of an annotation, to look into and to go back to.
 * @since 0.1.0
 */
export class ChangeLogElement extends RecordingToolElement {
  static override styles = [super.styles, changeLogStyles];

  @state()
  private stepsOnly = false;

  @state()
  private shown: readonly LoggedChange[] = [];

  @state()
  private places: ReadonlyMap<LoggedChange, ChangePlace> = new Map();

  @state()
  private said = '';

  @state()
  private chosen: LoggedChange | null = null;

  readonly #recorder = new ChangeRecorder(() => {
    this.batch.request();
  });
  readonly #visibility = new Visibility(this);
  /** True while it is out of sight and there is something new. */
  #isStale = false;

  protected override record(host: AnnotationHostElement): Disposer {
    this.#recorder.watch(host.store);
    const display = host.annotation$
      .pipe(switchMap((scope) => (scope ? historyOf(host, scope) : of(null))))
      .subscribe(() => {
        this.batch.request();
      });
    return () => {
      this.#recorder.watch(null);
      display.unsubscribe();
    };
  }

  protected override async showNews(): Promise<void> {
    this.#show();
    await this.updateComplete;
  }

  protected override willUpdate(): void {
    if (this.#isStale && this.#visibility.isVisible) this.#show();
  }

  protected override render(): TemplateResult {
    const annotation = this.#annotation;
    if (!annotation) {
      return html`<p class="empty">There is no annotation on display.</p>`;
    }
    return html`
      ${this.#renderTools(annotation)}
      ${
        this.shown.length === 0
          ? html`<p class="empty">
              ${
                this.#recorder.changesOf(annotation.id).length > 0
                  ? 'There is no step to undo yet.'
                  : 'Nothing has changed yet.'
              }
            </p>`
          : html`<ls-record-list
              label="Changes"
              .records=${this.shown}
              .chosen=${this.chosen}
              .renderRecord=${this.#renderChange}
              @ls-record-choose=${this.#onChoose}
              @keydown=${this.#onKeyDown}
            ></ls-record-list>`
      }
      ${this.chosen ? this.#renderDetail(this.chosen) : nothing}
    `;
  }

  #renderTools({history}: AnnotationView): TemplateResult {
    const {canUndo, canRedo} = history;
    return html`
      <div class="bar" role="group" aria-label="Time travel">
        ${renderButton('Step back', canUndo, this.#onBack)}
        ${renderButton('Step forward', canRedo, this.#onForward)}
        ${renderButton('To the end', canRedo, this.#onEnd)}
        <span class="count">${stepWords(history)}</span>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.stepsOnly}
            @change=${this.#onStepsOnly}
          />
          Steps only
        </label>
        ${renderButton('Clear', true, this.#onClear)}
        <p class="visually-hidden" role="status">${this.said}</p>
      </div>
    `;
  }

  /** Another function with other places, so that all lines are made anew. */
  get #renderChange(): (change: LoggedChange) => TemplateResult {
    const {places} = this;
    const now = this.#annotation?.history.undoIdx ?? 0;
    return (change) => {
      const place = places.get(change) ?? NOWHERE;
      const isHere = place.status === 'done' && place.index === now;
      const isAway = place.status === 'undone' || place.status === 'lost';
      return html`
        <span class="main ${isAway ? 'faded' : ''}">${changeName(change)}</span>
        <span class="more">${changeSummary(change)}</span>
        <span class="figure"
          >${isHere ? 'here' : STATUS_WORDS[place.status]}</span
        >
        <span class="figure">${originName(change)}</span>
        <span class="figure">${timeOf(change)}</span>
      `;
    };
  }

  #renderDetail(change: LoggedChange): TemplateResult {
    const place = this.places.get(change) ?? NOWHERE;
    return renderChangeDetail(change, place, () => {
      this.#goTo(change);
    });
  }

  get #annotation(): AnnotationView | null {
    return this.host?.session.annotation ?? null;
  }

  #show(): void {
    this.#isStale = !this.#visibility.isVisible;
    if (this.#isStale) return;
    const annotation = this.#annotation;
    const changes = annotation ? this.#recorder.changesOf(annotation.id) : [];
    this.shown = this.stepsOnly
      ? changes.filter(({isStep}) => isStep)
      : [...changes];
    this.places =
      annotation?.isAlive && this.host
        ? placesOf(changes, this.host.store.history(annotation.id))
        : new Map();
    if (this.chosen && !changes.includes(this.chosen)) this.chosen = null;
  }

  /** Goes to where `index` steps are done, and says so. */
  #go(index: number): void {
    const annotation = this.#annotation;
    const {host} = this;
    if (!annotation || !host) return;
    annotation.history.set(index);
    const {undoLabel} = host.store.history(annotation.id);
    const where = stepWords(annotation.history);
    this.said = undoLabel ? `${where}: ${undoLabel}` : where;
  }

  #step(by: number): void {
    const history = this.#annotation?.history;
    if (!history) return;
    this.#go(
      Math.max(0, Math.min(history.undoIdx + by, history.history.length - 1)),
    );
  }

  #goTo(change: LoggedChange | null): void {
    const index = change && this.places.get(change)?.index;
    if (typeof index === 'number') this.#go(index);
  }

  readonly #onChoose = ({record}: RecordChooseEvent): void => {
    this.chosen = record as LoggedChange;
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#goTo(this.chosen);
  };

  readonly #onBack = (): void => {
    this.#step(-1);
  };

  readonly #onForward = (): void => {
    this.#step(1);
  };

  readonly #onEnd = (): void => {
    this.#step(Infinity);
  };

  readonly #onStepsOnly = (event: Event): void => {
    this.stepsOnly = (event.currentTarget as HTMLInputElement).checked;
    this.#show();
  };

  readonly #onClear = (): void => {
    const annotation = this.#annotation;
    if (annotation) this.#recorder.clear(annotation.id);
  };
}

function renderButton(
  label: string,
  isEnabled: boolean,
  onClick: () => void,
): TemplateResult {
  return html`
    <button
      class="button"
      type="button"
      aria-disabled=${!isEnabled}
      @click=${onClick}
    >
      ${label}
    </button>
  `;
}

/** Emits at once, and whenever what can be undone has changed. */
function historyOf(
  {store}: AnnotationHostElement,
  {annotationId}: AnnotationScope,
): Observable<void> {
  return annotationId in store.state.annotations
    ? store.history(annotationId).changes$.pipe(startWith(undefined))
    : of(undefined);
}

function stepWords(history: HistoryView): string {
  if (history.isFrozen) return 'A step is being made';
  const last = history.history.length - 1;
  return `Step ${String(history.undoIdx)} of ${String(last)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-change-log': ChangeLogElement;
  }
}
