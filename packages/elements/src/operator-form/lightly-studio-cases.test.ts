import {expect, fixture, html} from '@open-wc/testing';

import {OperatorRegistry, readParameters} from '@ls-annotation/operators';
import type {
  OperatorResult,
  ParameterDefinition,
} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import '../define/operator-dialog.js';
import type {OperatorDialogElement} from '../operator-dialog/operator-dialog.js';

import {asked} from './testing/asked.js';
import {typePage} from './testing/type-page.js';

/*
 * What LightlyStudio's frontend (1.0.5) tests of its table (14), its cell (11)
 * and its overlay (3), said of ours as a person meets it. Where ours does
 * another thing, the name of the test says so. What it tests of types, helpers
 * and the input is in `packages/operators`; `docs/lightly-studio-cases.md` has
 * all of them.
 */

const TEXT = {name: 'text', param_type: 'str'};
const OPTIONAL_TEXT = {name: 'note', param_type: 'str', required: false};
const INT = {name: 'count', param_type: 'int'};
const FLOAT = {name: 'weight', param_type: 'float'};
const BOOL = {name: 'exact', param_type: 'bool'};

async function setup(
  columns: readonly ParameterDefinition[],
  rows: readonly object[] = [],
  {required = false, width = '24rem'} = {},
) {
  const read = readParameters([
    {name: 'prompts', param_type: 'table', columns, required},
  ]);
  if (!read.ok) throw new Error(read.issues[0]?.message);
  const page = await typePage(read.value, {values: {prompts: rows}, width});
  const {form, root, button, press} = page;
  const cells = (): readonly HTMLInputElement[] => [
    ...root.querySelectorAll<HTMLInputElement>('td .input, td .checkbox'),
  ];
  return {
    ...page,
    cells,
    texts: () => cells().map(({value}) => value),
    rows: () => root.querySelectorAll('tbody tr').length,
    value: () => form.values.prompts,
    invalid: () =>
      cells()
        .filter(({ariaInvalid}) => ariaInvalid === 'true')
        .map(({ariaLabel}) => ariaLabel),
    submit: async () => {
      form.submit();
      await form.updateComplete;
    },
    addRow: async () => {
      button('Add row').focus();
      await press('Enter');
    },
  };
}

