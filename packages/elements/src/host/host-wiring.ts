import type {Subscription} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';
import type {LabelingSession, ModalRequest} from '@ls-annotation/lsi';
import type {OperatorRegistry} from '@ls-annotation/operators';
import type {
  GlobalsOwner,
  PluginError,
  PluginRuntime,
  SetAsidePlugin,
} from '@ls-annotation/plugins';
import {hostGlobals} from '@ls-annotation/plugins';

import {findOffences} from '../contributions/find-offences.js';
import type {Offence} from '../contributions/find-offences.js';
import {toDomEvent} from '../events/change-events.js';
import {HostErrorEvent, PluginErrorEvent} from '../events/error-events.js';
import {PluginReceiptEvent} from '../events/plugin-events.js';
import {RegionSelectEvent} from '../events/region-events.js';
import {BeforeAnnotationSaveEvent} from '../events/save-events.js';
import {connectOperators} from '../operator-dialog/connect-operators.js';

/** What is wired to the page. */
export interface HostWiring {
  /** Element that events leave from. */
  readonly host: HTMLElement;
  /** Its session. */
  readonly session: LabelingSession;
  /** Its plugins. */
  readonly runtime: PluginRuntime;
  /** Its operators. */
  readonly operators: OperatorRegistry;
  /** Takes a message that wants to be dismissed. */
  readonly onModal: (request: ModalRequest) => void;
  /** Takes what failed, to tell people. */
  readonly onError: (error: LsError | PluginError) => void;
  /** Takes the regions that keep the annotation from being saved. */
  readonly onOffences: (offences: readonly Offence[]) => void;
  /** Takes the plugins that are set aside, to tell people. */
  readonly onSetAside: (setAside: readonly SetAsidePlugin[]) => void;
}

/**
 * Connects a session's streams with the page: DOM events, errors, modals,
 * globals. The disposer takes all of it back.
 */
export function wireHost(wiring: HostWiring): Disposer {
  const disposers = [
    ...subscriptions(wiring).map(toDisposer),
    wireSave(wiring),
    wireChecks(wiring),
    wireGlobals(wiring),
    connectOperators(wiring.host, wiring.operators),
  ];
  return () => {
    for (const dispose of disposers.reverse()) dispose();
  };
}

function subscriptions(wiring: HostWiring): readonly Subscription[] {
  const {host, session, runtime, onModal, onError, onSetAside} = wiring;
  return [
    session.events.all$.subscribe((event) => {
      const domEvent = toDomEvent(event);
      if (domEvent) host.dispatchEvent(domEvent);
    }),
    session.store.changes$.subscribe(({state, previous, origin}) => {
      const id = state.selectedId ?? '';
      const selection = state.annotations[id]?.selection;
      const before = previous.annotations[id]?.selection;
      if (!selection || !before || selection === before) return;
      host.dispatchEvent(new RegionSelectEvent(selection, origin));
    }),
    session.modals$.subscribe(onModal),
    session.errors$.subscribe((error) => {
      if (runtime.isPluginFailure(error)) return;
      host.dispatchEvent(new HostErrorEvent(error));
      onError(error);
    }),
    runtime.setAside$.subscribe(onSetAside),
    runtime.receipts$.subscribe((receipt) => {
      host.dispatchEvent(new PluginReceiptEvent(receipt));
    }),
    runtime.errors$.subscribe((error) => {
      host.dispatchEvent(new PluginErrorEvent(error));
      onError(error);
    }),
  ];
}

/** The page may refuse a save, at once or after a while. */
function wireSave({host, session}: HostWiring): Disposer {
  return session.events.addHandler(
    'beforeSaveAnnotation',
    async (_store, annotation, {event}) => {
      const asked = new BeforeAnnotationSaveEvent(annotation, event);
      host.dispatchEvent(asked);
      return asked.isAllowed();
    },
  );
}

/** Plugins may find regions with which nothing is to be saved. */
function wireChecks({session, runtime, onOffences}: HostWiring): Disposer {
  return session.events.addHandler(
    'beforeSaveAnnotation',
    (_store, annotation, {event}) => {
      if (event === 'rejectAnnotation') return true;
      const offences = findOffences(runtime.contributions, annotation);
      if (offences.length > 0) onOffences(offences);
      return offences.length === 0;
    },
  );
}

/** `window.LSI` and the like are those of the host that was used last. */
function wireGlobals({host, session}: HostWiring): Disposer {
  const owner = globalsOwner(session);
  const claim = (): void => {
    hostGlobals.claim(owner);
  };
  const displays = session.annotation$.subscribe(claim);
  host.addEventListener('pointerdown', claim, {capture: true});
  host.addEventListener('focusin', claim);
  return () => {
    displays.unsubscribe();
    host.removeEventListener('pointerdown', claim, {capture: true});
    host.removeEventListener('focusin', claim);
    hostGlobals.release(owner);
  };
}

const owners = new WeakMap<LabelingSession, GlobalsOwner>();

/** Returns what a session's host puts on the window; the same every time. */
export function globalsOwner(session: LabelingSession): GlobalsOwner {
  const known = owners.get(session);
  if (known) return known;
  const owner: GlobalsOwner = {
    get lsi() {
      return session.lsi;
    },
    get htx() {
      return session.htx;
    },
    get dm() {
      return session.dm;
    },
  };
  owners.set(session, owner);
  return owner;
}

function toDisposer(subscription: Subscription): Disposer {
  return () => {
    subscription.unsubscribe();
  };
}
