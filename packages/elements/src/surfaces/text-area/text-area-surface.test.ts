import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {ControlView} from '@ls-annotation/lsi';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

type Editor = HTMLInputElement | HTMLTextAreaElement;

const REGIONS = [
  {
    id: 'r',
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start: 0, end: 3, text: 'Ada', labels: ['PER']},
  },
  {
    id: 's',
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start: 8, end: 11, text: 'Bob', labels: ['PER']},
  },
];

async function setup({
  attributes = '',
  result = [] as unknown[],
  inside = '',
  isNew = false,
} = {}) {
  const surface = await renderSurface(
    `<View>
      <Labels name="label" toName="text"><Label value="PER"/></Labels>
      <Text name="text" value="$text"/>
      <TextArea name="answer" toName="text" ${attributes}>${inside}</TextArea>
    </View>`,
    {
      task: {
        id: 1,
        data: {text: 'Ada met Bob.', draft: 'this is a test'},
        annotations: isNew ? [] : [{id: 1, result}],
      },
    },
  );
  const root = surface.find('.lsf-text-area');
  const editor = () => root.querySelector<Editor>('[name="answer"]')!;
  const lines = () => [
    ...root.querySelectorAll<HTMLElement>('[id^="TextAreaRegion-"]'),
  ];
  const texts = () =>
    lines().map(
      (line) =>
        line.querySelector<Editor>('[name]')?.value ??
        line.querySelector('.lsf-text-area__text')!.textContent,
    );
  const value = (id?: string) =>
    surface
      .results()
      .find((entry) => entry.from_name === 'answer' && (!id || entry.id === id))
      ?.value?.text;
  const type = async (text: string) => {
    editor().focus();
    await sendKeys({type: text});
  };
  return {...surface, root, editor, lines, texts, value, type};
}

