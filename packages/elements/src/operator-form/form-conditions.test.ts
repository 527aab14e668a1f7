import {expect} from '@open-wc/testing';

import {
  BoolParameter,
  IntParameter,
  ObjectParameter,
  StringParameter,
  TableParameter,
} from '@ls-annotation/operators';

import {typePage} from './testing/type-page.js';

const MODE = new StringParameter({name: 'mode', choices: ['fast', 'exact']});
const STEPS = new IntParameter({
  name: 'steps',
  visibleWhen: {parameter: 'mode', equals: 'exact'},
});

describe('<ls-operator-form> with conditions', () => {
  it('shows a field as soon as its condition holds', async () => {
    const {form, root, press} = await typePage([MODE, STEPS]);
    const labels = (): readonly string[] =>
      [...root.querySelectorAll('label')].map((one) => one.textContent.trim());
    form.focus();
    await press('End');
    expect(labels()).to.deep.equal(['mode *', 'steps *']);
    await expect(form).to.be.accessible();
    await press('ArrowUp');
    expect(labels()).to.deep.equal(['mode *']);
    await expect(form).to.be.accessible();
  });

  it('neither wants nor submits what is not shown, and keeps it', async () => {
    const {form, root, press, type} = await typePage([MODE, STEPS]);
    form.focus();
    await press('End');
    await press('Tab');
    await type('12');
    expect(form.values).to.deep.equal({mode: 'exact', steps: 12});
    await press('Shift+Tab');
    await press('ArrowUp');
    expect(form.values).to.deep.equal({mode: 'fast'});
    expect(form.validate()).to.be.true;
    await press('End');
    expect(form.values).to.deep.equal({mode: 'exact', steps: 12});
    expect(root.querySelector('input')!.value).to.equal('12');
  });

  it('greys what does not count, and lets the focus pass it', async () => {
    const {form, root, press} = await typePage([
      new BoolParameter({name: 'limit'}),
      new IntParameter({
        name: 'most',
        default: 5,
        enabledWhen: {parameter: 'limit', equals: true},
      }),
      new StringParameter({name: 'last', required: false}),
    ]);
    const [, most, last] = root.querySelectorAll('input');
    form.focus();
    expect(most!.disabled).to.be.true;
    expect(form.values).to.deep.equal({limit: false});
    await expect(form).to.be.accessible();
    await press('Tab');
    expect(root.activeElement).to.equal(last);
    await press('Shift+Tab');
    await press('Space');
    expect(most!.disabled).to.be.false;
    expect(form.values).to.deep.equal({limit: true, most: 5});
  });

  it('follows conditions in objects, from inside and from outside', async () => {
    const {form, root, press} = await typePage([
      new BoolParameter({name: 'all'}),
      new ObjectParameter({
        name: 'box',
        properties: [
          new BoolParameter({name: 'round'}),
          new IntParameter({
            name: 'radius',
            visibleWhen: {parameter: 'round', equals: true},
          }),
          new IntParameter({
            name: 'side',
            visibleWhen: {parameter: '/all', equals: true},
          }),
        ],
      }),
    ]);
    const shown = (): number => root.querySelectorAll('.input').length;
    expect(shown()).to.equal(0);
    form.focus();
    await press('Space');
    expect(shown()).to.equal(1);
    await press('Tab');
    await press('Space');
    expect(shown()).to.equal(2);
    expect(form.issues.map(({path}) => path)).to.deep.equal([
      '/box/radius',
      '/box/side',
    ]);
    await expect(form).to.be.accessible();
  });

  it('follows conditions in each row of a table', async () => {
    const {form, root, press} = await typePage(
      [
        new TableParameter({
          name: 'rules',
          columns: [
            new BoolParameter({name: 'limit'}),
            new IntParameter({
              name: 'most',
              enabledWhen: {parameter: 'limit', equals: true},
            }),
          ],
        }),
      ],
      {values: {rules: [{limit: true, most: 1}, {limit: false}]}},
    );
    const disabled = (): readonly boolean[] =>
      [...root.querySelectorAll<HTMLInputElement>('.input')].map(
        (one) => one.disabled,
      );
    expect(disabled()).to.deep.equal([false, true]);
    form.focus();
    await press('Space');
    expect(disabled()).to.deep.equal([true, true]);
    expect(form.validate()).to.be.true;
  });

  it('moves nothing when a hidden field had an error', async () => {
    const {form, root, press} = await typePage([MODE, STEPS]);
    form.focus();
    await press('End');
    form.validate();
    await form.updateComplete;
    expect(root.querySelectorAll('.error').length).to.equal(1);
    form.focus();
    await press('ArrowUp');
    expect(root.querySelectorAll('.error').length).to.equal(0);
    expect(root.querySelector('[part=summary]')).to.be.null;
  });
});
