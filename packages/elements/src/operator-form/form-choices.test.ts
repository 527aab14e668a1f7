import {expect} from '@open-wc/testing';

import {
  ListParameter,
  StringParameter,
  TableParameter,
} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ChoiceEntry,
  OptionsRequest,
} from '@ls-annotation/operators';

import {asked} from './testing/asked.js';
import {holdTimers} from './testing/held-timers.js';
import {typePage} from './testing/type-page.js';

const SEARCH_DELAY_MS = 200;

const MODEL = new StringParameter({
  name: 'model',
  options: 'async',
  choiceStyle: 'select',
  dependsOn: ['task'],
});
const TASK = new StringParameter({name: 'task'});
const WORD = new StringParameter({name: 'word', options: 'async'});

async function setup(parameters: readonly BaseParameter[]) {
  const {questions, ask, answer, fail} = asked<
    OptionsRequest,
    readonly ChoiceEntry[]
  >();
  const page = await typePage(parameters, {operator: {options: ask}});
  const {form, root} = page;
  const settled = async (work: Promise<void>): Promise<void> => {
    await work;
    await form.updateComplete;
  };
  const texts = (selector: string): readonly string[] =>
    [...root.querySelectorAll(selector)].map((one) =>
      one.textContent.trim().replaceAll(/\s+/g, ' '),
    );
  return {
    ...page,
    questions,
    texts,
    answer: (index: number, choices: readonly ChoiceEntry[]) =>
      settled(answer(index, choices)),
    fail: (index: number, reason: string) => settled(fail(index, reason)),
  };
}

describe('<ls-operator-form> with choices that are asked for', () => {
  it('says that they are loading, then offers them', async () => {
    const {form, root, texts, questions, answer} = await setup([MODEL]);
    expect(texts('[part=loading]')).to.deep.equal(['Loading choices…']);
    expect(root.querySelector('select')!.ariaBusy).to.equal('true');
    await expect(form).to.be.accessible();
    expect(questions.map(({parameter, query}) => [parameter, query]))
      .to.deep //
      .equal([['model', '']]);
    await answer(0, ['a', {value: 'b', title: 'Beta'}]);
    expect(texts('option')).to.deep.equal(['Choose…', 'a', 'Beta']);
    expect(texts('[part=loading]')).to.deep.equal([]);
    await expect(form).to.be.accessible();
  });

  it('says why there are none, and asks again', async () => {
    const {form, texts, questions, answer, fail, button, press} = await setup([
      MODEL,
    ]);
    await fail(0, 'The server is away.');
    expect(texts('[role=alert]')).to.deep.equal([
      'The choices could not be loaded. The server is away.',
    ]);
    await expect(form).to.be.accessible();
    button('Try again').focus();
    await press('Enter');
    expect(questions.length).to.equal(2);
    await answer(1, ['a']);
    expect(texts('option')).to.deep.equal(['Choose…', 'a']);
    expect(texts('[role=alert]')).to.deep.equal([]);
  });

  it('says so when there is nothing to choose from', async () => {
    const {form, root, texts, answer} = await setup([MODEL]);
    await answer(0, []);
    expect(root.textContent).to.contain('There is nothing to choose from.');
    expect(texts('option')).to.deep.equal(['Choose…']);
    await expect(form).to.be.accessible();
  });

  it('asks anew when what they depend on changes, and only then', async () => {
    const note = new StringParameter({name: 'note', required: false});
    const {form, questions, answer, texts, type, press} = await setup([
      TASK,
      MODEL,
      note,
    ]);
    await answer(0, ['old']);
    form.focus();
    await type('x');
    expect(questions.length).to.equal(2);
    expect(questions[1]!.values.task).to.equal('x');
    expect(texts('option'), 'until the answer').to.contain('old');
    await answer(1, ['new']);
    expect(texts('option')).to.deep.equal(['Choose…', 'new']);
    await press('Tab');
    await press('Tab');
    await type('irrelevant');
    expect(questions.length).to.equal(2);
  });

  it('takes no answer that was overtaken', async () => {
    const {form, questions, answer, texts, type} = await setup([TASK, MODEL]);
    form.focus();
    await type('x');
    expect(questions[0]!.signal.aborted).to.be.true;
    await answer(1, ['new']);
    await answer(0, ['stale']);
    expect(texts('option')).to.deep.equal(['Choose…', 'new']);
  });

  it('takes no failure that was overtaken', async () => {
    const {form, fail, answer, texts, type} = await setup([TASK, MODEL]);
    form.focus();
    await type('x');
    await answer(1, ['new']);
    await fail(0, 'Too late.');
    expect(texts('[role=alert]')).to.deep.equal([]);
  });

  it('keeps a choice that is no longer offered, and says so', async () => {
    const {form, root, errors, questions, answer, type, press} = await setup([
      TASK,
      MODEL,
    ]);
    await answer(0, ['old']);
    form.focus();
    await press('Tab');
    await press('o');
    expect(form.values).to.deep.equal({model: 'old'});
    await press('Shift+Tab');
    await type('x');
    expect(questions.length).to.equal(2);
    await answer(1, ['new']);
    expect(root.querySelector('select')!.selectedOptions[0]!.textContent)
      .to //
      .contain('old');
    expect(form.values).to.deep.equal({task: 'x', model: 'old'});
    expect(errors()).to.deep.equal([]);
  });

  it('searches when a person pauses, not with every key', async () => {
    const timers = holdTimers(SEARCH_DELAY_MS);
    const {form, questions, answer, texts, type, press} = await setup([WORD]);
    await answer(0, ['all']);
    form.focus();
    await type('be');
    expect(timers.count).to.equal(1);
    expect(questions.length, 'while typing').to.equal(1);
    timers.fire();
    timers.restore();
    await form.updateComplete;
    expect(questions[1]!.query).to.equal('be');
    await answer(1, ['beta', 'better']);
    expect(texts('[role=option]')).to.deep.equal(['beta', 'better']);
    await expect(form).to.be.accessible();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(form.values).to.deep.equal({word: 'better'});
  });

  it('asks for entries of a list and columns of a table by their place', async () => {
    const {questions} = await setup([
      new ListParameter({name: 'words', item: WORD}),
      new TableParameter({
        name: 'rules',
        columns: [MODEL],
        default: [{model: 'a'}],
      }),
    ]);
    expect(questions.map(({parameter}) => parameter)).to.have.members([
      'words',
      '/rules/model',
    ]);
  });

  it('does not ask on when the form has left the page', async () => {
    const {form, questions} = await setup([MODEL]);
    form.remove();
    expect(questions[0]!.signal.aborted).to.be.true;
  });

  it('says who is missing when there is nobody to ask', async () => {
    const {root} = await typePage([MODEL]);
    expect(root.querySelector('[role=alert]')!.textContent).to.contain(
      'There is no operator to ask.',
    );
  });
});
