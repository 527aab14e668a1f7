import type {PatternProgram} from './pattern-program.js';

/** A part of a text that a pattern matches. */
export interface PatternMatch {
  /** Start, code points. */
  readonly start: number;
  /** End, code points, exclusive. */
  readonly end: number;
}

/** A way that is being followed. */
interface Way {
  /** Step that it has come to. */
  readonly at: number;
  /** Where it began, code points. */
  readonly start: number;
}

/**
 * Finds the places of a text where a program leads to a match, one after the
 * other, as the platform's `matchAll` does.
 *
 * All ways are followed at the same time, the preferred ones first, so that a
 * search costs at most the number of characters times the number of steps. A
 * text full of matches may ask for a search at each of them, so that all of
 * them together have a limit.
 */
export class PatternSearch {
  readonly #program: PatternProgram;
  readonly #characters: readonly string[];
  readonly #levels: number;
  /**
   * What is to be followed: the step times the number of levels, and the
   * outermost part that was entered at this place, 0 for none.
   */
  readonly #open: number[] = [];
  /** For each of these, the visit that came there last. */
  readonly #seen: Uint32Array;
  #visit = 0;
  #work: number;

  /**
   * Makes a search.
   *
   * @param characters - Code points of the text.
   * @param maxWork - How many steps may be tried, all in all.
   */
  constructor(
    program: PatternProgram,
    characters: readonly string[],
    maxWork: number,
  ) {
    this.#program = program;
    this.#characters = characters;
    this.#levels = levelsOf(program) + 1;
    this.#seen = new Uint32Array(program.length * this.#levels);
    this.#work = maxWork;
  }

  /** Returns every match in order, `null` when it would be too much work. */
  all(): readonly PatternMatch[] | null {
    const matches: PatternMatch[] = [];
    for (let from = 0; from <= this.#characters.length;) {
      const match = this.#next(from);
      if (this.#work < 0) return null;
      if (!match) break;
      matches.push(match);
      from = match.end === match.start ? match.end + 1 : match.end;
    }
    return matches;
  }

  /** The way that began first goes first, then the one that is preferred. */
  #next(from: number): PatternMatch | null {
    const {length} = this.#characters;
    let found: PatternMatch | null = null;
    let ways: readonly Way[] = [];
    for (let index = from; index <= length && this.#work >= 0; index += 1) {
      const begun: readonly Way[] = found
        ? ways
        : [...ways, {at: 0, start: index}];
      if (begun.length === 0) break;
      const ready: Way[] = [];
      found = this.#expand(begun, index, ready) ?? found;
      ways = index < length ? this.#take(ready, index) : [];
    }
    return found;
  }

  /**
   * Follows ways as far as they go without a character. A match ends those
   * that are less preferred.
   */
  #expand(
    ways: readonly Way[],
    index: number,
    ready: Way[],
  ): PatternMatch | null {
    this.#visit += 1;
    for (const way of ways) {
      if (this.#follow(way, index, ready)) {
        return {start: way.start, end: index};
      }
    }
    return null;
  }

  /** @returns Whether it has come to a match. */
  #follow({at, start}: Way, index: number, ready: Way[]): boolean {
    const levels = this.#levels;
    const open = this.#open;
    open.length = 0;
    open.push(at * levels);
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (this.#isSeen(key)) continue;
      const entered = key % levels;
      const here = (key - entered) / levels;
      const step = this.#program[here];
      if (!step) continue;
      switch (step.kind) {
        case 'match':
          return true;
        case 'character':
          ready.push({at: here, start});
          break;
        case 'split':
          open.push(
            step.other * levels + entered,
            step.next * levels + entered,
          );
          break;
        case 'assert':
          if (step.holds({characters: this.#characters, index})) {
            open.push(step.next * levels + entered);
          }
          break;
        case 'enter':
          open.push(step.next * levels + (entered || step.level));
          break;
        case 'leave':
          if (entered === 0) open.push(step.next * levels);
      }
    }
    return false;
  }

  #take(ready: readonly Way[], index: number): readonly Way[] {
    const character = this.#characters[index] ?? '';
    const ways: Way[] = [];
    for (const {at, start} of ready) {
      const step = this.#program[at];
      this.#work -= 1;
      if (step?.kind === 'character' && step.test(character)) {
        ways.push({at: step.next, start});
      }
    }
    return ways;
  }

  #isSeen(key: number): boolean {
    this.#work -= 1;
    if (this.#seen[key] === this.#visit) return true;
    this.#seen[key] = this.#visit;
    return false;
  }
}

function levelsOf(program: PatternProgram): number {
  return program.reduce(
    (most, step) => (step.kind === 'enter' ? Math.max(most, step.level) : most),
    0,
  );
}
