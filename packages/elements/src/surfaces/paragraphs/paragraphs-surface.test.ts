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
  <ParagraphLabels name="label" toName="talk">
    <Label value="Question" background="red"/>
    <Label value="Answer" background="#ffa500"/>
  </ParagraphLabels>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
</View>`;

const TALK = [
  {author: 'Mia', text: 'Dont you hate that?'},
  {author: 'Vincent', text: 'Hate 😀 what?'},
  {author: 'Mia', text: 'Uncomfortable silences.'},
];

async function setup(
  talk: unknown = TALK,
  {xml = CONFIG, ...options}: RenderSurfaceOptions & {xml?: string} = {},
) {
  const surface = await renderSurface(xml, {
    task: {id: 1, data: {talk}},
    ...options,
  });
  const root = surface.find('.lsf-paragraphs__container');
  const label = async (words: string) => {
    const [from, to] = placesOf(root, words);
    await textMouse.drag(from, to);
  };
  const choose = (index: number) =>
    clickOn(surface.findAll('.lsf-label')[index]!);
  return {...surface, surface, root, label, choose};
}

function withRegions(values: readonly object[]) {
  const result = values.map((value, index) => ({
    id: `r${String(index)}`,
    from_name: 'label',
    to_name: 'talk',
    type: 'paragraphlabels',
    value: {paragraphlabels: ['Question'], ...value},
  }));
  return {task: {data: {talk: TALK}, annotations: [{id: 1, result}]}, result};
}

const HATE = {start: '0', end: '0', startOffset: 9, endOffset: 13};

describe('Paragraphs', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {host, root} = await setup();
    expect(root.role).to.equal('textbox');
    await expect(host).to.be.accessible();
  });

  it('shows who says what', async () => {
    const {root} = await setup();
    const names = [...root.querySelectorAll('.lsf-paragraphs__name')];
    expect(names.map(({textContent}) => textContent)).to.deep.equal([
      'Mia',
      'Vincent',
      'Mia',
    ]);
    const edge = (index: number) =>
      getComputedStyle(root.querySelectorAll('.lsf-paragraphs__phrase')[index]!)
        .borderInlineStartColor;
    expect(edge(0)).to.equal(edge(2));
    expect(edge(0)).not.to.equal(edge(1));
  });

  it('makes a region of the selected text with the chosen label', async () => {
    const {label, choose, results} = await setup();
    await choose(1);
    await label('what');
    expect(results()).to.have.length(1);
    expect(results()[0]).to.deep.include({
      from_name: 'label',
      to_name: 'talk',
      type: 'paragraphlabels',
      origin: 'manual',
      value: {
        start: '1',
        end: '1',
        startOffset: 8,
        endOffset: 12,
        text: 'what',
        paragraphlabels: ['Answer'],
      },
    });
  });

  it('makes a region across paragraphs, without the names', async () => {
    const {root, choose, results} = await setup();
    await choose(0);
    const [from] = placesOf(root, 'hate');
    const [, to] = placesOf(root, 'Uncomfortable');
    await textMouse.drag(from, to);
    expect(results()[0]?.value).to.deep.include({
      start: '0',
      end: '2',
      startOffset: 9,
      endOffset: 13,
      text: 'hate that?\nHate 😀 what?\nUncomfortable',
    });
  });

  it('puts labels of a Labels control on paragraphs too', async () => {
    const xml = CONFIG.replaceAll('ParagraphLabels', 'Labels');
    const {label, choose, results} = await setup(undefined, {xml});
    await choose(0);
    await label('hate');
    expect(results()[0]).to.deep.include({type: 'labels'});
    expect(results()[0]?.value).to.deep.include({
      labels: ['Question'],
      ...HATE,
    });
  });

  it('leaves the text out of results where the config says so', async () => {
    const xml = CONFIG.replace('layout=', 'saveTextResult="no" layout=');
    const {label, choose, results} = await setup(undefined, {xml});
    await choose(0);
    await label('hate');
    expect(results()[0]?.value).not.to.have.property('text');
  });

  it('widens a selection within its paragraph', async () => {
    const xml = CONFIG.replace('layout=', 'granularity="paragraph" layout=');
    const {label, choose, results} = await setup(undefined, {xml});
    await choose(0);
    await label('hate');
    expect(results()[0]?.value?.text).to.equal('Dont you hate that?');
  });

  describe('regions', () => {
    it('lie in their paragraphs, and go out as they came', async () => {
      const {task, result} = withRegions([
        HATE,
        {start: '1', end: '2', startOffset: 5, endOffset: 13},
      ]);
      const {results} = await setup(undefined, {task});
      // Names are passed over.
      expect(paintedTexts()).to.deep.equal([
        'hate',
        '😀 what?',
        'Uncomfortable',
      ]);
      expect(results()).to.deep.equal(result);
    });

    it('are selected by a click, relabelled and deleted', async () => {
      const {task} = withRegions([HATE]);
      const {root, choose, results, state, session} = await setup(undefined, {
        task,
      });
      await textMouse.click(textNodeWith(root, 'hate'), 10);
      expect(state().selection).to.deep.equal(['r0']);
      await choose(1);
      expect(results()[0]?.value).to.deep.equal({
        ...HATE,
        paragraphlabels: ['Answer'],
      });
      session.actions.deleteRegion('r0');
      expect(paintedHighlights()).to.deep.equal([]);
      session.undo();
      expect(paintedTexts()).to.deep.equal(['hate']);
    });

    it('are Label Studio’s textranges to plugins', async () => {
      const {label, choose, session} = await setup();
      await choose(0);
      await label('what');
      const [region] = session.annotation!.regions;
      expect(region?.type).to.equal('textrange');
      expect(region?.start).to.equal('1');
      expect(region?.end).to.equal('1');
      expect(region?.startOffset).to.equal(8);
      expect(region?.endOffset).to.equal(12);
      expect(region?.text).to.equal('what');
    });
  });

  describe('keyboard', () => {
    it('selects with Shift and the arrow keys and labels with Enter', async () => {
      const {root, results} = await setup();
      root.focus();
      await sendKeys({press: '2'});
      await sendKeys({press: 'Control+Shift+ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(results()[0]?.value).to.deep.include({
        start: '0',
        end: '0',
        startOffset: 0,
        endOffset: 4,
        text: 'Dont',
      });
    });

    it('moves from paragraph to paragraph', async () => {
      const {root, results} = await setup();
      root.focus();
      await sendKeys({press: '2'});
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Home'});
      await sendKeys({press: 'Shift+End'});
      await sendKeys({press: 'Enter'});
      expect(results()[0]?.value).to.deep.include({
        start: '1',
        end: '1',
        startOffset: 0,
        endOffset: 13,
      });
    });

    it('selects the region at the caret with Enter', async () => {
      const {task} = withRegions([{...HATE, startOffset: 0}]);
      const {root, state} = await setup(undefined, {task});
      root.focus();
      await sendKeys({press: 'ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(state().selection).to.deep.equal(['r0']);
    });
  });

  describe('authors', () => {
    it('can be seen one at a time; what is selected across others is parted', async () => {
      const {root, find, choose, results, session} = await setup();
      const select = find<HTMLSelectElement>('.lsf-paragraphs__author');
      select.focus();
      await sendKeys({press: 'M'});
      expect(select.value).to.equal('Mia');
      await expect(find('.lsf-paragraphs')).to.be.accessible();
      await choose(0);
      const [from] = placesOf(root, 'hate that');
      const [, to] = placesOf(root, 'Uncomfortable');
      await textMouse.drag(from, to);
      expect(
        results().map(({value}) => [value?.start, value?.end, value?.text]),
      ).to.deep.equal([
        ['0', '0', 'hate that?'],
        ['2', '2', 'Uncomfortable'],
      ]);
      session.undo();
      expect(results()).to.deep.equal([]);
    });

    it('are no choice where there is one', async () => {
      const {find} = await setup([{author: 'A', text: 'x'}]);
      expect(find('.lsf-paragraphs__filter').hidden).to.equal(true);
    });
  });

  describe('values', () => {
    it('have keys that the config names, and any text as text', async () => {
      const xml = CONFIG.replace(
        'layout=',
        'nameKey="who" textKey="says" layout=',
      );
      const {root} = await setup([{who: 'X', says: '<b>1</b>'}, {says: 2}], {
        xml,
      });
      const texts = [...root.querySelectorAll('.lsf-paragraphs__text')];
      expect(texts.map(({textContent}) => textContent)).to.deep.equal([
        '<b>1</b>',
        '2',
      ]);
    });

    it('are in the order they are heard in with contextScroll', async () => {
      const xml = CONFIG.replace('layout=', 'contextScroll="true" layout=');
      const {root} = await setup(
        [
          {text: 'last'},
          {text: 'third', start: 5},
          {text: 'second', start: 1, end: 4},
          {text: 'first', start: 1, duration: 1},
        ],
        {xml},
      );
      const texts = [...root.querySelectorAll('.lsf-paragraphs__text')];
      expect(texts.map(({textContent}) => textContent)).to.deep.equal([
        'first',
        'second',
        'third',
        'last',
      ]);
    });

    const wrong: readonly [string, unknown][] = [
      ['a text', 'Hello'],
      ['nothing', undefined],
      ['a list without the key', [{author: 'A', body: 'x'}]],
    ];
    for (const [what, talk] of wrong) {
      it(`that are ${what} are reported and said to be wrong`, async () => {
        const {root, errors} = await setup(talk, {task: {data: {talk}}});
        expect(errors).to.deep.equal(['elements/object-data']);
        expect(root.querySelector('[role=note]')).not.to.equal(null);
      });
    }

    it('may be an empty list', async () => {
      const {errors, root} = await setup([]);
      expect(errors).to.deep.equal([]);
      expect(root.textContent).to.equal('');
    });

    it('are loaded from an address, and can be tried again', async () => {
      const xml = CONFIG.replace('layout=', 'valueType="url" layout=');
      let tries = 0;
      const original = window.fetch;
      window.fetch = () => {
        tries += 1;
        return Promise.resolve(
          new Response(tries === 1 ? 'no JSON' : JSON.stringify(TALK)),
        );
      };
      try {
        const {root, errors} = await setup('https://docs.test/a.json', {xml});
        const retry = await until(() => root.querySelector('button'));
        expect(errors).to.deep.equal(['elements/text-load']);
        await clickOn(retry);
        await until(() => root.querySelector('.lsf-paragraphs__text'));
        expect(root.textContent).to.contain('Dont you hate that?');
      } finally {
        window.fetch = original;
      }
    });
  });

  it('leaves nothing behind', async () => {
    const before = document.adoptedStyleSheets.length;
    const {session, close} = await setup();
    session.createAnnotation();
    session.createAnnotation();
    await nextFrame();
    close();
    expect(document.adoptedStyleSheets).to.have.length(before);
    expect([...CSS.highlights.keys()]).to.deep.equal([]);
    expect(document.querySelectorAll('.lsf-editor').length).to.equal(0);
  });
});
