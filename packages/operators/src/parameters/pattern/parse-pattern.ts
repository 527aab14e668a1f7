import type {PatternNode} from './pattern-node.js';
import type {PatternPlace} from './pattern-program.js';

/** Thrown within this folder: the pattern cannot be run; says why. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault';
}

const MAX_DEPTH = 50;
const SPECIAL = /[\\^$.*+?()[\]{}|/]/;
const LINE_END = /^[\n\r\u2028\u2029]$/;
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/;
/** One escape, as long as it is: `\p{L}`, `\x41`, `\u{1f600}`, `\cA`, `\.`. */
const ESCAPE =
  /^\\(?:[pP]\{[^}]*\}|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[a-zA-Z]|[^])/u;

/** How a pattern is to be read; everything is off by default. */
export interface PatternFlags {
  /** True when capitals and small letters are the same. */
  readonly ignoresCase?: boolean;
  /** True when `^` and `$` stand for the ends of lines too. */
  readonly isMultiline?: boolean;
  /** True when `.` stands for line breaks too. */
  readonly isDotAll?: boolean;
}

/**
 * Returns a regular expression as a tree.
 *
 * @throws PatternFault for what is no regular expression, and for what cannot
 *   be matched in time that grows with the text alone: back references, and
 *   looking ahead or behind.
 */
export function parsePattern(
  source: string,
  flags: PatternFlags = {},
): PatternNode {
  return new PatternParser(source, flags).parse();
}

class PatternParser {
  readonly #flags: string;
  readonly #isMultiline: boolean;
  readonly #word: RegExp;
  #rest: string;
  #depth = 0;

  constructor(source: string, flags: PatternFlags) {
    const {ignoresCase = false, isMultiline = false, isDotAll = false} = flags;
    const own = `${ignoresCase ? 'i' : ''}${isDotAll ? 's' : ''}`;
    this.#flags = `${unicodeFlagOf(source)}${own}`;
    this.#isMultiline = isMultiline;
    this.#word = new RegExp('^\\w$', this.#flags);
    this.#rest = source;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#rest !== '') throw new PatternFault('It cannot be read.');
    return node;
  }

  #choice(): PatternNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new PatternFault('It is too deep.');
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth -= 1;
    return parts.length === 1
      ? (parts[0] as PatternNode)
      : {kind: 'choice', parts};
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#rest !== '' && !/^[|)]/.test(this.#rest)) {
      parts.push(this.#repeated(this.#atom()));
    }
    return {kind: 'sequence', parts};
  }

  #repeated(part: PatternNode): PatternNode {
    const [written, low, comma, high] = QUANTIFIER.exec(this.#rest) ?? [];
    if (written === undefined) return part;
    this.#rest = this.#rest.slice(written.length);
    const isLazy = written.length > 1 && written.endsWith('?');
    if (low === undefined) {
      const min = written.startsWith('+') ? 1 : 0;
      const max = written.startsWith('?') ? 1 : Infinity;
      return {kind: 'repeat', part, min, max, isLazy};
    }
    const min = Number(low);
    const open = high === '' ? Infinity : Number(high);
    const max = comma === '' ? min : open;
    return {kind: 'repeat', part, min, max, isLazy};
  }

  #atom(): PatternNode {
    if (this.#take('(')) return this.#group();
    if (this.#take('^')) {
      return {kind: 'assert', holds: this.#isMultiline ? isLineStart : isStart};
    }
    if (this.#take('$')) {
      return {kind: 'assert', holds: this.#isMultiline ? isLineEnd : isEnd};
    }
    if (this.#rest.startsWith('[')) return this.#native(this.#classSource());
    if (this.#rest.startsWith('\\')) return this.#escape();
    if (this.#take('.')) return this.#character('.');
    const [character = ''] = this.#rest;
    this.#rest = this.#rest.slice(character.length);
    return this.#flags.includes('i')
      ? this.#character(character.replace(SPECIAL, '\\$&'))
      : {kind: 'character', test: (other) => other === character};
  }

  #group(): PatternNode {
    if (/^\?(?:<?[=!])/.test(this.#rest)) {
      throw new PatternFault('Looking ahead or behind is not supported.');
    }
    const [opening = ''] = /^(?:\?:|\?<[^>]*>)/.exec(this.#rest) ?? [];
    if (opening === '' && this.#rest.startsWith('?')) {
      throw new PatternFault('Flags in a group are not supported.');
    }
    this.#rest = this.#rest.slice(opening.length);
    const node = this.#choice();
    if (!this.#take(')')) throw new PatternFault('A group is not closed.');
    return node;
  }

  #escape(): PatternNode {
    if (/^\\(?:[1-9]|k<)/.test(this.#rest)) {
      throw new PatternFault('Back references are not supported.');
    }
    const word = this.#word;
    if (this.#take('\\b')) {
      return {kind: 'assert', holds: (place) => isBoundary(place, word)};
    }
    if (this.#take('\\B')) {
      return {kind: 'assert', holds: (place) => !isBoundary(place, word)};
    }
    const [written = ''] = ESCAPE.exec(this.#rest) ?? [];
    return this.#native(written);
  }

  /** Up to the bracket that closes the class; none is nested. */
  #classSource(): string {
    const [written] = /^\[(?:\\[^]|[^\\\]])*\]/u.exec(this.#rest) ?? [];
    if (written === undefined) throw new PatternFault('A class is not closed.');
    return written;
  }

  #native(written: string): PatternNode {
    this.#rest = this.#rest.slice(written.length);
    return this.#character(written);
  }

  /** A test of one character may be left to the platform: it cannot hang. */
  #character(source: string): PatternNode {
    const expression = new RegExp(`^(?:${source})$`, this.#flags);
    return {kind: 'character', test: (other) => expression.test(other)};
  }

  #take(text: string): boolean {
    if (!this.#rest.startsWith(text)) return false;
    this.#rest = this.#rest.slice(text.length);
    return true;
  }
}

/** Returns the flag under which the platform reads the source at all. */
function unicodeFlagOf(source: string): string {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags).flags;
    } catch {
      // Python lets more characters be escaped than the `u` flag does.
    }
  }
  throw new PatternFault('It is no regular expression.');
}

function isStart({index}: PatternPlace): boolean {
  return index === 0;
}

function isEnd({characters, index}: PatternPlace): boolean {
  return index === characters.length;
}

function isLineStart({characters, index}: PatternPlace): boolean {
  return index === 0 || LINE_END.test(characters[index - 1] ?? '');
}

function isLineEnd({characters, index}: PatternPlace): boolean {
  return index === characters.length || LINE_END.test(characters[index] ?? '');
}

function isBoundary({characters, index}: PatternPlace, word: RegExp): boolean {
  const before = word.test(characters[index - 1] ?? '');
  const after = word.test(characters[index] ?? '');
  return before !== after;
}
