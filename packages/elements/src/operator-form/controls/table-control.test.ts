import {expect} from '@open-wc/testing';

import {
  BoolParameter,
  IntParameter,
  StringParameter,
  TableParameter,
} from '@ls-annotation/operators';

import {typePage} from '../testing/type-page.js';

const TABLE = new TableParameter({
  name: 'rules',
  columns: [
    new StringParameter({name: 'word'}),
    new StringParameter({
      name: 'kind',
      choices: [{value: 'c', title: 'City'}, 'Amount'],
    }),
    new IntParameter({name: 'count', required: false}),
    new BoolParameter({name: 'exact'}),
  ],
});

async function setup(rows: readonly object[]) {
  const page = await typePage([TABLE], {values: {rules: rows}});
  const {form, root} = page;
  return {
    ...page,
    rules: () => form.values.rules,
    cell: (name: string) =>
      [...root.querySelectorAll<HTMLElement>('td [aria-label]')].find(
        (one) => one.ariaLabel === name,
      )!,
    /** As the browser does when a person pastes what a spreadsheet copied. */
    paste: async (text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      root.activeElement!.dispatchEvent(event);
      await form.updateComplete;
      return event.defaultPrevented;
    },
  };
}

const ROW = {word: 'a', kind: 'c', count: 1, exact: false};

describe('a table in <ls-operator-form>', () => {
  it('takes cells of a spreadsheet from the focused cell on', async () => {
    const {form, root, paste, rules, button, press} = await setup([]);
    button('Add row').focus();
    await press('Enter');
    const isTaken = await paste('x\tCity\t1\ttrue\r\ny\tAmount\t\tfalse\r\n');
    expect(isTaken).to.be.true;
    expect(rules()).to.deep.equal([
      {word: 'x', kind: 'c', count: 1, exact: true},
      {word: 'y', kind: 'Amount', count: null, exact: false},
    ]);
    expect(root.querySelector('p.visually-hidden')!.textContent).to.equal(
      '2 rows pasted.',
    );
    await expect(form).to.be.accessible();
  });

  it('leaves cells alone that were not pasted over', async () => {
    const {paste, rules, cell} = await setup([ROW, ROW]);
    cell('count row 2').focus();
    await paste('7\n8\n');
    expect(rules(), 'until the new row is filled').to.be.undefined;
    const values = ['1', '7', '8'];
    for (const [index, value] of values.entries()) {
      const input = cell(`count row ${String(index + 1)}`) as HTMLInputElement;
      expect(input.value).to.equal(value);
    }
    expect((cell('word row 2') as HTMLInputElement).value).to.equal('a');
    expect((cell('word row 3') as HTMLInputElement).value).to.equal('');
  });

  it('keeps what does not fit as it was pasted, and says so', async () => {
    const {form, paste, cell, errors} = await setup([ROW]);
    cell('word row 1').focus();
    await paste('x\tRiver\tmany');
    expect((cell('count row 1') as HTMLInputElement).value).to.equal('many');
    expect(form.validate()).to.be.false;
    await form.updateComplete;
    expect(errors().length).to.equal(2);
    await expect(form).to.be.accessible();
  });

  it('drops columns that the table has not', async () => {
    const {paste, rules, cell} = await setup([ROW]);
    cell('exact row 1').focus();
    await paste('true\tbeyond\tthe\ttable');
    expect(rules()).to.deep.equal([{...ROW, exact: true}]);
  });

  it('leaves a paste of one word to the cell', async () => {
    const {paste, rules, cell} = await setup([ROW]);
    cell('word row 1').focus();
    expect(await paste('word')).to.be.false;
    expect(rules()).to.deep.equal([ROW]);
  });

  it('pastes nothing when it is read-only', async () => {
    const {form, paste, rules, cell} = await setup([ROW]);
    form.isReadOnly = true;
    await form.updateComplete;
    cell('word row 1').focus();
    await paste('x\ty');
    expect(rules()).to.deep.equal([ROW]);
  });

  it('is walked through by keyboard, column by column', async () => {
    const {root, cell, press} = await setup([ROW, ROW]);
    cell('count row 1').focus();
    await press('ArrowDown');
    expect(root.activeElement).to.equal(cell('count row 2'));
    await press('Tab');
    expect(root.activeElement).to.equal(cell('exact row 2'));
    await press('ArrowUp');
    expect(root.activeElement).to.equal(cell('exact row 1'));
  });

  it('leaves arrows to a list of choices', async () => {
    const {root, cell, press, rules} = await setup([ROW, ROW]);
    cell('kind row 1').focus();
    await press('ArrowDown');
    expect(root.activeElement).to.equal(cell('kind row 1'));
    expect(rules()).to.deep.equal([{...ROW, kind: 'Amount'}, ROW]);
  });
});
