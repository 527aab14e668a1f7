import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {ControlView} from '@ls-annotation/lsi';
import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import {clickOn} from '../surfaces/testing/click-on.js';

import {hostFixture} from './testing/host-fixture.js';

const PIXEL =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Every kind of tag that needs no media. */
const XML = `
<View idAttr="noPII" className="outer more" style="padding: 3px">
  <Style>.secret { display: none }</Style>
  <Header value="Read $text" size="2"/>
  <View className="analyzeButton"/><View className="secret"/>
  <View idAttr="plot"/>
  <Labels name="label" toName="text">
    <View><Label value="Person" background="#1c7ed6"/></View>
    <Label value="Place" hotkey="9"/>
  </Labels>
  <Text name="text" value="$text"/>
  <HyperText name="html" value="$html"/>
  <HyperTextLabels name="mark" toName="html"><Label value="Bold"/></HyperTextLabels>
  <Filter name="filter" toName="tone"/>
  <Choices name="tone" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices>
  <Choices name="pick" toName="text" layout="select"><Choice value="One"/></Choices>
  <TextArea name="note" toName="text"/>
  <TextArea name="transcription" toName="text" rows="2" value="$text"/>
  <Rating name="stars" toName="text"/><Number name="count" toName="text"/>
  <DateTime name="day" toName="text"/>
  <Taxonomy name="tree" toName="text"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>
  <Image name="image" valueList="$images"/>
  <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
  <ParagraphLabels name="say" toName="talk"><Label value="Hi"/></ParagraphLabels>
  <List name="list" value="$list"/><Ranker name="rank" toName="list"/>
  <Table name="table" value="$table"/>
  <Collapse><Panel value="More"><Header value="Inside"/></Panel></Collapse>
  <Repeater on="$pages" indexFlag="{{idx}}" mode="pagination">
    <Text name="page_{{idx}}" value="$pages[{{idx}}].text"/>
  </Repeater>
</View>`;

const RESULT = [
  {
    id: 'a',
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start: 0, end: 3, labels: ['Person']},
  },
  {
    id: 'n',
    from_name: 'note',
    to_name: 'text',
    type: 'textarea',
    value: {text: ['A line']},
  },
];

async function setup() {
  const parts = await hostFixture({
    config: XML,
    task: {
      id: 1,
      data: {
        text: 'Ada met Bob.\nIn London.',
        html: '<p>Some <b>bold</b> words</p>',
        images: [PIXEL, PIXEL],
        talk: [
          {author: 'Ada', text: 'Hi'},
          {author: 'Bob', text: 'Hello'},
        ],
        list: [{id: 'x', title: 'X', body: 'Body'}],
        table: {key: 'value'},
        pages: [{text: 'First'}, {text: 'Second'}],
      },
      annotations: [
        {id: 10, result: RESULT},
        {id: 11, result: []},
      ],
    },
  });
  parts.host.selectAnnotation('10');
  await parts.host.displayed;
  return parts;
}

