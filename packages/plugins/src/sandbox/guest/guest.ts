import {parseLabelConfig} from '@ls-annotation/core';
import type {Commit, LsError, StoreState} from '@ls-annotation/core';
import {HandlerError} from '@ls-annotation/lsi';
import type {
  AnnotationScope,
  HandlerOutcome,
  ModalType,
  RegionView,
} from '@ls-annotation/lsi';

import type {PluginPlace, SourcePosition} from '../../errors.js';
import {PluginPermissionError, PluginSyntaxError} from '../../errors.js';
import type {PluginKind} from '../../plugin-source.js';
import {prepareModule} from '../../module/module-runner.js';
import {DEFAULT_ENVIRONMENT} from '../../runtime/plugin-environment.js';
import {PluginDisplay} from '../../runtime/plugin-display.js';
import {prepareScript} from '../../script/script-runner.js';
import {decodeValue} from '../encode-value.js';
import {fromFailureData, stackOf, toFailureData} from '../failure-data.js';
import {PermissionSet} from '../permissions.js';
import {ANNOUNCED} from '../protocol.js';
import type {
  AnnouncedEvent,
  FailureData,
  GuestMessage,
  HostMessage,
  OpenMessage,
  RequestAction,
} from '../protocol.js';
import {referTo, resolveReference} from '../references.js';

import {GuestConsole} from './guest-console.js';
import {GuestEvents} from './guest-events.js';
import {GuestScripts} from './guest-scripts.js';
import {GuestSession} from './guest-session.js';
import {MirrorHistory} from './mirror-history.js';
import {MirrorStore} from './mirror-store.js';
import {Refusals} from './refusals.js';
import {Requests} from './requests.js';
import {WriteQueue} from './write-queue.js';

/** What a {@link Guest} says to the host with. */
export type Send = (message: GuestMessage) => void;

/** What is different in a document and in a worker. */
export interface GuestRealm {
  /** Runs a classic script. */
  loadScript(address: string, integrity: string): Promise<void>;
  /** Returns where a source does not parse, or `null`. */
  locate(code: string, kind: PluginKind): Promise<SourcePosition | null>;
}

const VETO = 'beforeSaveAnnotation';

/**
 * One plugin during one display, on the inside of a frame: a session over a
 * mirror of the host's store, and the plugin that runs on it.
 *
 * Checks permissions only so that the plugin learns at once what it may not
 * do; the host checks everything again.
 */
export class Guest {
  readonly #open: OpenMessage;
  readonly #send: Send;
  readonly #realm: GuestRealm;
  readonly #permissions: PermissionSet;
  readonly #requests: Requests;
  readonly #history: MirrorHistory;
  readonly #store: MirrorStore;
  readonly #writes: WriteQueue;
  readonly #console: GuestConsole;
  readonly #refusals = new Refusals();
  #isReceiving = false;
  /** True from a failure until a handler does well. */
  #isFailing = false;

  /** The session that the plugin sees. */
  readonly session: GuestSession;

  /** What the plugin is started with. */
  readonly display: PluginDisplay;

