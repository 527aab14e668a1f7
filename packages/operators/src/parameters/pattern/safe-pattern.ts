import {compileProgram} from './compile-program.js';
import {PatternFault, parsePattern} from './parse-pattern.js';
import type {PatternFlags} from './parse-pattern.js';
import {runProgram} from './pattern-program.js';
import type {PatternProgram} from './pattern-program.js';
import {PatternSearch} from './pattern-search.js';
import type {PatternMatch} from './pattern-search.js';

/** Most characters (UTF-16 units) of a text that patterns are run on. */
export const MAX_PATTERN_TEXT = 10_000;

/** Most steps that a search for every match tries: a fraction of a second. */
export const MAX_PATTERN_WORK = 2_000_000;

/**
 * A regular expression that cannot hang the page, whoever wrote it.
 *
 * It is not left to the platform's backtracking: the time it takes grows with
 * the length of the text, never faster. The price: back references, and looking
 * ahead or behind, are refused.
 */
export class SafePattern {
  /** As it was written. */
  readonly source: string;
  readonly #program: PatternProgram;

  private constructor(source: string, program: PatternProgram) {
    this.source = source;
    this.#program = program;
  }

  /** Returns the pattern, or a sentence that says why it cannot be run. */
  static compile(
    source: string,
    flags: PatternFlags = {},
  ): SafePattern | string {
    try {
      const program = compileProgram(parsePattern(source, flags));
      return new SafePattern(source, program);
    } catch (thrown) {
      if (thrown instanceof PatternFault) return thrown.message;
      // A class or an escape that the platform knows no meaning of.
      if (thrown instanceof SyntaxError) return 'It is no regular expression.';
      throw thrown;
    }
  }

  /** Tells whether the whole text matches; false for one that is too long. */
  matches(text: string): boolean {
    return this.#run(text, true);
  }

  /** Tells whether a part of the text matches; false when it is too long. */
  finds(text: string): boolean {
    return this.#run(text, false);
  }

  /**
   * Returns every part of the text that matches, in order and as the platform
   * finds them; a text may be of any length. `null` when it is too much work,
   * see {@link MAX_PATTERN_WORK}.
   */
  findAll(text: string): readonly PatternMatch[] | null {
    const characters = Array.from(text);
    return new PatternSearch(this.#program, characters, MAX_PATTERN_WORK).all();
  }

  #run(text: string, isWhole: boolean): boolean {
    if (text.length > MAX_PATTERN_TEXT) return false;
    return runProgram(this.#program, text, isWhole);
  }
}
