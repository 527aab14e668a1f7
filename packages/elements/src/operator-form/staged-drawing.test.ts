import {expect, nextFrame} from '@open-wc/testing';

import {IntParameter, StringParameter} from '@ls-annotation/operators';

import {typePage} from './testing/type-page.js';

const COUNT = 100;

async function setup() {
  const parameters = Array.from(
    {length: COUNT},
    (_, index) =>
      new StringParameter({name: `field ${index}`, default: String(index)}),
  );
  const last = new IntParameter({name: 'last'});
  const page = await typePage([...parameters, last]);
  // Starts anew here, where no frame has passed since.
  page.form.reset();
  await page.form.updateComplete;
  const drawn = (): number => page.root.querySelectorAll('[part=field]').length;
  return {...page, drawn};
}

describe('<ls-operator-form> with very many fields', () => {
  it('draws what is in view first, then all', async () => {
    const {form, root, drawn} = await setup();
    expect(drawn()).to.equal(20);
    const [first] = root.querySelectorAll('input');
    form.focus();
    while (drawn() < COUNT + 1) await nextFrame();
    expect(root.activeElement, 'focus').to.equal(first);
    expect(first!.isConnected).to.be.true;
  });

  it('has all values and all problems from the first', async () => {
    const {form} = await setup();
    expect(Object.keys(form.values).length).to.equal(COUNT);
    expect(form.issues.map(({path}) => path)).to.deep.equal(['/last']);
  });

  it('draws the field that has a problem at once, and focuses it', async () => {
    const {form, root, drawn, errors} = await setup();
    expect(form.submit()).to.be.false;
    await form.updateComplete;
    expect(drawn()).to.equal(COUNT + 1);
    expect(errors()).to.deep.equal(['This field is required.']);
    expect(root.activeElement!.id).to.equal(
      root.querySelector('[aria-invalid]')!.id,
    );
    expect(form.getBoundingClientRect().top, 'scrolled').to.be.below(0);
  });

  it('draws no more when it has left the page, and goes on when it is back', async () => {
    const {form, drawn} = await setup();
    const before = drawn();
    const place = form.parentElement!;
    form.remove();
    await nextFrame();
    await nextFrame();
    expect(drawn()).to.equal(before);
    place.append(form);
    while (drawn() < COUNT + 1) await nextFrame();
  });
});
