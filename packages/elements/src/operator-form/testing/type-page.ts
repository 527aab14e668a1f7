import {fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {
  BaseParameter,
  OperatorFormHooks,
  ParameterValues,
} from '@ls-annotation/operators';

import '../../define/operator-form.js';

import {formContext} from './form-context.js';

/** What a form page is made with. */
export interface TypePageOptions {
  /** What the form starts with. */
  readonly values?: ParameterValues;
  /** Who answers choices and parameters. */
  readonly operator?: OperatorFormHooks | null;
  /** Direction of the page. */
  readonly dir?: 'ltr' | 'rtl';
  /** How wide the form is, CSS. */
  readonly width?: string;
}

/** A form on a page, and what a person does with it. */
export async function typePage(
  parameters: readonly BaseParameter[],
  options: TypePageOptions = {},
) {
  const {values = {}, operator = null, dir = 'ltr', width = '24rem'} = options;
  const page = await fixture<HTMLElement>(
    html`<div dir=${dir} style=${`inline-size: ${width}`}>
      <ls-operator-form
        .context=${formContext()}
        .operator=${operator}
        .parameters=${parameters}
        .values=${values}
      ></ls-operator-form>
    </div>`,
  );
  const form = page.querySelector('ls-operator-form');
  const root = form?.shadowRoot;
  if (!form || !root) throw new Error('There is no form.');
  await form.updateComplete;
  const errors = (): readonly string[] =>
    [...root.querySelectorAll('.error')].map((one) => one.textContent.trim());
  const button = (name: string): HTMLElement => {
    const found = [...root.querySelectorAll('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent).trim().includes(name),
    );
    if (!found) throw new Error(`There is no button "${name}".`);
    return found;
  };
  const press = async (key: string): Promise<void> => {
    await sendKeys({press: key});
    await form.updateComplete;
  };
  const type = async (text: string): Promise<void> => {
    await sendKeys({type: text});
    await form.updateComplete;
  };
  /** Keys, `"text"` to type, and `@name` to go to a button. */
  const keys = async (all: readonly string[]): Promise<void> => {
    for (const key of all) {
      if (key.startsWith('"')) await type(key.slice(1, -1));
      else if (key.startsWith('@')) button(key.slice(1)).focus();
      else await press(key);
    }
  };
  return {form, root, errors, button, press, type, keys};
}
