import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {assignHotkeys, splitHotkey} from './assign-hotkeys.js';

/** Hotkeys by value or name of the tag, in document order. */
function hotkeys(xml: string): Record<string, string> {
  const config = labelConfigFromXml(
    `<View><Text name="text" value="$text"/>${xml}</View>`,
  );
  const byKey = assignHotkeys(config);
  return Object.fromEntries(
    config.tags
      .filter(({key}) => byKey.has(key))
      .map((tag) => [tag.name || tag.value, byKey.get(tag.key)!]),
  );
}

const AB = '<Label value="A"/><Label value="B"/>';
const CD = '<Choice value="C"/><Choice value="D"/>';

function labels(count: number): string {
  return Array.from(
    {length: count},
    (_, index) => `<Label value="L${index}"/>`,
  ).join('');
}

describe('assignHotkeys()', () => {
  it('goes through labels, choices, ratings and numbers in tree order', () => {
    expect(
      hotkeys(
        `<Choices name="c" toName="text">${CD}</Choices>
        <Rating name="r" toName="text"/>
        <Labels name="l" toName="text">${AB}</Labels>
        <Number name="n" toName="text"/>`,
      ),
    ).to.deep.equal({C: '1', D: '2', r: '3', A: '4', B: '5', n: '6'});
  });

  it('takes what the config says, and skips it', () => {
    expect(
      hotkeys(
        `<Labels name="l" toName="text"><Label value="A"/><Label value="B" hotkey="1"/><Label value="C"/></Labels>
        <Rating name="r" toName="text" hotkey="Ctrl+X,3"/>
        <Number name="n" toName="text"/>`,
      ),
    ).to.deep.equal({A: '2', B: '1', C: '4', r: 'ctrl+x,3', n: '5'});
  });

  it('gives the keys of Label Studio, each once, until they run out', () => {
    const given = hotkeys(
      `<Labels name="l" toName="text">${labels(40)}</Labels>`,
    );
    expect(Object.values(given).join('')).to.equal(
      '1234567890qwetasdfgzxcvbyiopjklnm',
    );
    expect(given).not.to.have.property('L33');
  });

  it('gives a filter its key in turn', () => {
    expect(
      hotkeys(
        `<Filter name="f" toName="l"/><Labels name="l" toName="text">${AB}</Labels>`,
      ),
    ).to.deep.equal({f: '1', A: '2', B: '3'});
  });

  it('leaves choices in a taxonomy, and hidden ones, without', () => {
    expect(
      hotkeys(
        `<Taxonomy name="t" toName="text">${CD}</Taxonomy>
        <Choices name="c" toName="text"><Choice value="X">${CD}</Choice></Choices>`,
      ),
    ).to.deep.equal({X: '1'});
    expect(
      hotkeys(
        `<Choices name="c" toName="text" allowNested="true"><Choice value="X">${CD}</Choice></Choices>`,
      ),
    ).to.deep.equal({X: '1', C: '2', D: '3'});
  });

  it('takes a shortcut only as it is written', () => {
    expect(
      hotkeys(
        `<TextArea name="n" toName="text"><Shortcut value="S" hotkey="ctrl+s"/><Shortcut value="T"/></TextArea>`,
      ),
    ).to.deep.equal({S: 'ctrl+s'});
  });

  it('plays one audio with shift+space, several with a number', () => {
    const audio = (name: string, more = ''): string =>
      `<Audio name="${name}" value="$a" ${more}/>`;
    expect(hotkeys(audio('a'))).to.deep.equal({a: 'shift+space'});
    expect(
      hotkeys(audio('a') + audio('b', 'hotkey="ctrl+enter"') + audio('c')),
    ).to.deep.equal({
      a: 'shift+space+1',
      b: 'ctrl+enter',
      c: 'shift+space+2',
    });
  });

  it('ignores a hotkey on tags that take none', () => {
    expect(hotkeys('<Header value="H" hotkey="1"/>')).to.deep.equal({});
  });

  it('answers the same every time', () => {
    const xml = `<Labels name="l" toName="text">${AB}</Labels>`;
    expect(hotkeys(xml)).to.deep.equal(hotkeys(xml));
  });
});

describe('splitHotkey()', () => {
  for (const [hotkey, expected] of [
    ['1', ['1']],
    ['ctrl+a', ['ctrl+a']],
    ['ctrl+a, b', ['ctrl+a', 'b']],
    ['shift+,', ['shift+,']],
    ['', []],
  ] as const) {
    it(`makes ${JSON.stringify(expected)} of "${hotkey}"`, () => {
      expect(splitHotkey(hotkey)).to.deep.equal(expected);
    });
  }
});
