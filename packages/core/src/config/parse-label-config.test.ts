import {expect} from '@open-wc/testing';

import {configNodeFromXml, labelConfigFromXml} from '@ls-annotation/testing';

import {ConfigError} from '../errors.js';

import type {ConfigTag} from './config-tag.js';
import type {LabelConfig} from './label-config.js';
import {parseLabelConfig} from './parse-label-config.js';

const XML = `
<View>
  <Header value="Mark names"/>
  <Labels name="label" toName="text" showInline="false">
    <Label value="PER" alias="person" background="red"/>
    <View><Label value="ORG"/></View>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <View visibleWhen="region-selected">
    <TextArea name="note" toName="text" perRegion="true"/>
  </View>
</View>`;

function setup(xml = XML): LabelConfig {
  return labelConfigFromXml(xml);
}

function tagOf(xml: string, type: string): ConfigTag {
  return setup(xml).tags.find((tag) => tag.type === type)!;
}

const TEXT = '<Text name="text" value="$text"/>';

describe('parseLabelConfig()', () => {
  describe('tags', () => {
    it('come in document order, the root first', () => {
      const {tags, root} = setup();
      expect(tags[0]).to.equal(root);
      expect(tags.map(({type}) => type)).to.deep.equal([
        'view',
        'header',
        'labels',
        'label',
        'view',
        'label',
        'text',
        'view',
        'textarea',
      ]);
    });

    it('have keys that say where they stand', () => {
      const {tags, byKey} = setup();
      expect(tags.map(({key}) => key)).to.deep.equal([
        '0',
        '0.0',
        '0.1',
        '0.1.0',
        '0.1.1',
        '0.1.1.0',
        '0.2',
        '0.3',
        '0.3.0',
      ]);
      for (const tag of tags) expect(byKey.get(tag.key)).to.equal(tag);
    });

    it('know their parent', () => {
      const {root} = setup();
      expect(root.parent).to.equal(null);
      for (const child of root.children) expect(child.parent).to.equal(root);
    });

    it('carry the documented name however they were written', () => {
      const tag = tagOf(`<View>${TEXT}<textarea name="n"/></View>`, 'textarea');
      expect(tag.tagName).to.equal('TextArea');
      expect(tag.source.tag).to.equal('textarea');
    });
  });

  describe('attributes', () => {
    it('lose their case', () => {
      const {attributes} = setup().byName.get('text')!;
      expect(attributes).to.include({granularity: 'word'});
      expect(
        tagOf('<Video name="v" frameRate="29.97" value="$v"/>', 'video')
          .attributes,
      ).to.include({framerate: '29.97'});
    });

    it('are booleans where they say true or false', () => {
      const {byName} = setup();
      expect(byName.get('label')!.attributes.showinline).to.equal(false);
      expect(byName.get('note')!.attributes.perregion).to.equal(true);
    });

    it('stay text in value', () => {
      const xml = `<View>${TEXT}<Choices name="c"><Choice value="true"/></Choices></View>`;
      const choice = tagOf(xml, 'choice');
      expect(choice.value).to.equal('true');
      expect(choice.attributes.value).to.equal('true');
    });

    it('that mean nothing are ignored', () => {
      const tag = tagOf(
        '<Text name="t" value="$t" markdown="true" mood="odd"/>',
        'text',
      );
      expect(tag.attributes).to.include({markdown: true, mood: 'odd'});
      expect(setup(`<View>${TEXT}</View>`).issues).to.deep.equal([]);
    });
  });

  describe('value', () => {
    it('is the attribute, unresolved', () => {
      expect(setup().byName.get('text')!.value).to.equal('$text');
    });

    it('is the text of a tag that holds nothing but text, trimmed', () => {
      expect(
        tagOf('<View><Header> Hi  you </Header></View>', 'header').value,
      ).to.equal('Hi  you');
      const style = tagOf(
        '<View><Style>.a &gt; b { color: red }</Style></View>',
        'style',
      );
      expect(style.value).to.equal('.a > b { color: red }');
      expect(tagOf('<Text name="t">static</Text>', 'text').value).to.equal(
        'static',
      );
      expect(tagOf('<Header value="a">b</Header>', 'header').value).to.equal(
        'b',
      );
    });

    it('is not the white space between child tags', () => {
      expect(setup().root.value).to.equal('');
      expect(setup().root.attributes).not.to.have.property('value');
    });

    it('is the whole markup of a HyperText, which has no child tags', () => {
      const tag = tagOf(
        '<HyperText name="h"><p>One <b>two</b></p></HyperText>',
        'hypertext',
      );
      expect(tag.value).to.equal('<p>One <b>two</b></p>');
      expect(tag.markup).to.equal('<p>One <b>two</b></p>');
      expect(tag.children).to.deep.equal([]);
    });

    it('stays as it is on a HyperText without content', () => {
      expect(tagOf('<HyperText value="$html"/>', 'hypertext').value).to.equal(
        '$html',
      );
    });

    it('of an option is resolved when there is data', () => {
      const node = configNodeFromXml(
        `<View>${TEXT}<Choices name="c">
          <Choice value="$first"/><Choice value="$5 or more"/>
        </Choices></View>`,
      );
      const parsed = parseLabelConfig(node, {data: {first: 'One'}});
      const values = parsed.ok
        ? parsed.value.byName.get('c')!.children.map(({value}) => value)
        : [];
      expect(values).to.deep.equal(['One', '$5 or more']);
    });
  });

  describe('names', () => {
    it('lead to their tags', () => {
      const {byName} = setup();
      expect([...byName.keys()]).to.deep.equal(['label', 'text', 'note']);
      expect(byName.get('note')!.type).to.equal('textarea');
    });

    it('of buckets belong to their ranker', () => {
      const {byName} = setup(
        `<View><List name="list" value="$items"/>
          <Ranker name="rank" toName="list"><Bucket name="best"/></Ranker>
        </View>`,
      );
      expect([...byName.keys()]).to.deep.equal(['list', 'rank']);
      expect(byName.get('rank')!.children[0]!.name).to.equal('best');
    });

    it('of tags that take none are ignored', () => {
      const {byName} = setup(
        `<View>${TEXT}<Choices name="c"><Choice name="x" value="X"/></Choices></View>`,
      );
      expect([...byName.keys()]).to.deep.equal(['text', 'c']);
    });
  });

  describe('toName', () => {
    it('is a list', () => {
      const {byName} = setup(
        `<View><Pairwise name="p" toName="a, b"/>
          <Text name="a" value="$a"/><Text name="b" value="$b"/></View>`,
      );
      expect(byName.get('p')!.toName).to.deep.equal(['a', 'b']);
    });

    it('is inferred when there is exactly one object', () => {
      const {byName, controlsOf} = setup(
        `<View><TextArea name="n"/>${TEXT}</View>`,
      );
      expect(byName.get('n')!.toName).to.deep.equal(['text']);
      expect(controlsOf('text')).to.deep.equal([byName.get('n')]);
    });

    it('is inferred past markup that has no name', () => {
      const {byName} = setup(
        `<View><HyperText value="hint"/>${TEXT}<Rating name="r"/></View>`,
      );
      expect(byName.get('r')!.toName).to.deep.equal(['text']);
    });

    it('is not asked of relations', () => {
      const config = setup(
        `<View>${TEXT}<Relations><Relation value="of"/></Relations></View>`,
      );
      expect(config.controls[0]!.toName).to.deep.equal([]);
    });
  });

  describe('objects and controls', () => {
    it('are listed in document order', () => {
      const config = setup();
      expect(config.objects.map(({name}) => name)).to.deep.equal(['text']);
      expect(config.controls.map(({name}) => name)).to.deep.equal([
        'label',
        'note',
      ]);
    });

    it('find each other', () => {
      const config = setup(
        `<View><Pairwise name="p" toName="a,b"/><Choices name="c" toName="b"><Choice value="x"/></Choices>
          <Text name="a" value="$a"/><Text name="b" value="$b"/></View>`,
      );
      const names = (object: string): string[] =>
        config.controlsOf(object).map(({name}) => name);
      expect(names('a')).to.deep.equal(['p']);
      expect(names('b')).to.deep.equal(['p', 'c']);
      expect(names('none')).to.deep.equal([]);
      expect(config.controlsOf('b')).to.equal(config.controlsOf('b'));
      expect(config.controlsOf('none')).to.equal(config.controlsOf('none'));
    });
  });

  describe('unknown tags', () => {
    const xml = `<View>${TEXT}<Wobble name="w" tone="1"><Choices name="c"><Choice value="x"/></Choices></Wobble></View>`;

    it('are a warning, not an error', () => {
      const parsed = parseLabelConfig(configNodeFromXml(xml));
      expect(parsed.ok).to.equal(true);
      expect(parsed.ok && parsed.warnings.map(({code}) => code)).to.deep.equal([
        'config/tag-unknown',
      ]);
    });

    it('keep their name, attributes and children', () => {
      const {byName, issues} = setup(xml);
      const tag = byName.get('w')!;
      expect(tag.definition.role).to.equal('unknown');
      expect(tag.attributes.tone).to.equal('1');
      expect(byName.get('c')!.parent).to.equal(tag);
      expect(issues).to.have.length(1);
    });

    it('can be spoken of by controls', () => {
      const {byName} = setup(
        `<View><Globe name="g"/><Choices name="c" toName="g"><Choice value="x"/></Choices></View>`,
      );
      expect(byName.get('c')!.toName).to.deep.equal(['g']);
    });
  });

  it('reads a config whose root is an object', () => {
    const {root, objects} = setup(TEXT);
    expect(objects).to.deep.equal([root]);
  });

  it('does not change what it reads', () => {
    const node = configNodeFromXml(XML);
    const before = JSON.stringify(node);
    parseLabelConfig(node, {data: {text: 'a'}});
    expect(JSON.stringify(node)).to.equal(before);
  });

  it('returns errors first when it cannot be shown', () => {
    const parsed = parseLabelConfig(
      configNodeFromXml(`<View><Wobble/>${TEXT}<Labels toName="nope"/></View>`),
    );
    expect(parsed.ok).to.equal(false);
    expect(!parsed.ok && parsed.issues.map(({code}) => code)).to.deep.equal([
      'config/name-missing',
      'config/to-name-unknown',
      'config/tag-unknown',
    ]);
  });
});

describe('ConfigError', () => {
  it('carries the issues and says the first', () => {
    const parsed = parseLabelConfig(configNodeFromXml('<Text value="$t"/>'));
    const error = new ConfigError(parsed.ok ? [] : parsed.issues);
    expect(error.code).to.equal('core/config-invalid');
    expect(error.issues).to.have.length(1);
    expect(error.message).to.contain(error.issues[0]!.message);
  });
});
