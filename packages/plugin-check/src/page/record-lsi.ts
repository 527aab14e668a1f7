import type {Callers} from './callers.js';
import type {CataloguedEvent, HostBundle} from './host-bundle.js';
import type {EventUse, ScriptUse} from './page-report.js';
import {replaceMethod} from './replace-method.js';

type Registered = Omit<EventUse, 'emitted'>;

/** Records what plugins ask of `LSI`: events and scripts. */
export class LsiRecorder {
  readonly #callers: Callers;
  readonly #catalogue: readonly CataloguedEvent[];
  readonly #events = new Map<string, Registered>();
  readonly #imports = new Map<string, ScriptUse>();
  readonly #emitted = new Map<string, number>();

  constructor(bundle: HostBundle, callers: Callers) {
    this.#callers = callers;
    this.#catalogue = bundle.FRONTEND_EVENTS;
    const {prototype} = bundle.LSI as {prototype: object};
    replaceMethod(prototype, 'on', (original) => {
      const note = (name: unknown): void => {
        this.#noteEvent(String(name));
      };
      return function (this: unknown, ...args) {
        note(args[0]);
        return original.apply(this, args);
      };
    });
    replaceMethod(prototype, 'import', (original) => {
      const note = (url: unknown, integrity: unknown): void => {
        this.#noteImport(String(url), integrity);
      };
      return function (this: unknown, ...args) {
        note(args[0], args[1]);
        return original.apply(this, args);
      };
    });
  }

  /** Notes that an event was emitted. */
  noteEmitted(name: string): void {
    this.#emitted.set(name, (this.#emitted.get(name) ?? 0) + 1);
  }

  /** Events that the plugin registered for. */
  get events(): readonly EventUse[] {
    return [...this.#events.values()].map((use) => ({
      ...use,
      emitted: this.#emitted.get(use.name) ?? 0,
    }));
  }

  /** Scripts that it imported, and script elements in the page. */
  get scripts(): readonly ScriptUse[] {
    const found = new Map(this.#imports);
    for (const {src, integrity} of document.scripts) {
      if (src === '' || found.has(src)) continue;
      found.set(src, {url: src, integrity, place: null});
    }
    return [...found.values()];
  }

  #noteEvent(name: string): void {
    const caller = this.#callers.current();
    if (!caller || caller.kind === 'host') return;
    const known = this.#events.get(name);
    const entry = this.#catalogue.find((event) => event.name === name);
    this.#events.set(name, {
      name,
      isKnown: entry !== undefined,
      reachesPlugins: entry?.reachesPlugins ?? false,
      registered: (known?.registered ?? 0) + 1,
      place: known?.place ?? caller.place,
    });
  }

  #noteImport(url: string, integrity: unknown): void {
    const address = new URL(url, document.baseURI).href;
    if (this.#imports.has(address)) return;
    this.#imports.set(address, {
      url: address,
      integrity: typeof integrity === 'string' ? integrity : '',
      place: this.#callers.current()?.place ?? null,
    });
  }
}
