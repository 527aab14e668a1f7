import type {Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

import {describeTarget} from './describe-target.js';

/** Notes the highlights, fonts and animations of plugins. */
export function patchPaint(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patchHighlights(patches, ownership);
  patchFonts(patches, ownership);
  patchAnimations(patches, ownership);
}

/** Returns the plugin that may add a style now; tells those that may not. */
function styler(
  ownership: PageOwnership,
  what: string,
): Tenancy | 'refused' | null {
  const tenancy = ownership.tenant();
  if (!tenancy || tenancy.mayTake('style')) return tenancy;
  tenancy.refuse('style', what);
  return 'refused';
}

function patchHighlights(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  const {HighlightRegistry: registry} = globalThis as {
    HighlightRegistry?: {readonly prototype: object};
  };
  if (!registry) return;
  patches.method(registry.prototype, 'set', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const highlights = this as Map<string, unknown>;
      const name = String(args[0]);
      const what = `highlight ${name}`;
      const tenancy = styler(ownership, what);
      if (tenancy === 'refused') return this;
      const before = highlights.get(name);
      const answer = Reflect.apply(native, this, args);
      const isOurs = (): boolean => highlights.get(name) === args[1];
      tenancy?.take({
        kind: 'style',
        what,
        isLasting: isOurs,
        release: () => {
          if (!isOurs()) return;
          if (before === undefined) highlights.delete(name);
          else highlights.set(name, before);
        },
      });
      return answer;
    },
  }));
}

function patchFonts(patches: NativePatches, ownership: PageOwnership): void {
  patches.method(FontFaceSet.prototype, 'add', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const fonts = this as FontFaceSet;
      const font = args[0] as FontFace;
      const isNew = font instanceof FontFace && !fonts.has(font);
      const what = `font ${isNew ? font.family : ''}`;
      const tenancy = isNew ? styler(ownership, what) : null;
      if (tenancy === 'refused') return this;
      const answer = Reflect.apply(native, this, args);
      tenancy?.take({
        kind: 'style',
        what,
        isLasting: () => fonts.has(font),
        release: () => {
          fonts.delete(font);
        },
      });
      return answer;
    },
  }));
}

function patchAnimations(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  patches.method(Element.prototype, 'animate', (native: Native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const target = this as Element;
      const tenancy = ownership.tenant(() => ownership.isWorthALook(target));
      const animation = Reflect.apply(native, this, args) as Animation;
      if (tenancy) takeAnimation(tenancy, ownership, animation);
      return animation;
    },
  }));
  patches.constructing('Animation', (target, args, newTarget) => {
    const animation = Reflect.construct(target, args, newTarget) as Animation;
    const tenancy = ownership.tenant();
    if (tenancy) takeAnimation(tenancy, ownership, animation);
    return animation;
  });
}

function takeAnimation(
  tenancy: Tenancy,
  ownership: PageOwnership,
  animation: Animation,
): void {
  const targetOf = (): Element | null =>
    animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
  const what = (): string => `animation of ${describeTarget(targetOf())}`;
  const release = (): void => {
    animation.cancel();
  };
  if (!tenancy.mayTake('style')) {
    tenancy.refuse('style', what());
    release();
    return;
  }
  const isLasting = (): boolean => {
    const target = targetOf();
    return (
      target !== null &&
      !/idle|finished/.test(animation.playState) &&
      ownership.places.isLasting(target)
    );
  };
  tenancy.take({kind: 'style', what, isLasting, release});
}
