import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import {isThenable} from '../tenancy.js';

/** Notes the locks that plugins hold or wait for. */
export function patchLocks(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const {LockManager: manager} = globalThis as {
    LockManager?: {readonly prototype: object};
  };
  if (!manager) return;
  patches.method(manager.prototype, 'request', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const tenancy = ownership.tenant();
      const code = args.at(-1);
      if (!tenancy || typeof code !== 'function') {
        return Reflect.apply(native, this, args);
      }
      const what = `lock "${String(args[0])}"`;
      if (!tenancy.mayTake('lock')) {
        tenancy.refuse('lock', what);
        return new Promise(() => undefined);
      }
      let letGo = (): void => undefined;
      const taken = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const holding = tenancy.take({kind: 'lock', what, release: letGo});
      const called: Native = (lock) => {
        const answer = tenancy.call('timer', 'lock', code as Native, null, [
          lock,
        ]);
        return isThenable(answer) ? Promise.race([answer, taken]) : answer;
      };
      const asked = Reflect.apply(native, this, [
        ...args.slice(0, -1),
        called,
      ]) as Promise<unknown>;
      return tenancy.onlyWhileOpen('lock', asked, () => {
        holding.end();
      });
    },
  }));
}
