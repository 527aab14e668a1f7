import {makeId} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';

import {
  PluginFrameError,
  PluginPermissionError,
  PluginProtocolError,
  PluginSourceError,
  PluginUnresponsiveError,
} from '../../errors.js';
import {fetchCode} from '../../load/fetch-code.js';
import {resolveUrl} from '../../load/resolve-url.js';
import type {PluginDisplay} from '../../runtime/plugin-display.js';
import type {PluginEnvironment} from '../../runtime/plugin-environment.js';
import type {NamedSource, PreparedPlugin} from '../../runtime/plugin-runner.js';
import {errorPosition} from '../../script/error-position.js';
import {guestPolicy} from '../guest-policy.js';
import {PermissionSet} from '../permissions.js';
import {copyPlain} from '../plain-data.js';
import type {OpenMessage} from '../protocol.js';

import {GuestConnection} from './guest-connection.js';
import type {GuestConnectionOptions} from './guest-connection.js';
import {guestLooks} from './guest-looks.js';
import {GUEST_URL} from './guest-url.js';
import {PluginStorage} from './plugin-storage.js';
import {RateLimit} from '../rate-limit.js';
import {SandboxFrame} from './sandbox-frame.js';

/** How long a sandboxed plugin may be silent, milliseconds. */
const SILENCE_MS = 3000;

/** How long a sandboxed plugin may think about a save, milliseconds. */
const VETO_MS = 10_000;

/** How long a frame may take to come to life, milliseconds. */
const BOOT_MS = 4000;

/** How long a frame that is there may take to answer, milliseconds. */
const ANSWER_MS = 1000;

/** Messages that a plugin may show in ten seconds. */
const MAX_MODALS = 5;

/** Times in ten seconds that a plugin may try to scroll the page. */
const MAX_SCROLLS = 100;

/**
 * Prepares a plugin that runs in a frame of an opaque origin: its source is
 * fetched once, and every display gets a worker or a document of its own.
 */
export async function prepareSandbox(
  source: NamedSource,
  environment: PluginEnvironment,
): Promise<PreparedPlugin> {
  const permissions = new PermissionSet(source.permissions ?? []);
  const code = await sourceText(source, environment);
  const plugin = new SandboxedPlugin(source, code, permissions, environment);
  return {
    start: (display) => plugin.start(display),
    retire: () => {
      plugin.retire();
    },
    locate: (error) => errorPosition(error, sourceName(source)),
  };
}

/** Which regions of an annotation are the plugin's, and which never. */
type RegionClaims = Pick<GuestConnectionOptions, 'own' | 'foreign'>;

/** One sandboxed plugin, display after display. */
class SandboxedPlugin {
  readonly #source: NamedSource;
  readonly #code: string;
  readonly #permissions: PermissionSet;
  readonly #environment: PluginEnvironment;
  readonly #storage: PluginStorage;
  readonly #modals = new RateLimit(MAX_MODALS, 10_000);
  readonly #claims = new WeakMap<object, RegionClaims>();
  /** The frame of the last display, between displays. */
  #frame: SandboxFrame | null = null;
  #isRetired = false;

  constructor(
    source: NamedSource,
    code: string,
    permissions: PermissionSet,
    environment: PluginEnvironment,
  ) {
    this.#source = source;
    this.#code = code;
    this.#permissions = permissions;
    this.#environment = environment;
    this.#storage = new PluginStorage(source.id);
  }

  /** Runs it for one display; settles when its run has. */
  async start(display: PluginDisplay): Promise<void> {
    this.#isRetired = false;
    let wasEnded = false;
    const isOver = (): boolean => wasEnded;
    let frame: SandboxFrame | null = null;
    let connection: GuestConnection | null = null;
    display.addDisposer(() => {
      wasEnded = true;
      if (connection) connection.close();
      else frame?.remove();
    });
    const scrolls = new RateLimit(MAX_SCROLLS, 10_000);
    let wasScrolled = false;
    let port: MessagePort | null = null;
    while (!isOver() && !port) {
      // What kept a frame from answering is gone with it.
      frame?.remove();
      frame = this.#takeFrame();
      port = await frame.open({
        onFocusTheft: () => {
          const error = new PluginPermissionError('', 'take the focus');
          display.report('permission', error);
        },
        onScroll: () => {
          if (!scrolls.take()) {
            const error = new PluginProtocolError('scrolls the page for ever');
            connection?.stop(error);
          }
          if (wasScrolled) return;
          wasScrolled = true;
          const error = new PluginPermissionError('', 'scroll the page');
          display.report('permission', error);
        },
        onLeave: () => {
          connection?.stop(new PluginProtocolError('left its document'));
        },
      });
    }
    if (isOver() || !frame || !port) {
      port?.close();
      return;
    }
    connection = this.#connect(port, frame, display);
    await this.#settled(connection);
    frame.prepareNext();
  }

