import {
  AnnotationView,
  CommentStoreView,
  CommentView,
  DataManager,
  LabelingSession,
  RootStore,
} from '@ls-annotation/lsi';

import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

import {promised} from './promises.js';

/**
 * What the host promises whoever asks. Not in it: what its own surfaces ask
 * for, which they may do while a plugin runs.
 */
const HOST_PROMISES: readonly (readonly [
  type: {readonly prototype: object},
  name: string,
  methods: readonly string[],
])[] = [
  [
    LabelingSession,
    'session',
    ['submit', 'update', 'skip', 'accept', 'reject'],
  ],
  [
    RootStore,
    'Htx',
    [
      'submitAnnotation',
      'updateAnnotation',
      'skipTask',
      'unskipTask',
      'acceptAnnotation',
      'rejectAnnotation',
      'handleCustomButton',
      'submitDraft',
      'waitForDraftSubmission',
      'postponeTask',
    ],
  ],
  [
    AnnotationView,
    'annotation',
    ['saveDraft', 'saveDraftImmediately', 'saveDraftImmediatelyWithResults'],
  ],
  [
    CommentStoreView,
    'commentStore',
    [
      'addComment',
      'addCurrentComment',
      'persistQueuedComments',
      'listComments',
    ],
  ],
  [CommentView, 'comment', ['toggleResolve', 'updateComment', 'deleteComment']],
  [DataManager, 'DM', ['apiCall']],
];

/** Has what the host promises a plugin not settle when its run has ended. */
export function patchHostPromises(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  // The host asks itself on the way, and is to have its answers.
  let isAsking = false;
  for (const [{prototype}, owner, names] of HOST_PROMISES) {
    for (const name of names) {
      patches.method(ownerOf(prototype, name), name, (native) => ({
        call(this: unknown, ...args: unknown[]): unknown {
          const ask = (): Promise<unknown> =>
            Reflect.apply(native, this, args) as Promise<unknown>;
          if (isAsking) return ask();
          return promised(ownership, `${owner}.${name}()`, () => {
            isAsking = true;
            try {
              return ask();
            } finally {
              isAsking = false;
            }
          });
        },
      }));
    }
  }
}

/** Returns the prototype that has a method, of those that a class extends. */
function ownerOf(prototype: object, name: string): object {
  let at: object | null = prototype;
  while (at && !Object.hasOwn(at, name)) {
    at = Object.getPrototypeOf(at) as object | null;
  }
  return at ?? prototype;
}
