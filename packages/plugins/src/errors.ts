import {LsError, messageOf, readable} from '@ls-annotation/core';

import type {PluginSource} from './plugin-source.js';

/** What a plugin was doing, or what was being done with it, when it failed. */
export type PluginPlace =
  | 'load'
  | 'compile'
  | 'start'
  | 'run'
  | 'activate'
  | 'handler'
  | 'contribution'
  | 'listener'
  | 'timer'
  | 'observer'
  | 'stream'
  | 'dispose'
  | 'background'
  | 'permission'
  | 'sandbox';

const PLACES: Readonly<Record<PluginPlace, string>> = {
  load: 'could not be loaded',
  compile: 'could not be read',
  start: 'could not be started',
  run: 'failed while it ran',
  activate: 'failed in activate()',
  handler: 'failed in an event handler',
  contribution: 'failed in what it adds to the host',
  listener: 'failed in a listener',
  timer: 'failed in a timer',
  observer: 'failed in an observer',
  stream: 'failed in a subscription',
  dispose: 'failed while it was cleaned up',
  background: 'failed in the background',
  permission: 'was kept from something',
  sandbox: 'was stopped',
};

/** Where in a plugin's source something happened. */
export interface SourcePosition {
  /** 1-based line of the author's file. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
}

/** What {@link PluginError} says beside its cause. */
export interface PluginErrorOptions {
  /** What went wrong underneath. */
  readonly cause: unknown;
  /** Where in the plugin's source, when it is known. */
  readonly position?: SourcePosition | null;
  /** The source that ran, when it is known. */
  readonly source?: PluginSource | null;
  /** In which of the things that it adds to the host, when it was there. */
  readonly part?: string;
}

/**
 * Reported for every failure of a plugin, with the typed reason in `cause`.
 *
 * It is reported, never thrown: the other plugins and the annotation go on.
 */
export class PluginError extends LsError {
  override readonly name = 'PluginError';
  readonly code = 'plugin/failed';
  /** Id of the plugin. */
  readonly pluginId: string;
  /** What it was doing. */
  readonly place: PluginPlace;
  /**
   * Which of the things that it adds to the host failed, in words, such as
   * `panel "Text"`; `''` when it was none of them.
   */
  readonly part: string;
  /** What became of it, in words, such as `failed in a timer`. */
  readonly deed: string;
  /** Which plugin failed at what, in words. */
  readonly summary: string;
  /** Why, and where in its source, in words. */
  readonly reason: string;
  /** Where in its source, or `null` when that is not known. */
  readonly position: SourcePosition | null;
  /** The source that ran, or `null` when that is not known. */
  readonly source: PluginSource | null;
  override readonly cause: unknown;

  constructor(
    pluginId: string,
    place: PluginPlace,
    {cause: thrown, position, source = null, part = ''}: PluginErrorOptions,
  ) {
    const cause = readable(thrown);
    const where = position ?? positionOf(cause);
    const deed = part ? `failed in its ${part}` : PLACES[place];
    const summary = `Plugin "${pluginId}" ${deed}`;
    const at = where ? ` (line ${where.line}, column ${where.column})` : '';
    super(`${summary}${at}: ${messageOf(cause)}`);
    this.summary = summary;
    this.reason = messageOf(cause) + at;
    this.pluginId = pluginId;
    this.place = place;
    this.part = part;
    this.deed = deed;
    this.position = where;
    this.source = source;
    this.cause = cause;
  }
}

/** Cause of a plugin whose source does not parse. */
export class PluginSyntaxError extends LsError {
  override readonly name = 'PluginSyntaxError';
  readonly code = 'plugin/syntax';
  /** Where in the author's file, or `null` when the browser does not tell. */
  readonly position: SourcePosition | null;
  override readonly cause: unknown;

  constructor(cause: unknown, position: SourcePosition | null) {
    super(
      `The source is not JavaScript that can run: ${messageOf(cause)}. ` +
        (position
          ? 'Correct it at the place that is named.'
          : 'Correct it, or the module that it imports.'),
    );
    this.cause = cause;
    this.position = position;
  }

  /** 1-based line of the author's file, or `null`. */
  get line(): number | null {
    return this.position?.line ?? null;
  }

  /** 1-based column, or `null`. */
  get column(): number | null {
    return this.position?.column ?? null;
  }
}

/** Cause of a module that throws before it has exported anything. */
export class PluginModuleError extends LsError {
  override readonly name = 'PluginModuleError';
  readonly code = 'plugin/module';
  /** Where in the author's file. */
  readonly position: SourcePosition;
  override readonly cause: Error;