  /** @param state - what the host's store holds, which `open` outlines. */
  constructor(
    open: OpenMessage,
    state: StoreState,
    send: Send,
    realm: GuestRealm,
  ) {
    this.#open = open;
    this.#send = send;
    this.#realm = realm;
    this.#permissions = new PermissionSet(open.permissions);
    this.#requests = new Requests(send);
    this.#history = new MirrorHistory((action) => {
      void this.#request(action).catch(() => undefined);
    });
    this.#store = new MirrorStore(
      {
        annotationId: open.annotationId,
        has: (permission) => this.#permissions.has(permission),
        denied: this.#denied,
      },
      this.#history,
    );
    this.#writes = new WriteQueue(this.#store, open.annotationId, (write) => {
      send({type: 'write', ...write});
    });
    this.session = this.#createSession();
    this.#connect(state);
    this.display = this.#createDisplay();
    this.#console = new GuestConsole(send, (value) =>
      referTo(value, this.session.htx),
    );
    this.#console.watch(open.logs);
  }

  /** Shows the display and runs the plugin; tells the host how that went. */
  async start(): Promise<void> {
    const {kind} = this.#open;
    let place: PluginPlace = 'compile';
    try {
      const prepare = kind === 'module' ? prepareModule : prepareScript;
      const plugin = await prepare(
        {id: this.#open.pluginId, code: this.#open.code, type: kind},
        DEFAULT_ENVIRONMENT,
      );
      place = kind === 'module' ? 'activate' : 'run';
      await plugin.start(this.display);
      this.#send({type: 'started'});
    } catch (error) {
      await this.#fail(place, error);
    }
  }

  async #fail(place: PluginPlace, error: unknown): Promise<void> {
    const failure = this.#toFailure(error);
    if (!(error instanceof PluginSyntaxError)) {
      this.#send({type: 'failed', place, failure});
      return;
    }
    const {code, kind} = this.#open;
    const position = await this.#realm.locate(code, kind);
    this.#send({
      type: 'failed',
      place: 'compile',
      failure: {...failure, position},
    });
  }

  /** Takes what the host says. */
  receive(message: HostMessage): void {
    switch (message.type) {
      case 'patches':
        this.#history.update(message.history);
        this.#writes.receive(message.patches, message.ack);
        return;
      case 'applied':
        this.#history.update(message.history);
        this.#writes.applied(message.write);
        return;
      case 'refused':
        this.#writes.refused(message.write);
        this.report('background', fromFailureData(message.failure));
        return;
      case 'event':
        this.#receiveEvent(message);
        return;
      case 'answer':
        this.#requests.settle(message);
        return;
      case 'logs':
        this.#console.watch(message.isWatched);
        return;
      case 'ping':
        this.#send({type: 'pong', count: message.count});
        return;
      case 'open':
      case 'regions':
      case 'packed':
        return;
    }
  }

  /** Tells the host of a failure. */
  report(place: PluginPlace, error: unknown): void {
    this.#send({type: 'failure', place, failure: this.#toFailure(error)});
  }

  #recover(): void {
    if (!this.#isFailing) return;
    this.#isFailing = false;
    this.#send({type: 'recovered'});
  }

  #toFailure(error: unknown): FailureData {
    this.#isFailing = true;
    return toFailureData(error, this.#refusals.find(error));
  }

  get #scope(): AnnotationScope {
    const {scope} = this.session;
    if (scope) return scope;
    throw new TypeError('There is no display.');
  }

  readonly #denied = (error: PluginPermissionError): void => {
    const {permission, action} = error;
    this.#isFailing = true;
    const refusal = this.#refusals.add(error);
    const stack = stackOf(error);
    this.#send({type: 'denied', refusal, permission, action, stack});
  };

  #createSession(): GuestSession {
    const {session: options, baseUrl} = this.#open;
    return new GuestSession(
      {
        request: (action) => this.#request(action),
        showModal: (message, kind) => {
          this.#showModal(message, kind);
        },
      },
      {
        ...options,
        store: this.#store,
        events: new GuestEvents((name) => {
          this.#send({type: 'subscribe', name});
        }),
        scripts: new GuestScripts({
          baseUrl,
          permissions: this.#permissions,
          denied: this.#denied,
          run: (address, integrity) =>
            this.#realm.loadScript(address, integrity),
        }),
      },
    );
  }

  #connect(state: StoreState): void {
    const {config, configXml, annotationId, history} = this.#open;
    const parsed = config ? parseLabelConfig(config) : null;
    this.#store.following(() => {
      this.session.setConfig(parsed?.ok ? parsed.value : null, configXml);
      this.#store.fill(state);
      this.session.showHeld(annotationId);
    });
    this.#history.update(history);
    this.#store.changes$.subscribe((commit) => {
      this.#onCommit(commit);
    });
    this.session.events.all$.subscribe(({name, args}) => {
      this.#announce(name, args);
    });
    this.session.errors$.subscribe((error) => {
      this.#onError(error);
    });
  }

  #createDisplay(): PluginDisplay {
    return new PluginDisplay({
      pluginId: this.#open.pluginId,
      session: this.session,
      scope: this.#scope,
      dm: this.session.dm,
      environment: DEFAULT_ENVIRONMENT,
      report: (place, error) => {
        this.report(place, error);
      },
    });
  }

  #onCommit(commit: Commit): void {
    if (commit.origin === 'load') return;
    try {
      this.#writes.push(commit);
    } catch (error) {
      this.report('background', error);
    }
  }

  #announce(name: string, [region]: readonly unknown[]): void {
    if (this.#isReceiving || !isAnnounced(name)) return;
    const {cleanId} = region as RegionView;
    this.#send({type: 'announce', event: name, regionId: cleanId});
  }

  /** What a veto failed with is told with its verdict. */
  #onError(error: LsError): void {
    if (!(error instanceof HandlerError)) {
      this.report('background', error);
      return;
    }
    const isVeto = error.eventName === VETO && this.#permissions.has('veto');
    if (!isVeto) this.report('handler', error.cause);
  }

  #receiveEvent({
    name,
    args,
    call,
  }: Extract<HostMessage, {type: 'event'}>): void {
    const decoded = args.map((value) =>
      decodeValue(value, (reference) =>
        resolveReference(reference, this.session.htx, this.#scope.annotation),
      ),
    );
    this.#isReceiving = true;
    try {
      const runs = this.session.events.dispatch<string>(name, ...decoded);
      for (const {outcome} of runs) {
        void outcome.then(({status}) => {
          if (status === 'fulfilled') this.#recover();
        });
      }
      void Promise.all(runs.map(({outcome}) => outcome)).then((settled) => {
        this.#answer(name, call, settled);
      });
    } finally {
      this.#isReceiving = false;
    }
  }

  /** Tells the host what the handlers of an event have said. */
  #answer(
    name: string,
    call: number | null,
    outcomes: readonly HandlerOutcome[],
  ): void {
    const failed = outcomes.find(({status}) => status === 'rejected');
    const refuses = outcomes.some(
      (outcome) => outcome.status === 'fulfilled' && outcome.value === false,
    );
    if (call !== null) {
      this.#send({
        type: 'verdict',
        call,
        verdict: failed ? 'fail' : refuses ? 'refuse' : 'allow',
        failure:
          failed?.status === 'rejected'
            ? this.#toFailure(failed.error.cause)
            : null,
      });
    } else if (refuses && name === VETO) {
      this.#denied(new PluginPermissionError('veto', 'refuse a save'));
    }
  }

  async #request(action: RequestAction): Promise<boolean> {
    const isStep = action === 'undo' || action === 'redo';
    const permission = isStep ? 'write' : 'submit';
    if (!this.#permissions.has(permission)) {
      const error = new PluginPermissionError(permission, action);
      this.#denied(error);
      throw error;
    }
    return this.#requests.ask(action);
  }

  #showModal(message: string, kind: ModalType): void {
    if (!this.#permissions.has('modal')) {
      const error = new PluginPermissionError('modal', 'show a message');
      this.#denied(error);
      throw error;
    }
    this.#send({type: 'modal', message, kind});
  }
}

function isAnnounced(name: string): name is AnnouncedEvent {
  return ANNOUNCED.some((event) => event === name);
}
