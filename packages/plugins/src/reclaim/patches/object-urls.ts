import type {Holding} from '../holding.js';
import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

/** Notes the object URLs of plugins. */
export function patchObjectUrls(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const held = new Map<unknown, Holding>();
  patches.method(URL, 'createObjectURL', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const url = Reflect.apply(native, this, args);
      const tenancy = ownership.tenant();
      if (!tenancy) return url;
      const [source] = args;
      const what =
        source instanceof Blob ? source.type || 'a blob' : 'a media source';
      const revoke = (): void => {
        URL.revokeObjectURL(String(url));
      };
      if (!tenancy.mayTake('object-url')) {
        tenancy.refuse('object-url', what);
        revoke();
        return url;
      }
      const holding = tenancy.take({
        kind: 'object-url',
        what,
        release: revoke,
      });
      held.set(url, holding);
      return url;
    },
  }));
  patches.method(URL, 'revokeObjectURL', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      held.get(args[0])?.end();
      held.delete(args[0]);
      return Reflect.apply(native, this, args);
    },
  }));
}