describe("LightlyStudio's table", () => {
  it('says that it has no rows yet', async () => {
    const {root, rows} = await setup([TEXT]);
    expect(root.textContent).to.contain('No rows yet.');
    expect(rows()).to.equal(0);
  });

  it('does not say so when it has some', async () => {
    const {root} = await setup([TEXT], [{text: 'a'}]);
    expect(root.textContent).not.to.contain('No rows yet.');
  });

  it('has one cell a column in each row', async () => {
    const {cells} = await setup([TEXT, INT, BOOL], [{text: 'a'}, {text: 'b'}]);
    expect(cells().length).to.equal(6);
  });

  it('adds a row whose cells are blank', async () => {
    const {addRow, cells, rows} = await setup([TEXT, INT, BOOL]);
    await addRow();
    expect(rows()).to.equal(1);
    expect(cells().map(({type}) => type)).to.deep.equal([
      'text',
      'text',
      'checkbox',
    ]);
    expect(cells()[0]!.value + cells()[1]!.value).to.equal('');
    expect(cells()[2]!.checked).to.be.false;
  });

  it('adds a row with the defaults of its columns', async () => {
    const {addRow, value} = await setup([
      {...TEXT, default: 'cat'},
      {...INT, default: 3},
      {...BOOL, default: true},
    ]);
    await addRow();
    expect(value()).to.deep.equal([{text: 'cat', count: 3, exact: true}]);
  });

  it('adds a row after others, which stay', async () => {
    const {addRow, texts} = await setup([TEXT], [{text: 'a'}]);
    await addRow();
    expect(texts()).to.deep.equal(['a', '']);
  });

  it('focuses the first cell of a new row; theirs scrolls to it', async () => {
    const {addRow, cells, root} = await setup([TEXT, INT]);
    await addRow();
    expect(root.activeElement).to.equal(cells()[0]);
  });

  it('has the whole list when one cell was edited', async () => {
    const {cells, type, value} = await setup(
      [TEXT],
      [{text: 'a'}, {text: 'b'}],
    );
    cells()[1]!.select();
    await type('c');
    expect(value()).to.deep.equal([{text: 'a'}, {text: 'c'}]);
  });

  it('has the other rows when one was removed', async () => {
    const rows = [{text: 'a'}, {text: 'b'}, {text: 'c'}];
    const {button, press, value} = await setup([TEXT], rows);
    button('Remove row 2').focus();
    await press('Enter');
    expect(value()).to.deep.equal([{text: 'a'}, {text: 'c'}]);
  });

  it('shows six rows, all of them', async () => {
    const rows = Array.from({length: 6}, (_, index) => ({text: `${index}`}));
    const {texts} = await setup([TEXT], rows);
    expect(texts()).to.deep.equal(['0', '1', '2', '3', '4', '5']);
  });

  it('says what is missing at the cell, once it was left or submitted', async () => {
    const {addRow, errors, press} = await setup([TEXT, INT]);
    await addRow();
    expect(errors(), 'on sight').to.deep.equal([]);
    await press('Tab');
    expect(errors()).to.deep.equal(['This field is required.']);
  });

  it('flags only cells that are empty and required', async () => {
    const {submit, invalid} = await setup(
      [TEXT, OPTIONAL_TEXT, INT],
      [{text: '', note: '', count: 1}],
    );
    await submit();
    expect(invalid()).to.deep.equal(['text row 1']);
  });

  it('flags a cell that the server left out', async () => {
    const {submit, invalid} = await setup([TEXT, INT], [{text: 'a'}]);
    await submit();
    expect(invalid()).to.deep.equal(['count row 1']);
  });

  it('asks for a row of a required table that has none', async () => {
    const {submit, errors} = await setup([TEXT], [], {required: true});
    await submit();
    expect(errors()).to.deep.equal(['Add at least one row.']);
  });

  it('says at the cell why an optional table cannot be submitted', async () => {
    const {submit, errors, invalid} = await setup(
      [TEXT, OPTIONAL_TEXT],
      [{text: '', note: 'a'}],
    );
    await submit();
    expect(errors()).to.deep.equal(['This field is required.']);
    expect(invalid()).to.deep.equal(['text row 1']);
  });

  it('submits an empty number of an optional column as unset; theirs flags it', async () => {
    const {submit, invalid, value} = await setup(
      [{...INT, required: false}],
      [{count: ''}],
    );
    await submit();
    expect(invalid()).to.deep.equal([]);
    expect(value()).to.deep.equal([{count: null}]);
  });

  it('keeps its columns wide enough to read, and its buttons narrow', async () => {
    const columns = 'abcdef'.split('').map((name) => ({...TEXT, name}));
    const {root} = await setup(columns, [{}], {width: '30rem'});
    const widths = [...root.querySelectorAll('tbody td')].map(
      (cell) => cell.getBoundingClientRect().width,
    );
    expect(Math.min(...widths.slice(0, -1))).to.be.at.least(96);
    expect(widths.at(-1)).to.be.below(96);
    const scroll = root.querySelector('.table-scroll')!;
    expect(scroll.scrollWidth).to.be.above(scroll.clientWidth);
    expect(root.host.scrollWidth).to.be.at.most(root.host.clientWidth);
  });

  it('never flags a box that is not ticked', async () => {
    const {submit, invalid, value} = await setup([BOOL], [{exact: false}]);
    await submit();
    expect(invalid()).to.deep.equal([]);
    expect(value()).to.deep.equal([{exact: false}]);
  });
});

