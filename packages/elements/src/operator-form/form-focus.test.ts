import {expect} from '@open-wc/testing';

import {readParameters} from '@ls-annotation/operators';
import type {
  ParameterDefinition,
  ResolveOptions,
  ResolvedParameters,
} from '@ls-annotation/operators';

import {asked} from './testing/asked.js';
import {holdTimers} from './testing/held-timers.js';
import {typePage} from './testing/type-page.js';

const PAUSE_MS = 250;

function field(
  name: string,
  more: Partial<ParameterDefinition> = {},
): ParameterDefinition {
  return {name, required: false, ...more};
}

/** A form in which `name` was typed into when its operator answers. */
async function setup(before: readonly ParameterDefinition[], name: string) {
  const timers = holdTimers(PAUSE_MS);
  const question = asked<ResolveOptions, ResolvedParameters | null>();
  const read = readParameters(before);
  if (!read.ok) throw new Error(read.issues[0]?.message);
  const page = await typePage(read.value, {operator: {resolve: question.ask}});
  const {form, root, type} = page;
  await question.answer(0, null);
  await form.updateComplete;
  const labelled = (label: string): HTMLElement =>
    [...root.querySelectorAll('label')].find(
      ({textContent}) => textContent.trim() === label,
    )!.control!;
  labelled(name).focus();
  await type('a');
  return {
    ...page,
    resolve: async (after: readonly ParameterDefinition[]) => {
      timers.fire();
      await form.updateComplete;
      await question.answer(1, {parameters: after});
      await form.updateComplete;
      timers.restore();
    },
    focused: () =>
      (
        root.activeElement as HTMLInputElement | null
      )?.labels?.[0]?.textContent.trim() ?? root.activeElement?.localName,
  };
}

const [A, B, C] = [field('a'), field('b'), field('c')];

describe('the focus in <ls-operator-form>, when its field is taken away', () => {
  it('goes to the next field', async () => {
    const {form, focused, resolve} = await setup([A, B, C], 'b');
    await resolve([A, C]);
    expect(focused()).to.equal('c');
    await expect(form).to.be.accessible();
  });

  it('goes to the field before when there is no next one', async () => {
    const {focused, resolve} = await setup([A, B, C], 'c');
    await resolve([A, B]);
    expect(focused()).to.equal('b');
  });

  it('stays in its group', async () => {
    const inGroup = (name: string) => field(name, {group: 'Group'});
    const {focused, resolve} = await setup(
      [inGroup('a'), inGroup('b'), C],
      'b',
    );
    await resolve([inGroup('a'), C]);
    expect(focused()).to.equal('a');
  });

  it('stays in its object', async () => {
    const object = (...properties: readonly ParameterDefinition[]) =>
      field('object', {param_type: 'object', properties});
    const {focused, resolve} = await setup([A, object(B, C)], 'c');
    await resolve([A, object(B)]);
    expect(focused()).to.equal('b');
  });

  it('leaves a group that is gone for the field behind it', async () => {
    const inGroup = (name: string) => field(name, {group: 'Group'});
    const {focused, resolve} = await setup(
      [A, inGroup('x'), inGroup('y'), C],
      'x',
    );
    await resolve([A, C]);
    expect(focused()).to.equal('c');
  });

  it('goes to what has come in place of all fields', async () => {
    const {focused, resolve} = await setup([A, B], 'a');
    await resolve([C]);
    expect(focused()).to.equal('c');
  });

  it('goes to the control of another type that has come in its place', async () => {
    const {root, resolve} = await setup([A, B, C], 'b');
    const choices = ['x', 'y'];
    await resolve([A, field('b', {choices, choice_style: 'select'}), C]);
    expect(root.activeElement?.localName).to.equal('select');
  });

  it('never goes to the page, even when no field is left', async () => {
    const {form, root, focused, resolve} = await setup([A, B], 'a');
    await resolve([]);
    expect(focused()).to.equal('form');
    expect(document.activeElement).to.equal(form);
    (root.activeElement as HTMLElement).blur();
    expect(root.querySelector('form')!.hasAttribute('tabindex')).to.be.false;
  });

  it('stays with who has taken it meanwhile', async () => {
    const {form, resolve} = await setup([A, B], 'a');
    const button = document.createElement('button');
    form.after(button);
    const answered = resolve([B]);
    button.focus();
    await answered;
    expect(document.activeElement).to.equal(button);
    button.remove();
  });
});
