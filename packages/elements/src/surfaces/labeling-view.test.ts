import {expect} from '@open-wc/testing';

import {noticeSurface} from './notice/notice-surface.js';
import {createDefaultRegistry} from './default-registry.js';
import {closeSurfaces, renderSurface} from './testing/render-surface.js';

const TEXT = {id: 1, data: {text: 'Hello'}};

/** Every node under `root` that is neither an element nor the text of one. */
function strayNodes(root: Node): readonly Node[] {
  const walker = document.createTreeWalker(root);
  const stray: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBlank = node instanceof Text && node.data.trim() === '';
    if (node instanceof Comment || isBlank) stray.push(node);
  }
  return stray;
}

describe('renderLabeling()', () => {
  afterEach(closeSurfaces);

  it('makes the skeleton that plugins look for', async () => {
    const {host, editor, find} = await renderSurface(
      '<View className="outer"><Text name="t" value="$text"/></View>',
      {task: TEXT},
    );
    expect(editor.parentElement === host).to.equal(true);
    expect(editor.slot).to.equal('labeling');
    const view = find(
      '.lsf-editor > .lsf-wrapper > .lsf-main-content > .lsf-main-view > .lsf-main-view__annotation',
    );
    expect(view.children).to.have.length(1);
    expect(view.firstElementChild?.className).to.equal('outer');
  });

  it('leaves no comment and no white space', async () => {
    const {editor} = await renderSurface(
      `<View>
        <Header value="H"/>
        <Labels name="l" toName="t"><Label value="A"/><Label value="B"/></Labels>
        <Text name="t" value="$text"/>
        <Choices name="c" toName="t"><Choice value="x"/><Choice value="y"/></Choices>
        <TextArea name="a" toName="t"/><Rating name="r" toName="t"/>
        <Number name="n" toName="t"/><Nonsense/>
      </View>`,
      {task: TEXT},
    );
    expect(strayNodes(editor)).to.have.length(0);
  });

  it('shows every kind of tag accessibly', async () => {
    const {host} = await renderSurface(
      `<View>
        <Header value="Mark people"/>
        <Labels name="l" toName="t"><Label value="A"/><Label value="B" background="yellow"/></Labels>
        <Text name="t" value="$text"/>
        <Choices name="c" toName="t" required="true"><Choice value="x"/><Choice value="y"/></Choices>
        <Choices name="s" toName="t" layout="select"><Choice value="x"/></Choices>
        <Choices name="o" toName="t" choice="single-radio" required="true"><Choice value="x"/></Choices>
        <TextArea name="a" toName="t" rows="3"/><Rating name="r" toName="t" required="true"/>
        <Number name="n" toName="t"/><Number name="m" toName="t" slider="true" min="1" max="5"/>
        <Video name="v" value="x"/><Nonsense/>
      </View>`,
      {task: TEXT},
    );
    await expect(host).to.be.accessible();
  });

  it('shows every display anew and ends the one before', async () => {
    const {session, editor, findAll} = await renderSurface(
      '<View><Text name="t" value="$text"/></View>',
      {task: TEXT},
    );
    session.createAnnotation();
    expect(editor.isConnected).to.equal(false);
    expect(findAll('.lsf-editor')).to.have.length(1);
  });

  it('says lsf-requesting while suggestions are awaited', async () => {
    const {session, find} = await renderSurface('<View/>');
    const content = find('.lsf-main-content');
    session.setFlags({awaitingSuggestions: true});
    expect(content.classList.contains('lsf-requesting')).to.equal(true);
    session.setFlags({awaitingSuggestions: false});
    expect(content.classList.contains('lsf-requesting')).to.equal(false);
  });

  it('goes on when a surface throws, and reports it', async () => {
    const registry = createDefaultRegistry().register('Rating', () => {
      throw new Error('broken');
    });
    const {errors, find} = await renderSurface(
      `<View><Text name="t" value="$text"/><Rating name="r" toName="t"/><Header value="After"/></View>`,
      {task: TEXT, registry, session: {}},
    );
    expect(find('.lsf-notice').textContent).to.contain('<Rating>');
    expect(find('.lsf-header').textContent).to.equal('After');
    expect(errors).to.include('elements/surface');
  });
});

