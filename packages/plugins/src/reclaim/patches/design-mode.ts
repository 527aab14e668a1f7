import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

/** A mode that was set, by a plugin or by the page. */
interface Setting {
  readonly before: unknown;
  readonly below: Setting | null;
  isOver: boolean;
}

/** Has the document be written in, or not, as it was before a plugin. */
export function patchDesignMode(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  let last: Setting | null = null;
  patches.accessor(Document.prototype, 'designMode', ({get, set}) => ({
    set(this: unknown, value: unknown): void {
      const put = (mode: unknown): void => {
        Reflect.apply(set, this, [mode]);
      };
      if (this !== document) {
        put(value);
        return;
      }
      const tenancy = ownership.tenant();
      const what = 'document.designMode';
      if (tenancy && !tenancy.mayTake('global')) {
        tenancy.refuse('global', what);
        return;
      }
      const before: unknown = Reflect.apply(get, this, []);
      // What the page sets is there to stay.
      const setting = {before, below: tenancy && last, isOver: false};
      put(value);
      last = setting;
      tenancy?.take({
        kind: 'global',
        what,
        isLasting: () => last === setting,
        release: () => {
          setting.isOver = true;
          if (last !== setting) return;
          const lowest = lowestOver(setting);
          put(lowest.before);
          last = lowest.below;
        },
      });
    },
  }));
}

/** Returns the first of those on top of each other that have ended since. */
function lowestOver(setting: Setting): Setting {
  let at = setting;
  while (at.below?.isOver) at = at.below;
  return at;
}
