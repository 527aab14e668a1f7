import {expect} from '@open-wc/testing';

import {
  IntParameter,
  ListParameter,
  ObjectParameter,
  StringParameter,
} from '@ls-annotation/operators';
import type {ListParameterOptions} from '@ls-annotation/operators';

import {typePage} from '../testing/type-page.js';

async function setup(
  value: readonly unknown[] | null = ['a', 'b', 'c'],
  options: Partial<ListParameterOptions> = {},
) {
  const item = new StringParameter({name: 'item', maxLength: 5});
  const page = await typePage(
    [new ListParameter({name: 'words', item, ...options})],
    {values: {words: value}},
  );
  const {form, root} = page;
  return {
    ...page,
    words: () => form.values.words,
    focused: () => {
      const active = root.activeElement;
      return active?.ariaLabel ?? active?.textContent.trim();
    },
    status: () => root.querySelector('p.visually-hidden')!.textContent,
  };
}

describe('a list in <ls-operator-form>', () => {
  it('adds entries by keyboard, each ready to be typed into', async () => {
    const {form, press, type, words, focused, button} = await setup(null);
    form.focus();
    expect(focused()).to.equal('Add entry');
    await press('Enter');
    expect(focused()).to.equal('words 1');
    await type('one');
    button('Add entry').focus();
    await press('Space');
    await type('two');
    expect(words()).to.deep.equal(['one', 'two']);
    await expect(form).to.be.accessible();
  });

  it('does not count an entry as left because it was moved', async () => {
    const {form, root, press, type, errors} = await setup(['a', 'b']);
    form.focus();
    await type('too long');
    await press('Alt+ArrowDown');
    expect(root.activeElement).to.equal(root.querySelectorAll('input')[1]);
    expect(errors(), 'while it is edited').to.deep.equal([]);
    await press('Tab');
    await form.updateComplete;
    expect(errors()).to.have.length(1);
  });

  it('removes an entry, says so, and keeps the focus in the list', async () => {
    const {button, press, words, focused, status} = await setup();
    button('Remove entry 2').focus();
    await press('Enter');
    expect(words()).to.deep.equal(['a', 'c']);
    expect(status()).to.equal('Entry 2 removed.');
    expect(focused()).to.equal('Remove entry 2');
    await press('Enter');
    expect(focused()).to.equal('Remove entry 1');
    await press('Enter');
    expect(words()).to.be.undefined;
    expect(focused()).to.equal('Add entry');
  });

  it('moves an entry with its buttons, and the focus with it', async () => {
    const {button, press, words, focused, status} = await setup();
    button('Move entry 3 up').focus();
    await press('Enter');
    expect(words()).to.deep.equal(['a', 'c', 'b']);
    expect(status()).to.equal('Entry moved to place 2.');
    expect(focused()).to.equal('Move entry 2 up');
    await press('Enter');
    await press('Enter');
    expect(words()).to.deep.equal(['c', 'a', 'b']);
  });

  it('moves an entry with Alt and an arrow, while it is typed into', async () => {
    const {form, press, type, words, focused} = await setup();
    form.focus();
    await press('Alt+ArrowDown');
    expect(words()).to.deep.equal(['b', 'a', 'c']);
    expect(focused()).to.equal('words 2');
    await press('End');
    await type('!');
    expect(words()).to.deep.equal(['b', 'a!', 'c']);
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    expect(words()).to.deep.equal(['a!', 'b', 'c']);
  });

  it('shows the error of an entry at the entry, wherever it moves', async () => {
    const {form, root, press, type, errors} = await setup(['', 'b']);
    form.focus();
    await type('too long');
    await press('Tab');
    expect(errors()).to.deep.equal(['Enter at most 5 characters.']);
    await expect(form).to.be.accessible();
    form.focus();
    await press('Alt+ArrowDown');
    const [, second] = root.querySelectorAll('li');
    expect(second!.textContent).to.contain('Enter at most 5 characters.');
    expect(second!.querySelector('[aria-invalid]')).not.to.be.null;
  });

  it('says how many entries there may be, and adds no more', async () => {
    const {root, button, press, words} = await setup(['a'], {
      minItems: 1,
      maxItems: 2,
    });
    button('Add entry').focus();
    await press('Enter');
    expect(root.querySelectorAll('li').length).to.equal(2);
    expect(button('Add entry').ariaDisabled).to.equal('true');
    button('Add entry').focus();
    await press('Enter');
    expect(root.querySelectorAll('li').length).to.equal(2);
    expect(words(), 'while one is empty').to.be.undefined;
  });

  it('adds entries that have fields of their own', async () => {
    const {form, press, type, words, root} = await setup(null, {
      item: new ObjectParameter({
        name: 'item',
        properties: [
          new StringParameter({name: 'word'}),
          new IntParameter({name: 'count', required: false}),
        ],
      }),
    });
    form.focus();
    await press('Enter');
    await type('x');
    await press('Tab');
    await type('2');
    expect(words()).to.deep.equal([{word: 'x', count: 2}]);
    expect(root.querySelector('legend')!.textContent).to.contain('words');
    await expect(form).to.be.accessible();
  });
});
