import type {RegionChange} from '@ls-annotation/operators';

const VERBS: readonly (readonly [RegionChange['kind'], string])[] = [
  ['added', 'added'],
  ['changed', 'changed'],
  ['removed', 'removed'],
];

/** Returns in words how much changes: `2 regions added, 1 removed.` */
export function changesText(changes: readonly RegionChange[]): string {
  const parts = VERBS.flatMap(([kind, verb]) => {
    const count = changes.filter((one) => one.kind === kind).length;
    return count > 0 ? [{count, verb}] : [];
  });
  if (parts.length === 0) return 'Nothing would change.';
  const words = parts.map(({count, verb}, index) => {
    const noun = count === 1 ? 'region ' : 'regions ';
    return `${count} ${index === 0 ? noun : ''}${verb}`;
  });
  return `${words.join(', ')}.`;
}
