import type {Observable} from 'rxjs';

import type {LabelConfig} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {validityOf} from './control/validity.js';
import type {ControlProblem} from './control/validity.js';
import {createSurfaceContext} from './create-surface-context.js';
import {element} from './dom/element.js';
import type {ProposedRegion} from './proposed-region.js';
import type {SurfaceRegistry} from './surface-registry.js';
import {connectLinking} from './relations/connect-linking.js';
import {adoptSurfaceStyles} from './surface-styles.js';

/** What the labeling interface of one display is made of. */
export interface LabelingOptions {
  /** Element that the interface is for; it is not put into it here. */
  readonly host: HTMLElement;
  /** Session of the host. */
  readonly session: LabelingSession;
  /** The display. */
  readonly scope: AnnotationScope;
  /** Config to show. */
  readonly config: LabelConfig;
  /** Surfaces by tag. */
  readonly registry: SurfaceRegistry;
  /** Hotkeys of the host. */
  readonly hotkeys: HotkeyRegistry;
  /**
   * Says a message politely to assistive technology.
   * @defaultValue a live region inside the interface
   */
  readonly announce?: (message: string) => void;
  /**
   * Changes that somebody proposes, for the surfaces to show.
   * @defaultValue none
   */
  readonly proposals?: Observable<readonly ProposedRegion[]>;
  /**
   * What others find wrong with what controls say, when a save is refused.
   * @defaultValue nothing
   */
  readonly problems?: Observable<readonly ControlProblem[]>;
}

/**
 * Makes the light DOM of one display of one annotation: Label Studio's
 * skeleton of `lsf-` classes with the config's tags in it.
 *
 * There are no comments, no markers and no white space between elements, so
 * that plugins find what they find in Label Studio. What the surfaces have
 * registered, and the styles, end with the scope; the caller removes the
 * element.
 *
 * @returns `.lsf-editor`, with `slot="labeling"`.
 */
export function renderLabeling(options: LabelingOptions): HTMLElement {
  const {host, session, scope, config} = options;
  const status = element('div', {
    class: 'lsf-visually-hidden',
    attributes: {role: 'status'},
  });
  const context = createSurfaceContext({
    ...options,
    announce:
      options.announce ??
      ((message) => {
        status.textContent = message;
      }),
  });
  const annotation = element('div', {class: 'lsf-main-view__annotation'});
  const content = element(
    'div',
    {class: 'lsf-main-content'},
    element('div', {class: 'lsf-main-view'}, annotation, infobarOf(session)),
  );
  const editor = element(
    'div',
    {
      class: 'lsf-editor',
      attributes: {slot: 'labeling', 'data-ls-display': context.displayId},
    },
    element('div', {class: 'lsf-wrapper'}, content),
    status,
  );
  scope.add(adoptSurfaceStyles(host));
  context.renderRoot(config.root, annotation);
  connectLinking(context, editor);
  const problems = options.problems?.subscribe((found) => {
    validityOf(context).refuse(found);
  });
  scope.add(() => {
    problems?.unsubscribe();
  });
  const flags = session.state$.subscribe(({awaitingSuggestions}) => {
    content.classList.toggle('lsf-requesting', awaitingSuggestions);
  });
  scope.add(() => {
    flags.unsubscribe();
  });
  return editor;
}

/** A line under the interface that says which task this is. */
function infobarOf({interfaces, store}: LabelingSession): HTMLElement | null {
  const {task} = store.state;
  if (!task || !interfaces.includes('infobar')) return null;
  return element('div', {
    class: 'lsf-main-view__infobar',
    text: `Task #${task.id}`,
  });
}
