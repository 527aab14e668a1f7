import type {Task, User} from '@ls-annotation/core';
import type {
  AnnotationView,
  EventInvoker,
  FrontendEventHandler,
  LabelingSettings,
  RootStore,
} from '@ls-annotation/lsi';

import {HostError} from '../errors.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';

import {callbackEvents} from './callback-events.js';

/** What Label Studio's frontend package is made with. */
export interface LabelStudioOptions {
  /** Labeling config, Label Studio XML. */
  readonly config?: string;
  /** The task to show. */
  readonly task?: Task | null;
  /** Who annotates. */
  readonly user?: User | null;
  /** Everyone whose name may be shown. */
  readonly users?: readonly User[];
  /** Parts of the frontend that are on. */
  readonly interfaces?: readonly string[];
  /** Instructions of the project. */
  readonly description?: string;
  /** How the person likes to work. */
  readonly settings?: Partial<LabelingSettings>;
  /** Callbacks such as `onSubmitAnnotation`, and what is ignored. */
  readonly [key: string]: unknown;
}

/**
 * The constructor of Label Studio's frontend package over an
 * `<ls-annotation-host>`, for pages that embed that package.
 *
 * The element has to be defined: import the bundle, or
 * `@ls-annotation/elements/define/annotation-host.js`. Callbacks become events:
 * `onSubmitAnnotation` is called for `submitAnnotation`, with its arguments.
 *
 * @example
 * ```ts
 * const labelStudio = new LabelStudio('label-studio', {
 *   config: '<View><Text name="text" value="$text"/></View>',
 *   task: {id: 1, data: {text: 'Hello'}},
 *   onSubmitAnnotation: (store, annotation) => {
 *     save(annotation.serializeAnnotation());
 *   },
 * });
 * labelStudio.destroy();
 * ```
 *
 * @see {@link https://labelstud.io/guide/frontend_reference | Frontend reference}
 */
export class LabelStudio {
  /** Those that have not been destroyed. */
  static readonly instances: ReadonlySet<LabelStudio> = new Set();

  /** Element that it was put into. */
  readonly root: Element;
  /** What it was made with. */
  readonly options: LabelStudioOptions;
  /** The element that does the work. */
  readonly host: AnnotationHostElement;

  /**
   * @param root - Element to show it in, or the id of one.
   * @throws {@link HostError} when there is no such element.
   */
  constructor(root: Element | string, options: LabelStudioOptions = {}) {
    this.root = findRoot(root);
    this.options = options;
    this.host = document.createElement('ls-annotation-host');
    for (const [name, callback] of callbackEvents(options)) {
      if (name === 'labelStudioLoad') this.#onLoad(callback);
      else this.on(name, callback);
    }
    this.#configure();
    this.root.replaceChildren(this.host);
    instances.add(this);
  }

  /** Destroys every one that has not been. */
  static destroyAll(): void {
    for (const instance of [...instances]) instance.destroy();
  }

  /** What plugins see as `Htx`. */
  get store(): RootStore {
    return this.host.htx;
  }

  /** Events of the frontend. */
  get events(): EventInvoker {
    return this.host.session.htx.events;
  }

  /** Registers a handler. */
  on(name: string, handler: FrontendEventHandler): void {
    this.events.on(name, handler);
  }

  /** Removes a handler, or every handler of an event. */
  off(name: string, handler?: FrontendEventHandler): void {
    if (handler) this.events.off(name, handler);
    else this.events.removeAll(name);
  }

  /** Takes it off the page and ends everything. Safe to call twice. */
  destroy(): void {
    this.host.remove();
    this.host.session.close();
    instances.delete(this);
  }

  #configure(): void {
    const {config, task, interfaces, settings, description} = this.options;
    const {user = null, users = []} = this.options;
    const {host} = this;
    if (interfaces) host.interfaces = interfaces;
    if (settings) host.session.settings = settings;
    if (description) host.session.description = description;
    host.user = user;
    host.users = user ? [user, ...users] : users;
    host.config = config ?? '';
    host.task = task ?? null;
  }

  /**
   * Pages make and select the first annotation in this callback, so it is
   * called when there is a task to make it for, and takes the place of the
   * one that was made by itself.
   */
  #onLoad(callback: FrontendEventHandler): void {
    this.on('labelStudioLoad', (store: RootStore) => {
      queueMicrotask(() => {
        const {annotations} = store.annotationStore;
        const [own] = annotations.length === 1 ? annotations : [];
        (callback as (store: RootStore) => unknown)(store);
        if (own?.pk === null) this.#dropIfReplaced(own);
      });
    });
  }

  #dropIfReplaced(own: AnnotationView): void {
    const {store} = this.host.session;
    const isReplaced = store.state.order.length > 1 && !own.selected;
    if (!isReplaced || own.results.length > 0) return;
    store.transact({origin: 'load', label: 'replace annotation'}, () => {
      store.update((draft) => {
        draft.order = draft.order.filter((id) => id !== own.id);
      });
      store.removeAnnotation(own.id);
    });
  }
}

const instances = LabelStudio.instances as Set<LabelStudio>;

function findRoot(root: Element | string): Element {
  if (typeof root !== 'string') return root;
  const found = document.getElementById(root);
  if (found) return found;
  throw new HostError(
    new Error(
      `There is no element with the id "${root}" to show Label ` +
        'Studio in. Call the constructor when it is on the page.',
    ),
  );
}
