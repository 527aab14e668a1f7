/** Tells whether one character (code point) fits. */
export type CharacterTest = (character: string) => boolean;

/** What an assertion looks at. */
export interface PatternPlace {
  /** Characters of the text. */
  readonly characters: readonly string[];
  /** 0-based place between them. */
  readonly index: number;
}

/**
 * A step of a program: take a character, check the place, or branch, where
 * `next` is tried before `other`.
 *
 * What may be left out and may be empty stands between `enter` and `leave`: to
 * take it without taking a character is no way on.
 */
export type PatternStep =
  | {readonly kind: 'character'; readonly test: CharacterTest; next: number}
  | {
      readonly kind: 'assert';
      readonly holds: (place: PatternPlace) => boolean;
      next: number;
    }
  | {readonly kind: 'split'; next: number; other: number}
  | {
      readonly kind: 'enter' | 'leave';
      /** How many such parts it lies in, itself included. */
      readonly level: number;
      next: number;
    }
  | {readonly kind: 'match'};

/** A pattern as steps. It starts at step 0. */
export type PatternProgram = readonly PatternStep[];

/**
 * Tells whether a program leads from a place of the text to a match.
 *
 * All ways are followed at the same time, so the cost is at most the number of
 * characters times the number of steps, whatever the pattern.
 *
 * @param isWhole - the match must begin at the start and end at the end.
 */
export function runProgram(
  program: PatternProgram,
  text: string,
  isWhole: boolean,
): boolean {
  const characters = Array.from(text);
  let current: number[] = [];
  for (let index = 0; index <= characters.length; index += 1) {
    const place = {characters, index};
    const starts = index === 0 || !isWhole ? [0] : [];
    const {steps, isMatch} = closure(program, [...current, ...starts], place);
    if (isMatch && (!isWhole || index === characters.length)) return true;
    const character = characters[index];
    if (character === undefined) break;
    current = takeCharacter(program, steps, character);
    if (current.length === 0 && isWhole) return false;
  }
  return false;
}

/** Returns every step that can be reached without taking a character. */
function closure(
  program: PatternProgram,
  from: readonly number[],
  place: PatternPlace,
): {readonly steps: readonly number[]; readonly isMatch: boolean} {
  const seen = new Set<number>();
  const steps: number[] = [];
  const open = [...from];
  let isMatch = false;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = program[at];
    if (step?.kind === 'split') open.push(step.other, step.next);
    else if (step?.kind === 'match') isMatch = true;
    else if (step?.kind === 'character') steps.push(at);
    else if (step && canPass(step, place)) open.push(step.next);
  }
  return {steps, isMatch};
}

function canPass(
  step: Extract<PatternStep, {kind: 'assert' | 'enter' | 'leave'}>,
  place: PatternPlace,
): boolean {
  return step.kind !== 'assert' || step.holds(place);
}

function takeCharacter(
  program: PatternProgram,
  steps: readonly number[],
  character: string,
): number[] {
  const next = new Set<number>();
  for (const at of steps) {
    const step = program[at];
    if (step?.kind === 'character' && step.test(character)) next.add(step.next);
  }
  return [...next];
}
