import {LsError, messageOf, readable} from '@ls-annotation/core';

/**
 * Reported when a handler of a frontend event throws or rejects.
 *
 * The handlers after it have run all the same.
 */
export class HandlerError extends LsError {
  override readonly name = 'HandlerError';
  readonly code = 'lsi/handler-failed';

  /** Event that was being delivered. */
  readonly eventName: string;

  /** Who registered the handler, for example a plugin id, or `''`. */
  readonly owner: string;

  constructor(eventName: string, owner: string, cause: unknown) {
    super(
      `A handler of "${eventName}"${byOwner(owner)} failed: ${messageOf(cause)}`,
      {cause: readable(cause)},
    );
    this.eventName = eventName;
    this.owner = owner;
  }
}

/**
 * Reported when a handler of `beforeSaveAnnotation` has not settled in time.
 *
 * The save is not done; what was annotated stays as it is.
 */
export class HandlerDeadlineError extends LsError {
  override readonly name = 'HandlerDeadlineError';
  readonly code = 'lsi/handler-deadline';

  /** Event that was being delivered. */
  readonly eventName: string;

  /** Who registered the handlers that hold it, without duplicates. */
  readonly owners: readonly string[];

  /** How long was waited, milliseconds. */
  readonly deadlineMs: number;

  constructor(
    eventName: string,
    owners: readonly string[],
    deadlineMs: number,
  ) {
    super(
      `${nameOwners(owners)} has not finished "${eventName}" within ` +
        `${deadlineMs / 1000} seconds, so nothing was saved. ` +
        'Try again, or remove the plugin.',
    );
    this.eventName = eventName;
    this.owners = owners;
    this.deadlineMs = deadlineMs;
  }
}

/** Reported when something that hung on a scope fails while it closes. */
export class ScopeCloseError extends LsError {
  override readonly name = 'ScopeCloseError';
  readonly code = 'lsi/scope-close-failed';

  /** Annotation whose display was ending. */
  readonly annotationId: string;

  constructor(annotationId: string, cause: unknown) {
    super(
      `Cleaning up after annotation "${annotationId}" failed: ` +
        messageOf(cause),
      {cause},
    );
    this.annotationId = annotationId;
  }
}

/** Rejected with when {@link LSI.import} cannot load a script. */
export class ScriptImportError extends LsError {
  override readonly name = 'ScriptImportError';
  readonly code: string = 'lsi/import-failed';

  /** Address that was asked for. */
  readonly url: string;

  constructor(url: string, cause?: unknown) {
    super(
      `Script "${url}" could not be loaded. ` +
        'Check the address, its CORS headers and its integrity hash.',
      {cause},
    );
    this.url = url;
  }
}

/** Reported when the save cycle fails for another reason than a refusal. */
export class SaveError extends LsError {
  override readonly name = 'SaveError';
  readonly code = 'lsi/save-failed';

  /** Event that stood for the save, for example `submitAnnotation`. */
  readonly eventName: string;

  constructor(eventName: string, cause: unknown) {
    super(`"${eventName}" failed: ${messageOf(cause)}`, {cause});
    this.eventName = eventName;
  }
}

/** Reported when results cannot be read into an annotation. */
export class ResultsError extends LsError {
  override readonly name = 'ResultsError';
  readonly code = 'lsi/results-unreadable';

  constructor(detail: string, cause?: unknown) {
    super(
      `Results could not be read: ${detail}. ` +
        'Pass a list of Label Studio results, or its JSON text.',
      {cause},
    );
  }
}

/** Reported when suggestions of a model do not come. */
export class SuggestionsError extends LsError {
  override readonly name = 'SuggestionsError';
  readonly code = 'lsi/suggestions-failed';

  constructor(cause: unknown) {
    super(`Suggestions did not come: ${messageOf(cause)}`, {cause});
  }
}

/** Thrown by `Htx.assignConfig` where no page can read XML. */
export class ConfigReaderMissingError extends LsError {
  override readonly name = 'ConfigReaderMissingError';
  readonly code = 'lsi/no-config-reader';

  constructor() {
    super(
      'A config cannot be read without a page. ' +
        'Set "readConfig" of the session, or call its setConfig().',
    );
  }
}

/** Rejected with by `DM.apiCall` where there is no server to ask. */
export class ApiMissingError extends LsError {
  override readonly name = 'ApiMissingError';
  readonly code = 'lsi/no-api';

  constructor(name: string) {
    super(
      `There is no server that could answer "${name}". ` +
        'Set "callApi" of the session.',
    );
  }
}

/** Thrown by `Htx.Hotkey` for a name that the keymap does not have. */
export class HotkeyNameError extends LsError {
  override readonly name = 'HotkeyNameError';
  readonly code = 'lsi/hotkey-name';

  constructor(hotkey: string) {
    super(
      `The keymap has no hotkey "${hotkey}". ` +
        'Add it with Hotkey.setKeymap(), or use addKey().',
    );
  }
}

function byOwner(owner: string): string {
  return owner ? ` by "${owner}"` : '';
}

function nameOwners(owners: readonly string[]): string {
  const known = owners.filter((owner) => owner !== '');
  if (known.length === 0) return 'A handler';
  return known.map((owner) => `"${owner}"`).join(' and ');
}
