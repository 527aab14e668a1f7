import {skip} from 'rxjs';

import type {Commit, Disposer, StoreState} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import type {PluginLogs} from '../../console/plugin-logs.js';
import type {PluginPlace, SourcePosition} from '../../errors.js';
import {
  PluginPermissionError,
  PluginProtocolError,
  PluginUnresponsiveError,
} from '../../errors.js';
import type {PluginSource} from '../../plugin-source.js';
import {toFailureData} from '../failure-data.js';
import {decodeLog} from '../log-value.js';
import type {PermissionSet} from '../permissions.js';
import {PROTOCOL_VERSION} from '../protocol.js';
import {RateLimit} from '../rate-limit.js';
import {resolveReference} from '../references.js';
import type {
  GuestMessage,
  HistoryFacts,
  HostMessage,
  OpenMessage,
  PatchesMessage,
  RequestAction,
} from '../protocol.js';

import {EventForwarder} from './event-forwarder.js';
import {GuestWriter} from './guest-writer.js';
import {Heartbeat} from './heartbeat.js';
import {outlineState} from './outline-state.js';
import {packPatches} from './pack-patches.js';
import type {PluginStorage} from './plugin-storage.js';
import {readGuestMessage} from './read-guest-message.js';
import {RefusedErrors} from './refused-errors.js';
import {sendRegions} from './send-regions.js';

/** Messages of a guest in one second that are still no flood. */
const MAX_MESSAGES = 5000;

/**
 * Values in all messages of a guest in one second that are still no flood: as
 * much as is in the two greatest ones.
 */
const MAX_VALUES = 800_000;

/** Patches in one commit that are packed. */
const MANY_PATCHES = 500;

/** Failures of one display that are reported. */
const MAX_REPORTS = 50;

/** Characters of a message that are shown. */
const MAX_MODAL = 2000;

/** What a {@link GuestConnection} works with. */
export interface GuestConnectionOptions {
  /** Name of the plugin. */
  readonly pluginId: string;
  /** The source that runs. */
  readonly source: PluginSource;
  /** Everything that the guest has to know. */
  readonly open: Omit<OpenMessage, 'state' | 'history' | 'logs'>;
  /** What it may do. */
  readonly permissions: PermissionSet;
  /** Session of the host. */
  readonly session: LabelingSession;
  /** The display. */
  readonly scope: AnnotationScope;
  /** Ids of the regions that the plugin has made in this annotation. */
  readonly own: Set<string>;
  /**
   * Ids of regions of others that were deleted: they may come back, and must
   * not be the plugin's then.
   */
  readonly foreign: Set<string>;
  /** Messages that it may have shown. */
  readonly modals: RateLimit;
  /** What it keeps in the browser. */
  readonly storage: PluginStorage;
  /** How long it may be silent, milliseconds. */
  readonly silenceMs: number;
  /** How long it may think about a save, milliseconds. */
  readonly vetoMs: number;
  /** Hears of what it logs, when somebody listens. */
  readonly logs: PluginLogs;
  /** Returns where in the plugin's source an error arose. */
  readonly locate: (error: unknown) => SourcePosition | null;
  /** Hears that a handler has done well after failures. */
  readonly onRecovered: () => void;
  /** Hears of failures. */
  readonly report: (place: PluginPlace, error: Error) => void;
  /** Hears of the size of what it shows, CSS pixels. */
  readonly onSize: (widthPx: number, heightPx: number) => void;
  /**
   * Called once, when the guest is let go of; with an error, when that is
   * because of what it did.
   */
  readonly onClose: (error?: Error) => void;
}

/**
 * One guest during one display, on the host's side: it hands the guest what
 * it may know, and does what the guest may ask for. Nothing that a guest says
 * is believed, and one that breaks the rules is let go of.
 */
