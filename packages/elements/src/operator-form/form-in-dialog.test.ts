import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {
  LabelParameter,
  OperatorRegistry,
  RegionParameter,
  StringParameter,
} from '@ls-annotation/operators';
import type {Operator} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import '../define/operator-dialog.js';
import {connectOperators} from '../operator-dialog/connect-operators.js';

import {formContext} from './testing/form-context.js';

async function setup(overrides: Partial<Operator>) {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const registry = new OperatorRegistry();
  registry.setTarget({
    ...formContext(),
    readonlyReason: null,
    apply: () => undefined,
  });
  registry.register({
    name: 'op',
    execute: () => ({success: true, message: 'Done.'}),
    ...overrides,
  });
  const disconnect = connectOperators(page, registry);
  registry.open('op');
  const dialog = page.querySelector('ls-operator-dialog')!;
  await dialog.updateComplete;
  const form = dialog.shadowRoot!.querySelector('ls-operator-form')!;
  await form.updateComplete;
  const texts = (selector: string): readonly string[] =>
    [...form.shadowRoot!.querySelectorAll(selector)].map((one) =>
      one.textContent.trim(),
    );
  return {form, texts, registry, disconnect};
}

describe('<ls-operator-form> in a dialog', () => {
  it('offers the labels and regions on display', async () => {
    const {form, texts, disconnect} = await setup({
      parameters: [
        new LabelParameter({name: 'label'}),
        new RegionParameter({name: 'region'}),
      ],
    });
    expect(texts('[part~=choices] label')).to.deep.equal(['City', 'Amount']);
    expect(texts('option').length).to.equal(3);
    await sendKeys({press: 'Space'});
    await form.updateComplete;
    expect(form.values).to.deep.equal({label: 'City'});
    disconnect();
  });

  it('asks the operator for choices', async () => {
    const {form, texts, disconnect} = await setup({
      parameters: [
        new StringParameter({
          name: 'model',
          options: 'async',
          choiceStyle: 'radio',
        }),
      ],
      options: ({parameter, context}) => [
        parameter,
        context.annotation?.id ?? '',
      ],
    });
    await form.updateComplete;
    expect(texts('[part~=choices] label')).to.deep.equal(['model', 'a']);
    disconnect();
  });

  it('asks the operator for parameters, even if it declares none', async () => {
    const {form, texts, disconnect} = await setup({
      resolve: ({context}) => ({
        parameters: [{name: 'more', title: context.annotation?.id ?? ''}],
      }),
    });
    await until(() => !form.isResolving);
    await form.updateComplete;
    expect(texts('label')).to.deep.equal(['a *']);
    expect(form.issues.map(({path}) => path)).to.deep.equal(['/more']);
    disconnect();
  });

  it('follows what is on display, and keeps what was typed', async () => {
    const {form, texts, registry, disconnect} = await setup({
      parameters: [
        new StringParameter({name: 'note'}),
        new RegionParameter({name: 'region', required: false}),
      ],
    });
    await sendKeys({type: 'seen'});
    form.context = new OperatorRegistry().context;
    await form.updateComplete;
    expect(texts('option').length).to.equal(1);
    form.context = registry.context;
    await form.updateComplete;
    expect(texts('option').length).to.equal(3);
    expect(form.values).to.deep.equal({note: 'seen'});
    disconnect();
  });
});
