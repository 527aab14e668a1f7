import type {StoreState} from '@ls-annotation/core';

import {watchBackgroundErrors} from '../../runtime/background-errors.js';
import {toFailureData} from '../failure-data.js';
import {PermissionSet} from '../permissions.js';
import {GUEST_PORT, PROTOCOL_VERSION} from '../protocol.js';
import type {HostMessage, LocateQuestion, OpenMessage} from '../protocol.js';

import {closeExits} from './close-exits.js';
import {documentRealm, locate} from './document-realm.js';
import {GuestStorage} from './guest-storage.js';
import {dressDocument, watchSurface} from './guest-surface.js';
import {Guest} from './guest.js';
import type {GuestRealm} from './guest.js';
import {Inbox} from './inbox.js';
import {keepScrollingInside} from './own-scrolling.js';
import {resolveAddresses} from './resolve-addresses.js';
import {StateIntake} from './state-intake.js';
import {workerRealm} from './worker-realm.js';

/**
 * Entry of what runs a plugin: in a document, where it shows something, else
 * in a worker, which has no document, and whose loops hold up nobody else.
 * Both wait for the port to the host.
 */
function main(): void {
  if (typeof document === 'undefined') waitInWorker();
  else waitInDocument();
}

function waitInDocument(): void {
  document.currentScript?.remove();
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (event.source !== parent || !port) return;
    removeEventListener('message', onMessage);
    if (event.data === GUEST_PORT) greet(port, openInDocument);
    else void answer(event.data as LocateQuestion, port);
  };
  addEventListener('message', onMessage);
}

function waitInWorker(): void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (port) greet(port, openInWorker);
  };
  addEventListener('message', onMessage, {once: true});
}

async function answer(
  {code, kind}: LocateQuestion,
  port: MessagePort,
): Promise<void> {
  port.postMessage(await locate(code, kind));
}

function greet(
  port: MessagePort,
  open: (message: OpenMessage, port: MessagePort) => void,
): void {
  port.onmessage = ({data}: MessageEvent<HostMessage>) => {
    if (data.type !== 'open') return;
    port.onmessage = null;
    open(data, port);
  };
  port.postMessage({type: 'ready', version: PROTOCOL_VERSION});
}

function openInDocument(message: OpenMessage, port: MessagePort): void {
  keepScrollingInside();
  dressDocument(message.looks, message.slot);
  open(message, port, documentRealm, () => {
    watchSurface((widthPx, heightPx) => {
      port.postMessage({type: 'size', widthPx, heightPx});
    });
  });
}

function openInWorker(message: OpenMessage, port: MessagePort): void {
  Object.assign(globalThis, {window: globalThis});
  resolveAddresses(message.baseUrl);
  open(message, port, workerRealm);
}

/** Runs the plugin as soon as the regions are there too. */
function open(
  message: OpenMessage,
  port: MessagePort,
  realm: GuestRealm,
  onReady: () => void = () => undefined,
): void {
  closeExits();
  const intake = new StateIntake(message.state);
  const missed: HostMessage[] = [];
  const begin = async (): Promise<void> => {
    const guest = createGuest(message, await intake.state(), port, realm);
    const inbox = new Inbox(
      (one) => {
        guest.receive(one);
      },
      (error) => {
        guest.report('background', error);
      },
    );
    port.onmessage = ({data}: MessageEvent<HostMessage>) => {
      inbox.push(data);
    };
    for (const one of missed) inbox.push(one);
    await inbox.whenIdle();
    onReady();
    await guest.start();
  };
  const beginWhenComplete = (): void => {
    if (!intake.isComplete) return;
    begin().catch((error: unknown) => {
      const failure = toFailureData(error);
      port.postMessage({type: 'failed', place: 'run', failure});
    });
  };
  port.onmessage = ({data}: MessageEvent<HostMessage>) => {
    if (data.type === 'ping') {
      port.postMessage({type: 'pong', count: data.count});
    } else if (data.type === 'regions') {
      intake.take(data);
      beginWhenComplete();
    } else missed.push(data);
  };
  beginWhenComplete();
}

function createGuest(
  message: OpenMessage,
  state: StoreState,
  port: MessagePort,
  realm: GuestRealm,
): Guest {
  const guest = new Guest(
    message,
    state,
    (answer) => {
      port.postMessage(answer);
    },
    realm,
  );
  const {lsi, htx, dm} = guest.display;
  Object.assign(globalThis, {LSI: lsi, Htx: htx, DM: dm});
  if (new PermissionSet(message.permissions).has('storage')) {
    installStorage(message, port);
  }
  watchBackgroundErrors((error) => {
    guest.report('background', error);
  });
  return guest;
}

function installStorage({stored}: OpenMessage, port: MessagePort): void {
  const storage = new GuestStorage(stored, (key, value) => {
    port.postMessage({type: 'store', key, value});
  });
  Object.defineProperty(globalThis, 'localStorage', {
    value: storage,
    configurable: true,
  });
}

main();
