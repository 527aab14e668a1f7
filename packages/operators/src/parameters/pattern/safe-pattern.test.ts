import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import type {PatternFlags} from './parse-pattern.js';
import {MAX_PATTERN_WORK, SafePattern} from './safe-pattern.js';

function setup(source: string, flags: PatternFlags = {}): SafePattern {
  const pattern = SafePattern.compile(source, flags);
  if (typeof pattern === 'string') throw new Error(`${source}: ${pattern}`);
  return pattern;
}

/** The pattern, unless so many quantifiers have made it too long. */
function setupAny(source: string, flags: PatternFlags = {}): SafePattern {
  fc.pre(SafePattern.compile(source, flags) !== 'It is too long.');
  return setup(source, flags);
}

const ATOM = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\w',
  '\\b',
  '^',
  '$',
  '\\.',
  '-',
);
const QUANTIFIER = fc.constantFrom(
  ...['', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '{1,3}'],
  ...['*?', '+?', '??', '{0,2}?', '{1,3}?'],
);

/** Regular expressions of every shape that can be run. */
const {pattern: PATTERN} = fc.letrec<{pattern: string; part: string}>(
  (tie) => ({
    pattern: fc
      .array(tie('part'), {minLength: 1, maxLength: 3})
      .map((parts) => parts.join('')),
    part: fc.oneof(
      {maxDepth: 2, withCrossShrink: true},
      fc
        .tuple(ATOM, QUANTIFIER)
        .map(([atom, quantifier]) =>
          /^[$^]$|\\b/.test(atom) ? atom : atom + quantifier,
        ),
      fc
        .tuple(tie('pattern'), tie('pattern'), QUANTIFIER)
        .map(([left, right, quantifier]) => `(${left}|${right})${quantifier}`),
      fc
        .tuple(tie('pattern'), QUANTIFIER)
        .map(([inner, quantifier]) => `(?:${inner})${quantifier}`),
    ),
  }),
);

const FLAGS = fc.record(
  {
    ignoresCase: fc.boolean(),
    isMultiline: fc.boolean(),
    isDotAll: fc.boolean(),
  },
  {requiredKeys: []},
);
const TEXT = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '1', '.', '-', ' ', '\n'),
  maxLength: 6,
});

/**
 * The same patterns and texts in every run: Chromium 156 is no judge of all.
 * After thousands of expressions it finds nothing by `(a|(.*?a^|a)).` in "Aab",
 * where on a fresh page it finds "ab".
 */
const SEED = 20_261_129;

