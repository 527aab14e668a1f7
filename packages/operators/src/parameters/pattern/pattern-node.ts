import type {CharacterTest, PatternPlace} from './pattern-program.js';

/** A regular expression as a tree. */
export type PatternNode =
  | {readonly kind: 'character'; readonly test: CharacterTest}
  | {
      readonly kind: 'assert';
      readonly holds: (place: PatternPlace) => boolean;
    }
  | {readonly kind: 'sequence'; readonly parts: readonly PatternNode[]}
  | {readonly kind: 'choice'; readonly parts: readonly PatternNode[]}
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly min: number;
      /** `Infinity` for no end. */
      readonly max: number;
      /** True when as few as possible are taken first. */
      readonly isLazy: boolean;
    };
