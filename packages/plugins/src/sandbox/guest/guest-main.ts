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
import {resolveAddresses} from './resolve-addresses.js';
import {StateIntake} from './state-intake.js';
import {workerRealm} from './worker-realm.js';
import type {WorkerScope} from './worker-realm.js';

/**
 * Entry of what runs inside a frame. Its document waits for the port to the
 * host. A plugin that shows something runs there; any other in a worker, which
 * has no document, and whose loops hold up nobody else.
 */
function main(): void {
  if (typeof document === 'undefined') {
    runInWorker(globalThis as unknown as WorkerScope);
    return;
  }
  const runtime = document.currentScript?.textContent ?? '';
  document.currentScript?.remove();
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (event.source !== parent || event.data !== GUEST_PORT || !port) return;
    removeEventListener('message', onMessage);
    greet(port, runtime);
  };
  addEventListener('message', onMessage);
}

function greet(port: MessagePort, runtime: string): void {
  port.onmessage = ({data}: MessageEvent<HostMessage>) => {
    if (data.type !== 'open') return;
    port.onmessage = null;
    if (data.slot) openInDocument(data, port);
    else startWorker(data, port, runtime);
  };
  port.postMessage({type: 'ready', version: PROTOCOL_VERSION});
}

function openInDocument(message: OpenMessage, port: MessagePort): void {
  dressDocument(message.looks, message.slot);
  open(message, port, documentRealm, () => {
    watchSurface((widthPx, heightPx) => {
      port.postMessage({type: 'size', widthPx, heightPx});
    });
  });
}

function startWorker(
  message: OpenMessage,
  port: MessagePort,
  runtime: string,
): void {
  const blob = new Blob([runtime], {type: 'text/javascript'});
  const worker = new Worker(URL.createObjectURL(blob));
  worker.onmessage = ({data}: MessageEvent<LocateQuestion>) => {
    void locate(data.code, data.kind).then((position) => {
      worker.postMessage(position);
    });
  };
  worker.postMessage(message, [port]);
}

function runInWorker(scope: WorkerScope): void {
  scope.addEventListener(
    'message',
    (event) => {
      const [port] = event.ports;
      if (!port) return;
      const message = event.data as OpenMessage;
      Object.assign(globalThis, {window: globalThis});
      resolveAddresses(message.baseUrl);
      open(message, port, workerRealm);
    },
    {once: true},
  );
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
    for (const one of missed) guest.receive(one);
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
  port.onmessage = ({data}: MessageEvent<HostMessage>) => {
    guest.receive(data);
  };
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
