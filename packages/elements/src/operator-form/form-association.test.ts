import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {
  FileParameter,
  IntParameter,
  StringParameter,
} from '@ls-annotation/operators';
import type {BaseParameter, ParameterValues} from '@ls-annotation/operators';

import '../define/operator-form.js';

import {typePage} from './testing/type-page.js';

const WORDS = [
  new StringParameter({name: 'word'}),
  new IntParameter({name: 'count', required: false, min: 1}),
];

async function setup(
  parameters: readonly BaseParameter[] = WORDS,
  values: ParameterValues = {},
) {
  const outer = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset>
        <ls-operator-form
          name="settings"
          .parameters=${parameters}
          .values=${values}
        ></ls-operator-form>
      </fieldset>
      <button type="reset">Reset</button>
      <button>Send</button>
    </form>`,
  );
  const form = outer.querySelector('ls-operator-form')!;
  await form.updateComplete;
  const submits: unknown[] = [];
  outer.addEventListener('submit', (event) => {
    event.preventDefault();
    submits.push(sent());
  });
  const sent = (): unknown => {
    const json = new FormData(outer).get('settings');
    return json === null ? null : JSON.parse(json as string);
  };
  const errors = (): readonly string[] =>
    [...form.shadowRoot!.querySelectorAll('.error')].map((one) =>
      one.textContent.trim(),
    );
  return {
    outer,
    form,
    submits,
    sent,
    errors,
    fieldset: outer.querySelector('fieldset')!,
    button: (name: string) =>
      [...outer.querySelectorAll('button')].find(
        (one) => one.textContent === name,
      )!,
    type: async (text: string) => {
      await sendKeys({type: text});
      await form.updateComplete;
    },
    press: async (key: string) => {
      await sendKeys({press: key});
      await form.updateComplete;
    },
  };
}

describe('<ls-operator-form> in a form of the page', () => {
  it('is there as JSON, under its name', async () => {
    const {outer, form, sent, type} = await setup();
    await expect(outer).to.be.accessible();
    expect(sent()).to.deep.equal({});
    form.focus();
    await type('abc');
    expect(sent()).to.deep.equal({word: 'abc'});
  });

  it('has its files in it, with their content', async () => {
    const {form, sent} = await setup([new FileParameter({name: 'file'})], {
      file: new File(['hi'], 'a.txt', {type: 'text/plain'}),
    });
    expect(form.values.file).to.have.property('name', 'a.txt');
    // The content is read while the form goes on.
    while ((sent() as {file: {content?: string}}).file.content === undefined) {
      await new Promise(requestAnimationFrame);
    }
    expect(sent()).to.deep.equal({
      file: {name: 'a.txt', type: 'text/plain', size: 2, content: btoa('hi')},
    });
  });

  it('is invalid while its values do not fit', async () => {
    const {outer, form, type} = await setup();
    expect(form.matches(':invalid')).to.be.true;
    expect(form.checkValidity()).to.be.false;
    form.focus();
    await type('abc');
    expect(form.matches(':valid')).to.be.true;
    expect(outer.checkValidity()).to.be.true;
  });

  it('does not let the page submit what does not fit, and shows why', async () => {
    const {form, submits, errors, button, press} = await setup();
    button('Send').focus();
    await press('Enter');
    expect(submits).to.deep.equal([]);
    expect(errors()).to.deep.equal(['This field is required.']);
    expect(document.activeElement).to.equal(form);
  });

  it('submits the form of the page with Enter', async () => {
    const {outer, form, submits, type, press} = await setup();
    form.focus();
    await type('abc');
    const submit = oneEvent(form, 'ls-operator-submit');
    await press('Enter');
    await submit;
    expect(submits).to.deep.equal([{word: 'abc'}]);
    expect(outer.isConnected).to.be.true;
  });

  it('starts anew when the page is reset', async () => {
    const {form, sent, type, button, press} = await setup(WORDS, {word: 'old'});
    form.focus();
    await type('new');
    expect(sent()).to.deep.equal({word: 'new'});
    button('Reset').focus();
    await press('Enter');
    expect(sent()).to.deep.equal({word: 'old'});
    expect(form.shadowRoot!.querySelector('input')!.value).to.equal('old');
  });

  it('is greyed and left out in a disabled part of the page', async () => {
    const {form, fieldset, sent, outer} = await setup(WORDS, {word: 'old'});
    fieldset.disabled = true;
    await form.updateComplete;
    expect(sent()).to.be.null;
    expect(form.shadowRoot!.querySelector('input')!.disabled).to.be.true;
    await expect(outer).to.be.accessible();
    fieldset.disabled = false;
    await form.updateComplete;
    expect(sent()).to.deep.equal({word: 'old'});
    expect(form.shadowRoot!.querySelector('input')!.disabled).to.be.false;
  });

  it('takes up what the browser kept of it', async () => {
    const {form, sent} = await setup();
    form.formStateRestoreCallback('{"word":"kept"}');
    await form.updateComplete;
    expect(sent()).to.deep.equal({word: 'kept'});
    form.formStateRestoreCallback(null);
    await form.updateComplete;
    expect(sent()).to.deep.equal({word: 'kept'});
  });

  it('works without a form and without a host', async () => {
    const {form, type, press} = await typePage(WORDS);
    form.focus();
    await type('abc');
    const submitted: ParameterValues[] = [];
    form.addEventListener('ls-operator-submit', ({values}) =>
      submitted.push(values),
    );
    await press('Enter');
    expect(submitted).to.deep.equal([{word: 'abc'}]);
  });
});