  constructor(cause: Error, position: SourcePosition) {
    super(
      `The module throws while it is loaded: ${messageOf(cause)}. Correct ` +
        'what it does outside of activate(), at the place that is named.',
    );
    this.cause = cause;
    this.position = position;
  }
}

/** Cause of a plugin whose address does not answer with a file. */
export class PluginFetchError extends LsError {
  override readonly name = 'PluginFetchError';
  readonly code = 'plugin/fetch';
  /** Address that was asked. */
  readonly url: string;
  /** HTTP status, or `null` when there was no answer at all. */
  readonly status: number | null;
  override readonly cause: unknown;

  constructor(url: string, status: number | null, cause?: unknown) {
    super(
      status === null
        ? `"${url}" does not answer. Check the address, the connection, and ` +
            'that the server allows this page to read it (CORS).'
        : `"${url}" answers ${String(status)}. Check the address and that ` +
            'the file is published there.',
    );
    this.url = url;
    this.status = status;
    this.cause = cause;
  }
}

/** Cause of a plugin whose address answers with something else. */
export class PluginNotScriptError extends LsError {
  override readonly name = 'PluginNotScriptError';
  readonly code = 'plugin/not-script';
  /** Address that was asked. */
  readonly url: string;
  /** What the answer says it is, `''` when it says nothing. */
  readonly contentType: string;

  constructor(url: string, contentType: string) {
    super(
      `"${url}" answers with ${contentType || 'an HTML page'}, not with ` +
        'JavaScript. Check the address: servers answer so when the file is ' +
        'not there or when a sign-in is needed.',
    );
    this.url = url;
    this.contentType = contentType;
  }
}

/** Cause of a plugin or script whose bytes are not those that were promised. */
export class PluginIntegrityError extends LsError {
  override readonly name = 'PluginIntegrityError';
  readonly code = 'plugin/integrity';
  /** Address that was asked. */
  readonly url: string;
  /** The hash that the page gave. */
  readonly integrity: string;

  constructor(url: string, integrity: string, actual: string | null) {
    super(
      actual === null
        ? `"${url}" was not run: "${integrity}" is not an integrity value. ` +
            'Write "sha384-" and the base64 hash of the file.'
        : `"${url}" was not run: its content is not what "${integrity}" ` +
            'promises. If the change is wanted, put the hash of the new ' +
            `file${actual ? `, "${actual}"` : ''} into the page.`,
    );
    this.url = url;
    this.integrity = integrity;
  }
}

/** Cause of a plugin or script from an origin that the page does not allow. */
export class PluginOriginError extends LsError {
  override readonly name = 'PluginOriginError';
  readonly code = 'plugin/origin';
  /** Address that was asked. */
  readonly url: string;

  constructor(url: string, allowed: readonly string[]) {
    super(
      `"${url}" was not loaded: its origin is not in the list of allowed ` +
        `origins (${allowed.join(', ') || 'none'}). Add it there if it is ` +
        'trusted.',
    );
    this.url = url;
  }
}

/** Cause of a plugin that the page's content security policy keeps out. */
export class PluginPolicyError extends LsError {
  override readonly name = 'PluginPolicyError';
  readonly code = 'plugin/policy';
  override readonly cause: unknown;

  constructor(cause?: unknown) {
    super(
      "The page's content security policy does not let plugin scripts run. " +
        'Give the host or the plugin the nonce of the policy, or serve the ' +
        'plugin as a module (type="module" with src).',
    );
    this.cause = cause;
  }
}

/** Cause of a plugin that is still busy when its time is over. */
export class PluginTimeoutError extends LsError {
  override readonly name = 'PluginTimeoutError';
  readonly code = 'plugin/timeout';
  /** How long was waited, milliseconds. */
  readonly deadlineMs: number;

  constructor(deadlineMs: number) {
    super(
      `It has not finished after ${String(deadlineMs)} ms. The display goes ` +
        'on without waiting for it; look for a promise that never settles.',
    );
    this.deadlineMs = deadlineMs;
  }
}

/** Cause of a module that is not a plugin. */
export class PluginDefinitionError extends LsError {
  override readonly name = 'PluginDefinitionError';
  readonly code = 'plugin/definition';

