import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {countListeners} from '../testing/count-listeners.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const FOOD = `
  <Choice value="One"/>
  <Choice value="Two" alias="two" hint="The second"/>
  <Choice value="Three">
    <Choice value="Sub"/><Choice value="With"/>
    <Choice value="Tuna"><Choice value="Raw"/></Choice>
  </Choice>`;
const REGION = {
  id: 'r',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 0, end: 3, text: 'Ada', labels: ['PER']},
};

async function setup({
  attributes = '',
  choices = FOOD,
  data = {},
  annotations = [{id: 1, result: [] as unknown[]}] as unknown[],
} = {}) {
  const surface = await renderSurface(
    `<View>
      <Labels name="label" toName="text"><Label value="PER"/></Labels>
      <Text name="text" value="$text"/>
      <Header value="What is it?"/>
      <Taxonomy name="tax" toName="text" ${attributes}>${choices}</Taxonomy>
    </View>`,
    {task: {id: 1, data: {text: 'Ada met Bob.', ...data}, annotations}},
  );
  const root = surface.find('.lsf-taxonomy');
  const button = root.querySelector<HTMLElement>('[role=combobox]')!;
  const panel = surface.find('.lsf-taxonomy__panel');
  const tree = root.querySelector<HTMLElement>('[role=tree]')!;
  const isOpen = () => panel.matches('.lsf-popup_placed:popover-open');
  const open = async () => {
    await clickOn(button);
    await until(isOpen);
  };
  const rows = () =>
    [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].map(
      (row) => row.textContent,
    );
  const row = (text: string) =>
    [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].find(
      (item) => item.textContent === text,
    )!;
  const expand = (text: string) =>
    clickOn(row(text).querySelector('.lsf-taxonomy__toggle')!);
  const active = () =>
    document.getElementById(tree.getAttribute('aria-activedescendant')!)!;
  const chips = () =>
    [...root.querySelectorAll('li')].map((chip) => chip.textContent);
  const value = () =>
    surface.results().find(({from_name}) => from_name === 'tax')?.value
      ?.taxonomy;
  return {
    ...surface,
    root,
    button,
    panel,
    tree,
    isOpen,
    open,
    rows,
    row,
    expand,
    active,
    chips,
    value,
  };
}

describe('Taxonomy', () => {
  afterEach(closeSurfaces);

  it('is accessible, closed and open', async () => {
    const {root, open, row, expand} = await setup({
      attributes: 'required="true"',
    });
    await expect(root).to.be.accessible();
    await open();
    await expand('Three');
    await clickOn(row('Sub'));
    await expect(root).to.be.accessible();
  });

  it('takes its name from the heading before it', async () => {
    const {button, tree} = await setup();
    expect(button.ariaLabel).to.equal('What is it?');
    expect(tree.ariaLabel).to.equal('What is it?');
  });

  it('stores paths, aliases in the place of values', async () => {
    const {open, rows, row, expand, value, chips} = await setup();
    await open();
    expect(rows()).to.deep.equal(['One', 'Two', 'Three']);
    await clickOn(row('Two'));
    expect(value()).to.deep.equal([['two']]);
    await expand('Three');
    expect(rows()).to.deep.equal([
      'One',
      'Two',
      'Three',
      'Sub',
      'With',
      'Tuna',
    ]);
    await clickOn(row('Sub'));
    expect(value()).to.deep.equal([['two'], ['Three', 'Sub']]);
    expect(row('Sub').ariaChecked).to.equal('true');
    expect(row('Three').ariaChecked).to.equal('mixed');
    expect(chips()).to.deep.equal(['Two', 'Sub']);
    await clickOn(row('Two'));
    expect(value()).to.deep.equal([['Three', 'Sub']]);
  });

  it('has every choice stand for itself, a parent too', async () => {
    const {open, row, value} = await setup();
    await open();
    await clickOn(row('Three'));
    expect(value()).to.deep.equal([['Three']]);
  });

  it('says its place in the tree', async () => {
    const {open, row, expand} = await setup();
    await open();
    await expand('Three');
    const {ariaLevel, ariaPosInSet, ariaSetSize} = row('With');
    expect([ariaLevel, ariaPosInSet, ariaSetSize]).to.deep.equal([
      '2',
      '2',
      '3',
    ]);
    expect(row('Three').ariaExpanded).to.equal('true');
    expect(row('One').ariaExpanded).to.equal(null);
    expect(row('Two').title).to.equal('The second');
  });

  it('is used with the keyboard alone', async () => {
    const {button, isOpen, active, row, rows, value} = await setup();
    button.focus();
    await sendKeys({press: 'ArrowDown'});
    await until(isOpen);
    await sendKeys({press: 'ArrowDown'});
    expect(active().textContent).to.equal('One');
    await sendKeys({press: 'End'});
    await sendKeys({press: 'ArrowRight'});
    expect(row('Three').ariaExpanded).to.equal('true');
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Space'});
    expect(value()).to.deep.equal([['Three', 'Sub']]);
    await sendKeys({press: 'ArrowLeft'});
    await sendKeys({press: 'ArrowLeft'});
    expect(rows()).to.deep.equal(['One', 'Two', 'Three']);
    await sendKeys({press: 'Escape'});
    await until(() => !isOpen());
    expect(document.activeElement).to.equal(button);
  });

  it('goes to a line by its first letters, and fires no hotkey', async () => {
    const {open, active, tree, session, value} = await setup();
    await open();
    tree.focus();
    await sendKeys({press: 't'});
    expect(active().textContent).to.equal('Two');
    await sendKeys({press: 't'});
    expect(active().textContent).to.equal('Three');
    await sendKeys({press: '1'});
    expect(session.annotation!.state.session.activeLabels).to.deep.equal({});
    expect(value()).to.equal(undefined);
  });

  it('keeps Escape from letting go of the region', async () => {
    const {session, open, tree, isOpen, state} = await setup({
      annotations: [{id: 1, result: [REGION]}],
    });
    session.actions.selectRegion('r');
    await open();
    tree.focus();
    await sendKeys({press: 'Escape'});
    await until(() => !isOpen());
    expect(state().selection).to.deep.equal(['r']);
  });

  it('finds what is typed at any depth, with what is around it', async () => {
    const {open, rows, row, value, tree} = await setup();
    await open();
    await sendKeys({type: 'RAW'});
    expect(rows()).to.deep.equal(['Three', 'Tuna', 'Raw']);
    await sendKeys({press: 'Enter'});
    expect(document.activeElement).to.equal(tree);
    await clickOn(row('Raw'));
    expect(value()).to.deep.equal([['Three', 'Tuna', 'Raw']]);
  });

  it('says when nothing is found', async () => {
    const {open, panel, root} = await setup();
    await open();
    await sendKeys({type: 'zzz'});
    expect(panel.textContent).to.contain('Nothing found.');
    await expect(root).to.be.accessible();
  });

  it('takes a choice back with its chip, by mouse and by keyboard', async () => {
    const {root, button, chips, value} = await setup({
      annotations: [
        {
          id: 1,
          result: [
            {
              id: 'a',
              from_name: 'tax',
              to_name: 'text',
              type: 'taxonomy',
              value: {taxonomy: [['One'], ['two'], ['Three', 'Sub']]},
            },
          ],
        },
      ],
    });
    expect(chips()).to.deep.equal(['One', 'Two', 'Sub']);
    await clickOn(root.querySelector('[aria-label="Remove “One”"]')!);
    expect(value()).to.deep.equal([['two'], ['Three', 'Sub']]);
    expect(document.activeElement?.ariaLabel).to.equal('Remove “Two”');
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    expect(value()).to.equal(undefined);
    expect(document.activeElement).to.equal(button);
  });

  it('with leafsOnly opens what has choices inside', async () => {
    const {open, row, rows, value} = await setup({
      attributes: 'leafsOnly="true"',
    });
    await open();
    await clickOn(row('Three'));
    expect(value()).to.equal(undefined);
    expect(rows()).to.contain('Sub');
    expect(row('Three').ariaChecked).to.equal(null);
    await clickOn(row('With'));
    expect(value()).to.deep.equal([['Three', 'With']]);
  });

  it('with showFullPath says the whole path', async () => {
    const {open, row, expand, chips} = await setup({
      attributes: 'showFullPath="true" pathSeparator=" → "',
    });
    await open();
    await expand('Three');
    await clickOn(row('Sub'));
    expect(chips()).to.deep.equal(['Three → Sub']);
  });

  it('with maxUsages lets no more be chosen, and some be let go of', async () => {
    const {open, row, value, panel, button} = await setup({
      attributes: 'maxUsages="1"',
    });
    await open();
    await clickOn(row('One'));
    await clickOn(row('Two'));
    expect(value()).to.deep.equal([['One']]);
    expect(row('Two').ariaDisabled).to.equal('true');
    expect(panel.textContent).to.contain('No more than 1');
    expect(button.textContent).to.equal('1 of 1 chosen');
    await clickOn(row('One'));
    expect(value()).to.equal(undefined);
  });

  it('takes choices from the task', async () => {
    const {open, rows, expand, row, value} = await setup({
      attributes: 'value="$options"',
      choices: '',
      data: {
        options: [
          {value: 'Animal', children: [{value: 'Cat', alias: 'cat'}]},
          'Plant',
        ],
      },
    });
    await open();
    expect(rows()).to.deep.equal(['Animal', 'Plant']);
    await expand('Animal');
    await clickOn(row('Cat'));
    expect(value()).to.deep.equal([['Animal', 'cat']]);
  });

  it('shows its placeholder and keeps to its width', async () => {
    const {button, open, panel} = await setup({
      attributes: 'placeholder="Pick" minWidth="300" maxWidth="320"',
    });
    expect(button.textContent).to.equal('Pick');
    await open();
    expect(panel.getBoundingClientRect().width).to.equal(320);
  });

  it('begins with what the config selects', async () => {
    const {chips, value} = await setup({
      choices: '<Choice value="A" selected="true"/><Choice value="B"/>',
      annotations: [],
    });
    expect(chips()).to.deep.equal(['A']);
    expect(value()).to.deep.equal([['A']]);
  });

  it('shows a path that it does not know, and lets it go', async () => {
    const result = {
      id: 'a',
      from_name: 'tax',
      to_name: 'text',
      type: 'taxonomy',
      value: {taxonomy: [['Old', 'Gone']]},
    };
    const {chips, results, root, value} = await setup({
      annotations: [{id: 1, result: [result]}],
    });
    expect(results()).to.deep.equal([result]);
    expect(chips()).to.deep.equal(['Gone']);
    await clickOn(root.querySelector('li button')!);
    expect(value()).to.equal(undefined);
  });

  it('shows what plugins and undo make of it', async () => {
    const {session, open, row, chips} = await setup();
    await open();
    await clickOn(row('One'));
    session.annotation!.deserializeResults([
      {
        from_name: 'tax',
        to_name: 'text',
        type: 'taxonomy',
        value: {taxonomy: [['Three', 'Sub']]},
      },
    ]);
    expect(chips()).to.deep.equal(['Sub']);
    expect(row('Three').ariaChecked).to.equal('mixed');
    session.undo();
    session.undo();
    expect(chips()).to.deep.equal([]);
  });

  it('speaks of the selected region alone with perRegion', async () => {
    const {session, root, open, row, chips, results} = await setup({
      attributes: 'perRegion="true"',
      annotations: [{id: 1, result: [REGION, {...REGION, id: 's'}]}],
    });
    expect(root.style.display).to.equal('none');
    session.actions.selectRegion('r');
    await open();
    await clickOn(row('One'));
    expect(results().find(({type}) => type === 'taxonomy')).to.deep.include({
      id: 'r',
      value: {start: 0, end: 3, text: 'Ada', taxonomy: [['One']]},
    });
    session.actions.selectRegion('s');
    expect(chips()).to.deep.equal([]);
    session.actions.unselectAll();
    expect(root.style.display).to.equal('none');
  });

  it('says what is wrong after a refused save, until it is mended', async () => {
    const {session, root, button, open, row} = await setup({
      attributes: 'required="true"',
    });
    expect(await session.submit()).to.equal(false);
    expect(root.querySelector('.lsf-problem')?.textContent).to.equal(
      'Taxonomy "tax" is required.',
    );
    expect(button.ariaInvalid).to.equal('true');
    await expect(root).to.be.accessible();
    await open();
    await clickOn(row('One'));
    expect(root.querySelectorAll('.lsf-problem')).to.have.length(0);
  });

  it('cannot be changed in a prediction', async () => {
    const {session, root, open, row, button} = await setup();
    await open();
    await clickOn(row('One'));
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    expect(root.querySelectorAll('li button')).to.have.length(0);
    expect(button).to.have.property('disabled', true);
  });

  it('has few elements for many choices, and reaches the last one', async () => {
    const options = Array.from({length: 200}, (_, group) => ({
      value: `Group ${group}`,
      children: Array.from({length: 50}, (_, at) => `Choice ${group}.${at}`),
    }));
    const {open, tree, active, value, rows} = await setup({
      attributes: 'value="$options"',
      choices: '',
      data: {options},
    });
    await open();
    expect(rows().length).to.be.lessThan(60);
    tree.focus();
    await sendKeys({press: 'End'});
    expect(active().textContent).to.equal('Group 199');
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'End'});
    await sendKeys({press: 'Enter'});
    expect(value()).to.deep.equal([['Group 199', 'Choice 199.49']]);
    expect(rows().length).to.be.lessThan(60);
  });

  describe('with apiUrl', () => {
    it('loads level by level, at the signed address', async () => {
      const asked: string[] = [];
      const restore = fakeFetch((url) => {
        asked.push(url.search);
        return url.searchParams.has('path')
          ? {items: [{value: 'Cat', alias: 'cat', isLeaf: true}]}
          : {items: [{value: 'Animal'}, {value: 'Rock', isLeaf: true}]};
      });
      const {open, rows, row, expand, value} = await setup({
        attributes: 'apiUrl="https://example.test/tax"',
        choices: '',
      });
      await open();
      await until(() => rows().length === 2);
      await expand('Animal');
      await until(() => rows().length === 3);
      await clickOn(row('Cat'));
      expect(value()).to.deep.equal([['Animal', 'cat']]);
      expect(asked).to.deep.equal(['', '?path=Animal']);
      restore();
    });

    it('says that loading failed, and tries again', async () => {
      let isDown = true;
      const restore = fakeFetch(() => (isDown ? null : ['One']));
      const {open, panel, rows, errors} = await setup({
        attributes: 'apiUrl="https://example.test/tax"',
        choices: '',
      });
      await open();
      await until(() => panel.textContent.includes('Try again'));
      expect(errors).to.deep.equal(['elements/taxonomy-load']);
      isDown = false;
      await clickOn(panel.querySelector('.lsf-button')!);
      await until(() => rows().length === 1);
      restore();
    });
  });

  it('leaves no listener on the document or the window', async () => {
    const counts = [document, window].map(countListeners);
    const {session, open} = await setup();
    await open();
    expect(counts.map((count) => count.open())).not.to.deep.equal([0, 0]);
    session.close();
    expect(counts.map((count) => count.open())).to.deep.equal([0, 0]);
    for (const count of counts) count.restore();
  });
});

/** Answers requests with `answer`, with a failure for `null`. */
function fakeFetch(answer: (url: URL) => unknown): () => void {
  const real = window.fetch;
  window.fetch = (input) => {
    const json = answer(new URL(input instanceof Request ? input.url : input));
    return Promise.resolve(
      new Response(JSON.stringify(json), {status: json === null ? 503 : 200}),
    );
  };
  return () => {
    window.fetch = real;
  };
}
