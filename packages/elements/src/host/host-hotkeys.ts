import type {Disposer} from '@ls-annotation/core';
import {DEFAULT_KEYMAP} from '@ls-annotation/lsi';
import type {LabelingSession} from '@ls-annotation/lsi';

import type {
  HotkeyHandler,
  HotkeyRegistry,
} from '../hotkeys/hotkey-registry.js';

/** A hotkey of the host. */
export interface HostHotkey {
  /** Keys, as Label Studio writes them. */
  readonly keys: string;
  /** What it does, in words. */
  readonly description: string;
  /** Names in Label Studio's keymap, by which a page may change the keys. */
  readonly names: readonly string[];
}

/** Names of the hotkeys of the host. */
export type HostHotkeyName =
  | 'submit'
  | 'skip'
  | 'undo'
  | 'redo'
  | 'deleteSelected'
  | 'deleteAll'
  | 'unselect'
  | 'selectNext'
  | 'toggleHidden'
  | 'toggleLocked'
  | 'duplicate'
  | 'focusFields';

const IS_APPLE = /mac|iphone|ipad/i.test(navigator.platform);

/** The hotkeys of the host, as in Label Studio. */
export const HOST_HOTKEYS: Readonly<Record<HostHotkeyName, HostHotkey>> =
  Object.freeze({
    submit: {
      keys: 'ctrl+enter,cmd+enter',
      description: 'Submit or update',
      names: ['annotation:submit'],
    },
    skip: {
      // Control and space change the keyboard's language on a Mac.
      keys: IS_APPLE ? 'alt+enter' : 'ctrl+space',
      description: 'Skip the task',
      names: ['annotation:skip'],
    },
    undo: {
      keys: 'ctrl+z,cmd+z',
      description: 'Undo',
      names: ['annotation:undo'],
    },
    redo: {
      keys: 'ctrl+shift+z,cmd+shift+z,ctrl+y',
      description: 'Redo',
      names: ['annotation:redo'],
    },
    deleteSelected: {
      keys: 'backspace,delete,shift+backspace,shift+delete',
      description: 'Delete selected regions',
      names: ['region:delete', 'segment:delete'],
    },
    deleteAll: {
      keys: 'ctrl+backspace,cmd+backspace',
      description: 'Delete all regions',
      names: ['region:delete-all'],
    },
    unselect: {
      keys: 'u,escape',
      description: 'Unselect regions and labels',
      names: ['region:unselect', 'region:exit'],
    },
    selectNext: {
      keys: 'alt+.',
      description: 'Select the next region',
      names: ['region:cycle'],
    },
    toggleHidden: {
      keys: 'alt+h',
      description: 'Hide or show selected regions',
      names: ['region:visibility'],
    },
    toggleLocked: {
      keys: 'alt+l',
      description: 'Lock or unlock selected regions',
      names: ['region:lock'],
    },
    duplicate: {
      keys: 'ctrl+d,cmd+d',
      description: 'Duplicate selected regions',
      names: ['region:duplicate'],
    },
    focusFields: {
      keys: 'enter',
      description: 'Go to the fields of the selected region',
      names: ['region:focus'],
    },
  });

/** What Enter presses by itself. */
const PRESSED = 'a, button, summary';

/**
 * Returns the keys of a hotkey in a session: those of its keymap where a page
 * has changed it.
 */
export function hostHotkeyKeys(
  session: LabelingSession,
  name: HostHotkeyName,
): string {
  const {keys, names} = HOST_HOTKEYS[name];
  const {keymap} = session.htx.Hotkey;
  const isChanged = names.some((own) => keymap[own] !== DEFAULT_KEYMAP[own]);
  if (!isChanged) return keys;
  return names
    .flatMap((own) => [keymap[own]?.key, keymap[own]?.mac])
    .filter((key) => key !== undefined)
    .join(',');
}

const REGION_KEYS = 9;

/** What hotkeys act on. */
export interface HostHotkeyTarget {
  /** The session. */
  readonly session: LabelingSession;
  /** Tells people in a few words what was done. */
  readonly tell: (message: string) => void;
}

