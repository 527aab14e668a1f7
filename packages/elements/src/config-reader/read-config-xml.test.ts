import {expect} from '@open-wc/testing';

import {readConfigXml} from './read-config-xml.js';

function read(xml: string) {
  const parsed = readConfigXml(xml);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}

function issueOf(xml: string) {
  const parsed = readConfigXml(xml);
  if (parsed.ok) throw new Error('Expected an issue.');
  return parsed.issues[0]!;
}

describe('readConfigXml()', () => {
  it('reads tags, attributes as written, and character data', () => {
    const node = read(
      '<View idAttr="a"><Header>Say &amp; do</Header><Style><![CDATA[a > b {}]]></Style></View>',
    );
    expect(node.tag).to.equal('View');
    expect(node.attributes).to.deep.equal({idAttr: 'a'});
    expect(node.children.map(({tag}) => tag)).to.deep.equal([
      'Header',
      'Style',
    ]);
    expect(node.children[0]?.text).to.equal('Say & do');
    expect(node.children[1]?.text).to.equal('a > b {}');
  });

  it('leaves comments and processing instructions out, wherever they stand', () => {
    const node = read(
      '\n<?note x?><!-- before --><View><!-- in --><Text name="t"/></View><!--\n{"a": 1}\n-->',
    );
    expect(node.children.map(({tag}) => tag)).to.deep.equal(['Text']);
    expect(node.text).to.equal('');
  });

  it('keeps what is inside a tag as markup', () => {
    const node = read(
      '<View><HyperText name="h"><b>bold</b> text</HyperText></View>',
    );
    expect(node.children[0]?.markup).to.equal('<b>bold</b> text');
  });

  it('says where the problem is', () => {
    const issue = issueOf('<View>\n  <Text name="t">\n</View>');
    expect(issue.code).to.equal('config/xml-broken');
    expect(issue.line).to.equal(3);
    expect(issue.column).to.be.greaterThan(0);
  });

  const remedies: readonly [string, string, RegExp][] = [
    ['tags that do not match', '<View><Text></View>', /Close every tag/],
    ['a bare ampersand', '<View><Label value="a & b"/></View>', /&amp;/],
    ['an entity of HTML', '<View>&nbsp;</View>', /&nbsp;/],
    ['two outermost tags', '<View/><View/>', /outermost/],
    ['a repeated attribute', '<View a="1" a="2"/>', /once/],
    ['a value without quotes', '<View a=1/>', /quotes/],
    ['text that is no XML', 'hello', /<View>/],
  ];
  for (const [name, xml, remedy] of remedies) {
    it(`says how to mend ${name}`, () => {
      const issue = issueOf(xml);
      expect(issue.code).to.equal('config/xml-broken');
      expect(issue.message).to.match(remedy);
      expect(issue.message).not.to.match(/rendering of the page/);
    });
  }

  it('says that an empty config is empty', () => {
    expect(issueOf('  \n').code).to.equal('config/xml-empty');
  });
});
