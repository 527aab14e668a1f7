import type {Disposer} from '@ls-annotation/core';
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
  | 'duplicate';

/** The hotkeys of the host, as in Label Studio. */
export const HOST_HOTKEYS: Readonly<Record<HostHotkeyName, HostHotkey>> =
  Object.freeze({
    submit: {keys: 'ctrl+enter,cmd+enter', description: 'Submit or update'},
    skip: {keys: 'ctrl+space', description: 'Skip the task'},
    undo: {keys: 'ctrl+z,cmd+z', description: 'Undo'},
    redo: {keys: 'ctrl+shift+z,cmd+shift+z,ctrl+y', description: 'Redo'},
    deleteSelected: {
      keys: 'backspace,delete,shift+backspace,shift+delete',
      description: 'Delete selected regions',
    },
    deleteAll: {
      keys: 'ctrl+backspace,cmd+backspace',
      description: 'Delete all regions',
    },
    unselect: {keys: 'u,escape', description: 'Unselect regions and labels'},
    selectNext: {keys: 'alt+.', description: 'Select the next region'},
    toggleHidden: {keys: 'alt+h', description: 'Hide or show selected regions'},
    duplicate: {keys: 'ctrl+d,cmd+d', description: 'Duplicate the annotation'},
  });

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
  const disposers = Object.entries(HOST_HOTKEYS).map(([name, hotkey]) => {
    const {keys, description} = hotkey;
    const handler = handlers[name as HostHotkeyName];
    return hotkeys.bind(keys, handler, {description});
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
    duplicate: () => {
      const {annotationStore} = session.htx;
      const {selected} = annotationStore;
      if (selected) annotationStore.addAnnotationFromPrediction(selected);
    },
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