/** Selectors that plugins look up through `document`, and what they find. */
const STRUCTURE: readonly (readonly [
  selector: string,
  localName: string,
  count: number,
])[] = [
  ['.lsf-editor', 'div', 1],
  ['.lsf-editor > .lsf-wrapper', 'div', 1],
  ['.lsf-wrapper > .lsf-main-content', 'div', 1],
  ['.lsf-main-content > .lsf-main-view', 'div', 1],
  ['.lsf-main-view > .lsf-main-view__annotation', 'div', 1],
  ["[class*='main-view__annotation']", 'div', 1],
  ['.lsf-main-view > .lsf-main-view__infobar', 'div', 1],
  ['.lsf-main-view__annotation > *', 'div', 1],
  ['.lsf-main-view__annotation > #noPII.outer.more', 'div', 1],
  ['#noPII > style', 'style', 1],
  ['#noPII > h2.lsf-header', 'h2', 1],
  ['#noPII > .analyzeButton', 'div', 1],
  ['#noPII > .analyzeButton[id=""]', 'div', 1],
  ['#noPII > #plot', 'div', 1],
  ['#noPII > .lsf-labels', 'div', 4],
  ['.lsf-labels .lsf-label.lsf-label_clickable', 'span', 5],
  ['.lsf-label_clickable > .lsf-label__text', 'span', 5],
  ['.lsf-label_clickable > .lsf-label__hotkey', 'span', 5],
  ['.lsf-object.lsf-richtext', 'div', 3],
  ['.lsf-richtext > .lsf-richtext__container.htx-richtext', 'div', 3],
  ['.lsf-choices .lsf-choice', 'label', 2],
  ['.lsf-choices select', 'select', 1],
  ['#noPII > .lsf-text-area', 'div', 2],
  ['.lsf-text-area > form > input[name="note"]', 'input', 1],
  ['.lsf-text-area > form > textarea[name^="transcription"]', 'textarea', 1],
  ['.lsf-text-area [id^="TextAreaRegion-"]', 'div', 1],
  ['.lsf-image .lsf-pagination', 'div', 1],
  ['.lsf-paged-view .lsf-pagination', 'div', 1],
];

function removeHosts(): void {
  for (const host of document.querySelectorAll('ls-annotation-host')) {
    host.remove();
  }
}

describe('the light DOM of a host (§9)', () => {
  afterEach(removeHosts);

  for (const [selector, localName, count] of STRUCTURE) {
    it(`has ${String(count)} ${localName} at ${selector}`, async () => {
      await setup();
      const found = [...document.querySelectorAll(selector)];
      expect(found.map((element) => element.localName)).to.deep.equal(
        Array.from({length: count}, () => localName),
      );
      for (const element of found) {
        expect(element.getRootNode() === document).to.equal(true);
      }
    });
  }

  it('is found by id, and by name on the window', async () => {
    const {editor} = await setup();
    const plot = editor()?.querySelector('#plot');
    expect(document.getElementById('plot') === plot).to.equal(true);
    const named: unknown = Reflect.get(globalThis, 'plot');
    expect(named === plot).to.equal(true);
  });

  it('begins with the style element where the config does', async () => {
    await setup();
    const view = document.getElementById('noPII')!;
    expect((view.firstChild as Element).tagName).to.equal('STYLE');
    expect(view.style.padding).to.equal('3px');
    const secret = document.querySelector('.secret')!;
    expect(getComputedStyle(secret).display).to.equal('none');
    view.firstChild?.remove();
    expect(getComputedStyle(secret).display).to.equal('block');
  });

  it('has no comment, no white space and no marker in it', async () => {
    const {editor} = await setup();
    const walker = document.createTreeWalker(
      editor()!,
      NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT,
    );
    const stray: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isBlank = node instanceof Text && node.data.trim() === '';
      if (isBlank || node instanceof Comment) {
        stray.push(`${node.parentElement?.className ?? ''}: ${node.nodeName}`);
      }
    }
    expect(stray).to.deep.equal([]);
  });

  it('has one text node, and nothing else, where there is a text', async () => {
    const {editor} = await setup();
    const leaves = [
      ...editor()!.querySelectorAll('[class*="text"], span, p, div'),
    ].filter(({children, textContent}) => {
      return children.length === 0 && textContent !== '';
    });
    expect(leaves.length).to.be.above(20);
    for (const {childNodes, className} of leaves) {
      expect(childNodes.length, className).to.equal(1);
      expect(childNodes[0]?.nodeType, className).to.equal(Node.TEXT_NODE);
    }
  });

  it('has each line of a text in a span, and br between them', async () => {
    await setup();
    const container = document.querySelector('.lsf-richtext__container')!;
    const names = [...container.childNodes].map(({nodeName}) => nodeName);
    expect(names).to.deep.equal(['SPAN', 'BR', 'SPAN']);
    const {singleNodeValue} = document.evaluate(
      './span[1]/text()[1]',
      container,
      null,
      XPathResult.FIRST_ORDERED_NODE_TYPE,
    );
    expect((singleNodeValue as Text | null)?.data).to.equal('Ada met Bob.');
    for (const line of container.querySelectorAll('span')) {
      expect(line.className).to.equal('lsf-richtext__line');
    }
  });

  it('has labels in the order of their tag’s children', async () => {
    const {host} = await setup();
    const labels = [...document.querySelectorAll('.lsf-label_clickable')];
    const texts = labels.map(
      (label) => label.querySelector('.lsf-label__text')?.textContent,
    );
    const names = ['label', 'mark', 'box', 'say'];
    const values = names.flatMap((name) => {
      const control = host.lsi.annotation?.names.get(name) as ControlView;
      return control.tiedChildren.map(({value}) => value);
    });
    expect(texts).to.deep.equal(values);
    await clickOn(labels[1]!);
    expect(labels[1]?.classList.contains('lsf-label_selected')).to.equal(true);
  });

  it('says of each object that it is ready while it is shown', async () => {
    const {host} = await setup();
    const {annotation} = host.lsi;
    const objects = ['text', 'html', 'image', 'page_0', 'page_1'];
    const ready = (): unknown[] =>
      objects.filter(
        (name) =>
          Reflect.get(annotation?.names.get(name) ?? {}, 'isReady') === true,
      );
    expect(ready()).to.deep.equal(['text', 'html', 'image', 'page_0']);
    host.selectAnnotation('11');
    await host.displayed;
    expect(ready()).to.deep.equal([]);
  });

  it('says lsf-requesting while suggestions are awaited', async () => {
    const {host} = await setup();
    const query = '.lsf-main-content.lsf-requesting #noPII';
    expect(document.querySelector(query)).to.equal(null);
    host.htx.setFlags({awaitingSuggestions: true});
    expect(document.querySelector(query)).not.to.equal(null);
    host.htx.setFlags({awaitingSuggestions: false});
    expect(document.querySelector(query)).to.equal(null);
  });

  it('tells an observer of the body what changes', async () => {
    await setup();
    const changed: Node[] = [];
    const observer = new MutationObserver((records) => {
      changed.push(...records.map(({target}) => target));
    });
    observer.observe(document.body, {childList: true, subtree: true});
    document.querySelector<HTMLElement>('[name="note"]')?.focus();
    await sendKeys({type: 'more'});
    await sendKeys({press: 'Enter'});
    await until(() => changed.length > 0);
    observer.disconnect();
    const lines = document.querySelectorAll('[id^="TextAreaRegion-"]');
    expect(lines).to.have.length(2);
  });
});