describe('View', () => {
  afterEach(closeSurfaces);

  it('is one div with its id, class and style, and its children right inside', async () => {
    const {find} = await renderSurface(
      '<View idAttr="plot" className="a b" style="padding: 7px"><Header value="x"/></View>',
    );
    const view = find('#plot');
    expect(view.localName).to.equal('div');
    expect(view.className).to.equal('a b');
    expect(view.style.padding).to.equal('7px');
    expect(view.firstChild === view.querySelector('h4')).to.equal(true);
  });

  it('has an empty id when the config gives none', async () => {
    const {find} = await renderSurface('<View className="v"/>');
    expect(find('.v').getAttribute('id')).to.equal('');
  });

  it('hides while its condition is not met, and keeps its display', async () => {
    const {session, find} = await renderSurface(
      `<View>
        <Text name="t" value="$text"/>
        <Choices name="c" toName="t"><Choice value="x"/></Choices>
        <View className="v" style="display: flex" visibleWhen="choice-selected" whenTagName="c" whenChoiceValue="x"/>
      </View>`,
      {task: TEXT},
    );
    expect(find('.v').style.display).to.equal('none');
    session.actions.toggleChoice('c', 'x');
    expect(find('.v').style.display).to.equal('flex');
  });
});

describe('Header', () => {
  afterEach(closeSurfaces);

  for (const [size, level] of [
    ['', 'h4'],
    ['1', 'h1'],
    ['6', 'h6'],
    ['9', 'h6'],
  ]) {
    it(`with size "${size ?? ''}" is an ${level ?? ''}`, async () => {
      const {find} = await renderSurface(
        `<View><Header value="About $text" ${size ? `size="${size}"` : ''} style="color: red"/></View>`,
        {task: TEXT},
      );
      const header = find(`${level ?? ''}.lsf-header`);
      expect(header.textContent).to.equal('About Hello');
      expect(header.childNodes).to.have.length(1);
      expect(header.style.color).to.equal('red');
    });
  }
});

describe('Style', () => {
  afterEach(closeSurfaces);

  const XML = `
    <View idAttr="noPII">
      <Style>.secret, body .other { display: none }</Style>
      <View className="secret"/><View className="other"/>
    </View>`;

  it('is a style element at its place in the tree', async () => {
    const {find} = await renderSurface(XML);
    expect(find('#noPII').firstChild?.nodeName).to.equal('STYLE');
  });

  it('styles this host alone, until it is removed', async () => {
    const outside = document.createElement('div');
    outside.className = 'secret';
    document.body.append(outside);
    const {find, host} = await renderSurface(XML);
    const panel = document.createElement('div');
    panel.className = 'secret';
    panel.slot = 'labeling';
    host.append(panel);
    const displayOf = (element: Element) => getComputedStyle(element).display;
    expect(displayOf(find('.secret'))).to.equal('none');
    expect(displayOf(find('.other'))).to.equal('none');
    expect(displayOf(panel)).to.equal('none');
    expect(displayOf(outside)).to.equal('block');
    find('style').remove();
    expect(displayOf(find('.secret'))).to.equal('block');
    outside.remove();
  });

  it('goes before the styles of the product', async () => {
    const {find} = await renderSurface(
      `<View><Style>.lsf-header { font-size: 33px } .lsf-button:hover, .lsf-text-area button { color: rgb(1, 2, 3) }</Style>
       <Header value="x"/><Text name="t" value="x"/><TextArea name="a" toName="t" rows="2"/></View>`,
    );
    expect(getComputedStyle(find('.lsf-header')).fontSize).to.equal('33px');
    expect(getComputedStyle(find('.lsf-button')).color).to.equal(
      'rgb(1, 2, 3)',
    );
  });
});

describe('A tag that is not built', () => {
  afterEach(closeSurfaces);

  it('says so, and keeps what was said with it', async () => {
    const result = [
      {id: 'x', from_name: 'odd', to_name: 't', type: 'odd', value: {odd: [1]}},
    ];
    const {find, results} = await renderSurface(
      '<View><Text name="t" value="$text"/><Odd name="odd"><Header value="in"/></Odd></View>',
      {task: {...TEXT, annotations: [{id: 1, result}]}},
    );
    expect(find('.lsf-notice').textContent).to.contain('<Odd> “odd”');
    expect(find('.lsf-header').textContent).to.equal('in');
    expect(results()).to.deep.equal(result);
  });

  it('is the same for any tag that is not registered', () => {
    expect(createDefaultRegistry().find('*') === noticeSurface).to.equal(true);
  });
});
