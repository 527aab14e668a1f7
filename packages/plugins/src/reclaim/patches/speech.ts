import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

/** What the page is to say; it has one voice, and a queue for it. */
interface Utterance {
  readonly spoken: SpeechSynthesisUtterance;
  /** Whose it is, `null` for the page's. */
  readonly tenancy: Tenancy | null;
}

const OVER = ['end', 'error'] as const;

/**
 * Notes what plugins have the page say. The browser can only silence everybody
 * at once: what others have to say is said again from its beginning.
 */
export function patchSpeech(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const {SpeechSynthesis: synthesis} = globalThis as {
    SpeechSynthesis?: {readonly prototype: object};
  };
  if (!synthesis) return;
  const queue = new Set<Utterance>();
  patches.method(synthesis.prototype, 'speak', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const [spoken] = args;
      const tenancy = ownership.tenant();
      if (!(spoken instanceof SpeechSynthesisUtterance)) {
        return Reflect.apply(native, this, args);
      }
      const what = `words "${spoken.text.slice(0, 40)}"`;
      if (tenancy && !tenancy.mayTake('media')) {
        tenancy.refuse('media', what);
        return undefined;
      }
      const utterance: Utterance = {spoken, tenancy};
      const isInQueue = (): boolean => queue.has(utterance);
      queue.add(utterance);
      const holding = tenancy?.take({
        kind: 'media',
        what,
        isLasting: isInQueue,
        release: () => {
          if (!isInQueue()) return;
          for (const one of queue) {
            if (one.tenancy === tenancy) queue.delete(one);
          }
          const others = [...queue];
          for (const one of others) hideCancelling(ownership, one.spoken);
          (this as SpeechSynthesis).cancel();
          for (const one of others) {
            Reflect.apply(native, this, [one.spoken]);
          }
        },
      });
      ownership.outside(() => {
        for (const type of OVER) {
          spoken.addEventListener(type, () => {
            queue.delete(utterance);
            holding?.end();
          });
        }
      });
      return Reflect.apply(native, this, args);
    },
  }));
}

/** Who has it said does not hear that it was broken off and begins again. */
function hideCancelling(
  ownership: PageOwnership,
  spoken: SpeechSynthesisUtterance,
): void {
  const controller = new AbortController();
  const {signal} = controller;
  ownership.outside(() => {
    spoken.addEventListener(
      'error',
      (event) => {
        if (!/canceled|interrupted/.test(event.error)) return;
        event.stopImmediatePropagation();
        controller.abort();
      },
      {capture: true, signal},
    );
    const letGo = (): void => {
      controller.abort();
    };
    spoken.addEventListener('end', letGo, {signal});
  });
}
