import type {Issue} from '@ls-annotation/core';
import {LsError} from '@ls-annotation/core';

/** What is wrong with a config or a task, for people and for programs. */
export interface DataIssue extends Issue {
  /** Tag as the documentation writes it, `''` or absent for none. */
  readonly tag?: string;
  /** Name of the tag in its config, `''` or absent for none. */
  readonly name?: string;
  /** Attribute it is about, `''` or absent for none. */
  readonly attribute?: string;
  /** A `warning` is tolerated. */
  readonly severity?: 'error' | 'warning';
}

/** Reported when a labeling config cannot be shown. */
export class LabelingConfigError extends LsError {
  override readonly name = 'LabelingConfigError';
  readonly code = 'elements/config';
  /** Everything that is wrong. */
  readonly issues: readonly DataIssue[];

  constructor(issues: readonly DataIssue[]) {
    super(`The labeling config cannot be shown. ${firstMessage(issues)}`);
    this.issues = issues;
  }
}

/** Reported when a task cannot be shown. */
export class TaskError extends LsError {
  override readonly name = 'TaskError';
  readonly code = 'elements/task';
  /** Everything that is wrong. */
  readonly issues: readonly DataIssue[];

  constructor(issues: readonly DataIssue[]) {
    super(`The task cannot be shown. ${firstMessage(issues)}`);
    this.issues = issues;
  }
}

/** What an address was to give. */
export type SourceKind = 'config' | 'task';

/** Reported when `config-src` or `task-src` gives nothing to show. */
export class SourceError extends LsError {
  override readonly name = 'SourceError';
  readonly code = 'elements/source';
  /** What it was to give. */
  readonly kind: SourceKind;
  /** Address that was asked. */
  readonly url: string;
  /** HTTP status, or `null` when there was no answer. */
  readonly status: number | null;

  constructor(kind: SourceKind, url: string, failure: SourceFailure) {
    super(`The ${kind} at "${url}" ${sentence(failure)}`, {
      cause: failure.cause,
    });
    this.kind = kind;
    this.url = url;
    this.status = failure.status;
  }
}

/** Why a source did not arrive. */
export interface SourceFailure {
  /** HTTP status, or `null` when there was no answer. */
  readonly status: number | null;
  /** True when a web page came where data was to be. */
  readonly isWebPage?: boolean;
  /** What went wrong underneath. */
  readonly cause?: unknown;
}

function sentence({status, isWebPage}: SourceFailure): string {
  if (status === null) {
    return (
      'does not answer. Check the address, the connection, and that the ' +
      'server allows this page to read it (CORS).'
    );
  }
  return isWebPage
    ? 'is a web page. Check the address: servers answer so when the file is ' +
        'not there or when a sign-in is needed.'
    : `answers ${status}. Check the address and that the file is published ` +
        'there.';
}

/** Reported when a part of the chrome, a file of its own, does not arrive. */
export class PartLoadError extends LsError {
  override readonly name = 'PartLoadError';
  readonly code = 'elements/part-load';

  /** @param part - what people know it by, at the start of a sentence. */
  constructor(part: string, cause: unknown) {
    super(
      `${part} could not be loaded. Check the connection, and that every ` +
        'file of `dist/` is served beside the module, then try again.',
      {cause},
    );
  }
}

/** Reported when something of the host fails that has no name of its own. */
export class HostError extends LsError {
  override readonly name = 'HostError';
  readonly code = 'elements/host';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), {cause});
  }
}

function firstMessage(issues: readonly DataIssue[]): string {
  const [first] = issues;
  const others = issues.length - 1;
  if (!first) return '';
  return others > 0 ? `${first.message} (and ${others} more)` : first.message;
}

/** Rejected with where a plugin is to be replaced that the host has not. */
export class PluginUnknownError extends LsError {
  override readonly name = 'PluginUnknownError';
  readonly code = 'elements/plugin-unknown';
  /** The id that was asked for. */
  readonly pluginId: string;

  /** @param known - ids of the plugins that there are. */
  constructor(pluginId: string, known: readonly string[]) {
    const list = known.map((id) => `"${id}"`).join(', ') || 'none';
    super(
      `There is no plugin "${pluginId}" in this host. It has: ${list}. Give ` +
        'the plugin an `id`, or an `<ls-plugin>` the attribute `plugin-id`.',
    );
    this.pluginId = pluginId;
  }
}
