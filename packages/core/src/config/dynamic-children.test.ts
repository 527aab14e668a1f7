import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {attributeText} from './attribute.js';
import type {ConfigTag} from './config-tag.js';
import {dynamicChildren} from './dynamic-children.js';
import {optionsOf} from './options-of.js';

const DATA = {
  options: [
    {value: 'Cat', alias: 'c', background: 'red', selected: true, size: 3},
    'Dog',
    7,
    null,
    ['nested'],
    {value: 'Bird', children: [{value: 'Wren'}, 'Robin'], extra: {a: 1}},
  ],
  text: 'a text',
};

function control(tag: string, options = ''): ConfigTag {
  const config = labelConfigFromXml(
    `<View><Text name="text" value="$text"/>
      <${tag} name="c" value="$options" ${options}></${tag}></View>`,
    {data: DATA},
  );
  return config.byName.get('c')!;
}

describe('dynamicChildren()', () => {
  for (const [tag, item] of [
    ['Labels', 'Label'],
    ['Choices', 'Choice'],
    ['Taxonomy', 'Choice'],
  ] as const) {
    it(`makes ${item} tags of what the task lists for ${tag}`, () => {
      const options = optionsOf(control(tag));
      expect(options[0]!.tagName).to.equal(item);
      expect(options.map(({value}) => value).slice(0, 4)).to.deep.equal([
        'Cat',
        'Dog',
        '7',
        'Bird',
      ]);
    });
  }

  it('takes attributes over, and nested children', () => {
    const [cat, , , bird] = control('Choices').children;
    expect(cat!.attributes).to.deep.include({
      alias: 'c',
      background: 'red',
      selected: true,
      size: '3',
    });
    expect(bird!.children.map(({value}) => value)).to.deep.equal([
      'Wren',
      'Robin',
    ]);
    expect(attributeText(bird!, 'extra')).to.equal('');
  });

  it('puts them behind those of the config, with keys of their own', () => {
    const config = labelConfigFromXml(
      `<View><Text name="text" value="$text"/>
        <Labels name="c" value="$options"><Label value="Own"/></Labels></View>`,
      {data: DATA},
    );
    const {children} = config.byName.get('c')!;
    expect(children.map(({key}) => key).slice(0, 2)).to.deep.equal([
      '0.1.0',
      '0.1.1',
    ]);
    expect(children[0]!.value).to.equal('Own');
    expect(config.byKey.get('0.1.1')).to.equal(children[1]);
  });

  it('answers nothing for other tags, other values and other data', () => {
    expect(dynamicChildren('Text', '$options', DATA)).to.deep.equal([]);
    expect(dynamicChildren('TextArea', '$options', DATA)).to.deep.equal([]);
    expect(dynamicChildren('Labels', 'options', DATA)).to.deep.equal([]);
    expect(dynamicChildren('Labels', '$text', DATA)).to.deep.equal([]);
    expect(dynamicChildren('Labels', '$none', DATA)).to.deep.equal([]);
  });

  it('is left to the task', () => {
    const config = labelConfigFromXml(
      `<View><Text name="t" value="$t"/><Labels name="c" value="$options"/></View>`,
    );
    expect(config.byName.get('c')!.children).to.deep.equal([]);
  });
});
