import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {
  paintedHighlights,
  paintedTexts,
  placesOf,
  textMouse,
  textNodeWith,
} from '../testing/drive-text.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';
import type {RenderSurfaceOptions} from '../testing/render-surface.js';

const CONFIG = `
<View>
  <HyperTextLabels name="ner" toName="text">
    <Label value="Person" background="red"/>
    <Label value="Place" background="#ffa500"/>
  </HyperTextLabels>
  <HyperText name="text" value="$text"/>
</View>`;

const MARKUP =
  '<h2>Minutes</h2><p>Ada met <b>Bob Ray</b> in Rome.</p>' +
  '<table><tbody><tr><td>Eve</td><td>Paris 😀</td></tr></tbody></table>';

async function setup(
  text: unknown = MARKUP,
  {xml = CONFIG, ...options}: RenderSurfaceOptions & {xml?: string} = {},
) {
  const surface = await renderSurface(xml, {
    task: {id: 1, data: {text}},
    ...options,
  });
  const root = surface.find('.lsf-hypertext');
  const contents =
    root.querySelector<HTMLElement>('.lsf-richtext__container') ?? root;
  const label = async (words: string) => {
    const [from, to] = placesOf(contents, words);
    await textMouse.drag(from, to);
  };
  const choose = (index: number) =>
    clickOn(surface.findAll('.lsf-label')[index]!);
  return {...surface, surface, root, contents, label, choose};
}

/** A task with regions, as Label Studio writes them. */
function withRegions(values: readonly object[], text: string = MARKUP) {
  const result = values.map((value, index) => ({
    id: `r${String(index)}`,
    from_name: 'ner',
    to_name: 'text',
    type: 'hypertextlabels',
    value: {hypertextlabels: ['Person'], ...value},
  }));
  return {task: {data: {text}, annotations: [{id: 1, result}]}, result};
}

const BOB = {
  start: '/p[1]/b[1]/text()[1]',
  end: '/p[1]/b[1]/text()[1]',
  startOffset: 0,
  endOffset: 3,
};

