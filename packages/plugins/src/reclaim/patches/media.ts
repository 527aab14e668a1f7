import type {Holding} from '../holding.js';
import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

/**
 * Notes the sounds and videos that plugins play outside the labeling
 * interface, the cameras, microphones and screens that they record, and what
 * they do for the keys of media.
 */
export function patchMedia(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patchPlay(patches, ownership);
  patchCapture(patches, ownership);
  patchActions(patches, ownership);
  for (const started of STARTED) patchStarted(patches, ownership, started);
}

/** What goes on from its start until it ends, by itself or by a function. */
interface Started {
  readonly owner: string;
  readonly end: string;
  /** Event that tells that it has ended. */
  readonly event: string;
  readonly what: string;
}

const STARTED: readonly Started[] = [
  {
    owner: 'AudioScheduledSourceNode',
    end: 'stop',
    event: 'ended',
    what: 'a sound',
  },
  {
    owner: 'SpeechRecognition',
    end: 'abort',
    event: 'end',
    what: 'what listens to speech',
  },
];

function patchStarted(
  patches: NativePatches,
  ownership: PageOwnership,
  {owner, end, event, what}: Started,
): void {
  const found: unknown = Reflect.get(globalThis, owner);
  if (typeof found !== 'function') return;
  patches.method(found.prototype as object, 'start', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const target = this as EventTarget & {readonly context?: AudioContext};
      // What a plugin has made the sound with goes anyway.
      const tenancy = ownership.tenant(
        () => !target.context || ownership.places.isLasting(target.context),
      );
      if (!tenancy) return Reflect.apply(native, this, args);
      if (!tenancy.mayTake('media')) {
        tenancy.refuse('media', what);
        return undefined;
      }
      const answer = Reflect.apply(native, this, args);
      const holding = tenancy.take({
        kind: 'media',
        what,
        isLasting: () =>
          !target.context || ownership.places.isLasting(target.context),
        release: () => {
          (target as unknown as Record<string, () => void>)[end]?.();
        },
      });
      ownership.outside(() => {
        target.addEventListener(event, () => {
          holding.end();
        });
      });
      return answer;
    },
  }));
}

function patchPlay(patches: NativePatches, ownership: PageOwnership): void {
  const held = new WeakMap<object, Holding>();
  patches.method(HTMLMediaElement.prototype, 'play', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const media = this as HTMLMediaElement;
      const tenancy = ownership.tenant(() => !ownership.places.isInView(media));
      if (!tenancy) return Reflect.apply(native, this, args);
      const what = `<${media.localName}> that plays`;
      if (!tenancy.mayTake('media')) {
        tenancy.refuse('media', what);
        return new Promise(() => undefined);
      }
      held.get(media)?.end();
      const holding = tenancy.take({
        kind: 'media',
        what,
        isLasting: () => !media.paused && !ownership.places.isInView(media),
        release: () => {
          media.pause();
        },
      });
      held.set(media, holding);
      return Reflect.apply(native, this, args);
    },
  }));
}

function patchCapture(patches: NativePatches, ownership: PageOwnership): void {
  const {MediaDevices: devices} = globalThis as {
    MediaDevices?: {readonly prototype: object};
  };
  if (!devices) return;
  for (const [name, what] of [
    ['getUserMedia', 'camera or microphone'],
    ['getDisplayMedia', 'screen'],
  ] as const) {
    patches.method(devices.prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const tenancy = ownership.tenant();
        if (!tenancy) return Reflect.apply(native, this, args);
        if (!tenancy.mayTake('media')) {
          tenancy.refuse('media', what);
          return new Promise(() => undefined);
        }
        const asked = Reflect.apply(native, this, args) as Promise<MediaStream>;
        const given = asked.then((stream) => {
          takeStream(tenancy, what, stream);
          return stream;
        });
        return tenancy.onlyWhileOpen('media', given);
      },
    }));
  }
}

/** One that comes after the close is turned off at once. */
function takeStream(tenancy: Tenancy, what: string, stream: MediaStream): void {
  const release = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (!tenancy.mayTake('media')) {
    release();
    return;
  }
  const isLasting = (): boolean =>
    stream.getTracks().some(({readyState}) => readyState === 'live');
  tenancy.take({kind: 'media', what, isLasting, release});
}

function patchActions(patches: NativePatches, ownership: PageOwnership): void {
  const present = new Map<unknown, Native | null>();
  const {MediaSession: session} = globalThis as {
    MediaSession?: {readonly prototype: object};
  };
  if (!session) return;
  patches.method(session.prototype, 'setActionHandler', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const [action, handler] = args;
      const tenancy = ownership.tenant();
      if (!tenancy || typeof handler !== 'function') {
        present.delete(action);
        return Reflect.apply(native, this, args);
      }
      const what = `media key "${String(action)}"`;
      if (!tenancy.mayTake('media')) {
        tenancy.refuse('media', what);
        return undefined;
      }
      const called: Native = (...details) =>
        tenancy.call('listener', 'media', handler as Native, null, details);
      Reflect.apply(native, this, [action, called]);
      present.set(action, called);
      const isOurs = (): boolean => present.get(action) === called;
      tenancy.take({
        kind: 'media',
        what,
        isLasting: isOurs,
        release: () => {
          if (!isOurs()) return;
          present.delete(action);
          Reflect.apply(native, this, [action, null]);
        },
      });
      return undefined;
    },
  }));
}
