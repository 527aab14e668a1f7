import type {SourcePlace} from '../source-place.js';

import type {Callers} from './callers.js';
import type {ErrorUse} from './page-report.js';

/** What this package uses of the host's `PluginError`. */
interface PluginFailure {
  readonly place: string;
  readonly position: {readonly line: number; readonly column: number} | null;
  readonly cause: unknown;
}

/** Records what the plugin throws, and what is wrong with config and task. */
export class ErrorRecorder {
  readonly #callers: Callers;
  readonly #pluginFile: string;
  readonly #seen = new WeakSet();
  readonly #errors = new Map<string, ErrorUse>();
  readonly #hostErrors = new Set<string>();

  constructor(callers: Callers, pluginFile: string) {
    this.#callers = callers;
    this.#pluginFile = pluginFile;
    addEventListener('error', ({error}: {readonly error: unknown}) => {
      this.#noteUncaught(error);
    });
    addEventListener('unhandledrejection', ({reason}) => {
      this.#noteUncaught(reason);
    });
  }

  /** Failures of the plugin. */
  get errors(): readonly ErrorUse[] {
    return [...this.#errors.values()];
  }

  /** What else failed. */
  get hostErrors(): readonly string[] {
    return [...this.#hostErrors];
  }

  /** Listens to what a host reports. */
  listen(host: EventTarget): void {
    host.addEventListener('ls-plugin-error', (event) => {
      const {error} = event as Event & {readonly error: PluginFailure};
      this.#noteFailure(error);
    });
    for (const subject of ['config', 'task', 'host', 'operator']) {
      host.addEventListener(`ls-${subject}-error`, (event) => {
        const {error} = event as Event & {readonly error: unknown};
        this.#hostErrors.add(messageOf(error));
      });
    }
  }

  #noteFailure({place, position, cause}: PluginFailure): void {
    if (this.#isSeen(cause)) return;
    const at: SourcePlace | null = position
      ? {file: this.#pluginFile, ...lineAndColumn(position)}
      : this.#callers.placeOf(cause);
    this.#note(place, cause, at);
  }

  #noteUncaught(error: unknown): void {
    if (!this.#callers.isFromPlugin(error) || this.#isSeen(error)) return;
    this.#note('background', error, this.#callers.placeOf(error));
  }

  #note(doing: string, error: unknown, place: SourcePlace | null): void {
    const message = messageOf(error);
    const key = JSON.stringify([doing, message, place]);
    const count = (this.#errors.get(key)?.count ?? 0) + 1;
    this.#errors.set(key, {doing, message, place, count});
  }

  #isSeen(error: unknown): boolean {
    if (typeof error !== 'object' || error === null) return false;
    if (this.#seen.has(error)) return true;
    this.#seen.add(error);
    return false;
  }
}

/** Without what else an error's position may say. */
function lineAndColumn({
  line,
  column,
}: Omit<SourcePlace, 'file'>): Omit<SourcePlace, 'file'> {
  return {line, column};
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message}`;
}