type Handles = Awaited<ReturnType<typeof setup>>;

/** What opens another display, and what does not. */
const DISPLAYS: readonly (readonly [
  what: string,
  isRebuilt: boolean,
  act: (handles: Handles) => unknown,
])[] = [
  ['another annotation', true, ({host}) => host.selectAnnotation('11')],
  ['a new annotation', true, ({host}) => host.createAnnotation()],
  [
    'an older version',
    true,
    ({host}) => {
      host.selectHistory({id: 1, result: []});
    },
  ],
  [
    'another task',
    true,
    ({host}) => {
      host.task = {id: 2, data: {text: 'Other', pages: []}};
    },
  ],
  [
    'another config',
    true,
    ({host}) => {
      host.config = '<View><Header value="x"/></View>';
    },
  ],
  [
    'deleting the annotation',
    true,
    ({host}) => {
      host.deleteAnnotation();
    },
  ],
  [
    'a region',
    false,
    ({host}) => {
      const value = {labels: ['Place']};
      const {actions} = host.session;
      actions.createResult({start: 4, end: 7}, value, 'label', 'text');
    },
  ],
  [
    'a choice',
    false,
    ({host}) => {
      host.session.actions.toggleChoice('tone', 'Good');
    },
  ],
  [
    'undo and redo',
    false,
    ({host}) => {
      host.session.actions.deleteRegion('a');
      host.undo();
      host.redo();
    },
  ],
  [
    'results that are read in',
    false,
    ({host}) => {
      const {annotation} = host.lsi;
      annotation?.deserializeResults(annotation.serializeAnnotation());
      annotation?.updateObjects();
    },
  ],
  ['a save', false, ({host}) => host.submit()],
];

