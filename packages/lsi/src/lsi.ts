import type {Disposer} from '@ls-annotation/core';

import type {FrontendEventArguments} from './events/frontend-event-map.js';
import type {HandlerOptions} from './events/frontend-events.js';
import type {ScriptLoader} from './script-loader.js';

/** The part of an annotation that {@link LSI} reads. */
export interface LsiAnnotation<Region = unknown> {
  /** Regions and classifications, as a new list. */
  readonly regions: readonly Region[];
}

/** The part of a task that {@link LSI} reads. */
export interface LsiRootTask {
  /** Server id. */
  readonly id?: unknown;
  /** Data of the task. */
  readonly dataObj?: unknown;
}

/**
 * The part of a root store that {@link LSI} reads: ours, one that is mirrored
 * into a sandbox, or that of an original Label Studio frontend.
 */
export interface LsiRootStore<
  Annotation extends LsiAnnotation = LsiAnnotation,
> {
  /** The task on display. */
  readonly task?: LsiRootTask | null | undefined;
  /** Holder of the annotation on display. */
  readonly annotationStore?:
    {readonly selected?: Annotation | null | undefined} | null | undefined;
}

/** What {@link LSI.on} registers with. */
export interface LsiEventSource {
  /** Registers a handler until the display ends. */
  addHandler<Name extends string>(
    name: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
    options?: HandlerOptions,
  ): Disposer;
}

/** What an {@link LSI} is made of. */
export interface LsiOptions<Annotation extends LsiAnnotation = LsiAnnotation> {
  /** Returns the present root store, or nothing. */
  readonly root: () => LsiRootStore<Annotation> | null | undefined;
  /** Takes handlers; those of one display. */
  readonly events: LsiEventSource;
  /** Loads scripts. */
  readonly scripts: ScriptLoader;
  /** Under which name handlers are registered. */
  readonly owner?: string;
}

/** What an `LSI` takes from elsewhere than from its display and session. */
export type LsiSources = Partial<Pick<LsiOptions, 'events' | 'scripts'>>;

/** The task as plugins see it. */
export interface LsiTask {
  /** Server id. */
  readonly id: unknown;
  /** Data of the task; a copy that a plugin may write to. */
  readonly data: unknown;
}

/**
 * The Label Studio Interface: what a plugin gets.
 *
 * Getters are live: they answer for the annotation that is on display when
 * they are read, however old the plugin's run is. Handlers belong to the
 * display that the object was made for, and go with it. It is safe to `await`.
 *
 * @example
 * ```ts
 * await LSI.import('https://example.com/typo.js', 'sha384-…');
 * LSI.on('beforeSaveAnnotation', () => LSI.regions.length > 0);
 * ```
 *
 * @see {@link https://docs.humansignal.com/plugins/custom | Plugin reference}
 */
export class LSI<Annotation extends LsiAnnotation = LsiAnnotation> {
  readonly #root: () => LsiRootStore<Annotation> | null | undefined;
  readonly #events: LsiEventSource;
  readonly #scripts: ScriptLoader;
  readonly #owner: string;
  #task: LsiTask | undefined;

  constructor(options: LsiOptions<Annotation>) {
    this.#root = options.root;
    this.#events = options.events;
    this.#scripts = options.scripts;
    this.#owner = options.owner ?? '';
    this.import = this.import.bind(this);
    this.on = this.on.bind(this);
  }

  /**
   * Loads an external script, for example a library that defines a global.
   *
   * @param url - Address of a classic script.
   * @param integrity - Subresource integrity, checked by the browser.
   * @returns Resolves when the script has run. Rejects with
   * {@link ScriptImportError} when it cannot be loaded.
   */
  import(url: string, integrity?: string): Promise<unknown> {
    return this.#scripts.load(url, integrity);
  }

  /**
   * Subscribes to an event of the frontend until the display ends. Once it
   * has ended, nothing is registered.
   *
   * @param eventName - Event name; unknown names are accepted.
   * @param handler - Called with the event's arguments.
   */
  on<Name extends string>(
    eventName: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
  ): void {
    this.#events.addHandler(eventName, handler, {owner: this.#owner});
  }

  /** Data of the task, same as `LSI.task.data`; `undefined` without a task. */
  get dataObj(): unknown {
    return this.task?.data;
  }

  /** The task on display; `undefined` without one. */
  get task(): LsiTask | undefined {
    const task = this.#root()?.task;
    if (!task) return undefined;
    const {id, dataObj: data} = task;
    if (this.#task?.id !== id || this.#task?.data !== data) {
      this.#task = {id, data};
    }
    return this.#task;
  }

  /** The annotation on display; `undefined` without one. */
  get annotation(): Annotation | undefined {
    return this.#root()?.annotationStore?.selected ?? undefined;
  }

  /** Regions of the annotation on display, as a new list. */
  get regions(): Annotation['regions'] {
    return this.annotation?.regions ?? [];
  }
}
