import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {StringParameter} from '@ls-annotation/operators';
import {until} from '@ls-annotation/testing';

import '../define/operator-form.js';
import type {OperatorFormElement} from './operator-form.js';

const CITIES = ['Oslo', 'Rome', 'Bergen'];

async function setup() {
  const page = await fixture<HTMLElement>(
    html`<div style="block-size: 200px; overflow: auto">
      <div style="block-size: 60px"></div>
      <ls-operator-form
        .parameters=${[
          new StringParameter({
            name: 'city',
            choices: CITIES,
            choiceStyle: 'autocomplete',
          }),
        ]}
      ></ls-operator-form>
      <div style="block-size: 2000px"></div>
    </div>`,
  );
  const form = page.querySelector<OperatorFormElement>('ls-operator-form')!;
  await form.updateComplete;
  const root = form.shadowRoot!;
  const line = root.querySelector('input')!;
  const list = () => root.querySelector<HTMLElement>('[role="listbox"]');
  line.focus();
  await sendKeys({press: 'ArrowDown'});
  await until(() => list()?.matches(':popover-open'));
  const gap = () =>
    Math.round(
      list()!.getBoundingClientRect().top - line.getBoundingClientRect().bottom,
    );
  return {page, form, list, gap};
}

describe('the list of a line that searches', () => {
  it('stays at its line while the page is scrolled', async () => {
    const {page, gap} = await setup();
    const before = gap();
    let isScrolled = false;
    page.addEventListener('scroll', () => (isScrolled = true), {once: true});
    page.scrollTop = 20;
    await until(() => isScrolled);
    expect(page.scrollTop).to.equal(20);
    expect(gap()).to.equal(before);
  });

  it('goes with Escape', async () => {
    const {form, list} = await setup();
    await sendKeys({press: 'Escape'});
    await form.updateComplete;
    expect(list()).to.equal(null);
  });
});
