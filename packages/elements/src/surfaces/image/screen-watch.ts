import type {Disposer} from '@ls-annotation/core';

/**
 * Calls `apply` whenever what a screen is like changes in a way that matters
 * to a canvas: its density, its colors, light or dark.
 */
export function watchScreen(apply: () => void): Disposer {
  const fixed = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map(
    (query) => matchMedia(query),
  );
  let density = densityQuery();
  const onDensity = (): void => {
    density.removeEventListener('change', onDensity);
    density = densityQuery();
    density.addEventListener('change', onDensity);
    apply();
  };
  density.addEventListener('change', onDensity);
  for (const query of fixed) query.addEventListener('change', apply);
  return () => {
    density.removeEventListener('change', onDensity);
    for (const query of fixed) query.removeEventListener('change', apply);
  };
}

/** Tells whether the user's system dictates colors. */
export function hasForcedColors(): boolean {
  return matchMedia('(forced-colors: active)').matches;
}

/** Matches until the density is another one. */
function densityQuery(): MediaQueryList {
  return matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
}
