import {expect, fixture, html} from '@open-wc/testing';

import '../define/operator-dialog.js';
import {TYPE_CASES} from '../operator-form/testing/type-cases.js';

import type {OperatorDialogElement} from './operator-dialog.js';

/** The open dialog of an operator that asks for every type there is. */
async function setup() {
  const parameters = TYPE_CASES.map(({make, value}, index) =>
    make({
      name: `p${String(index)}`,
      required: index % 2 === 0,
      default: value as never,
    }),
  );
  const dialog = await fixture<OperatorDialogElement>(
    html`<ls-operator-dialog
      .operator=${{name: 'op', description: '', parameters}}
    ></ls-operator-dialog>`,
  );
  const form = dialog.shadowRoot!.querySelector('ls-operator-form')!;
  await form.updateComplete;
  // A problem at the end has all fields drawn, and shows the parts of errors.
  const path = `/${parameters.at(-1)!.name}`;
  form.showIssues([{code: 'parameter/custom', path, message: 'Not now.'}]);
  await form.updateComplete;
  const parts = new Set(
    [...form.shadowRoot!.querySelectorAll('[part]')].flatMap((one) => [
      ...one.part,
    ]),
  );
  return {dialog, form, parts};
}

describe('the parts of an <ls-operator-dialog>', () => {
  it('hand on every part of its form, whatever it asks for', async () => {
    const {dialog, form, parts} = await setup();
    const exported = (form.getAttribute('exportparts') ?? '').split(', ');
    expect(parts.size).to.be.above(20);
    expect(
      [...parts].filter((part) => !exported.includes(`${part}: form__${part}`)),
    ).to.deep.equal([]);
    dialog.close();
  });

  it('are styled by the page around it', async () => {
    const {dialog, form} = await setup();
    const style = document.createElement('style');
    style.textContent =
      'ls-operator-dialog::part(form__slider) {accent-color: rgb(1, 2, 3)}';
    document.head.append(style);
    const slider = form.shadowRoot!.querySelector('[part~=slider]')!;
    expect(getComputedStyle(slider).accentColor).to.equal('rgb(1, 2, 3)');
    style.remove();
    dialog.close();
  });
});
