import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';

import {canSubmitText, submitText, textLines} from './submit-text.js';

function setup(attributes = ''): ConfigTag {
  return labelConfigFromXml(
    `<View><Text name="t" value="$t"/><TextArea name="n" ${attributes}/></View>`,
  ).byName.get('n')!;
}

describe('submitText()', () => {
  it('adds a line and leaves the others as they were', () => {
    const existing = Object.freeze(['a']);
    expect(submitText(existing, 'b', setup())).to.deep.equal({
      ok: true,
      value: ['a', 'b'],
    });
  });

  it('keeps white space and newlines', () => {
    expect(submitText([], ' a\nb ', setup())).to.deep.include({
      value: [' a\nb '],
    });
    expect(submitText([], ' ', setup()).ok).to.equal(true);
  });

  it('takes no empty line, and says nothing of it', () => {
    expect(submitText([], '', setup())).to.deep.equal({
      ok: false,
      reason: 'empty',
      message: '',
    });
  });

  it('takes maxSubmissions lines and no more', () => {
    const tag = setup('maxSubmissions="2"');
    expect(submitText(['a'], 'b', tag).ok).to.equal(true);
    expect(submitText(['a', 'b'], 'c', tag)).to.include({
      ok: false,
      reason: 'full',
    });
  });

  it('takes a line twice, unless skipDuplicates is on', () => {
    expect(submitText(['A'], 'a', setup()).ok).to.equal(true);
    const tag = setup('skipDuplicates="true"');
    expect(submitText(['Ä'], 'ä', tag)).to.deep.equal({
      ok: false,
      reason: 'duplicate',
      message:
        'There is already an entry with that text. Please enter unique text.',
    });
    expect(submitText(['A'], 'a ', tag).ok).to.equal(true);
  });
});

describe('canSubmitText()', () => {
  for (const [attributes, count, expected] of [
    ['', 100, true],
    ['maxSubmissions="1"', 0, true],
    ['maxSubmissions="1"', 1, false],
    ['maxSubmissions="1"', 2, false],
    ['maxSubmissions="0"', 5, true],
  ] as const) {
    it(`is ${String(expected)} for ${count} lines with ${attributes || 'no limit'}`, () => {
      const lines = Array.from({length: count}, String);
      expect(canSubmitText(setup(attributes), lines)).to.equal(expected);
    });
  }
});

describe('textLines()', () => {
  for (const [value, expected] of [
    [undefined, []],
    ['one', ['one']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [[1], ['1']],
    [{}, []],
  ] as const) {
    it(`of ${JSON.stringify(value)} are ${JSON.stringify(expected)}`, () => {
      expect(textLines(value)).to.deep.equal(expected);
    });
  }
});
