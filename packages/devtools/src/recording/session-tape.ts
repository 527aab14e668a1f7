import {Subscription} from 'rxjs';

import {isUndoable} from '@ls-annotation/core';
import type {
  Commit,
  LabelConfig,
  ResultJson,
  StoreState,
} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import {serializeAnnotation} from '@ls-annotation/lsi';

import {encodeArguments} from './event-arguments.js';
import {toRecordedPatch, toRecordedState} from './recorded-state.js';
import {RECORDING_FORMAT, RECORDING_VERSION} from './session-recording.js';
import type {
  RecordedChange,
  RecordedDisplay,
  RecordedEntry,
  RecordedEvent,
  SessionRecording,
} from './session-recording.js';

/** What a {@link SessionTape} tells. */
export interface TapeListener {
  /** Something was taken down. Called often, while handlers run. */
  readonly onNews: () => void;
  /** It has come to an end by itself: another task or config is shown. */
  readonly onEnd: () => void;
}

type Untimed =
  | Omit<RecordedChange, 'atMs'>
  | Omit<RecordedEvent, 'atMs'>
  | Omit<RecordedDisplay, 'atMs'>;

/**
 * Takes down what happens in a host from the moment it is made: every commit
 * of the store, every frontend event and every display, in their order. It
 * ends with {@link SessionTape.stop}, or when another task or config comes.
 */
export class SessionTape {
  readonly #host: AnnotationHostElement;
  readonly #listener: TapeListener;
  readonly #subscription = new Subscription();
  readonly #entries: RecordedEntry[] = [];
  readonly #beganMs = performance.now();
  readonly #recordedAt = new Date().toISOString();
  readonly #start: StoreState;
  readonly #xml: string;
  readonly #config: LabelConfig | null;
  #last: StoreState;

  constructor(host: AnnotationHostElement, listener: TapeListener) {
    this.#host = host;
    this.#listener = listener;
    this.#start = host.store.state;
    this.#last = this.#start;
    this.#xml = host.config;
    this.#config = host.session.config;
    const shown = host.session.scope;
    this.#subscription.add(
      host.store.changes$.subscribe((commit) => {
        this.#onCommit(commit);
      }),
    );
    this.#subscription.add(
      host.events.all$.subscribe(({name, args}) => {
        this.#add({kind: 'event', name, args: encodeArguments(args, host)});
      }),
    );
    this.#subscription.add(
      host.annotation$.subscribe((scope) => {
        if (scope && scope !== shown) this.#onDisplay(scope.annotationId);
      }),
    );
  }

  /** Number of things that were taken down. */
  get length(): number {
    return this.#entries.length;
  }

  /** Ends it, and returns what it has taken down. */
  stop(): SessionRecording {
    this.#subscription.unsubscribe();
    const {task} = this.#start;
    return {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      recordedAt: this.#recordedAt,
      config: this.#xml,
      task: {id: task?.id ?? 0, data: task?.data ?? {}},
      start: toRecordedState(this.#start),
      entries: this.#entries,
      results: resultsOf(this.#last, this.#config),
    };
  }

  #onCommit(commit: Commit): void {
    if (commit.patches.some(({path}) => path[0] === 'task')) {
      this.#end();
      return;
    }
    const {origin, author, label, mergeKey, patches} = commit;
    this.#last = commit.state;
    this.#add({
      kind: 'change',
      origin,
      ...(author === undefined ? {} : {author}),
      label,
      ...(mergeKey === undefined ? {} : {mergeKey}),
      ...(this.#isCollected(commit) ? {isCollected: true} : {}),
      patches: patches.map(toRecordedPatch),
    });
  }

  #onDisplay(annotationId: string): void {
    const {config, store} = this.#host;
    if (config !== this.#xml) this.#end();
    else if (annotationId in store.state.annotations) {
      this.#add({kind: 'display', annotationId});
    }
  }

  #isCollected({patches}: Commit): boolean {
    const {store} = this.#host;
    const patch = patches.find(isUndoable);
    const id = String(patch?.path[1]);
    return id in store.state.annotations && store.history(id).isFrozen;
  }

  #add(entry: Untimed): void {
    const atMs = Math.round(performance.now() - this.#beganMs);
    this.#entries.push({...entry, atMs});
    this.#listener.onNews();
  }

  #end(): void {
    this.#subscription.unsubscribe();
    this.#listener.onEnd();
  }
}

/** Returns the annotations of a state as Label Studio results, by id. */
export function resultsOf(
  {annotations, order}: StoreState,
  config: LabelConfig | null,
): Readonly<Record<string, readonly ResultJson[]>> {
  return Object.fromEntries(
    order.flatMap((id) => {
      const annotation = annotations[id];
      return annotation ? [[id, serializeAnnotation(annotation, config)]] : [];
    }),
  );
}
