import {describeRegion} from '../../region-list/describe-region.js';
import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import {linkModeOf} from './link-mode.js';
import type {LinkMode} from './link-mode.js';

const CONFIRMING = new Set(['pointer', 'Enter', ' ']);
const FIELDS = 'input, select, textarea, button, a';

/**
 * Has regions linked on a display: `alt+r` begins with the selected region,
 * and the next one that is clicked ends it.
 *
 * With the keyboard a region may be passed by on the way to another, so the
 * one that is selected is only proposed, and Enter confirms it. Escape ends
 * without a relation. Meanwhile a line at the end of the interface says so.
 *
 * @param editor - `.lsf-editor` of the display
 */
export function connectLinking(
  context: SurfaceContext,
  editor: HTMLElement,
): void {
  new Linking(context, editor).connect();
}

class Linking {
  readonly #context: SurfaceContext;
  readonly #editor: HTMLElement;
  readonly #mode: LinkMode;
  readonly #words = element('span', {class: 'lsf-linking__words'});
  readonly #bar: HTMLElement;
  /** `pointer`, or the key that was pressed last. */
  #lastInput = '';
  #isActive = false;

  constructor(context: SurfaceContext, editor: HTMLElement) {
    this.#context = context;
    this.#editor = editor;
    this.#mode = linkModeOf(context.session);
    const cancel = element('button', {
      class: 'lsf-button',
      attributes: {type: 'button'},
      text: 'Cancel',
    });
    cancel.addEventListener('click', () => {
      this.#mode.cancel();
    });
    this.#bar = element('div', {class: 'lsf-linking'}, this.#words, cancel);
  }

  connect(): void {
    const context = this.#context;
    const toggle = (): boolean => this.#toggle();
    if (context.session.settings.enableHotkeys) {
      context.add(
        context.hotkeys.bind('alt+r', toggle, {description: 'Link regions'}),
      );
    }
    const subscription = this.#mode.state$.subscribe(() => {
      this.#show();
    });
    subscription.add(
      context.session.state$.subscribe(() => {
        this.#mode.sync();
      }),
    );
    context.add(() => {
      subscription.unsubscribe();
      this.#mode.cancel();
    });
    context.listen(
      context.host,
      'pointerdown',
      () => {
        this.#lastInput = 'pointer';
      },
      {capture: true},
    );
    context.listen(
      context.host,
      'keydown',
      (event) => {
        this.#lastInput = event.key;
        if (this.#isActive) this.#onKey(event);
      },
      {capture: true},
    );
    context.watch(
      ({selection}) => selection,
      (selection) => {
        this.#onSelection(selection);
      },
    );
    context.onCommit(() => {
      const {state} = this.#mode;
      if (state && !this.#region(state.fromId)) this.#mode.cancel();
    });
  }

  #toggle(): boolean {
    const {state} = this.#mode;
    if (state?.candidateId) this.#finish(state.candidateId);
    else if (state) this.#mode.cancel();
    else if (!this.#mode.start()) {
      this.#context.announce('Select one region to link it with another.');
      return false;
    }
    return true;
  }

  #onKey(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    const isField = target instanceof Element && target.matches(FIELDS);
    if (event.key === 'Escape') this.#mode.cancel();
    else if (event.key === 'Enter' && !isField) {
      const candidateId = this.#mode.state?.candidateId ?? '';
      if (candidateId === '') return;
      this.#finish(candidateId);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #onSelection(selection: readonly string[]): void {
    const {state} = this.#mode;
    const [id = ''] = selection;
    if (!state || selection.length !== 1 || id === state.fromId) {
      if (state?.candidateId) this.#mode.propose('');
      return;
    }
    if (CONFIRMING.has(this.#lastInput)) this.#finish(id);
    else this.#mode.propose(id);
  }

  #finish(toId: string): void {
    const {state} = this.#mode;
    if (!state) return;
    const words = `${this.#nameOf(state.fromId)} with ${this.#nameOf(toId)}`;
    this.#mode.link(toId);
    this.#context.announce(`Linked ${words}.`);
  }

  #show(): void {
    const {state} = this.#mode;
    this.#isActive = state !== null;
    this.#editor.classList.toggle('lsf-editor_linking', this.#isActive);
    if (!state) {
      this.#bar.remove();
      return;
    }
    const from = this.#nameOf(state.fromId);
    const words =
      state.candidateId === ''
        ? `Choose the region to link ${from} with.`
        : `Enter links ${from} with ${this.#nameOf(state.candidateId)}.`;
    this.#words.textContent = words;
    this.#editor.append(this.#bar);
    this.#context.announce(`${words} Escape cancels.`);
  }

  #nameOf(id: string): string {
    const region = this.#region(id);
    if (!region) return '';
    const {title, detail} = describeRegion(region, this.#context.config);
    return [title, detail && `“${detail}”`].filter(Boolean).join(' ');
  }

  #region(id: string) {
    const {store, annotationId} = this.#context;
    return store.findRegion(annotationId, id);
  }
}
