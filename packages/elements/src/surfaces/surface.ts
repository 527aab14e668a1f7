import type {
  AnnotationState,
  AnnotationStore,
  Commit,
  ConfigTag,
  Disposer,
  LabelConfig,
} from '@ls-annotation/core';
import type {
  AnnotationScope,
  AnnotationView,
  LabelingSession,
} from '@ls-annotation/lsi';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import type {ProposedRegion} from './proposed-region.js';
import type {RegionPicker} from './region-picker.js';

/**
 * What a surface may use: one display of one annotation.
 *
 * Everything that a surface registers goes to {@link SurfaceContext.add} and
 * ends with the display; a surface has no teardown of its own.
 */
export interface SurfaceContext {
  /** The host element, for requests and for its tokens. */
  readonly host: HTMLElement;
  /** Session of the host. */
  readonly session: LabelingSession;
  /** Store of the session. */
  readonly store: AnnotationStore;
  /** Config on display. */
  readonly config: LabelConfig;
  /** The display; its closing ends the surface. */
  readonly scope: AnnotationScope;
  /** Id of the annotation on display. */
  readonly annotationId: string;
  /** Live view of the annotation on display. */
  readonly annotation: AnnotationView;
  /** Values that `$name` refers to. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Hotkeys of this host alone. */
  readonly hotkeys: HotkeyRegistry;
  /** Selector of one compound that matches this host and no other. */
  readonly hostSelector: string;
  /** Unlike that of any other display on the page; for ids and group names. */
  readonly displayId: string;

  /** Returns the hotkey of a tag, `''` for none or when hotkeys are off. */
  hotkeyOf(tag: ConfigTag): string;

  /** Returns the annotation's present state. */
  state(): AnnotationState;

  /** Has `disposer` run when the display closes. */
  add(disposer: Disposer): void;

  /** Adds a listener that goes with the display. */
  listen<K extends keyof GlobalEventHandlersEventMap>(
    target: EventTarget,
    type: K,
    listener: (event: GlobalEventHandlersEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;

  /**
   * Calls `apply` at once and again whenever `select` answers something else
   * (compared by `Object.is`) after a commit to this annotation.
   */
  watch<T>(
    select: (state: AnnotationState) => T,
    apply: (value: T) => void,
  ): void;

  /** Calls `apply` after every commit that touches this annotation. */
  onCommit(apply: (commit: Commit) => void): void;

  /**
   * Calls `apply` at once and after each change with what somebody proposes to
   * change in this annotation, starting from its regions as they are now. It
   * is to be seen and no more: none of it is in the annotation.
   */
  watchProposals(apply: (regions: readonly ProposedRegion[]) => void): void;

  /**
   * Says which regions lie under a pointer on an element of the surface, for
   * the menu of a region.
   */
  pickRegions(element: Element, picker: RegionPicker): void;

  /**
   * Renders the children of `tag` and appends what they made to `parent`. A
   * surface that throws is reported and shown as a notice; the others go on.
   */
  renderChildren(tag: ConfigTag, parent: Element): void;

  /**
   * Calls `apply` with the root element of a tag: at once when it was made
   * already, else when it is.
   */
  whenRendered(tag: ConfigTag, apply: (element: HTMLElement) => void): void;

  /** Says `message` politely to assistive technology. */
  announce(message: string): void;
}

/**
 * Makes the light DOM of one tag.
 *
 * Returns the tag's one root element, or `null` for a tag that shows nothing.
 * No comment or marker node may be left in it: plugins look at `firstChild`
 * and replace contents, and the surface must survive that.
 */
export type SurfaceFactory = (
  tag: ConfigTag,
  context: SurfaceContext,
) => Element | null;
