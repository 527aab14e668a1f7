import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import {isThenable} from '../tenancy.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

/** What a plugin has been given of the screen, the pointer or the keys. */
interface Given {
  /** Returns whether the plugin still has it, and nobody else. */
  readonly isThere: () => boolean;
  readonly giveBack: () => unknown;
}

interface Screen {
  /** Name of what has the function. */
  readonly owner: string;
  readonly name: string;
  /** Returns which one it is, in words. */
  readonly what: (self: unknown) => string;
  /** Returns what was given: by whom, and with which answer. */
  readonly given: (self: unknown, answer: unknown) => Given;
  /** True for what only one can have, so that the next one takes it over. */
  readonly isSingle?: boolean;
}

const WORDS = {
  fullscreen: 'full screen',
  pointerLock: 'pointer',
  pictureInPicture: 'picture-in-picture',
} as const;

const SCREENS: readonly Screen[] = [
  {
    owner: 'WakeLock',
    name: 'request',
    what: () => 'wake lock',
    given: (_self, answer) => {
      const sentinel = answer as WakeLockSentinel;
      return {
        isThere: () => !sentinel.released,
        giveBack: () => sentinel.release(),
      };
    },
  },
  ...(
    [
      ['Element', 'requestFullscreen', 'fullscreen', 'exitFullscreen'],
      ['Element', 'requestPointerLock', 'pointerLock', 'exitPointerLock'],
      [
        'HTMLVideoElement',
        'requestPictureInPicture',
        'pictureInPicture',
        'exitPictureInPicture',
      ],
    ] as const
  ).map(([owner, name, state, exit]): Screen => ({
    owner,
    name,
    what: (self) => `${WORDS[state]} of ${describeTarget(self)}`,
    given: (self) => ({
      isThere: () => {
        const root = (self as Element).getRootNode();
        return Reflect.get(root, `${state}Element`) === self;
      },
      giveBack: () => document[exit](),
    }),
  })),
  {
    owner: 'DocumentPictureInPicture',
    name: 'requestWindow',
    what: () => 'picture-in-picture window',
    given: (_self, answer) => {
      const opened = answer as Window;
      return {
        isThere: () => !opened.closed,
        giveBack: () => {
          opened.close();
        },
      };
    },
  },
  ...(
    [
      ['ScreenOrientation', 'orientation of the screen'],
      ['Keyboard', 'keys of the keyboard'],
    ] as const
  ).map(([owner, what]): Screen => ({
    owner,
    name: 'lock',
    what: () => what,
    given: (self) => ({
      isThere: () => true,
      giveBack: () => {
        (self as {unlock(): void}).unlock();
      },
    }),
    isSingle: true,
  })),
];

/**
 * Notes what plugins take of the screen, the pointer and the keys, each of
 * which can be had for the whole page alone.
 */
export function patchScreen(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const screen of SCREENS) {
    const found: unknown = Reflect.get(globalThis, screen.owner);
    if (typeof found !== 'function') continue;
    patchOne(patches, ownership, screen, found.prototype as object);
  }
}

function patchOne(
  patches: NativePatches,
  ownership: PageOwnership,
  {name, what, given, isSingle = false}: Screen,
  prototype: object,
): void {
  /** The last request of what only one can have. */
  let last: object | null = null;
  patches.method(prototype, name, (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const request = {};
      last = request;
      const ask = (): unknown => Reflect.apply(native, this, args);
      const tenancy = ownership.tenant();
      if (!tenancy) return ask();
      const take = (answer: unknown): void => {
        const {isThere, giveBack} = given(this, answer);
        hold(tenancy, what(this), {
          isThere: () => (!isSingle || last === request) && isThere(),
          giveBack,
        });
      };
      return takeWhenGiven(tenancy, what(this), ask, take);
    },
  }));
  if (!isSingle) return;
  patches.method(prototype, 'unlock', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      last = null;
      return Reflect.apply(native, this, args);
    },
  }));
}

/** In some browsers it is given at once, without a promise. */
function takeWhenGiven(
  tenancy: Tenancy,
  what: string,
  ask: () => unknown,
  take: (answer: unknown) => void,
): unknown {
  if (!tenancy.mayTake('screen')) {
    tenancy.refuse('screen', what);
    return new Promise(() => undefined);
  }
  const work = ask();
  if (!isThenable(work)) {
    take(work);
    return work;
  }
  return tenancy.onlyWhileOpen(
    'screen',
    work.then((answer) => {
      take(answer);
      return answer;
    }),
  );
}

/** What comes after the close is given back at once. */
function hold(tenancy: Tenancy, what: string, given: Given): void {
  const release = (): void => {
    if (given.isThere()) quietly(given.giveBack);
  };
  if (!tenancy.mayTake('screen')) {
    release();
    return;
  }
  tenancy.take({kind: 'screen', what, isLasting: given.isThere, release});
}

/** Some of it answers with a promise that is rejected when it is gone. */
function quietly(work: Given['giveBack']): void {
  const answer = work();
  if (isThenable(answer)) answer.then(undefined, () => undefined);
}
