import type {LitElement, ReactiveController} from 'lit';
import {merge} from 'rxjs';
import type {Subscription} from 'rxjs';

import type {LabelingSession} from '@ls-annotation/lsi';

import {annotationTabs} from '../toolbar/annotation-tab.js';
import type {AnnotationTab} from '../toolbar/annotation-tab.js';
import {userSlot} from '../toolbar/user-slot.js';

const ONLY_PEOPLE = {annotations: true, predictions: false};

/**
 * Who made the annotations, as light DOM children of the host that stand in
 * the toolbar's tabs: a `Style` of the config and plugins find them by Label
 * Studio's class, and can hide whose work is looked at.
 */
export class TabNames implements ReactiveController {
  /** Ids of the annotations that have a name here, in the order of the tabs. */
  ids: readonly string[] = [];

  readonly #host: LitElement;
  readonly #session: LabelingSession;
  readonly #names = new Map<string, TabName>();
  #subscription: Subscription | null = null;

  constructor(host: LitElement, session: LabelingSession) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostConnected(): void {
    const {store, annotation$} = this.#session;
    this.#subscription = merge(store.changes$, annotation$).subscribe(() => {
      this.#follow();
    });
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    for (const {element: name} of this.#names.values()) name.remove();
    this.#names.clear();
    this.ids = [];
  }

  #follow(): void {
    const tabs = annotationTabs(this.#session.store.state, ONLY_PEOPLE);
    const ids = tabs.map(({id}) => id);
    for (const [id, {element: name}] of this.#names) {
      if (ids.includes(id)) continue;
      name.remove();
      this.#names.delete(id);
    }
    // From the last, so that each new one finds the one that follows it.
    let next: HTMLElement | null = null;
    for (const tab of [...tabs].reverse()) next = this.#show(tab, next);
    if (ids.join() === this.ids.join()) return;
    this.ids = ids;
    this.#host.requestUpdate();
  }

  /** What a plugin wrote stays until the name is another one. */
  #show({id, title}: AnnotationTab, next: HTMLElement | null): HTMLElement {
    const known = this.#names.get(id);
    if (known?.title === title) return known.element;
    const name = known?.element ?? document.createElement('span');
    name.textContent = title;
    this.#names.set(id, {element: name, title});
    if (known) return name;
    name.className = 'lsf-annotation-button__user';
    name.slot = userSlot(id);
    const {parentNode} = next ?? {};
    this.#host.insertBefore(name, parentNode === this.#host ? next : null);
    return name;
  }
}

interface TabName {
  readonly element: HTMLElement;
  readonly title: string;
}
