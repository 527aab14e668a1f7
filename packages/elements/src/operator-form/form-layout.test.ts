import {expect, fixture, html} from '@open-wc/testing';

import {
  BoolParameter,
  IntParameter,
  StringParameter,
} from '@ls-annotation/operators';

import '../define/operator-form.js';
import type {OperatorFormElement} from './operator-form.js';

const PARAMETERS = [
  new StringParameter({name: 'first', description: 'A line of text.'}),
  new StringParameter({name: 'second'}),
  new StringParameter({name: 'third', help: 'More about it.'}),
  new IntParameter({name: 'fourth', description: 'A number.'}),
  new StringParameter({name: 'fifth'}),
  new BoolParameter({name: 'sixth'}),
];

async function setup(inlineSize: string) {
  const page = await fixture<HTMLElement>(
    html`<div style=${`inline-size: ${inlineSize}`}>
      <ls-operator-form .parameters=${PARAMETERS}></ls-operator-form>
    </div>`,
  );
  const form = page.querySelector<OperatorFormElement>('ls-operator-form')!;
  await form.updateComplete;
  const inputs = [...form.shadowRoot!.querySelectorAll('input')];
  const boxes = () => inputs.map((input) => input.getBoundingClientRect());
  const errors = () =>
    [...form.shadowRoot!.querySelectorAll('.error')].map((error) =>
      error.getBoundingClientRect(),
    );
  return {form, boxes, errors};
}

describe('the fields of a wide form', () => {
  it('stand at one height, whatever is said about them', async () => {
    const {boxes} = await setup('60rem');
    const [first, second, third, fourth] = boxes();
    expect(first!.top).to.equal(second!.top);
    expect(third!.top).to.equal(fourth!.top);
    expect(first!.left).to.be.below(second!.left);
    expect(third!.top).to.be.above(second!.bottom);
  });

  it('have their errors at one height', async () => {
    const {form, boxes, errors} = await setup('60rem');
    form.validate();
    await form.updateComplete;
    const [first, second, third, fourth] = errors();
    expect(first!.top).to.equal(second!.top);
    expect(third!.top).to.equal(fourth!.top);
    expect(boxes()[2]!.top).to.equal(boxes()[3]!.top);
  });

  it('have checkboxes beside the input that they are beside', async () => {
    const {boxes} = await setup('60rem');
    const [fifth, sixth] = boxes().slice(4);
    expect(sixth!.top).to.be.at.least(fifth!.top);
    expect(sixth!.bottom).to.be.at.most(fifth!.bottom);
  });

  it('take no room for what is said of none of them', async () => {
    const {boxes} = await setup('60rem');
    const [, , third, , fifth] = boxes();
    const narrow = (await setup('30rem')).boxes();
    const stacked = narrow[4]!.top - narrow[3]!.bottom;
    // Below the third stands its help, a line of text.
    expect(fifth!.top - third!.bottom).to.be.below(stacked + 28);
  });
});

describe('the fields of a narrow form', () => {
  it('stand below each other', async () => {
    const {boxes} = await setup('30rem');
    const tops = boxes().map(({top}) => Math.round(top));
    expect(tops).to.deep.equal([...new Set(tops)].sort((a, b) => a - b));
    expect(
      new Set(
        boxes()
          .slice(0, 5)
          .map(({left}) => left),
      ).size,
    ).to.equal(1);
  });
});