describe('SafePattern', () => {
  it('agrees with the platform on every pattern it runs', () => {
    fc.assert(
      fc.property(PATTERN, TEXT, (source, text) => {
        const whole = new RegExp(`^(?:${source})$`, 'u').test(text);
        const part = new RegExp(source, 'u').test(text);
        const pattern = setupAny(source);
        expect(pattern.matches(text)).to.equal(whole);
        expect(pattern.finds(text)).to.equal(part);
      }),
      {
        seed: SEED,
        numRuns: 2000,
        examples: [['(a|ab)(c|bcd)*', 'abcd']],
      },
    );
  });

  it('finds the parts of a text that the platform finds', () => {
    fc.assert(
      fc.property(PATTERN, TEXT, FLAGS, (source, text, flags) => {
        const {ignoresCase, isMultiline, isDotAll} = flags;
        const letters = [
          ...['gu', ignoresCase && 'i', isMultiline && 'm', isDotAll && 's'],
        ].filter((letter) => letter !== false);
        const expression = new RegExp(source, letters.join(''));
        const expected = Array.from(text.matchAll(expression), (match) => ({
          start: match.index,
          end: match.index + match[0].length,
        }));
        expect(setupAny(source, flags).findAll(text)).to.deep.equal(expected);
      }),
      {
        seed: SEED,
        numRuns: 2000,
        examples: [
          ['(?:a*?)?', 'a', {}],
          ['(?:a*?){0,2}', 'aa', {}],
          ['(?:(?:a??)??b??){0,3}', 'aab', {}],
          ['(?:|a)+', 'aa', {}],
          ['(?:a*?b{0,2}){1,}|a', 'aa', {}],
          ['a|ab|abc', 'abc', {}],
          ['^', 'a\n\nb', {isMultiline: true}],
        ],
      },
    );
  });

  it('goes on behind a beginning that cannot be there any more', () => {
    const flags = {isDotAll: true};
    expect(setup('(a|(.*?a^|a)).', flags).findAll('Aab')).to.deep.equal([
      {start: 1, end: 3},
    ]);
  });

  it('counts code points', () => {
    expect(setup('b+').findAll('😀bb😀b')).to.deep.equal([
      {start: 1, end: 3},
      {start: 4, end: 5},
    ]);
  });

  it('finds nothing rather than more than a fraction of a second takes', () => {
    const text = `${'a'.repeat(50_000)}!`;
    expect(setup('a.*z|a').findAll(text)).to.equal(null);
    expect(setup('(a|aa)+$').findAll(text)).to.deep.equal([]);
    const letters = setup('\\w+').findAll(text);
    expect(letters).to.deep.equal([{start: 0, end: 50_000}]);
    const words = 'ab cd '.repeat(MAX_PATTERN_WORK / 100);
    expect(setup('cd').findAll(words)).to.have.length(MAX_PATTERN_WORK / 100);
  });

  it('matches what people write', () => {
    const rows: readonly [string, readonly string[], readonly string[]][] = [
      ['[a-z0-9-]+', ['a-1'], ['', 'A', 'a_']],
      ['s3://[^/]+/.*', ['s3://b/', 's3://b/k'], ['s3:/b/k']],
      ['\\d{3}-\\d{4}', ['555-0123'], ['55-0123', '555-01234']],
      ['(?<year>\\d{4})', ['2026'], ['26']],
      ['(?:a|b){1,2}', ['a', 'ab'], ['', 'abb']],
      ['\\p{Lu}.', ['Äx', 'A😀'], ['äx']],
      ['[\\]x]\\x41\\u0042\\u{43}', [']ABC', 'xABC'], ['ABC']],
      ['\\-\\_', ['-_'], ['-']],
      ['', [''], ['a']],
      ['a||b', ['', 'a', 'b'], ['ab']],
      ['.', ['😀'], ['\n']],
      ['[^]', ['\n'], ['']],
    ];
    for (const [source, yes, no] of rows) {
      for (const text of yes) {
        expect(setup(source).matches(text), `${source} ${text}`).to.be.true;
      }
      for (const text of no) {
        expect(setup(source).matches(text), `${source} ${text}`).to.be.false;
      }
    }
  });

  it('does not hang where backtracking would', () => {
    const text = `${'a'.repeat(5000)}!`;
    for (const source of [
      '(a+)+',
      '(a|a)*',
      '(a|aa)+',
      '(.*)*a',
      'a*a*a*a*a*b',
      '(?:a?){20}a{20}',
      '([a-z]+)*\\d',
    ]) {
      expect(setup(source).matches(text), source).to.be.false;
    }
  });

  it('says why it cannot run a pattern', () => {
    const rows: readonly [string, string][] = [
      ['(', 'no regular expression'],
      ['[z-a]', 'no regular expression'],
      ['a{2,1}', 'no regular expression'],
      ['(?=a)b', 'ahead or behind'],
      ['(?<!a)b', 'ahead or behind'],
      ['(a)\\1', 'Back references'],
      ['(?<n>a)\\k<n>', 'Back references'],
      ['a{5000}', 'too long'],
      ['(?:){1000000}', 'too long'],
      ['(?:(?:a{99}){99}){99}', 'too long'],
      [`${'('.repeat(80)}a${')'.repeat(80)}`, 'too deep'],
    ];
    for (const [source, reason] of rows) {
      expect(SafePattern.compile(source), source).to.contain(reason);
    }
  });

  it('does not take text that is too long for a match', () => {
    expect(setup('a*').matches('a'.repeat(10_000))).to.be.true;
    expect(setup('a*').matches('a'.repeat(10_001))).to.be.false;
  });
});
