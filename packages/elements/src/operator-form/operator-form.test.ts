import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {
  BoolParameter,
  FloatParameter,
  IntParameter,
  StringParameter,
  TableParameter,
  UnknownParameter,
} from '@ls-annotation/operators';
import type {BaseParameter, ParameterValues} from '@ls-annotation/operators';

import '../define/operator-form.js';
import type {OperatorSubmitEvent} from '../events/operator-events.js';

import type {OperatorFormElement} from './operator-form.js';

const RULES = new TableParameter({
  name: 'rules',
  description: 'What to look for.',
  columns: [
    new StringParameter({name: 'pattern'}),
    new FloatParameter({name: 'weight', required: false, max: 1}),
    new BoolParameter({name: 'exact'}),
  ],
});

async function setup(
  parameters: readonly BaseParameter[],
  values: ParameterValues = {},
) {
  const form = await fixture<OperatorFormElement>(
    html`<ls-operator-form
      .parameters=${parameters}
      .values=${values}
    ></ls-operator-form>`,
  );
  const root = form.shadowRoot!;
  const submitted: ParameterValues[] = [];
  form.addEventListener('ls-operator-submit', (event) =>
    submitted.push(event.values),
  );
  const input = (index = 0): HTMLInputElement =>
    root.querySelectorAll('input')[index]!;
  const button = (name: string): HTMLButtonElement =>
    [...root.querySelectorAll('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent).trim().includes(name),
    )!;
  const errors = (): readonly string[] =>
    [...root.querySelectorAll('.error')].map((one) => one.textContent.trim());
  const type = async (text: string): Promise<void> => {
    await sendKeys({type: text});
    await form.updateComplete;
  };
  const press = async (key: string): Promise<void> => {
    await sendKeys({press: key});
    await form.updateComplete;
  };
  return {form, root, submitted, input, button, errors, type, press};
}

/** The accessible description of a control, as its ids say. */
function descriptionOf(control: HTMLElement): string {
  const root = control.getRootNode() as ShadowRoot;
  return (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => root.getElementById(id)!.textContent.trim())
    .join(' ');
}

function activeOf(form: OperatorFormElement): Element | null {
  return form.shadowRoot!.activeElement;
}

describe('<ls-operator-form>', () => {
  describe('accessibility', () => {
    it('is accessible with every type, empty and with errors', async () => {
      const {form} = await setup(
        [
          new StringParameter({name: 'name', description: 'Who.'}),
          new IntParameter({name: 'count'}),
          new FloatParameter({name: 'ratio', required: false}),
          new BoolParameter({name: 'exact', description: 'Or not.'}),
          new UnknownParameter({name: 'colour', paramType: 'colour'}),
          RULES,
        ],
        {rules: [{pattern: '', weight: 2, exact: false}]},
      );
      await expect(form).to.be.accessible();
      form.validate();
      await form.updateComplete;
      await expect(form).to.be.accessible();
    });

    it('names and describes controls, and marks what is required', async () => {
      const {root, input} = await setup([
        new StringParameter({name: 'name', description: 'Who.', title: 'Name'}),
        new StringParameter({name: 'more', required: false}),
      ]);
      const [label] = input().labels!;
      expect(label?.textContent.trim()).to.equal('Name *');
      expect(descriptionOf(input())).to.equal('Who.');
      expect(input().ariaRequired).to.equal('true');
      expect(input(1).ariaRequired).to.be.null;
      expect(root.textContent).to.contain('Required');
    });

    it('links an error to its control, beside the description', async () => {
      const {form, input} = await setup([
        new StringParameter({name: 'name', description: 'Who.'}),
      ]);
      expect(input().ariaInvalid).to.be.null;
      form.validate();
      await form.updateComplete;
      expect(input().ariaInvalid).to.equal('true');
      expect(descriptionOf(input())).to.equal('Who. This field is required.');
    });
  });

  it('shows the beginning of a long text when it gets the focus', async () => {
    const {form, root} = await setup([
      new StringParameter({
        name: 'text',
        multiline: true,
        default: 'One line of many.\n'.repeat(20),
      }),
    ]);
    form.focus();
    const text = root.querySelector('textarea')!;
    expect(root.activeElement).to.equal(text);
    expect(text.selectionEnd).to.equal(0);
    expect(text.scrollTop).to.equal(0);
  });

  describe('values', () => {
    it('are the defaults at first', async () => {
      const {form} = await setup([
        new StringParameter({name: 'a', default: 'x'}),
        new IntParameter({name: 'b', default: 0}),
        new FloatParameter({name: 'c', default: 0.5}),
        new BoolParameter({name: 'd', default: true}),
        new UnknownParameter({name: 'e', paramType: 'rgb', default: {r: 1}}),
      ]);
      expect(form.values).to.deep.equal({
        a: 'x',
        b: 0,
        c: 0.5,
        d: true,
        e: {r: 1},
      });
    });

    it('have no key for what is unset', async () => {
      const {form} = await setup([
        new StringParameter({name: 'a', required: false}),
        new IntParameter({name: 'b', required: false}),
        new BoolParameter({name: 'c', required: false}),
        new TableParameter({
          name: 'd',
          required: false,
          columns: [new StringParameter({name: 'x'})],
        }),
      ]);
      expect(form.values).to.deep.equal({});
      expect(form.validate()).to.be.true;
    });

    it('lose the key of a field that is cleared', async () => {
      const {form, press} = await setup([
        new IntParameter({name: 'a', required: false, default: 5}),
      ]);
      form.focus();
      await press('Backspace');
      expect(form.values).to.deep.equal({});
    });

    it('that are set go over the defaults, null empties', async () => {
      const {form} = await setup(
        [
          new StringParameter({name: 'a', default: 'x'}),
          new IntParameter({name: 'b', default: 1, required: false}),
          new IntParameter({name: 'c', default: 2}),
        ],
        {a: 'y', b: null},
      );
      expect(form.values).to.deep.equal({a: 'y', c: 2});
    });

    it('of a required checkbox are false until it is checked', async () => {
      const {form, press} = await setup([new BoolParameter({name: 'a'})]);
      expect(form.values).to.deep.equal({a: false});
      form.focus();
      await press('Space');
      expect(form.values).to.deep.equal({a: true});
      await press('Space');
      expect(form.values).to.deep.equal({a: false});
    });

    it('start anew with other parameters', async () => {
      const {form, type} = await setup([new StringParameter({name: 'a'})]);
      form.focus();
      await type('x');
      form.parameters = [new StringParameter({name: 'b', default: 'y'})];
      expect(form.values).to.deep.equal({b: 'y'});
    });
  });

  describe('typing', () => {
    for (const text of ['1.', '1e3', '-', '.5', '1.50', '0x', ' 7 ']) {
      it(`keeps "${text}" as it is`, async () => {
        const {form, input, type} = await setup([
          new FloatParameter({name: 'a', required: false}),
        ]);
        form.focus();
        await type(text);
        expect(input().value).to.equal(text);
      });
    }

    it('reads numbers from it', async () => {
      const {form, type} = await setup([new FloatParameter({name: 'a'})]);
      form.focus();
      await type('1e3');
      expect(form.values).to.deep.equal({a: 1000});
    });

    it('does not cut 1.5 to a whole number', async () => {
      const {form, type} = await setup([new IntParameter({name: 'a'})]);
      form.focus();
      await type('1.5');
      expect(form.values).to.deep.equal({});
      expect(form.issues[0]?.message).to.equal('Enter a whole number.');
    });
  });

  describe('errors', () => {
    const parameters = [
      new StringParameter({name: 'a'}),
      new IntParameter({name: 'b', max: 3}),
    ];

    it('do not show at first, nor while a field is typed in', async () => {
      const {form, errors, type} = await setup([
        new FloatParameter({name: 'a', max: 1}),
      ]);
      expect(errors()).to.be.empty;
      form.focus();
      await type('-');
      expect(errors()).to.be.empty;
    });

    it('show when the field is left', async () => {
      const {form, errors, press} = await setup(parameters);
      form.focus();
      await press('Tab');
      expect(errors()).to.deep.equal(['This field is required.']);
    });

    it('go as soon as the value fits', async () => {
      const {form, input, errors, press, type} = await setup(parameters);
      form.focus();
      await press('Tab');
      input().focus();
      await form.updateComplete;
      expect(errors()).to.have.length(2);
      await type('x');
      expect(errors()).to.have.length(1);
    });

    it('do not move the page under a pressed pointer', async () => {
      const {form, root, errors} = await setup(parameters);
      form.focus();
      const {x, y} = root.querySelectorAll('input')[1]!.getBoundingClientRect();
      const position: [number, number] = [Math.round(x + 5), Math.round(y + 5)];
      await sendMouse({type: 'move', position});
      await sendMouse({type: 'down'});
      await form.updateComplete;
      expect(errors()).to.be.empty;
      const input = oneEvent(root.querySelectorAll('input')[1]!, 'click');
      await sendMouse({type: 'up'});
      await input;
      await new Promise((resolve) => setTimeout(resolve));
      await form.updateComplete;
      expect(errors()).to.deep.equal(['This field is required.']);
    });

    it('all show on submit, with the first focused', async () => {
      const {form, root, input, errors, press, type} = await setup(parameters);
      form.focus();
      await press('Tab');
      await type('7');
      await press('Enter');
      expect(errors()).to.deep.equal([
        'This field is required.',
        'Enter a value of at most 3.',
      ]);
      expect(activeOf(form)).to.equal(input());
      const summary = root.querySelector('.summary')!;
      expect(summary.textContent).to.contain('2 fields need attention.');
      expect(root.querySelector('[role=status]')!.textContent).to.contain(
        '2 fields need attention.',
      );
    });

    it('in the summary lead to their fields', async () => {
      const {form, root, input, press} = await setup(parameters);
      form.focus();
      await press('Enter');
      root.querySelectorAll<HTMLElement>('.summary button')[1]!.focus();
      await press('Enter');
      expect(activeOf(form)).to.equal(input(1));
    });

    it('found elsewhere show until the field changes', async () => {
      const {form, input, errors, press, type} = await setup([
        new StringParameter({name: 'a', default: 'x'}),
      ]);
      form.showIssues([
        {code: 'parameter/type', path: '/a', message: 'No such thing.'},
      ]);
      await form.updateComplete;
      expect(errors()).to.deep.equal(['No such thing.']);
      expect(activeOf(form)).to.equal(input());
      await press('Tab');
      expect(errors()).to.deep.equal(['No such thing.']);
      form.focus();
      await type('y');
      expect(errors()).to.be.empty;
    });
  });

  describe('table', () => {
    it('looks the same in each form of a page', async () => {
      const rows = {rules: [{pattern: 'a', weight: 1, exact: true}]};
      const sheets = async () =>
        (await setup([RULES], rows)).root.adoptedStyleSheets;
      const first = await sheets();
      expect(await sheets()).to.deep.equal(first);
      const hasTableStyles = first.some(({cssRules}) =>
        [...cssRules].some(({cssText}) => cssText.startsWith('.table-scroll')),
      );
      expect(hasTableStyles).to.be.true;
    });

    it('says when it has no rows, and wants one if required', async () => {
      const {form, root, errors, button} = await setup([RULES]);
      expect(root.textContent).to.contain('No rows yet.');
      expect(form.validate()).to.be.false;
      await form.updateComplete;
      expect(errors()).to.deep.equal(['Add at least one row.']);
      expect(activeOf(form)).to.equal(button('Add row'));
    });

    it('is filled by keyboard alone', async () => {
      const {form, submitted, button, type, press} = await setup([RULES]);
      button('Add row').focus();
      await press('Enter');
      await type('cat');
      await press('Tab');
      await type('0.5');
      await press('Tab');
      await press('Space');
      await press('Enter');
      expect(submitted).to.deep.equal([
        {rules: [{pattern: 'cat', weight: 0.5, exact: true}]},
      ]);
      expect(form.values).to.deep.equal(submitted[0]);
    });

    it('names cells by column and row', async () => {
      const {root} = await setup([RULES], {
        rules: [
          {pattern: 'a', weight: null, exact: false},
          {pattern: 'b', weight: null, exact: false},
        ],
      });
      const names = [...root.querySelectorAll('input')].map(
        (one) => one.ariaLabel,
      );
      expect(names).to.deep.equal([
        'pattern row 1',
        'weight row 1',
        'exact row 1',
        'pattern row 2',
        'weight row 2',
        'exact row 2',
      ]);
      const headings = [...root.querySelectorAll('th')].map((one) =>
        one.textContent.trim(),
      );
      expect(headings).to.deep.equal(['pattern *', 'weight', 'exact']);
    });

    it('keeps the key of an optional cell that is empty', async () => {
      const {form} = await setup([RULES], {
        rules: [{pattern: 'a', weight: null, exact: false}],
      });
      expect(form.values).to.deep.equal({
        rules: [{pattern: 'a', weight: null, exact: false}],
      });
    });

    it('shows the error of a cell at the cell, and focuses it', async () => {
      const {form, root, input, errors} = await setup([RULES], {
        rules: [
          {pattern: 'a', weight: 1, exact: false},
          {pattern: 'b', weight: 2, exact: false},
        ],
      });
      expect(form.validate()).to.be.false;
      await form.updateComplete;
      expect(errors()).to.deep.equal(['Enter a value of at most 1.']);
      expect(activeOf(form)).to.equal(input(4));
      expect(descriptionOf(input(4))).to.equal('Enter a value of at most 1.');
      expect(root.querySelectorAll('[aria-invalid]')).to.have.length(1);
    });

    it('shows errors of cells that were left, not of their row', async () => {
      const {errors, button, press} = await setup([RULES]);
      button('Add row').focus();
      await press('Enter');
      await press('Tab');
      expect(errors()).to.deep.equal(['This field is required.']);
    });

    it('moves up and down in a column with the arrow keys', async () => {
      const {form, input, press} = await setup([RULES], {
        rules: [
          {pattern: 'a', weight: null, exact: false},
          {pattern: 'b', weight: null, exact: false},
        ],
      });
      input(1).focus();
      await press('ArrowDown');
      expect(activeOf(form)).to.equal(input(4));
      await press('ArrowDown');
      expect(activeOf(form)).to.equal(input(4));
      await press('ArrowUp');
      expect(activeOf(form)).to.equal(input(1));
    });

    it('removes a row, keeps the others and the focus', async () => {
      const {form, root, button, press} = await setup([RULES], {
        rules: ['a', 'b', 'c'].map((pattern) => ({
          pattern,
          weight: null,
          exact: false,
        })),
      });
      button('Remove row 2').focus();
      await press('Enter');
      const {rules} = form.values as {rules: readonly {pattern: string}[]};
      expect(rules.map(({pattern}) => pattern)).to.deep.equal(['a', 'c']);
      expect(activeOf(form)).to.equal(button('Remove row 2'));
      expect(root.querySelector('[role=status]')!.textContent).to.contain(
        'Row 2 removed.',
      );
      await press('Enter');
      expect(activeOf(form)).to.equal(button('Remove row 1'));
      await press('Enter');
      expect(activeOf(form)).to.equal(button('Add row'));
    });

    it('starts a new row with the defaults of its columns', async () => {
      const columns = [
        new StringParameter({name: 'a', default: 'x'}),
        new IntParameter({name: 'b', default: 2}),
      ];
      const {form, button, press} = await setup([
        new TableParameter({name: 't', columns}),
      ]);
      button('Add row').focus();
      await press('Enter');
      expect(form.values).to.deep.equal({t: [{a: 'x', b: 2}]});
    });
  });

  describe('keyboard', () => {
    it('submits with Enter in a field', async () => {
      const {form, submitted, press, type} = await setup([
        new StringParameter({name: 'a'}),
      ]);
      form.focus();
      await type('x');
      await press('Enter');
      expect(submitted).to.deep.equal([{a: 'x'}]);
    });

    it('submits with Control and Enter on a button', async () => {
      const {submitted, root, button, press} = await setup([
        new TableParameter({
          name: 't',
          required: false,
          columns: [new StringParameter({name: 'a'})],
        }),
      ]);
      button('Add row').focus();
      await press('Control+Enter');
      expect(submitted).to.deep.equal([{}]);
      expect(root.querySelector('table')).to.be.null;
    });

    it('does not submit what does not fit', async () => {
      const {form, submitted, press} = await setup([
        new StringParameter({name: 'a'}),
      ]);
      form.focus();
      await press('Enter');
      expect(submitted).to.be.empty;
    });

    it('selects the text of the first field, ready to be replaced', async () => {
      const {form, type} = await setup([
        new StringParameter({name: 'a', default: 'long default'}),
      ]);
      form.focus();
      await type('x');
      expect(form.values).to.deep.equal({a: 'x'});
    });
  });

  describe('events', () => {
    it('tell of each change with the name', async () => {
      const {form, type} = await setup([new StringParameter({name: 'a'})]);
      const names: string[] = [];
      form.addEventListener('ls-operator-input', (event) =>
        names.push(event.parameterName),
      );
      form.focus();
      await type('xy');
      expect(names).to.deep.equal(['a', 'a']);
    });

    it('reach the page', async () => {
      const {form, press, type} = await setup([
        new StringParameter({name: 'a'}),
      ]);
      const heard = oneEvent(document, 'ls-operator-submit');
      form.focus();
      await type('x');
      await press('Enter');
      const event = (await heard) as unknown as OperatorSubmitEvent;
      expect(event.values).to.deep.equal({a: 'x'});
    });
  });

  describe('teardown', () => {
    it('leaves no listener on the window', async () => {
      const {form} = await setup([new StringParameter({name: 'a'})]);
      const removed: string[] = [];
      const original = window.removeEventListener;
      window.removeEventListener = function (
        this: Window,
        ...parameters: Parameters<typeof original>
      ) {
        removed.push(parameters[0]);
        original.apply(this, parameters);
      } as typeof original;
      form.remove();
      window.removeEventListener = original;
      expect(removed).to.include.members([
        'pointerdown',
        'pointerup',
        'pointercancel',
      ]);
    });
  });
});