  /** Keeps no frame for a next display until there is one. */
  retire(): void {
    this.#isRetired = true;
    this.#frame?.remove();
    this.#frame = null;
  }

  #connect(
    port: MessagePort,
    frame: SandboxFrame,
    display: PluginDisplay,
  ): GuestConnection {
    const {session, scope, logs} = display;
    return new GuestConnection(port, {
      pluginId: this.#source.id,
      source: this.#source,
      open: this.#openMessage(display),
      permissions: this.#permissions,
      session,
      scope,
      ...this.#claimsOn(scope.annotation),
      modals: this.#modals,
      storage: this.#storage,
      silenceMs: this.#environment.silenceMs ?? SILENCE_MS,
      vetoMs: this.#environment.vetoMs ?? VETO_MS,
      logs,
      locate: (error) => errorPosition(error, sourceName(this.#source)),
      report: (place, error) => {
        display.report(place, error);
      },
      onRecovered: () => {
        display.succeed('handler');
      },
      onSize: (widthPx, heightPx) => {
        frame.resize(widthPx, heightPx);
      },
      onClose: (error) => {
        if (error) this.#discard(frame, error);
        else this.#keepFrame(frame);
      },
    });
  }

  async #settled(connection: GuestConnection): Promise<void> {
    const {guestUrl = GUEST_URL, bootMs = BOOT_MS} = this.#environment;
    const timer = setTimeout(() => {
      if (!connection.isOpen) connection.stop(new PluginFrameError(guestUrl));
    }, bootMs);
    try {
      await connection.settled;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Returns the frame of the display before, or a new one. */
  #takeFrame(): SandboxFrame {
    const kept = this.#frame;
    this.#frame = null;
    if (kept?.isUsable) return kept;
    kept?.remove();
    const {
      guestUrl = GUEST_URL,
      answerMs = ANSWER_MS,
      frameParent,
    } = this.#environment;
    const {id, slot = ''} = this.#source;
    const nonce = makeId(22);
    return new SandboxFrame({
      parent: frameParent?.(this.#source) ?? document.body,
      title: `Plugin ${id}`,
      slot,
      guestUrl,
      answerMs,
      nonce,
      policy: guestPolicy(this.#permissions, nonce),
    });
  }

  #discard(frame: SandboxFrame, error: Error): void {
    frame.remove();
    // A worker that does not answer holds up no other.
    const isShown = (this.#source.slot ?? '') !== '';
    if (isShown && error instanceof PluginUnresponsiveError) {
      SandboxFrame.noteHang();
    }
  }

  #keepFrame(frame: SandboxFrame): void {
    if (this.#isRetired || this.#frame) {
      frame.remove();
      return;
    }
    this.#frame = frame;
    frame.close();
  }

  /** Regions stay the plugin's from one display of them to the next. */
  #claimsOn(annotation: object): RegionClaims {
    const claims = this.#claims.get(annotation) ?? {
      own: new Set(),
      foreign: new Set(),
    };
    this.#claims.set(annotation, claims);
    return claims;
  }

  #openMessage({
    session,
    scope,
  }: PluginDisplay): Omit<OpenMessage, 'state' | 'history' | 'logs'> {
    const {id, type = 'script', slot = ''} = this.#source;
    const place = this.#environment.host ?? document.documentElement;
    return {
      type: 'open',
      pluginId: id,
      kind: type,
      code: this.#code,
      baseUrl: document.baseURI,
      permissions: this.#permissions.names,
      slot,
      looks: guestLooks(place),
      stored: this.#permissions.has('storage') ? this.#storage.read() : {},
      annotationId: scope.annotationId,
      config: session.config?.root.source ?? null,
      configXml: session.configXml,
      session: sessionFacts(session),
    };
  }
}

/** Name of the source in stacks of a guest. */
function sourceName({id}: NamedSource): string {
  return `ls-plugin-${id}.js`;
}

/** What a guest knows about the session beside the store. */
function sessionFacts(session: LabelingSession): Record<string, unknown> {
  const {user, users, project, interfaces, settings, description} = session;
  const facts = {user, users, project, interfaces, settings, description};
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, plainOrNothing(value)]),
  );
}

/** A page may hang anything on a user or a project. */
function plainOrNothing(value: unknown): unknown {
  try {
    return copyPlain(JSON.parse(JSON.stringify(value ?? null)));
  } catch {
    return undefined;
  }
}

async function sourceText(
  {code, src, integrity = ''}: NamedSource,
  {allowedOrigins}: PluginEnvironment,
): Promise<string> {
  if (code !== undefined) return code;
  if (src !== undefined) {
    return fetchCode(resolveUrl(src, allowedOrigins), integrity);
  }
  throw new PluginSourceError(
    'A definition that the page has imported cannot run in a sandbox. Give ' +
      'the module by `src` or `code`.',
  );
}