/** Binds the hotkeys of a host; the disposer unbinds them. */
export function bindHostHotkeys(
  hotkeys: HotkeyRegistry,
  target: HostHotkeyTarget,
): Disposer {
  const handlers = hostHandlers(target);
  const names = Object.keys(HOST_HOTKEYS) as HostHotkeyName[];
  const disposers = names.map((name) => {
    const {description} = HOST_HOTKEYS[name];
    const keys = hostHotkeyKeys(target.session, name);
    return hotkeys.bind(keys, handlers[name], {description});
  });
  for (let number = 1; number <= REGION_KEYS; number += 1) {
    const description = `Select region ${number}`;
    const select = (): boolean => selectNumber(target.session, number);
    disposers.push(hotkeys.bind(`alt+shift+${number}`, select, {description}));
  }
  return () => {
    for (const dispose of disposers) dispose();
  };
}

function hostHandlers({
  session,
  tell,
}: HostHotkeyTarget): Record<HostHotkeyName, HotkeyHandler> {
  const {actions} = session;
  return {
    submit: () => void session.submit(),
    skip: () => void session.skip({}),
    undo: () => {
      session.undo();
    },
    redo: () => {
      session.redo();
    },
    deleteSelected: () => {
      if (selectionOf(session).length === 0) return false;
      actions.deleteSelectedRegions();
      return true;
    },
    deleteAll: () => {
      const before = regionCount(session);
      actions.deleteAllRegions();
      const deleted = before - regionCount(session);
      if (deleted > 0)
        tell(`Deleted ${deleted} regions. Undo brings them back.`);
    },
    unselect: () => {
      const {activeLabels} = annotationOf(session)?.session ?? {};
      const isBusy =
        selectionOf(session).length > 0 ||
        Object.values(activeLabels ?? {}).some((values) => values.length > 0);
      if (!isBusy) return false;
      actions.unselectAll();
      return true;
    },
    selectNext: () => {
      session.scope?.annotation.regionStore.selectNext();
    },
    toggleHidden: () => toggleHidden(session),
    toggleLocked: () => {
      if (selectionOf(session).length === 0) return false;
      session.scope?.annotation.lockSelectedRegions();
      return true;
    },
    duplicate: () => duplicateSelected(session),
    focusFields: (event) => focusFields(session, event),
  };
}

function toggleHidden(session: LabelingSession): boolean {
  const selection = selectionOf(session);
  const {annotationId} = session.scope ?? {};
  if (!annotationId || selection.length === 0) return false;
  const isHidden = selection.every(
    (id) => session.store.findRegion(annotationId, id)?.hidden,
  );
  for (const id of selection) session.actions.setHidden(id, !isHidden);
  return true;
}

function duplicateSelected(session: LabelingSession): boolean {
  const annotation = session.scope?.annotation;
  if (!annotation || annotation.isReadOnly()) return false;
  const results = annotation.serializedSelection;
  if (results.length === 0) return false;
  session.store.runAs('user', () => {
    annotation.selectAreas(annotation.appendResults(results));
  });
  return true;
}

function focusFields(session: LabelingSession, event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(PRESSED)) return false;
  const region = session.scope?.annotation.highlightedNode;
  if (!region?.perRegionTags.some((tag) => tag.perRegionVisible())) {
    return false;
  }
  region.requestPerRegionFocus();
  return true;
}

function selectNumber(session: LabelingSession, number: number): boolean {
  const region = session.scope?.annotation.regionStore.regions[number - 1];
  if (!region) return false;
  session.actions.selectRegions([region.id]);
  return true;
}

function annotationOf(session: LabelingSession) {
  return session.store.state.annotations[session.scope?.annotationId ?? ''];
}

function selectionOf(session: LabelingSession): readonly string[] {
  return annotationOf(session)?.selection ?? [];
}

function regionCount(session: LabelingSession): number {
  return annotationOf(session)?.regions.size ?? 0;
}