describe("LightlyStudio's cell", () => {
  it('is a line of text for text', async () => {
    const {texts} = await setup([TEXT], [{text: 'a'}]);
    expect(texts()).to.deep.equal(['a']);
  });

  it('is a line for whole numbers; theirs cuts 1.5 to 1, ours says so', async () => {
    const {cells, type, press, errors} = await setup([INT], [{count: 1}]);
    cells()[0]!.select();
    await type('1.5');
    await press('Tab');
    expect(cells()[0]!.value).to.equal('1.5');
    expect(errors()).to.deep.equal(['Enter a whole number.']);
  });

  it('is a line for numbers; theirs steps by 0.01, ours takes any', async () => {
    const {cells, type, value} = await setup([FLOAT], [{weight: 1}]);
    cells()[0]!.select();
    await type('0.125');
    expect(value()).to.deep.equal([{weight: 0.125}]);
  });

  it('is a line of text for a type that it does not know', async () => {
    const unknown = {name: 'x', param_type: 'mystery'};
    const {texts, cells} = await setup([unknown], [{x: 'a'}]);
    expect(texts()).to.deep.equal(['a']);
    expect(cells()[0]!.type).to.equal('text');
  });

  it('is empty for a value that is not there', async () => {
    const {texts} = await setup([TEXT], [{}]);
    expect(texts()).to.deep.equal(['']);
  });

  it('is named after column and row', async () => {
    const {cells} = await setup([TEXT, BOOL], [{text: 'a', exact: true}]);
    expect(cells().map(({ariaLabel}) => ariaLabel)).to.deep.equal([
      'text row 1',
      'exact row 1',
    ]);
  });

  it('is invalid for assistive technology when it is, and else not', async () => {
    const {cells, submit, type} = await setup([TEXT], [{text: ''}]);
    expect(cells()[0]!.ariaInvalid).to.be.null;
    await submit();
    expect(cells()[0]!.ariaInvalid).to.equal('true');
    await type('a');
    expect(cells()[0]!.ariaInvalid).to.be.null;
  });

  it('is a box for true and false', async () => {
    const {cells} = await setup([BOOL], [{exact: true}, {exact: false}]);
    expect(cells().map(({checked}) => checked)).to.deep.equal([true, false]);
  });

  it('is a box that is not ticked for a value that is not there', async () => {
    const {cells} = await setup([BOOL], [{}]);
    expect(cells()[0]!.checked).to.be.false;
  });

  it('becomes true when its box is ticked', async () => {
    const {cells, press, value} = await setup([BOOL], [{exact: false}]);
    cells()[0]!.focus();
    await press('Space');
    expect(value()).to.deep.equal([{exact: true}]);
  });

  it('has text as text and numbers as numbers', async () => {
    const {cells, type, press, value} = await setup([TEXT, INT], [{}]);
    cells()[0]!.focus();
    await type('7');
    await press('Tab');
    await type('7');
    expect(value()).to.deep.equal([{text: '7', count: 7}]);
  });
});

describe("LightlyStudio's overlay, which is a progress bar of ours", () => {
  async function running() {
    const {ask, answer, questions} = asked<null, OperatorResult>();
    const registry = new OperatorRegistry();
    registry.register({name: 'op', execute: () => ask(null)});
    const dialog = await fixture<OperatorDialogElement>(
      html`<ls-operator-dialog
        .operator=${registry.find('op')}
        .registry=${registry}
      ></ls-operator-dialog>`,
    );
    const root = dialog.shadowRoot!;
    return {
      answer,
      questions,
      registry,
      progress: () => root.querySelector('[part~=progress]'),
      run: () => root.querySelector<HTMLElement>('[part~=run]')!.click(),
      drawn: () => dialog.updateComplete,
    };
  }

  it('is hidden by default', async () => {
    const {progress} = await running();
    expect(progress()).to.be.null;
  });

  it('is there while the operator runs', async () => {
    const {progress, run, drawn, registry} = await running();
    run();
    await drawn();
    expect(progress()).not.to.be.null;
    registry.abortAll();
  });

  it('is gone when it is over', async () => {
    const {progress, run, drawn, answer, questions, registry} = await running();
    const over = new Promise<void>((resolve) => {
      registry.runs$.subscribe((one) => void one.done.then(() => resolve()));
    });
    run();
    await drawn();
    await until(() => questions.length === 1);
    await answer(0, {success: true, message: 'Done.'});
    await over;
    await drawn();
    await drawn();
    expect(progress()).to.be.null;
  });
});