export class GuestConnection {
  readonly #port: MessagePort;
  readonly #options: GuestConnectionOptions;
  readonly #writer: GuestWriter;
  readonly #events: EventForwarder;
  readonly #heartbeat: Heartbeat;
  readonly #messages = new RateLimit(MAX_MESSAGES, 1000);
  readonly #values = new RateLimit(MAX_VALUES, 1000);
  readonly #disposers: Disposer[] = [];
  readonly #announced = new Set<string>();
  readonly #refused = new RefusedErrors();
  readonly #settled: Promise<void>;
  #settle: (error?: Error) => void = () => undefined;
  #writes = 0;
  #requests = 0;
  #reports = 0;
  /** A write whose commit has not been told of yet. */
  #own: {readonly write: number; readonly isExact: boolean} | null = null;
  /** What is to be said after what is on its way, a piece at a time. */
  #held: HostMessage[] | null = null;
  #stopPacking: Disposer = () => undefined;
  #isOpen = false;
  #isClosed = false;

  constructor(port: MessagePort, options: GuestConnectionOptions) {
    this.#port = port;
    this.#options = options;
    const {pluginId, permissions, session, scope, own, foreign} = options;
    this.#writer = new GuestWriter({
      pluginId,
      permissions,
      store: session.store,
      annotation: scope.annotation,
      config: session.config,
      own,
      foreign,
    });
    this.#events = new EventForwarder({
      pluginId,
      scope,
      root: session.htx,
      mayVeto: permissions.has('veto'),
      deadlineMs: options.vetoMs,
      errorOf: (failure) => this.#refused.errorOf(failure),
      send: (name, args, call) => {
        this.#send({type: 'event', name, args, call});
      },
    });
    this.#heartbeat = new Heartbeat({
      ping: (count) => {
        port.postMessage({type: 'ping', count});
      },
      deadlineMs: options.silenceMs,
      onSilence: () => {
        this.stop(new PluginUnresponsiveError(options.silenceMs));
      },
    });
    this.#settled = new Promise((resolve, reject) => {
      this.#settle = (error) => {
        if (error) reject(error);
        else resolve();
      };
    });
    // Whoever starts it waits for it; one that is stopped later is reported.
    this.#settled.catch(() => undefined);
    port.onmessage = ({data}: MessageEvent<unknown>) => {
      this.#receive(data);
    };
    this.#disposers.push(this.#heartbeat.start());
  }

  /** True once the guest has come to life. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Settles when the plugin's run has; rejects with what it failed with. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Lets go of the guest because of what it did, and reports that. */
  stop(error: Error): void {
    if (this.#isClosed) return;
    const wasRunning = this.#isOpen;
    this.#events.close(error);
    if (wasRunning) this.#options.report('sandbox', error);
    this.close(error);
  }

  /** Lets go of the guest; does nothing the second time. */
  close(error?: Error): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopPacking();
    for (const dispose of this.#disposers.splice(0)) dispose();
    this.#events.close(error ?? new Error('The display has closed.'));
    this.#port.onmessage = null;
    this.#port.close();
    this.#settle(this.#isOpen ? undefined : error);
    this.#options.onClose(error);
  }

  #send(message: HostMessage): void {
    if (this.#isClosed) return;
    if (this.#held) this.#held.push(message);
    else if (
      message.type === 'patches' &&
      message.patches.length >= MANY_PATCHES
    ) {
      this.#sendPacked(message);
    } else this.#port.postMessage(message);
  }

  /** What is said after it waits, and stays after it. */
  #sendPacked({patches, ...message}: PatchesMessage): void {
    this.#held = [];
    this.#stopPacking = packPatches(patches, {
      onPacked: (bytes) => {
        this.#port.postMessage({...message, type: 'packed', bytes});
        this.#release();
      },
      onFailure: (error) => {
        this.stop(error);
      },
    });
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const message of held) this.#send(message);
  }

  #receive(data: unknown): void {
    if (this.#isClosed) return;
    let isFlood = !this.#messages.take();
    const message = isFlood
      ? null
      : readGuestMessage(data, (size) => {
          isFlood = !this.#values.take(size);
        });
    if (isFlood) {
      this.stop(new PluginProtocolError('floods the page with messages'));
      return;
    }
    if (!message) {
      this.stop(new PluginProtocolError('says what no plugin may say'));
      return;
    }
    this.#handle(message);
  }

  #handle(message: GuestMessage): void {
    switch (message.type) {
      case 'ready':
        this.#begin(message.version);
        return;
      case 'started':
        this.#settle();
        return;
      case 'failed':
        this.#settle(this.#refused.errorOf(message.failure));
        return;
      case 'recovered':
        this.#options.onRecovered();
        return;
      case 'subscribe':
        this.#events.subscribe(message.name);
        return;
      case 'write':
        this.#write(message);
        return;
      case 'announce':
        this.#announce(message);
        return;
      case 'verdict':
        this.#events.settle(message);
        return;
      case 'request':
        void this.#request(message);
        return;
      case 'modal':
        this.#showModal(message);
        return;
      case 'store':
        this.#store(message);
        return;
      case 'failure':
        this.#report(message.place, this.#refused.errorOf(message.failure));
        return;
      case 'denied':
        this.#refuse(this.#refused.add(message));
        return;
      case 'log':
        this.#log(message);
        return;
      case 'pong':
        this.#heartbeat.answer(message.count);
        return;
      case 'size':
        this.#options.onSize(message.widthPx, message.heightPx);
    }
  }

  /** The state goes over once; what follows are patches. */
  #begin(version: number): void {
    if (this.#isOpen || version !== PROTOCOL_VERSION) {
      this.stop(new PluginProtocolError('speaks another protocol'));
      return;
    }
    this.#isOpen = true;
    const {session, open, logs} = this.#options;
    const {state} = session.store;
    this.#send({
      ...open,
      logs: logs.isWatched,
      state: outlineState(state),
      history: this.#history,
    });
    const changes = session.store.changes$.subscribe((commit) => {
      this.#follow(commit);
    });
    const watching = logs.isWatched$.pipe(skip(1)).subscribe((isWatched) => {
      this.#send({type: 'logs', isWatched});
    });
    this.#disposers.push(() => {
      changes.unsubscribe();
      watching.unsubscribe();
    });
    this.#disposers.push(this.#sendRegions(state));
  }

  #sendRegions(state: StoreState): Disposer {
    this.#held = [];
    return sendRegions(state, {
      send: (message) => {
        this.#port.postMessage(message);
      },
      onEnd: () => {
        this.#release();
      },
      onFailure: (error) => {
        this.stop(error);
      },
    });
  }

  /** What the guest has done itself is not sent back, if it has it right. */
  #follow({patches, origin, label}: Commit): void {
    this.#noteDeleted(patches);
    const own = this.#own;
    this.#own = null;
    const history = this.#history;
    if (own?.isExact) {
      this.#send({type: 'applied', write: own.write, history});
      return;
    }
    const ack = own ? {ack: own.write} : {};
    this.#send({type: 'patches', patches, origin, label, history, ...ack});
  }

  #noteDeleted(patches: Commit['patches']): void {
    const {scope, own, foreign} = this.#options;
    for (const {op, path} of patches) {
      const [, annotationId, part, regionId] = path;
      const isRegion = part === 'regions' && path.length === 4;
      if (op !== 'remove' || !isRegion) continue;
      const id = String(regionId);
      if (annotationId === scope.annotationId && !own.has(id)) foreign.add(id);
    }
  }

  #write(message: Extract<GuestMessage, {type: 'write'}>): void {
    const {write} = message;
    if (!this.#isOpen || write !== this.#writes + 1) {
      this.stop(new PluginProtocolError('writes out of order'));
      return;
    }
    this.#writes = write;
    try {
      this.#writer.apply(message, (isExact) => {
        this.#own = {write, isExact};
      });
    } catch (error) {
      this.#send({type: 'refused', write, failure: toFailureData(error)});
      this.#refuse(error);
    }
    // A write that changed nothing made no commit.
    if (!this.#own) return;
    this.#own = null;
    this.#send({type: 'applied', write, history: this.#history});
  }

  /** Others hear of what the guest has caused; the guest has heard already. */
  #announce({
    event,
    regionId,
  }: Extract<GuestMessage, {type: 'announce'}>): void {
    const {scope, session, own} = this.#options;
    const region = scope.annotation.areas.get(regionId);
    if (!this.#isOpen || !region || region.state.classification) return;
    try {
      if (event === 'entityDelete') this.#writer.assertMayDelete(regionId);
      else if (!own.has(regionId) || this.#announced.has(regionId)) return;
    } catch {
      // The guest has told of it, or its write will be refused.
      return;
    }
    this.#announced.add(regionId);
    this.#events.silently(() => {
      void session.events.invoke(event, region);
    });
  }

  async #request({
    request,
    action,
  }: Extract<GuestMessage, {type: 'request'}>): Promise<void> {
    if (!this.#isOpen || request !== this.#requests + 1) {
      this.stop(new PluginProtocolError('asks out of order'));
      return;
    }
    this.#requests = request;
    try {
      const value = await this.#perform(action);
      this.#send({type: 'answer', request, value, failure: null});
    } catch (error) {
      const failure = toFailureData(error);
      this.#send({type: 'answer', request, value: false, failure});
      this.#refuse(error);
    }
  }

  async #perform(action: RequestAction): Promise<boolean> {
    const {session, permissions, scope} = this.#options;
    const isStep = action === 'undo' || action === 'redo';
    const permission = isStep ? 'write' : 'submit';
    if (!permissions.has(permission)) {
      throw new PluginPermissionError(permission, action);
    }
    if (scope.isClosed) return false;
    switch (action) {
      case 'undo':
      case 'redo': {
        const {history} = scope.annotation;
        const can = action === 'undo' ? history.canUndo : history.canRedo;
        if (can) history[action]();
        return can;
      }
      case 'submit':
      case 'update':
      case 'skip':
      case 'accept':
      case 'reject':
        return session[action]();
      case 'unskip':
        return session.htx.unskipTask();
    }
  }

  #showModal({message, kind}: Extract<GuestMessage, {type: 'modal'}>): void {
    const {permissions, session, modals} = this.#options;
    if (!permissions.has('modal')) {
      this.#refuse(new PluginPermissionError('modal', 'show a message'));
    } else if (modals.take()) {
      session.showModal(message.slice(0, MAX_MODAL), kind);
    } else {
      this.#refuse(new PluginPermissionError('', 'show so many messages'));
    }
  }

  #store({key, value}: Extract<GuestMessage, {type: 'store'}>): void {
    const {permissions, storage} = this.#options;
    if (!permissions.has('storage')) {
      this.#refuse(new PluginPermissionError('storage', 'store anything'));
    } else if (!storage.write(key, value)) {
      this.#refuse(new PluginPermissionError('', 'store so much'));
    }
  }

  #log({level, args, stack, missed}: Extract<GuestMessage, {type: 'log'}>) {
    const {pluginId, source, logs, locate, session, scope} = this.#options;
    if (!logs.isWatched) return;
    const position = locate(Object.assign(new Error(), {stack}));
    if (missed > 0) {
      const note = `${String(missed)} lines before this one were too many.`;
      const level = 'warn';
      logs.add({pluginId, level, args: [note], position: null, source});
    }
    const values = args.map((value) =>
      decodeLog(value, (reference) =>
        resolveReference(reference, session.htx, scope.annotation),
      ),
    );
    logs.add({pluginId, level, args: values, position, source});
  }

  #refuse(error: unknown): void {
    this.#report('permission', error as Error);
  }

  #report(place: PluginPlace, error: Error): void {
    this.#reports += 1;
    if (this.#reports <= MAX_REPORTS) this.#options.report(place, error);
  }

  get #history(): HistoryFacts {
    const {session, scope} = this.#options;
    if (!scope.annotation.isAlive) return {index: 0, length: 0};
    const {index, length} = session.store.history(scope.annotationId);
    return {index, length};
  }
}
