import {expect} from '@open-wc/testing';

import {StringParameter} from '@ls-annotation/operators';
import type {
  ParameterValues,
  ResolveOptions,
  ResolvedParameters,
} from '@ls-annotation/operators';

import {asked} from './testing/asked.js';
import {holdTimers} from './testing/held-timers.js';
import {typePage} from './testing/type-page.js';

const PAUSE_MS = 250;
const FIRST = {name: 'first', required: false};
const SECOND = {name: 'second', required: false};

async function setup() {
  const timers = holdTimers(PAUSE_MS);
  const question = asked<ResolveOptions, ResolvedParameters | null>();
  const page = await typePage([new StringParameter(FIRST)], {
    operator: {resolve: question.ask},
  });
  const {form, root} = page;
  const submitted: ParameterValues[] = [];
  form.addEventListener('ls-operator-submit', ({values}) =>
    submitted.push(values),
  );
  return {
    ...page,
    timers,
    submitted,
    questions: question.questions,
    inputs: () => [...root.querySelectorAll<HTMLInputElement>('.input')],
    text: () => root.querySelector<HTMLElement>('form')!.innerText,
    answer: async (index: number, parameters: ResolvedParameters | null) => {
      await question.answer(index, parameters);
      await form.updateComplete;
    },
    fail: async (index: number, reason: string) => {
      await question.fail(index, reason);
      await form.updateComplete;
    },
    pause: async () => {
      timers.fire();
      await form.updateComplete;
    },
  };
}

describe('<ls-operator-form> with an operator that resolves', () => {
  it('asks at once when it opens, and says so', async () => {
    const {form, text, questions, answer, timers} = await setup();
    expect(questions.map(({parameters}) => parameters)).to.deep.equal([{}]);
    expect(form.isResolving).to.be.true;
    expect(text()).to.contain('Bringing the form up to date…');
    await expect(form).to.be.accessible();
    await answer(0, null);
    expect(form.isResolving).to.be.false;
    expect(text()).not.to.contain('Bringing the form up to date…');
    timers.restore();
  });

  it('asks once a person pauses, with what was given', async () => {
    const {form, type, questions, answer, pause, timers} = await setup();
    await answer(0, null);
    form.focus();
    await type('abc');
    expect(timers.count).to.equal(1);
    expect(questions.length, 'while typing').to.equal(1);
    await pause();
    expect(questions.length).to.equal(2);
    expect(questions[1]!.parameters).to.deep.equal({first: 'abc'});
    timers.restore();
  });

  it('keeps text, caret and focus while fields come and go', async () => {
    const {form, root, type, press, inputs, answer, pause, timers} =
      await setup();
    await answer(0, null);
    form.focus();
    await type('abc');
    await press('ArrowLeft');
    const before = root.activeElement;
    await pause();
    await answer(1, {parameters: [SECOND, FIRST]});
    expect(inputs().length).to.equal(2);
    expect(root.activeElement).to.equal(before);
    await type('X');
    expect(form.values).to.deep.equal({first: 'abXc'});
    await pause();
    await answer(2, {parameters: [FIRST, SECOND]});
    await type('Y');
    expect(form.values, 'after it has moved').to.deep.equal({first: 'abXYc'});
    expect(root.activeElement).to.equal(before);
    await pause();
    await answer(3, {parameters: [FIRST]});
    expect(root.activeElement).to.equal(before);
    expect(inputs().length).to.equal(1);
    timers.restore();
  });

  it('sets the values that the operator says, and no others', async () => {
    const {form, type, answer, pause, timers} = await setup();
    await answer(0, null);
    form.focus();
    await type('abc');
    await pause();
    await answer(1, {
      parameters: [FIRST, {...SECOND, default: 'd'}, {name: 'third'}],
      values: {third: 'c'},
    });
    expect(form.values).to.deep.equal({
      first: 'abc',
      second: 'd',
      third: 'c',
    });
    timers.restore();
  });

  it('takes no answer that was overtaken', async () => {
    const {form, type, questions, inputs, answer, pause, timers} =
      await setup();
    form.focus();
    await type('a');
    await pause();
    expect(questions[0]!.signal.aborted).to.be.true;
    await answer(1, null);
    await answer(0, {parameters: [FIRST, SECOND]});
    expect(inputs().length).to.equal(1);
    expect(form.isResolving).to.be.false;
    timers.restore();
  });

  it('submits when the answer is there, once', async () => {
    const {form, root, type, press, submitted, answer, pause, timers} =
      await setup();
    await answer(0, null);
    form.focus();
    await type('a');
    await press('Enter');
    await press('Enter');
    expect(submitted, 'while it is asked').to.deep.equal([]);
    expect(root.querySelector('p.visually-hidden')!.textContent).to.equal(
      'Waiting for the form to be brought up to date.',
    );
    expect(root.activeElement, 'focus').to.equal(root.querySelector('input'));
    await pause();
    await answer(1, null);
    expect(submitted).to.deep.equal([{first: 'a'}]);
    timers.restore();
  });

  it('does not submit what the answer made wrong', async () => {
    const {form, type, press, submitted, errors, answer, pause, timers} =
      await setup();
    await answer(0, null);
    form.focus();
    await type('a');
    await press('Enter');
    await pause();
    await answer(1, {parameters: [FIRST, {name: 'second'}]});
    await form.updateComplete;
    expect(submitted).to.deep.equal([]);
    expect(errors()).to.deep.equal(['This field is required.']);
    timers.restore();
  });

  it('says why it failed, keeps the fields, and asks again', async () => {
    const {form, text, button, press, questions, answer, fail, timers} =
      await setup();
    await fail(0, 'The server is away.');
    expect(text()).to.contain('The server is away.');
    await expect(form).to.be.accessible();
    button('Try again').focus();
    await press('Enter');
    expect(questions.length).to.equal(2);
    await answer(1, {parameters: [FIRST, SECOND]});
    expect(text()).not.to.contain('The server is away.');
    expect(text()).to.contain('second');
    timers.restore();
  });

  it('says why an answer cannot be read', async () => {
    const {text, answer, timers} = await setup();
    await answer(0, {parameters: [FIRST, FIRST]});
    expect(text()).to.contain('could not be brought up to date');
    expect(text()).to.contain('first');
    timers.restore();
  });

  it('loads the controls that the answer needs', async () => {
    const {form, root, answer, timers} = await setup();
    await answer(0, {
      parameters: [{name: 'day', param_type: 'date', required: false}],
    });
    await form.updateComplete;
    expect(root.querySelector('input')!.type).to.equal('date');
    timers.restore();
  });

  it('asks no more when it has left the page', async () => {
    const {form, type, questions, timers} = await setup();
    form.focus();
    await type('a');
    form.remove();
    expect(timers.count).to.equal(0);
    expect(questions[0]!.signal.aborted).to.be.true;
    timers.restore();
  });
});