describe('the display of an annotation (§9.1)', () => {
  afterEach(removeHosts);

  for (const [what, isRebuilt, act] of DISPLAYS) {
    it(`is ${isRebuilt ? 'built anew for' : 'the same after'} ${what}`, async () => {
      const handles = await setup();
      const view = document.querySelector('.lsf-main-view');
      const injected = document.createElement('b');
      document
        .querySelector('.lsf-main-view__annotation')
        ?.insertAdjacentElement('afterbegin', injected);
      await act(handles);
      await handles.host.displayed;
      const now = document.querySelector('.lsf-main-view');
      expect(now).not.to.equal(null);
      expect(now === view).to.equal(!isRebuilt);
      expect(injected.isConnected).to.equal(!isRebuilt);
    });
  }

  const overwritten = [
    '.lsf-richtext',
    '.lsf-richtext__container',
    '.analyzeButton',
    '.lsf-label__text',
    '.lsf-choice__text',
    '.lsf-header',
    '.lsf-text-area',
    '.lsf-labels',
    '#noPII',
  ];
  for (const selector of overwritten) {
    it(`goes on when a plugin overwrites ${selector}`, async () => {
      const {host} = await setup();
      const errors: unknown[] = [];
      host.session.errors$.subscribe((error) => errors.push(error));
      document.querySelector(selector)!.innerHTML = '<strong>Mine</strong>';
      const {actions} = host.session;
      const value = {labels: ['Place']};
      actions.createResult({start: 4, end: 7}, value, 'label', 'text');
      actions.selectRegion('a');
      actions.deleteRegion('a');
      actions.toggleChoice('tone', 'Good');
      actions.setClassification('note', ['one', 'two']);
      host.undo();
      host.redo();
      expect(await host.submit()).to.equal(true);
      const mine = document.querySelector(`${selector} strong`);
      expect(mine?.textContent).to.equal('Mine');
      const said = host.serialize().map(({from_name: name}) => name);
      expect(said).to.include.members(['label', 'tone', 'note']);
      host.createAnnotation();
      await host.displayed;
      expect(document.querySelector(`${selector} strong`)).to.equal(null);
      expect(errors).to.deep.equal([]);
    });
  }
});

/** Buttons by their names, and the interfaces and state that show them. */
const BUTTONS: readonly (readonly [
  label: string,
  name: string,
  interfaces: readonly string[],
  isNew: boolean,
])[] = [
  ['Submit current annotation', 'submit', ['submit'], true],
  ['Update current annotation', 'submit', ['update'], false],
  ['skip-task', '', ['skip'], false],
  ['accept-annotation', '', ['review'], false],
  ['reject-annotation', '', ['review'], false],
];

describe('buttons of a host (§9.2)', () => {
  afterEach(removeHosts);

  for (const [label, name, interfaces, isNew] of BUTTONS) {
    it(`has ${label} with the interface ${interfaces.join()}`, async () => {
      const {host, find, has} = await setup();
      if (isNew) host.createAnnotation();
      host.interfaces = ['controls', ...interfaces];
      await host.displayed;
      const button = find<HTMLButtonElement>(`button[aria-label="${label}"]`);
      expect(button.name).to.equal(name);
      host.interfaces = ['controls'];
      await host.displayed;
      await until(() => !has(`button[aria-label="${label}"]`));
    });
  }

  it('has cancel-skip for what was skipped', async () => {
    const {find} = await hostFixture({
      task: {
        id: 1,
        data: {text: 'x'},
        annotations: [{id: 1, result: [], was_cancelled: true}],
      },
    });
    expect(find('button[aria-label="cancel-skip"]').textContent).to.contain(
      'Cancel skip',
    );
  });
});
