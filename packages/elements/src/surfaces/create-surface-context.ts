import {of} from 'rxjs';
import type {Observable} from 'rxjs';

import {
  assignHotkeys,
  replacesAnnotation,
  touchedRegions,
} from '@ls-annotation/core';
import type {
  AnnotationState,
  Commit,
  ConfigTag,
  Disposer,
  LabelConfig,
} from '@ls-annotation/core';
import {ObjectView} from '@ls-annotation/lsi';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {SurfaceError} from './errors.js';
import {missingSurface} from './notice/missing-surface.js';
import {noticeElement} from './notice/notice-surface.js';
import {proposedNow} from './proposed-region.js';
import type {ProposedRegion} from './proposed-region.js';
import {setRegionPicker} from './region-picker.js';
import type {RegionPicker} from './region-picker.js';
import type {SurfaceContext} from './surface.js';
import type {SurfaceRegistry} from './surface-registry.js';

/** What a display is made of. */
export interface SurfaceContextOptions {
  /** The host element. */
  readonly host: HTMLElement;
  /** Its session. */
  readonly session: LabelingSession;
  /** The display. */
  readonly scope: AnnotationScope;
  /** Config on display. */
  readonly config: LabelConfig;
  /** Surfaces by tag. */
  readonly registry: SurfaceRegistry;
  /** Hotkeys of the host. */
  readonly hotkeys: HotkeyRegistry;
  /** Says a message politely to assistive technology. */
  readonly announce: (message: string) => void;
  /**
   * Changes that somebody proposes: those there are, then after each change.
   * @defaultValue none
   */
  readonly proposals?: Observable<readonly ProposedRegion[]>;
}

/** A {@link SurfaceContext} that can begin. */
export interface RootContext extends SurfaceContext {
  /** Renders the outermost tag into `parent`, as `renderChildren` would. */
  renderRoot(tag: ConfigTag, parent: Element): void;
}

let displays = 0;

/**
 * Makes what the surfaces of one display share.
 *
 * Whatever is registered with it ends with the scope. A callback that throws
 * is reported to the session and silences no other.
 */
export function createSurfaceContext(
  options: SurfaceContextOptions,
): RootContext {
  displays += 1;
  return new DisplayContext(options, `ls${String(displays)}`);
}

class DisplayContext implements RootContext {
  readonly #options: SurfaceContextOptions;
  readonly #onCommit: ((commit: Commit) => void)[] = [];
  readonly #hotkeys: ReadonlyMap<string, string>;
  readonly #rendered = new Map<string, HTMLElement>();
  readonly #whenRendered = new Map<string, ((made: HTMLElement) => void)[]>();

  readonly displayId: string;
  readonly hostSelector: string;

  constructor(options: SurfaceContextOptions, displayId: string) {
    this.#options = options;
    this.displayId = displayId;
    // Twice the weight of a class, so that a config's styles go before ours.
    this.hostSelector = `:has(> .lsf-editor[data-ls-display="${displayId}"])`;
    this.#hotkeys = options.session.settings.enableHotkeys
      ? assignHotkeys(options.config)
      : new Map();
    const subscription = this.store.changes$.subscribe((commit) => {
      this.#deliver(commit);
    });
    this.add(() => {
      subscription.unsubscribe();
    });
  }

  get host(): HTMLElement {
    return this.#options.host;
  }

  get session(): SurfaceContext['session'] {
    return this.#options.session;
  }

  get store(): SurfaceContext['store'] {
    return this.#options.session.store;
  }

  get config(): SurfaceContext['config'] {
    return this.#options.config;
  }

  get scope(): SurfaceContext['scope'] {
    return this.#options.scope;
  }

  get annotationId(): string {
    return this.#options.scope.annotationId;
  }

  get annotation(): SurfaceContext['annotation'] {
    return this.#options.scope.annotation;
  }

  get data(): SurfaceContext['data'] {
    return this.store.state.task?.data ?? {};
  }

  get hotkeys(): HotkeyRegistry {
    return this.#options.hotkeys;
  }

  hotkeyOf(tag: ConfigTag): string {
    return this.#hotkeys.get(tag.key) ?? '';
  }

  state(): AnnotationState {
    return this.store.annotation(this.annotationId);
  }

  add(disposer: Disposer): void {
    this.scope.add(disposer);
  }

