import {map, Subject} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';
import {StoreOperatorTarget} from '@ls-annotation/operators';
import type {OperatorRegistry} from '@ls-annotation/operators';
import type {PluginRuntime} from '@ls-annotation/plugins';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';
import type {ControlProblem} from '../surfaces/control/validity.js';
import {SurfaceLoadError} from '../surfaces/errors.js';
import {renderLabeling} from '../surfaces/labeling-view.js';
import type {SurfaceRegistry} from '../surfaces/surface-registry.js';

/** What a {@link HostDisplay} works with. */
export interface HostDisplayOptions {
  /** Element that gets the labeling interface as a child. */
  readonly host: HTMLElement & {readonly updateComplete: Promise<boolean>};
  /** Its session. */
  readonly session: LabelingSession;
  /** Its plugins. */
  readonly runtime: PluginRuntime;
  /** Its operators. */
  readonly operators: OperatorRegistry;
  /** Its hotkeys. */
  readonly hotkeys: HotkeyRegistry;
  /** Surfaces by tag. */
  readonly surfaces: SurfaceRegistry;
  /** Says a message politely to assistive technology. */
  readonly announce: (message: string) => void;
  /** Called when another display has opened, or none is open any more. */
  readonly onDisplay: (scope: AnnotationScope | null) => void;
}

/**
 * Shows what the session has on display: makes the labeling interface, runs
 * the plugins, and takes everything away when the display closes.
 */
export class HostDisplay {
  readonly #options: HostDisplayOptions;
  readonly #problems = new Subject<readonly ControlProblem[]>();
  #running: Promise<void> = Promise.resolve();

  constructor(options: HostDisplayOptions) {
    this.#options = options;
  }

  /** Settles when the present display is rendered and its plugins have run. */
  get running(): Promise<void> {
    return this.#running;
  }

  /** Follows the session until the disposer is called. */
  connect(): Disposer {
    const subscription = this.#options.session.annotation$.subscribe(
      (scope) => {
        this.#show(scope);
      },
    );
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Swaps plugins on the open display for those that are to run now. */
  swap(scope: AnnotationScope): void {
    const {runtime} = this.#options;
    this.#running = this.#running.then(() => runtime.swap(scope));
  }

  /** Shows at the controls what keeps the annotation from being saved. */
  showProblems(problems: readonly ControlProblem[]): void {
    this.#problems.next(problems);
  }

  #show(scope: AnnotationScope | null): void {
    const {onDisplay} = this.#options;
    const isOpen = scope !== null && !scope.isClosed;
    const loading = isOpen ? this.#load() : null;
    if (isOpen && !loading) this.#render(scope);
    onDisplay(isOpen ? scope : null);
    this.#running = isOpen ? this.#run(scope, loading) : Promise.resolve();
  }

  /** Loads surfaces that are not there yet; `null` when all of them are. */
  #load(): Promise<void> | null {
    const {session, surfaces} = this.#options;
    const tags = session.config?.tags ?? [];
    const loading = surfaces.prepare(tags.map(({type}) => type));
    return (
      loading?.then((failures) => {
        for (const {type, cause} of failures) {
          session.reportError(new SurfaceLoadError(type, cause));
        }
      }) ?? null
    );
  }

  #render(scope: AnnotationScope): void {
    const {host, session, hotkeys, surfaces, announce} = this.#options;
    const {operators} = this.#options;
    const {config} = session;
    if (!config) return;
    const target = new StoreOperatorTarget({
      store: session.store,
      annotationId: scope.annotationId,
      config,
    });
    const editor = renderLabeling({
      host,
      session,
      scope,
      config,
      hotkeys,
      registry: surfaces,
      announce,
      problems: this.#problems,
      proposals: operators.proposals$.pipe(
        map((all) =>
          all
            .filter((edits) => edits.target === target)
            .flatMap(({changes}) => changes),
        ),
      ),
    });
    host.append(editor);
    operators.setTarget(target);
    scope.add(() => {
      if (operators.target === target) operators.setTarget(null);
      editor.remove();
    });
  }

  /** Plugins see a page that is laid out. */
  async #run(
    scope: AnnotationScope,
    loading: Promise<void> | null,
  ): Promise<void> {
    const {host, runtime} = this.#options;
    if (loading) {
      await loading;
      if (!scope.isClosed) this.#render(scope);
    }
    await host.updateComplete;
    if (!scope.isClosed) await runtime.run(scope);
  }
}
