import type {
  EventInvoker,
  FrontendEventHandler,
  RootStore,
} from '@ls-annotation/lsi';

import {HostError} from '../errors.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';

import {callbackEvents} from './callback-events.js';
import type {LabelStudioOptions} from './label-studio-options.js';
import {readPeople} from './people.js';

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
    void this.#start();
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
    const {config, task, project, interfaces, settings} = this.options;
    const {host, options} = this;
    const {session} = host;
    const {user, users} = readPeople(options.user, options.users);
    session.yieldsFirst = true;
    session.frontend.set(options);
    session.description = options.description ?? '';
    session.htx.Hotkey.setKeymap(options.keymap ?? {});
    if (settings) session.settings = settings;
    if (interfaces) host.interfaces = interfaces;
    if (options.options?.secureMode === true) page.LS_SECURE_MODE = true;
    host.project = project ?? null;
    host.user = user;
    host.users = users;
    host.config = config ?? '';
    host.task = task ?? null;
  }

  /** A page without a task is told that it may give one now. */
  async #start(): Promise<void> {
    await this.host.displayed;
    if (!instances.has(this)) return;
    const {history = []} = this.options;
    if (history.length > 0) this.store.setHistory(history);
    this.host.session.start();
  }

  /**
   * Pages make and select the first annotation in this callback, so with a
   * task it is called when there is something to make it for.
   */
  #onLoad(callback: FrontendEventHandler): void {
    this.on('labelStudioLoad', (store: RootStore) => {
      const call = (): unknown =>
        (callback as (store: RootStore) => unknown)(store);
      if (store.task) queueMicrotask(call);
      else call();
    });
  }
}

const page = globalThis as {LS_SECURE_MODE?: boolean};
const instances = LabelStudio.instances as Set<LabelStudio>;

function findRoot(root: Element | string): Element {
  if (typeof root !== 'string') return root;
  const found = document.getElementById(root);
  if (found) return found;
  throw new HostError(
    new Error(
      `Root element not found: there is no element with the id "${root}". ` +
        'Call the constructor when it is on the page.',
    ),
  );
}