  listen<K extends keyof GlobalEventHandlersEventMap>(
    target: EventTarget,
    type: K,
    listener: (event: GlobalEventHandlersEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void {
    const handler = (event: Event): void => {
      listener(event as GlobalEventHandlersEventMap[K]);
    };
    target.addEventListener(type, handler, options);
    this.add(() => {
      target.removeEventListener(type, handler, options);
    });
  }

  watch<T>(
    select: (state: AnnotationState) => T,
    apply: (value: T) => void,
  ): void {
    let last = select(this.state());
    apply(last);
    this.onCommit(() => {
      const next = select(this.state());
      if (Object.is(next, last)) return;
      last = next;
      apply(next);
    });
  }

  onCommit(apply: (commit: Commit) => void): void {
    this.#onCommit.push(apply);
  }

  watchProposals(apply: (regions: readonly ProposedRegion[]) => void): void {
    const {proposals = of([])} = this.#options;
    const {annotationId, store} = this;
    let proposed: readonly ProposedRegion[] = [];
    let ids: ReadonlySet<string> = new Set();
    const tell = (): void => {
      apply(proposedNow(proposed, (id) => store.findRegion(annotationId, id)));
    };
    const subscription = proposals.subscribe((regions) => {
      proposed = regions;
      ids = new Set(regions.flatMap(({before}) => before?.id ?? []));
      if (!this.scope.isClosed) this.#attempt(tell);
    });
    this.onCommit((commit) => {
      if (ids.size > 0 && comesUpon(commit, annotationId, ids)) tell();
    });
    this.add(() => {
      subscription.unsubscribe();
    });
  }

  pickRegions(element: Element, picker: RegionPicker): void {
    setRegionPicker(element, picker);
    this.add(() => {
      setRegionPicker(element, null);
    });
  }

  renderChildren(tag: ConfigTag, parent: Element): void {
    for (const child of tag.children) this.renderRoot(child, parent);
  }

  renderRoot(tag: ConfigTag, parent: Element): void {
    const made = this.#render(tag);
    if (!made) return;
    parent.append(made);
    this.#tellReady(tag);
    if (made instanceof HTMLElement) this.#tellRendered(tag, made);
  }

  whenRendered(tag: ConfigTag, apply: (element: HTMLElement) => void): void {
    const made = this.#rendered.get(tag.key);
    if (made) {
      apply(made);
      return;
    }
    const waiting = this.#whenRendered.get(tag.key) ?? [];
    this.#whenRendered.set(tag.key, [...waiting, apply]);
  }

  announce(message: string): void {
    this.#options.announce(message);
  }

  #render(tag: ConfigTag): Element | null {
    const {registry} = this.#options;
    if (registry.isMissing(tag.type)) {
      return missingSurface(tag, this, registry);
    }
    const surface = registry.find(tag.type) ?? registry.find('*');
    try {
      return surface?.(tag, this) ?? null;
    } catch (cause) {
      this.session.reportError(new SurfaceError(tag.tagName, tag.name, cause));
      return noticeElement(
        tag,
        'could not be shown. What was said with it is kept.',
      );
    }
  }

  #tellReady(tag: ConfigTag): void {
    const view = this.annotation.tags.tag(tag);
    if (!(view instanceof ObjectView)) return;
    view.setReady(true);
    this.add(() => {
      view.setReady(false);
    });
  }

  #tellRendered({key}: ConfigTag, made: HTMLElement): void {
    this.#rendered.set(key, made);
    const waiting = this.#whenRendered.get(key) ?? [];
    this.#whenRendered.delete(key);
    for (const apply of waiting) apply(made);
  }

  #deliver(commit: Commit): void {
    if (this.scope.isClosed || !touches(commit, this.annotationId)) return;
    if (!this.store.state.annotations[this.annotationId]) return;
    for (const apply of this.#onCommit) this.#attempt(() => apply(commit));
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (cause) {
      this.session.reportError(new SurfaceError('', '', cause));
    }
  }
}

/** Tells whether a commit changed one of these regions. */
function comesUpon(
  commit: Commit,
  annotationId: string,
  ids: ReadonlySet<string>,
): boolean {
  if (replacesAnnotation(commit, annotationId)) return true;
  const {added, updated, removed} = touchedRegions(commit, annotationId);
  return [...added, ...updated, ...removed].some((id) => ids.has(id));
}

function touches(commit: Commit, annotationId: string): boolean {
  return commit.patches.some(
    ({path}) => path[0] === 'annotations' && path[1] === annotationId,
  );
}
