import {parseLabelConfig, readTask} from '@ls-annotation/core';
import type {AnnotationState, ResultJson} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';
import type {LabelingSessionOptions} from '@ls-annotation/lsi';

import {readConfigXml} from '../../config-reader/read-config-xml.js';
import {HotkeyRegistry} from '../../hotkeys/hotkey-registry.js';
import {tokens} from '../../styles/tokens.js';
import {createDefaultRegistry} from '../default-registry.js';
import {renderLabeling} from '../labeling-view.js';
import type {LabelingOptions} from '../labeling-view.js';
import type {SurfaceRegistry} from '../surface-registry.js';

/** What a labeling interface is tried with. */
export interface RenderSurfaceOptions {
  /**
   * Task as JSON.
   * @defaultValue one without data
   */
  readonly task?: unknown;
  /** Options of the session. */
  readonly session?: LabelingSessionOptions;
  /**
   * Surfaces by tag.
   * @defaultValue those of the product
   */
  readonly registry?: SurfaceRegistry;
  /**
   * Where to put the host.
   * @defaultValue the page's body
   */
  readonly parent?: ParentNode & Node;
  /**
   * Changes that somebody proposes.
   * @defaultValue none
   */
  readonly proposals?: LabelingOptions['proposals'];
}

/** A labeling interface on the page, with what a test asks of it. */
export interface RenderedSurface {
  /** A bare host with the product's tokens and a slot for the interface. */
  readonly host: HTMLElement;
  /** The session behind it. */
  readonly session: LabelingSession;
  /** Hotkeys of the host. */
  readonly hotkeys: HotkeyRegistry;
  /** `.lsf-editor` of the display that is open now. */
  readonly editor: HTMLElement;
  /** Messages that wanted to be shown. */
  readonly modals: readonly string[];
  /** Codes of what failed. */
  readonly errors: readonly string[];
  /** The first element that matches; throws when there is none. */
  find<E extends HTMLElement = HTMLElement>(query: string): E;
  /** Every element that matches. */
  findAll<E extends HTMLElement = HTMLElement>(query: string): readonly E[];
  /** State of the annotation on display. */
  state(): AnnotationState;
  /** What is on display as Label Studio results. */
  results(): readonly ResultJson[];
  /** Ends it and takes the host off the page. */
  close(): void;
}

const open = new Set<() => void>();

/** Ends every interface that a test has left open; for `afterEach`. */
export function closeSurfaces(): void {
  for (const close of open) close();
}

/**
 * Puts the labeling interface of a config and a task on the page, without the
 * chrome of the host. Follows the session from display to display.
 *
 * For tests.
 */
export async function renderSurface(
  xml: string,
  options: RenderSurfaceOptions = {},
): Promise<RenderedSurface> {
  const host = makeHost(options.parent ?? document.body);
  const session = new LabelingSession(options.session);
  const hotkeys = new HotkeyRegistry(host);
  const modals: string[] = [];
  const errors: string[] = [];
  session.modals$.subscribe(({message}) => modals.push(message));
  session.errors$.subscribe(({code}) => errors.push(code));
  show(session, xml, options.task ?? {data: {}});
  const registry = options.registry ?? createDefaultRegistry();
  await registry.prepare(session.config?.tags.map(({type}) => type) ?? []);
  let editor: HTMLElement | null = null;
  session.annotation$.subscribe((scope) => {
    editor?.remove();
    editor = null;
    if (!scope || !session.config) return;
    const {config} = session;
    editor = renderLabeling({
      host,
      session,
      scope,
      config,
      registry,
      hotkeys,
      ...(options.proposals && {proposals: options.proposals}),
    });
    host.append(editor);
  });
  const close = (): void => {
    open.delete(close);
    session.close();
    hotkeys.clear();
    host.remove();
    document.getSelection()?.removeAllRanges();
  };
  open.add(close);
  await nextFrame();
  const rendered: RenderedSurface = {
    host,
    session,
    hotkeys,
    modals,
    errors,
    get editor() {
      if (!editor) throw new Error('Nothing is on display.');
      return editor;
    },
    find: <E extends HTMLElement>(query: string) => {
      const found = host.querySelector<E>(query);
      if (!found) throw new Error(`Nothing matches "${query}".`);
      return found;
    },
    findAll: <E extends HTMLElement>(query: string) => [
      ...host.querySelectorAll<E>(query),
    ],
    state: () => session.store.annotation(session.scope?.annotationId ?? ''),
    results: () => session.serialize(),
    close,
  };
  return rendered;
}

/** Returns when what was changed has been drawn. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

function makeHost(parent: Node): HTMLElement {
  const host = document.createElement('ls-annotation-host');
  const root = host.attachShadow({mode: 'open'});
  const sheet = tokens.styleSheet;
  if (sheet) root.adoptedStyleSheets.push(sheet);
  const slot = document.createElement('slot');
  slot.name = 'labeling';
  root.append(slot);
  parent.appendChild(host);
  return host;
}

function show(session: LabelingSession, xml: string, json: unknown): void {
  const node = readConfigXml(xml);
  if (!node.ok) throw new Error(node.issues[0]?.message);
  const config = parseLabelConfig(node.value);
  if (!config.ok) throw new Error(config.issues[0]?.message);
  const task = readTask(json);
  if (!task.ok) throw new Error(task.issues[0]?.message);
  session.setConfig(config.value, xml);
  session.setTask(task.value);
}
