import {expect} from '@open-wc/testing';

import {configNodeFromXml} from '@ls-annotation/testing';

import type {ConfigNode} from './config-node.js';
import {expandRepeaters} from './expand-repeaters.js';
import {parseLabelConfig} from './parse-label-config.js';

const DATA = {
  turns: [{text: 'hi'}, {text: 'ho'}],
  pages: [{lines: ['a', 'b']}, {lines: ['c']}],
  text: 'no list',
};

function expand(xml: string): ConfigNode {
  return expandRepeaters(configNodeFromXml(xml), DATA);
}

/** Tag names and attributes, nested as the nodes are. */
function outline(node: ConfigNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}=${value}`)
    .join('');
  const children = node.children.map(outline).join('');
  return `(${node.tag}${attributes}${children})`;
}

describe('expandRepeaters()', () => {
  it('makes one view for each entry, inside a view', () => {
    const node = expand(
      '<Repeater on="$turns"><Text name="t{{idx}}" value="$turns[{{idx}}].text"/></Repeater>',
    );
    expect(outline(node)).to.equal(
      '(View' +
        '(View(Text name=t0 value=$turns[0].text))' +
        '(View(Text name=t1 value=$turns[1].text)))',
    );
  });

  it('makes pages with mode="pagination" and keeps other attributes', () => {
    const node = expand(
      '<Repeater on="$turns" mode="pagination" className="c"><Header value="{{idx}}"/></Repeater>',
    );
    expect(outline(node)).to.equal(
      '(PagedView classname=c(View(Header value=0))(View(Header value=1)))',
    );
  });

  it('puts the index for a flag of its own, everywhere, as often as it is', () => {
    const node = expand(
      '<Repeater on="$turns" indexFlag="#i"><View a="#i #i"><Header>No #i</Header></View></Repeater>',
    );
    const header = node.children[1]!.children[0]!.children[0]!;
    expect(node.children[1]!.children[0]!.attributes.a).to.equal('1 1');
    expect(header.text).to.equal('No 1');
    expect(header.markup).to.equal('No 1');
  });

  it('expands repeaters inside repeaters', () => {
    const node = expand(
      `<Repeater on="$pages" indexFlag="{{i}}"><Repeater on="$pages[{{i}}].lines" indexFlag="{{j}}"><Header value="{{i}}-{{j}}"/></Repeater></Repeater>`,
    );
    expect(outline(node).match(/value=\S-\d/g)).to.deep.equal([
      'value=0-0',
      'value=0-1',
      'value=1-0',
    ]);
  });

  it('expands repeaters inside other tags', () => {
    const node = expand(
      '<View><View><Repeater on="$turns"><Header/></Repeater></View></View>',
    );
    expect(outline(node)).to.equal(
      '(View(View(View(View(Header))(View(Header)))))',
    );
  });

  for (const on of ['$text', '$missing', '$pages[0]', '']) {
    it(`takes "${on}", which is no array, for an empty one`, () => {
      expect(
        outline(expand(`<Repeater on="${on}"><Header/></Repeater>`)),
      ).to.equal('(View)');
    });
  }

  it('hands back a node without a repeater as it is', () => {
    const node = configNodeFromXml('<View><Header value="{{idx}}"/></View>');
    expect(expandRepeaters(node, DATA)).to.equal(node);
  });

  it('gives a config whose names are unique', () => {
    const node = configNodeFromXml(
      `<View><Repeater on="$turns">
        <Text name="turn_{{idx}}" value="$turns[{{idx}}].text"/>
        <Choices name="act_{{idx}}" toName="turn_{{idx}}">
          <Choice value="None" selected="true"/>
        </Choices>
      </Repeater></View>`,
    );
    const parsed = parseLabelConfig(node, {data: DATA});
    expect(parsed.ok && [...parsed.value.byName.keys()]).to.deep.equal([
      'turn_0',
      'act_0',
      'turn_1',
      'act_1',
    ]);
  });

  it('is left to the task: without data a repeater stands for itself', () => {
    const node = configNodeFromXml(
      '<View><Repeater on="$turns"><Text name="t_{{idx}}" value="$x"/></Repeater></View>',
    );
    const parsed = parseLabelConfig(node);
    expect(parsed.ok && parsed.value.tags.map(({type}) => type)).to.deep.equal([
      'view',
      'repeater',
      'text',
    ]);
  });
});