describe('HyperText', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {host, root} = await setup();
    expect(root.role).to.equal('textbox');
    expect(root.ariaLabel).to.equal('Document “text”');
    await expect(host).to.be.accessible();
  });

  it('makes a region of the selected text with the chosen label', async () => {
    const {label, choose, results} = await setup();
    await choose(1);
    await label('Rome');
    expect(results()).to.have.length(1);
    expect(results()[0]).to.deep.include({
      from_name: 'ner',
      to_name: 'text',
      type: 'hypertextlabels',
      origin: 'manual',
      value: {
        start: '/p[1]/text()[2]',
        end: '/p[1]/text()[2]',
        startOffset: 4,
        endOffset: 8,
        globalOffsets: {start: 26, end: 30},
        text: 'Rome',
        hypertextlabels: ['Place'],
      },
    });
  });

  it('makes a region across elements, with the text as it is seen', async () => {
    const {contents, choose, results} = await setup();
    await choose(0);
    const [from] = placesOf(contents, 'Ray');
    const [, to] = placesOf(contents, 'Paris');
    await textMouse.drag(from, to);
    expect(results()[0]?.value).to.deep.include({
      start: '/p[1]/b[1]/text()[1]',
      startOffset: 4,
      end: '/table[1]/tbody[1]/tr[1]/td[2]/text()[1]',
      endOffset: 5,
      globalOffsets: {start: 19, end: 39},
      text: 'Ray in Rome.\\n\\nEve\\tParis'.replaceAll('\\t', '\t'),
    });
  });

  it('puts labels of a Labels control on documents too', async () => {
    const xml = CONFIG.replaceAll('HyperTextLabels', 'Labels');
    const {label, choose, results} = await setup(undefined, {xml});
    await choose(0);
    await label('Eve');
    expect(results()[0]).to.deep.include({type: 'labels'});
    expect(results()[0]?.value).to.deep.include({
      labels: ['Person'],
      start: '/table[1]/tbody[1]/tr[1]/td[1]/text()[1]',
    });
  });

  it('leaves the text out of results where the config says so', async () => {
    const xml = CONFIG.replace(
      'value="$text"',
      'value="$text" saveTextResult="no"',
    );
    const {label, choose, results} = await setup(undefined, {xml});
    await choose(0);
    await label('Eve');
    expect(results()[0]?.value).not.to.have.property('text');
  });

  const widths: readonly [string, string][] = [
    ['symbol', 'da met Bo'],
    ['word', 'Ada met Bob'],
    ['sentence', 'Ada met Bob Ray in Rome.'],
    ['paragraph', 'Ada met Bob Ray in Rome.'],
  ];
  for (const [granularity, text] of widths) {
    it(`widens a selection to the ${granularity}, never over a block`, async () => {
      const xml = CONFIG.replace(
        'value="$text"',
        `value="$text" granularity="${granularity}"`,
      );
      const {contents, choose, results} = await setup(undefined, {xml});
      await choose(0);
      const [from] = placesOf(contents, 'da met');
      const [, to] = placesOf(contents, 'Bo');
      await textMouse.drag(from, to);
      expect(results()[0]?.value?.text).to.equal(text);
    });
  }

  describe('regions', () => {
    it('lie where their paths lead, and go out as they came', async () => {
      const {task, result} = withRegions([
        BOB,
        {
          start: '/table[1]/tbody[1]/tr[1]/td[2]/text()[1]',
          end: '/table[1]/tbody[1]/tr[1]/td[2]/text()[1]',
          startOffset: 6,
          endOffset: 7,
          text: '😀',
        },
      ]);
      const {results} = await setup(undefined, {task});
      expect(paintedTexts()).to.deep.equal(['Bob', '😀']);
      expect(results()).to.deep.equal(result);
    });

    it('lie where globalOffsets say when a path leads nowhere', async () => {
      const {task, result} = withRegions([
        {
          ...BOB,
          start: '/section[1]/text()[1]',
          globalOffsets: {start: 7, end: 10},
        },
      ]);
      const {results} = await setup(undefined, {task});
      expect(paintedTexts()).to.deep.equal(['Ada']);
      expect(results()).to.deep.equal(result);
    });

    it('are selected by a click, relabelled and deleted', async () => {
      const {task} = withRegions([BOB]);
      const {contents, choose, results, state, session} = await setup(
        undefined,
        {task},
      );
      await textMouse.click(textNodeWith(contents, 'Bob'), 1);
      expect(state().selection).to.deep.equal(['r0']);
      await choose(1);
      expect(results()[0]?.value).to.deep.include({hypertextlabels: ['Place']});
      expect(results()[0]?.value).to.deep.include(BOB);
      session.actions.deleteRegion('r0');
      expect(paintedHighlights()).to.deep.equal([]);
      session.undo();
      expect(paintedTexts()).to.deep.equal(['Bob']);
    });

    it('are Label Studio’s richtextregions to plugins', async () => {
      const {label, choose, session} = await setup();
      await choose(0);
      await label('Rome');
      const [region] = session.annotation!.regions;
      expect(region?.type).to.equal('richtextregion');
      expect(region?.isText).to.equal(false);
      expect(region?.start).to.equal('/p[1]/text()[2]');
      expect(region?.startOffset).to.equal(4);
      expect(region?.text).to.equal('Rome');
      expect(region?.globalOffsets).to.deep.include({start: 26, end: 30});
    });
  });

  describe('plugins', () => {
    it('make regions by path and find them with offsets', async () => {
      const {session, results} = await setup();
      const annotation = session.annotation!;
      const seen: unknown[] = [];
      session.events.on('entityCreate').subscribe(([region]) => {
        const {start, startOffset, globalOffsets} = region;
        seen.push({start, startOffset, globalOffsets});
      });
      const region = annotation.createResult(
        {...BOB, text: 'Bob'},
        {hypertextlabels: ['Person']},
        'ner',
        'text',
      );
      annotation.updateObjects();
      expect(seen).to.deep.equal([
        {start: BOB.start, startOffset: 0, globalOffsets: null},
      ]);
      const globalOffsets = {start: 15, end: 18};
      expect(region.globalOffsets).to.deep.include(globalOffsets);
      expect(results()[0]?.value).to.deep.include({...BOB, globalOffsets});
      expect(paintedTexts()).to.deep.equal(['Bob']);
    });

    it('find the offsets and the text of regions that were loaded', async () => {
      const {task, result} = withRegions([BOB]);
      const {session, results} = await setup(undefined, {task});
      const [region] = session.annotation!.regions as unknown as [
        {globalOffsets: unknown; text?: string; updateHighlightedText(): void},
      ];
      expect(region.globalOffsets).to.deep.include({start: 15, end: 18});
      expect(results()).to.deep.equal(result);
      region.updateHighlightedText();
      expect(region.text).to.equal('Bob');
    });

    it('may replace what is inside', async () => {
      const {task} = withRegions([{globalOffsets: {start: 0, end: 3}}]);
      const {root} = await setup(undefined, {task});
      root.innerHTML = '<p>Eve</p><p>stays</p>';
      await nextFrame();
      expect(paintedTexts()).to.deep.equal(['Eve']);
    });
  });

  describe('keyboard', () => {
    it('selects with Shift and the arrow keys and labels with Enter', async () => {
      const {root, results} = await setup();
      root.focus();
      await sendKeys({press: '1'});
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Home'});
      await sendKeys({press: 'Control+Shift+ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(results()[0]?.value).to.deep.include({
        start: '/p[1]/text()[1]',
        text: 'Ada',
      });
    });

    it('selects the region at the caret with Enter', async () => {
      const {task} = withRegions([
        {...BOB, start: '/h2[1]/text()[1]', end: '/h2[1]/text()[1]'},
      ]);
      const {root, state} = await setup(undefined, {task});
      root.focus();
      await sendKeys({press: 'ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(state().selection).to.deep.equal(['r0']);
    });

    it('begins with the first text that is seen', async () => {
      const {root, results} = await setup('<p hidden>gone</p>\n<p>Ada</p>', {
        xml: CONFIG.replace('name="text"', 'name="text" inline="true"'),
      });
      root.focus();
      await sendKeys({press: '1'});
      await sendKeys({press: 'Shift+End'});
      await sendKeys({press: 'Enter'});
      expect(results()[0]?.value?.text).to.equal('Ada');
    });
  });

  describe('documents', () => {
    it('do nothing', async () => {
      const ran: string[] = [];
      Object.assign(window, {lsTestRan: (what: string) => ran.push(what)});
      const {contents, root} = await setup(
        '<script>lsTestRan("script")</script>' +
          '<img src="data:," onerror="lsTestRan(\'handler\')">' +
          '<iframe srcdoc="<script>parent.lsTestRan(1)</script>"></iframe>' +
          '<a href="javascript:lsTestRan(\'link\')">link</a>' +
          '<form action="/gone"><button>send</button><input></form>',
      );
      await Promise.allSettled(
        [...contents.querySelectorAll('img')].map((image) => image.decode()),
      );
      await clickOn(contents.querySelector('a')!);
      await clickOn(contents.querySelector('button')!);
      contents.querySelector('form')!.requestSubmit();
      expect(ran).to.deep.equal([]);
      expect(contents.querySelector('iframe, script')).to.equal(null);
      expect(root.isConnected).to.equal(true);
      Reflect.deleteProperty(window, 'lsTestRan');
    });

    it('keep their styles to themselves', async () => {
      const {contents, find} = await setup(
        '<style>.lsf-label, p, body {color: rgb(1, 2, 3)} ' +
          'p {position: fixed; inset: 0}</style><p>Ada</p>',
      );
      const colorOf = (element: Element) => getComputedStyle(element).color;
      const paragraph = contents.querySelector('p')!;
      expect(colorOf(paragraph)).to.equal('rgb(1, 2, 3)');
      expect(colorOf(contents)).to.equal('rgb(1, 2, 3)');
      expect(colorOf(find('.lsf-label'))).not.to.equal('rgb(1, 2, 3)');
      expect(colorOf(document.body)).not.to.equal('rgb(1, 2, 3)');
      const inner = paragraph.getBoundingClientRect();
      const outer = find('.lsf-hypertext').getBoundingClientRect();
      expect(inner.top).to.be.at.least(outer.top);
      expect(inner.bottom).to.be.at.most(outer.bottom);
    });

    it('count the text of style sheets in them, as Label Studio does', async () => {
      const text = '<p>one</p><style>p{}</style><p>two</p>';
      const {task} = withRegions([{globalOffsets: {start: 6, end: 9}}], text);
      const xml = CONFIG.replace('name="text"', 'name="text" inline="true"');
      await setup(undefined, {task, xml});
      expect(paintedTexts()).to.deep.equal(['two']);
    });

    it('have links that lead nowhere, unless they are wanted', async () => {
      const hash = location.hash;
      const markup = '<a href="#b">go</a><h2 id="b">B</h2>';
      const {contents} = await setup(markup);
      const followed: boolean[] = [];
      const watch = (event: Event) => followed.push(!event.defaultPrevented);
      document.addEventListener('click', watch);
      await clickOn(contents.querySelector('a')!);
      document.removeEventListener('click', watch);
      expect(followed).to.deep.equal([false]);
      expect(location.hash).to.equal(hash);
      closeSurfaces();
      const wanted = await setup(markup, {
        xml: CONFIG.replace('name="text"', 'name="text" clickableLinks="true"'),
      });
      const link = wanted.contents.querySelector('a')!;
      expect(link.tabIndex).to.equal(0);
      await clickOn(link);
      expect(location.hash).to.equal(hash);
    });

    it('can be a part of the config', async () => {
      const {contents} = await setup(undefined, {
        xml: '<View><HyperText name="text"><h3>Rules of $text</h3></HyperText></View>',
        task: {data: {text: 'play'}},
      });
      expect(contents.textContent).to.equal('Rules of play');
    });

    it('follow a value that a plugin puts in', async () => {
      const {session, contents} = await setup();
      const view = session.annotation!.names.get('text') as unknown as {
        setRemoteValue(value: string): void;
      };
      view.setRemoteValue('<p>Now <i>this</i><script>x</script></p>');
      expect(contents.innerHTML).to.equal('<p>Now <i>this</i></p>');
    });

    it('are loaded from an address, and can be tried again', async () => {
      const xml = CONFIG.replace(
        'value="$text"',
        'value="$text" valueType="url"',
      );
      let tries = 0;
      const original = window.fetch;
      window.fetch = () => {
        tries += 1;
        return Promise.resolve(
          tries === 1
            ? new Response('', {status: 503})
            : new Response('<p>There <b>it</b> is</p>'),
        );
      };
      try {
        const {root, errors} = await setup('https://docs.test/a.html', {xml});
        const retry = await until(() => root.querySelector('button'));
        expect(errors).to.deep.equal(['elements/text-load']);
        await clickOn(retry);
        const bold = await until(() => root.querySelector('b'));
        expect(bold.textContent).to.equal('it');
        expect(root.querySelector('button')).to.equal(null);
      } finally {
        window.fetch = original;
      }
    });
  });

  it('works in a shadow tree', async () => {
    const outer = document.createElement('div');
    document.body.append(outer);
    const parent = outer.attachShadow({mode: 'open'});
    const {label, choose, results, close} = await setup(
      '<style>p {color: red}</style><p>Ada</p>',
      {parent},
    );
    await choose(0);
    await label('Ada');
    expect(results()[0]?.value?.text).to.equal('Ada');
    close();
    expect(parent.adoptedStyleSheets).to.have.length(0);
    outer.remove();
  });

  it('leaves nothing behind', async () => {
    const before = document.adoptedStyleSheets.length;
    const {session, close} = await setup(
      '<style>p {color: red}</style><p>A</p>',
    );
    session.createAnnotation();
    session.createAnnotation();
    await nextFrame();
    close();
    expect(document.adoptedStyleSheets).to.have.length(before);
    expect([...CSS.highlights.keys()]).to.deep.equal([]);
    expect(document.querySelectorAll('.lsf-editor').length).to.equal(0);
  });
});
