import {expect} from '@open-wc/testing';

import {FileParameter} from '@ls-annotation/operators';
import type {FileParameterOptions} from '@ls-annotation/operators';

import {typePage} from '../testing/type-page.js';

const CSV = new File(['a,b'], 'a.csv', {type: 'text/csv'});
const BIG = new File(['a,b,c,d'], 'big.csv', {type: 'text/csv'});
const PICTURE = new File(['x'], 'x.png', {type: 'image/png'});

async function setup(options: Partial<FileParameterOptions> = {}) {
  const page = await typePage([
    new FileParameter({
      name: 'table',
      accept: ['.csv'],
      maxSize: 5,
      ...options,
    }),
  ]);
  const {form, root} = page;
  const zone = root.querySelector('[part=drop]')!;
  /** As the browser does when a person drags files over the page. */
  const drag = async (
    type: 'dragover' | 'dragleave' | 'drop' | 'paste',
    ...files: readonly File[]
  ): Promise<Event> => {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    const init = {bubbles: true, composed: true, cancelable: true};
    const event =
      type === 'paste'
        ? new ClipboardEvent(type, {...init, clipboardData: data})
        : new DragEvent(type, {...init, dataTransfer: data});
    zone.dispatchEvent(event);
    await form.updateComplete;
    return event;
  };
  const names = (): readonly string[] =>
    [...root.querySelectorAll('.file-name')].map((one) => one.textContent);
  return {...page, zone, drag, names, value: () => form.values.table};
}

describe('a file in <ls-operator-form>', () => {
  it('says what it takes, at the field', async () => {
    const {form, root} = await setup();
    const input = root.querySelector('input')!;
    expect(input.accept).to.equal('.csv');
    const limits = root.getElementById(input.getAttribute('aria-describedby')!);
    expect(limits!.textContent.trim()).to.equal('.csv · at most 5 bytes');
    await expect(form).to.be.accessible();
  });

  it('is dropped on its field, which says that it may be', async () => {
    const {form, root, zone, drag, names, value} = await setup();
    const over = await drag('dragover', CSV);
    expect(over.defaultPrevented, 'may be dropped').to.be.true;
    expect(zone.matches('.over')).to.be.true;
    const drop = await drag('drop', CSV);
    expect(drop.defaultPrevented, 'the page stays').to.be.true;
    expect(zone.matches('.over')).to.be.false;
    expect(names()).to.deep.equal(['a.csv']);
    expect(value()).to.have.property('name', 'a.csv');
    expect(root.querySelector('p.visually-hidden')!.textContent).to.equal(
      'a.csv chosen.',
    );
    await expect(form).to.be.accessible();
  });

  it('may be pasted', async () => {
    const {drag, names} = await setup();
    await drag('paste', CSV);
    expect(names()).to.deep.equal(['a.csv']);
  });

  it('says at once why a file does not fit, and keeps it in view', async () => {
    const {form, drag, names, value, errors} = await setup();
    await drag('drop', BIG);
    expect(names()).to.deep.equal(['big.csv']);
    expect(errors()).to.deep.equal([
      'big.csv has 7 bytes. Choose one of at most 5 bytes.',
    ]);
    expect(value()).to.be.undefined;
    await expect(form).to.be.accessible();
    await drag('drop', PICTURE);
    expect(errors()).to.deep.equal(['x.png is not of .csv.']);
    await drag('drop', CSV);
    expect(errors()).to.deep.equal([]);
  });

  it('takes one of several, unless it may take several', async () => {
    const one = await setup();
    await one.drag('drop', CSV, BIG);
    expect(one.names()).to.deep.equal(['a.csv']);
    const many = await setup({multiple: true, maxSize: 9});
    await many.drag('drop', CSV);
    await many.drag('drop', BIG);
    expect(many.names()).to.deep.equal(['a.csv', 'big.csv']);
    expect(many.value()).to.have.length(2);
  });

  it('is removed by keyboard, and the focus goes to the field', async () => {
    const {root, drag, button, press, names} = await setup();
    await drag('drop', CSV);
    button('Remove a.csv').focus();
    await press('Enter');
    expect(names()).to.deep.equal([]);
    expect(root.activeElement).to.equal(root.querySelector('input'));
  });

  it('is not taken when it cannot be changed, and the page stays', async () => {
    const {form, drag, names} = await setup();
    form.isReadOnly = true;
    await form.updateComplete;
    const drop = await drag('drop', CSV);
    expect(drop.defaultPrevented).to.be.true;
    expect(names()).to.deep.equal([]);
  });

  it('leaves alone what is dragged and no file', async () => {
    const {zone, drag} = await setup();
    const over = await drag('dragover');
    expect(over.defaultPrevented).to.be.false;
    expect(zone.matches('.over')).to.be.false;
  });
});