  constructor() {
    super(
      'The module has no plugin as its default export. Write ' +
        '`export default definePlugin({id, activate(context) {…}})`.',
    );
  }
}

/** Cause of a source that names no kind this runtime can run, or no code. */
export class PluginSourceError extends LsError {
  override readonly name = 'PluginSourceError';
  readonly code = 'plugin/source';
}

/**
 * Thrown inside a sandboxed plugin that does what it was not given permission
 * for, and cause of the report about it.
 */
export class PluginPermissionError extends LsError {
  override readonly name = 'PluginPermissionError';
  readonly code = 'plugin/permission';
  /** Permission that is missing, `''` for what none allows. */
  readonly permission: string;
  /** What it tried. */
  readonly action: string;

  constructor(permission: string, action: string) {
    super(
      permission
        ? `It may not ${action}. If it should, add "${permission}" to its ` +
            'permissions.'
        : `It may not ${action}: no sandboxed plugin may.`,
    );
    this.permission = permission;
    this.action = action;
  }
}

/** Cause of a change of a sandboxed plugin that the host did not make. */
export class WriteRefusedError extends LsError {
  override readonly name = 'WriteRefusedError';
  readonly code = 'plugin/write-refused';

  constructor(reason: string) {
    super(`${reason} The change was taken back inside the plugin.`);
  }
}

/** Cause of a sandboxed plugin that was stopped because it did not answer. */
export class PluginUnresponsiveError extends LsError {
  override readonly name = 'PluginUnresponsiveError';
  readonly code = 'plugin/unresponsive';
  /** How long it did not answer, milliseconds. */
  readonly silentMs: number;

  constructor(silentMs: number) {
    super(
      `It has not answered for ${String(silentMs)} ms and was stopped for ` +
        'this display. Look for a loop that does not end.',
    );
    this.silentMs = silentMs;
  }
}

/** Cause of a sandboxed plugin that was stopped because it broke the rules. */
export class PluginProtocolError extends LsError {
  override readonly name = 'PluginProtocolError';
  readonly code = 'plugin/protocol';

  constructor(reason: string) {
    super(
      `It ${reason} and was stopped for this display. Only a plugin that ` +
        'meddles with its runtime does that.',
    );
  }
}

/** Cause of a sandboxed plugin whose frame does not come to life. */
export class PluginFrameError extends LsError {
  override readonly name = 'PluginFrameError';
  readonly code = 'plugin/frame';
  /** Address of the frame. */
  readonly url: string;
  override readonly cause: unknown;

  constructor(url: string, cause?: unknown) {
    super(
      `Its frame "${url}" does not start. Serve the files ` +
        '"ls-annotation-guest…" beside the bundle, let the policy of the ' +
        'page frame them, and let them be framed.',
    );
    this.url = url;
    this.cause = cause;
  }
}

/** Cause of a module whose imports do not arrive. */
export class PluginImportError extends LsError {
  override readonly name = 'PluginImportError';
  readonly code = 'plugin/import';
  override readonly cause: unknown;

  constructor(cause: unknown) {
    super(
      `Something that it imports does not arrive: ${messageOf(cause)} ` +
        'Check its imports; in source without an address of its own they ' +
        'cannot be relative.',
    );
    this.cause = cause;
  }
}

/** Thrown when a plugin would put another document in the place of the page. */
export class PageReplacementError extends LsError {
  override readonly name = 'PageReplacementError';
  readonly code = 'plugin/page-replacement';

  /**
   * @param method - method of `document` that would.
   */
  constructor(method: string) {
    super(
      `\`document.${method}()\` would put another document in the place of ` +
        'the page. Add elements instead.',
    );
  }
}

/** Thrown when a plugin contributes something that is not whole. */
export class ContributionError extends LsError {
  override readonly name = 'ContributionError';
  readonly code = 'plugin/contribution';
  /** Kind of contribution. */
  readonly kind: string;
  /** Member that is missing or wrong; `''` when it is no object. */
  readonly member: string;

  constructor(kind: string, member: string, type: string) {
    super(
      member
        ? `\`contribute.${kind}()\` needs a ${type} as \`${member}\`. Add it.`
        : `\`contribute.${kind}()\` needs an ${type}. Hand it one.`,
    );
    this.kind = kind;
    this.member = member;
  }
}

function positionOf(cause: unknown): SourcePosition | null {
  const isLocated =
    cause instanceof PluginSyntaxError || cause instanceof PluginModuleError;
  return isLocated ? cause.position : null;
}
