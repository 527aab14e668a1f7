import {ContextProvider} from '@lit/context';
import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import {
  GreetingOperator,
  OperatorRegistry,
  ParameterValidationError,
  StringParameter,
} from '@ls-annotation/operators';
import type {
  ExecuteOptions,
  Operator,
  OperatorResult,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import '../define/operator-dialog.js';
import type {OperatorFormElement} from '../operator-form/operator-form.js';

import {connectOperators} from './connect-operators.js';
import type {OperatorDialogElement} from './operator-dialog.js';
import {dialogPage} from './testing/dialog-page.js';

const NAME = [new StringParameter({name: 'name', description: 'Who.'})];

/** A page with a button, and a registry whose dialogs become its children. */
async function setup(overrides: Partial<Operator> = {}) {
  const page = await fixture<HTMLElement>(
    html`<div><button id="opener">Open</button></div>`,
  );
  const registry = new OperatorRegistry();
  const operator: Operator = {
    name: 'op',
    description: 'Does a thing.',
    parameters: NAME,
    execute: ({parameters}) => ({
      success: true,
      message: `Hello ${String(parameters.name)}!`,
    }),
    ...overrides,
  };
  registry.register(operator);
  const disconnect = connectOperators(page, registry);
  const opener = page.querySelector('button')!;
  const open = async (): Promise<Handles> => {
    opener.focus();
    registry.open('op');
    return handles(page.querySelector('ls-operator-dialog')!);
  };
  return {page, registry, opener, open, disconnect};
}

interface Handles {
  readonly dialog: OperatorDialogElement;
  readonly native: HTMLDialogElement;
  readonly form: OperatorFormElement | null;
  readonly input: () => HTMLInputElement;
  readonly button: (name: string) => HTMLButtonElement;
  readonly text: () => string;
  readonly status: () => string;
  readonly focused: () => string;
}

async function handles(dialog: OperatorDialogElement): Promise<Handles> {
  await dialog.updateComplete;
  const root = dialog.shadowRoot!;
  const form = root.querySelector('ls-operator-form');
  await form?.updateComplete;
  await Promise.resolve();
  const native = root.querySelector('dialog')!;
  return {
    dialog,
    native,
    form,
    input: () => form!.shadowRoot!.querySelector('input')!,
    button: (name) =>
      [...root.querySelectorAll('button')].find(
        (one) => (one.ariaLabel ?? one.textContent).trim() === name,
      )!,
    text: () => native.innerText,
    status: () => root.querySelector('[role=status]')!.textContent.trim(),
    focused: () =>
      (root.activeElement === form
        ? form?.shadowRoot?.activeElement
        : root.activeElement
      )?.textContent.trim() ?? '',
  };
}

/** An operator that waits until the test lets it go on. */
function held() {
  let release!: (result: OperatorResult) => void;
  let begun!: (options: ExecuteOptions) => void;
  const outcome = new Promise<OperatorResult>((resolve) => {
    release = resolve;
  });
  const started = new Promise<ExecuteOptions>((resolve) => {
    begun = resolve;
  });
  const execute = (options: ExecuteOptions): Promise<OperatorResult> => {
    begun(options);
    return outcome;
  };
  return {execute, started, release};
}

/** Waits until the dialog has drawn that its run is over. */
async function settled(
  page: HTMLElement,
  {dialog}: Handles,
  act: () => unknown,
): Promise<void> {
  const done = oneEvent(page, 'ls-operator-done');
  await act();
  await done;
  await dialog.updateComplete;
  await dialog.updateComplete;
}

describe('<ls-operator-dialog>', () => {
  describe('accessibility', () => {
    it('is accessible in every state', async () => {
      const operator = held();
      const {page, open} = await setup({execute: operator.execute});
      const view = await open();
      await expect(view.dialog).to.be.accessible();
      await sendKeys({type: 'Ada'});
      await sendKeys({press: 'Enter'});
      const {progress, log} = await operator.started;
      progress(0.5, 'Half of it');
      log('One line.');
      await view.dialog.updateComplete;
      await expect(view.dialog).to.be.accessible();
      await settled(page, view, () =>
        operator.release({success: true, message: 'All of it.'}),
      );
      await expect(view.dialog).to.be.accessible();
    });

    it('is named and described by the operator', async () => {
      const {open} = await setup();
      const {native} = await open();
      const root = native.getRootNode() as ShadowRoot;
      const textOf = (attribute: string): string =>
        root.getElementById(native.getAttribute(attribute)!)!.textContent;
      expect(textOf('aria-labelledby')).to.equal('op');
      expect(textOf('aria-describedby')).to.equal('Does a thing.');
    });
  });

  describe('description', () => {
    it('is markdown, made safe', async () => {
      const {open} = await dialogPage({
        description: 'Finds **words** <img src="x" onerror="fail()">',
      });
      const {root, shows} = await open();
      await shows(() => root.querySelector('#description strong'));
      const description = root.querySelector('#description')!;
      expect(description.textContent.trim()).to.equal('Finds words');
      expect(description.querySelector('[onerror]')).to.be.null;
    });
  });

  describe('opening', () => {
    it('makes it a modal child of its place', async () => {
      const {page, open} = await setup();
      const {dialog, native} = await open();
      expect(dialog.parentElement).to.equal(page);
      expect(native.matches(':modal')).to.be.true;
    });

    it('focuses the first field', async () => {
      const {open} = await setup();
      const {form, input} = await open();
      expect(form?.shadowRoot?.activeElement).to.equal(input());
    });

    it('focuses the run button when there is nothing to fill in', async () => {
      const {page, open} = await setup({
        parameters: [],
        execute: () => ({success: true, message: 'Did it.'}),
      });
      const view = await open();
      expect(view.focused()).to.equal('Run');
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('Did it.');
    });

    it('takes values over the defaults', async () => {
      const {page, registry} = await setup();
      registry.open('op', {name: 'Grace'});
      const {input} = await handles(page.querySelector('ls-operator-dialog')!);
      expect(input().value).to.equal('Grace');
    });

    it('of an operator that is open focuses its dialog', async () => {
      const {page, registry, open} = await setup();
      const {dialog} = await open();
      registry.open('op');
      expect([...page.querySelectorAll('ls-operator-dialog')]).to.deep.equal([
        dialog,
      ]);
    });

    it('finds the registry of the host around it', async () => {
      const place = document.createElement('div');
      document.body.append(place);
      const registry = new OperatorRegistry();
      registry.register(new GreetingOperator());
      new ContextProvider(place, {
        context: operatorsContext,
        initialValue: registry,
      });
      const dialog = document.createElement('ls-operator-dialog');
      dialog.operator = registry.find('Greeting') ?? null;
      place.append(dialog);
      await handles(dialog);
      const run = oneEvent(dialog, 'ls-operator-close');
      const started: string[] = [];
      registry.runs$.subscribe(({operatorName}) => started.push(operatorName));
      await sendKeys({press: 'Enter'});
      expect(started).to.deep.equal(['Greeting']);
      dialog.close();
      await run;
      place.remove();
    });
  });

  describe('running', () => {
    for (const press of ['Enter', 'Control+Enter', 'Meta+Enter']) {
      it(`starts with ${press} in a field`, async () => {
        const {page, open} = await setup();
        const view = await open();
        await sendKeys({type: 'Ada'});
        await settled(page, view, () => sendKeys({press}));
        expect(view.text()).to.contain('Hello Ada!');
      });
    }

    it('starts with Control and Enter on any button', async () => {
      const {page, open} = await setup();
      const view = await open();
      await sendKeys({type: 'Ada'});
      view.button('Cancel').focus();
      await settled(page, view, () => sendKeys({press: 'Control+Enter'}));
      expect(view.text()).to.contain('Hello Ada!');
    });

    it('does not start with values that do not fit', async () => {
      const {registry, open} = await setup();
      let runs = 0;
      registry.runs$.subscribe(() => (runs += 1));
      const {form, button, input} = await open();
      button('Run').click();
      await form!.updateComplete;
      expect(runs).to.equal(0);
      expect(form!.shadowRoot!.textContent).to.contain('required');
      expect(form!.shadowRoot!.activeElement).to.equal(input());
    });

    it('shows progress, time and log, and offers to cancel', async () => {
      const operator = held();
      const {open} = await setup({execute: operator.execute});
      const view = await open();
      await sendKeys({type: 'Ada'});
      await sendKeys({press: 'Enter'});
      const {progress, log} = await operator.started;
      progress(0.25, 'One of four');
      log('A line.');
      await view.dialog.updateComplete;
      const bar = view.native.querySelector('progress')!;
      expect(bar.value).to.equal(0.25);
      expect(view.text()).to.contain('One of four').and.contain('0:00');
      expect(view.text()).to.contain('Log (1)');
      expect(view.status()).to.equal('Running.');
      expect(view.focused()).to.equal('Cancel');
      expect(view.form!.inert).to.be.true;
      progress(null);
      await view.dialog.updateComplete;
      expect(bar.position).to.equal(-1);
    });

    it('is cancelled by its button, and keeps what was typed', async () => {
      const operator = held();
      const {page, registry, open} = await setup({execute: operator.execute});
      const states: string[] = [];
      registry.runs$.subscribe((run) =>
        run.state$.subscribe((state) => states.push(state)),
      );
      const view = await open();
      await sendKeys({type: 'Ada'});
      await sendKeys({press: 'Enter'});
      const {signal} = await operator.started;
      await view.dialog.updateComplete;
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(signal.aborted).to.be.true;
      expect(states.at(-1)).to.equal('aborted');
      expect(view.text()).to.contain('Cancelled.');
      expect(view.input().value).to.equal('Ada');
      expect(view.focused()).to.equal('Run');
    });

    it('is cancelled by Escape, which closes only the next time', async () => {
      const operator = held();
      const {page, open} = await setup({execute: operator.execute});
      const view = await open();
      await sendKeys({type: 'Ada'});
      await sendKeys({press: 'Enter'});
      await operator.started;
      await view.dialog.updateComplete;
      await settled(page, view, () => sendKeys({press: 'Escape'}));
      expect(view.native.open).to.be.true;
      expect(view.text()).to.contain('Cancelled.');
      const closed = oneEvent(page, 'ls-operator-close');
      await sendKeys({press: 'Escape'});
      await closed;
      expect(view.dialog.isConnected).to.be.false;
    });
  });

  describe('result', () => {
    it('is shown and announced, with the way out focused', async () => {
      const {page, open} = await setup();
      const view = await open();
      await sendKeys({type: 'Ada'});
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('Hello Ada!');
      expect(view.status()).to.equal('Hello Ada!');
      expect(view.focused()).to.equal('Done');
      const closed = oneEvent(page, 'ls-operator-close');
      await sendKeys({press: 'Enter'});
      await closed;
      expect(page.querySelector('ls-operator-dialog')).to.be.null;
    });

    it('leaves the form for another run', async () => {
      const {page, open} = await setup();
      const view = await open();
      await sendKeys({type: 'Ada'});
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      view.input().focus();
      await sendKeys({type: ' L.'});
      await view.dialog.updateComplete;
      expect(view.text()).not.to.contain('Hello');
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('Hello Ada L.!');
      await settled(page, view, () => {
        view.button('Run again').click();
      });
      expect(view.text()).to.contain('Hello Ada L.!');
    });
  });

  describe('failure', () => {
    it('keeps what was typed and can be tried again', async () => {
      let calls = 0;
      const {page, open} = await setup({
        execute: () => {
          calls += 1;
          if (calls === 1) throw new Error('The model is asleep.');
          return {success: true, message: 'Awake now.'};
        },
      });
      const view = await open();
      await sendKeys({type: 'Ada'});
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('The model is asleep.');
      expect(view.status()).to.equal('The model is asleep.');
      expect(view.input().value).to.equal('Ada');
      expect(view.focused()).to.equal('Try again');
      await expect(view.dialog).to.be.accessible();
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('Awake now.');
    });

    it('that the operator answers is shown in its words', async () => {
      const {page, open} = await setup({
        parameters: [],
        execute: () => ({success: false, message: 'No text here.'}),
      });
      const view = await open();
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      expect(view.text()).to.contain('No text here.');
      expect(view.text()).not.to.contain('Details');
    });

    it('about a value is shown at its field', async () => {
      const {page, open} = await setup({
        execute: () => {
          const path = '/name';
          const message = 'Nobody of that name.';
          throw new ParameterValidationError('op', [
            {code: 'parameter/type', path, message},
          ]);
        },
      });
      const view = await open();
      await sendKeys({type: 'Ada'});
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      await view.form!.updateComplete;
      expect(view.form!.shadowRoot!.textContent).to.contain(
        'Nobody of that name.',
      );
      expect(view.form!.shadowRoot!.activeElement).to.equal(view.input());
      expect(view.input().value).to.equal('Ada');
    });

    it('to find the operator is shown', async () => {
      const {page, registry, open} = await setup();
      const view = await open();
      await sendKeys({type: 'Ada'});
      await registry.close();
      await sendKeys({press: 'Enter'});
      await view.dialog.updateComplete;
      expect(view.text()).to.contain('"op" is not registered');
      expect(page.querySelector('ls-operator-dialog')).not.to.be.null;
    });
  });

  describe('closing', () => {
    for (const [how, act] of Object.entries({
      'with Escape': () => sendKeys({press: 'Escape'}),
      'with its close button': ({button}: Handles) => {
        button('Close').click();
      },
      'with its cancel button': ({button}: Handles) => {
        button('Cancel').click();
      },
      'by a call': ({dialog}: Handles) => {
        dialog.close();
      },
    })) {
      it(`${how} removes it and gives the focus back`, async () => {
        const {page, opener, open} = await setup();
        const view = await open();
        const closed = oneEvent(page, 'ls-operator-close');
        await act(view);
        const event = await closed;
        expect((event as unknown as {operatorName: string}).operatorName) //
          .to.equal('op');
        expect(view.dialog.isConnected).to.be.false;
        expect(document.activeElement).to.equal(opener);
      });
    }

    it('can be followed by opening it again, with the defaults', async () => {
      const {page, open} = await setup();
      const first = await open();
      await sendKeys({type: 'Ada'});
      const closed = oneEvent(page, 'ls-operator-close');
      first.dialog.close();
      await closed;
      const second = await open();
      expect(second.input().value).to.equal('');
    });
  });

  describe('events', () => {
    it('of a run reach the page in order', async () => {
      const {page, open} = await setup({
        parameters: [],
        execute: () => {
          throw new Error('no');
        },
      });
      const names: string[] = [];
      for (const name of [
        'ls-operator-run',
        'ls-operator-error',
        'ls-operator-done',
      ] as const) {
        page.addEventListener(name, () => names.push(name));
      }
      const view = await open();
      await settled(page, view, () => sendKeys({press: 'Enter'}));
      await Promise.resolve();
      expect(names[0]).to.equal('ls-operator-run');
      expect(names).to.have.members([
        'ls-operator-run',
        'ls-operator-error',
        'ls-operator-done',
      ]);
    });
  });

  describe('keyboard', () => {
    it('does not leak keys to the page', async () => {
      const {page, open} = await setup();
      const leaked: string[] = [];
      page.addEventListener('keydown', ({key}) => leaked.push(key));
      const {button} = await open();
      button('Run').focus();
      await sendKeys({press: '1'});
      expect(leaked).to.be.empty;
    });
  });

  describe('layout', () => {
    it('fits 400 pixels without scrolling sideways', async () => {
      await setViewport({width: 400, height: 700});
      const {open} = await setup({
        description: 'x'.repeat(120),
        parameters: [
          {
            name: 'rules',
            param_type: 'table',
            default: [{a: 'x', b: 'y', c: 'z'}],
            columns: ['a', 'b', 'c'].map((name) => ({
              name,
              description: '',
              default: null,
              required: true,
              param_type: 'str',
            })),
          },
        ],
      });
      const {native} = await open();
      const {left, right} = native.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(400);
      const body = native.querySelector('.body')!;
      expect(body.scrollWidth).to.equal(body.clientWidth);
      await setViewport({width: 800, height: 600});
    });
  });

  describe('teardown', () => {
    it('aborts the run of a dialog that is taken away', async () => {
      const operator = held();
      const {open} = await setup({execute: operator.execute});
      const {dialog} = await open();
      await sendKeys({type: 'Ada'});
      await sendKeys({press: 'Enter'});
      const {signal} = await operator.started;
      dialog.remove();
      expect(signal.aborted).to.be.true;
    });

    it('leaves nothing on the page when its place is disconnected', async () => {
      const {page, registry, open, disconnect} = await setup();
      await open();
      disconnect();
      expect(page.querySelector('ls-operator-dialog')).to.be.null;
      expect(() => registry.open('op')).to.throw();
    });
  });
});
