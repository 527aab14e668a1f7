import {PageReplacementError} from '../../errors.js';
import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

/**
 * Keeps plugins from writing into the document once it has been read, which
 * would empty the page.
 */
export function patchWriting(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const name of ['write', 'writeln', 'open']) {
    patches.method(Document.prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        // With three arguments it opens a window.
        const isHarmless =
          this !== document ||
          document.readyState === 'loading' ||
          (name === 'open' && args.length > 2);
        if (isHarmless || !ownership.tenant()) {
          return Reflect.apply(native, this, args);
        }
        throw new PageReplacementError(name);
      },
    }));
  }
}