describe('TextArea', () => {
  afterEach(closeSurfaces);

  it('is accessible, with lines too', async () => {
    const {root, type} = await setup({
      attributes: 'editable="true" required="true" label="Your answer"',
    });
    await type('one');
    await sendKeys({press: 'Enter'});
    await expect(root).to.be.accessible();
  });

  it('with one row submits with Enter', async () => {
    const {editor, type, value, texts} = await setup();
    expect(editor().localName).to.equal('input');
    await type('one');
    await sendKeys({press: 'Enter'});
    await type('two');
    await sendKeys({press: 'Enter'});
    expect(value()).to.deep.equal(['one', 'two']);
    expect(texts()).to.deep.equal(['one', 'two']);
    expect(editor().value).to.equal('');
  });

  it('with more rows submits with Shift and Enter, or with Add', async () => {
    const {root, editor, type, value} = await setup({attributes: 'rows="3"'});
    expect(editor().localName).to.equal('textarea');
    await type('one');
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'two'});
    expect(value()).to.equal(undefined);
    await sendKeys({press: 'Shift+Enter'});
    expect(value()).to.deep.equal(['one\ntwo']);
    await type('three');
    await clickOn(root.querySelector('button[type=submit]')!);
    expect(value()).to.deep.equal(['one\ntwo', 'three']);
  });

  it('shows no Add button with one row, or with showSubmitButton="false"', async () => {
    const one = await setup();
    expect(one.root.querySelectorAll('[type=submit]')).to.have.length(0);
    one.close();
    const off = await setup({attributes: 'rows="2" showSubmitButton="false"'});
    expect(off.root.querySelectorAll('[type=submit]')).to.have.length(0);
  });

  it('takes the editor away when maxSubmissions is reached, and brings it back', async () => {
    const {root, editor, type, value} = await setup({
      attributes: 'maxSubmissions="1"',
    });
    await type('one');
    await sendKeys({press: 'Enter'});
    expect(root.querySelectorAll('[name="answer"]')).to.have.length(0);
    expect(root.contains(document.activeElement)).to.equal(true);
    await clickOn(root.querySelector('[aria-label^="Delete"]')!);
    expect(value()).to.equal(undefined);
    expect(document.activeElement === editor()).to.equal(true);
  });

  it('begins with the text that the config proposes', async () => {
    const {editor, value} = await setup({
      attributes: 'value="$draft"',
      isNew: true,
    });
    expect(editor().value).to.equal('this is a test');
    expect(value()).to.equal(undefined);
  });

  it('keeps what is typed through a change of display', async () => {
    const {session, find, type} = await setup();
    const first = session.scope!.annotationId;
    await type('half');
    session.createAnnotation();
    expect(find<Editor>('[name="answer"]').value).to.equal('');
    session.selectAnnotation(first);
    expect(find<Editor>('[name="answer"]').value).to.equal('half');
  });

  it('submits what is typed when the annotation is saved', async () => {
    const {session, type, value} = await setup();
    await type('half');
    expect(await session.submit()).to.equal(true);
    expect(value()).to.deep.equal(['half']);
  });

  it('reads what plugins put into the editor', async () => {
    const {session, editor} = await setup();
    editor().value = 'from a plugin';
    editor().dispatchEvent(new Event('change', {bubbles: true}));
    const view = session.annotation!.names.get('answer') as unknown as {
      submitChanges(): void;
      result?: {value: {text: string[]}};
    };
    view.submitChanges();
    expect(view.result?.value.text).to.deep.equal(['from a plugin']);
    expect(editor().value).to.equal('');
  });

  it('refuses a text twice with skipDuplicates, and keeps it typed', async () => {
    const {type, value, modals, editor} = await setup({
      attributes: 'skipDuplicates="true"',
    });
    for (const text of ['one', 'ONE']) {
      await type(text);
      await sendKeys({press: 'Enter'});
    }
    expect(value()).to.deep.equal(['one']);
    expect(modals).to.have.length(1);
    editor;
  });

  it('edits a line: Enter keeps it, Escape takes it back', async () => {
    const {lines, type, value} = await setup({attributes: 'editable="true"'});
    await type('one');
    await sendKeys({press: 'Enter'});
    await clickOn(lines()[0]!.querySelector('[aria-label^="Edit"]')!);
    expect((document.activeElement as Editor).name).to.match(/^answer:.+/);
    await sendKeys({press: 'End'});
    await sendKeys({type: '!'});
    await sendKeys({press: 'Enter'});
    expect(value()).to.deep.equal(['one!']);
    await clickOn(lines()[0]!.querySelector('[aria-label^="Edit"]')!);
    await sendKeys({type: 'gone'});
    await sendKeys({press: 'Escape'});
    expect(value()).to.deep.equal(['one!']);
  });

  it('edits a line as one step to undo', async () => {
    const {session, lines, type, value} = await setup({
      attributes: 'editable="true"',
    });
    await type('one');
    await sendKeys({press: 'Enter'});
    await clickOn(lines()[0]!.querySelector('[aria-label^="Edit"]')!);
    await sendKeys({press: 'End'});
    await sendKeys({type: ' more'});
    expect(value()).to.deep.equal(['one more']);
    session.undo();
    expect(value()).to.deep.equal(['one']);
  });

  it('shows lines alone when it may not be changed', async () => {
    const {session, root, lines} = await setup({
      attributes: 'editable="true"',
      result: [
        {
          id: 'a',
          from_name: 'answer',
          to_name: 'text',
          type: 'textarea',
          value: {text: ['Yes.']},
        },
      ],
    });
    const visible = () =>
      [...root.querySelectorAll('button, input')].filter((item) =>
        item.checkVisibility(),
      ).length;
    expect(visible()).to.equal(3);
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    expect(visible()).to.equal(0);
    expect(lines()).to.have.length(1);
  });

  it('shows each line under the id that plugins know it by', async () => {
    const {root, lines, session, type} = await setup({
      attributes: 'editable="true" transcription="true"',
    });
    for (const text of ['one', 'two', 'three']) {
      await type(text);
      await sendKeys({press: 'Enter'});
    }
    await clickOn(lines()[0]!.querySelector('button')!);
    const control = session.annotation!.names.get('answer') as ControlView;
    expect(control.regions?.map(({_value}) => _value)).to.deep.equal([
      'two',
      'three',
    ]);
    for (const {id, _value} of control.regions!) {
      const line = root.querySelector(`#TextAreaRegion-${id}`);
      const editor = line?.querySelector<Editor>(`[name="answer:${id}"]`);
      expect(editor?.value).to.equal(_value);
    }
  });

  it('gives no edit button with editable="false"', async () => {
    const {root, type} = await setup();
    await type('one');
    await sendKeys({press: 'Enter'});
    expect(root.querySelectorAll('[aria-label^="Edit"]')).to.have.length(0);
    expect(root.querySelectorAll('[aria-label^="Delete"]')).to.have.length(1);
  });

  it('deletes a line that is edited to nothing', async () => {
    const {lines, type, value} = await setup({attributes: 'editable="true"'});
    await type('one');
    await sendKeys({press: 'Enter'});
    await clickOn(lines()[0]!.querySelector('[aria-label^="Edit"]')!);
    await sendKeys({press: 'Control+a'});
    await sendKeys({press: 'Delete'});
    await sendKeys({press: 'Enter'});
    expect(value()).to.equal(undefined);
    expect(lines()).to.have.length(0);
  });

  it('with transcription and editable keeps every line in an editor', async () => {
    const {root, type, value} = await setup({
      attributes:
        'transcription="true" editable="true" maxSubmissions="1" rows="2"',
    });
    await type('one');
    await sendKeys({press: 'Shift+Enter'});
    const line = root.querySelector<HTMLTextAreaElement>(
      'textarea[name^="answer:"]',
    )!;
    line.focus();
    await sendKeys({press: 'End'});
    await sendKeys({type: ' two'});
    expect(value()).to.deep.equal(['one two']);
  });

  it('speaks of the selected region alone with perRegion, and loses nothing', async () => {
    const {session, root, editor, type, value, texts} = await setup({
      attributes: 'perRegion="true"',
      result: REGIONS,
    });
    expect(root.style.display).to.equal('none');
    session.actions.selectRegion('r');
    await type('about Ada');
    session.actions.selectRegion('s');
    expect(editor().value).to.equal('');
    expect(value('r')).to.deep.equal(['about Ada']);
    expect(texts()).to.deep.equal([]);
    session.actions.selectRegion('r');
    expect(texts()).to.deep.equal(['about Ada']);
  });

  it('inserts a shortcut where the caret is, by button and by hotkey', async () => {
    const {root, editor, type} = await setup({
      inside: '<Shortcut value="[noise]" alias="[n]" hotkey="ctrl+k"/>',
    });
    await type('a');
    await clickOn(root.querySelector('.lsf-shortcut')!);
    await sendKeys({press: 'Control+k'});
    expect(editor().value).to.equal('a[n][n]');
  });

  it('follows undo', async () => {
    const {session, type, texts} = await setup();
    await type('one');
    await sendKeys({press: 'Enter'});
    session.undo();
    expect(texts()).to.deep.equal([]);
    session.redo();
    expect(texts()).to.deep.equal(['one']);
  });
});
