import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {ContextProvider} from '@lit/context';
import {filter, firstValueFrom} from 'rxjs';

import {OperatorRegistry} from '@ls-annotation/operators';
import {startDouble} from '@ls-annotation/testing/lightly-studio';

import {operatorsContext} from '../contexts.js';
import '../define/annotation-host.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';
import type {OperatorDialogElement} from '../operator-dialog/operator-dialog.js';
import type {OperatorMenuElement} from '../operator-menu/operator-menu.js';

const CONFIG = `
  <View>
    <Choices name="kind" toName="text"><Choice value="A"/></Choices>
    <Text name="text" value="$text"/>
  </View>`;

/** Resolves with the first event of a type that fits. */
function heard<K extends keyof GlobalEventHandlersEventMap>(
  target: HTMLElement,
  type: K,
  fits: (event: GlobalEventHandlersEventMap[K]) => boolean = () => true,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) => {
    const onEvent = (event: GlobalEventHandlersEventMap[K]): void => {
      if (!fits(event)) return;
      target.removeEventListener(type, onEvent);
      resolve(event);
    };
    target.addEventListener(type, onEvent);
  });
}

const isReady = ({state}: {state: {status: string}}): boolean =>
  state.status === 'ready';

/** A host on the page, with a source of a fresh double. */
async function setup() {
  const double = await startDouble();
  const {url, collectionId} = double.server;
  const host = await fixture<AnnotationHostElement>(
    html`<ls-annotation-host
      .config=${CONFIG}
      .task=${{id: 1, data: {text: 'Rome.'}}}
    ></ls-annotation-host>`,
  );
  await host.displayed;
  const source = document.createElement('ls-operator-source');
  source.src = url;
  source.collectionId = collectionId;
  source.options = {tries: 1};
  const ready = heard(source, 'ls-operator-source-change', isReady);
  host.append(source);
  await ready;
  await host.updateComplete;
  return {double, host, source};
}

/** A host with a source of a server whose runs are resources. */
async function setupRuns() {
  const asked = await fetch('/doubles/operator-server');
  const {url} = (await asked.json()) as {url: string};
  const host = await fixture<AnnotationHostElement>(
    html`<ls-annotation-host
      .config=${CONFIG}
      .task=${{id: 1, data: {text: 'Rome.'}}}
    ></ls-annotation-host>`,
  );
  await host.displayed;
  const source = document.createElement('ls-operator-source');
  source.src = url;
  const ready = heard(source, 'ls-operator-source-change', isReady);
  host.append(source);
  await ready;
  const runs = async (): Promise<{state: string}[]> => {
    const response = await fetch(`${url}/v2/runs`);
    return (await response.json()) as {state: string}[];
  };
  return {host, source, runs};
}

/** A source with a registry of its own, and no host around it. */
async function setupAlone(attributes: Record<string, string> = {}) {
  const double = await startDouble();
  const registry = new OperatorRegistry();
  const source = document.createElement('ls-operator-source');
  source.registry = registry;
  source.options = {tries: 1};
  source.setAttribute('src', double.server.url);
  for (const [name, value] of Object.entries(attributes)) {
    source.setAttribute(name, value);
  }
  const ready = heard(source, 'ls-operator-source-change', isReady);
  await fixture(html`<div>${source}</div>`);
  await ready;
  return {double, registry, source};
}

async function click(element: Element): Promise<void> {
  const {x, y, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [
    Math.round(x + width / 2),
    Math.round(y + height / 2),
  ];
  await sendMouse({type: 'click', position});
}

/** Opens an operator's dialog as a person does: button, search, Enter. */
async function openFromMenu(
  host: AnnotationHostElement,
  name: string,
): Promise<OperatorDialogElement> {
  const menu =
    host.shadowRoot!.querySelector<OperatorMenuElement>('ls-operator-menu')!;
  const root = menu.shadowRoot!;
  const opened = heard(root.querySelector<HTMLElement>('.panel')!, 'toggle');
  await click(root.querySelector('[part=button]')!);
  await opened;
  await menu.updateComplete;
  await sendKeys({type: name});
  await menu.updateComplete;
  await sendKeys({press: 'Enter'});
  const dialog = host.querySelector('ls-operator-dialog')!;
  await dialog.updateComplete;
  await dialog.shadowRoot!.querySelector('ls-operator-form')?.updateComplete;
  return dialog;
}

describe('<ls-operator-source>', () => {
  it('is accessible', async () => {
    const {source} = await setup();
    await expect(source).to.be.accessible();
  });

  describe('in a host', () => {
    it('fills the menu; a person opens a dialog, runs, reads', async () => {
      const {host} = await setup();
      const dialog = await openFromMenu(host, 'Greeting');
      const text = dialog.shadowRoot!.querySelector('h2')!.textContent;
      expect(text).to.equal('Greeting');
      await sendKeys({press: 'Control+a'});
      await sendKeys({type: 'Ada'});
      const done = heard(host, 'ls-operator-done');
      await sendKeys({press: 'Enter'});
      const {result} = await done;
      expect(result).to.deep.equal({success: true, message: 'Hello Ada!'});
      await dialog.updateComplete;
      const shown = dialog.shadowRoot!.querySelector('[part=result]')!;
      expect(shown.textContent).to.contain('Hello Ada!');
      dialog.close();
    });

    for (const [name, words] of [
      ['Bad value', 'bad value'],
      ['Refuses', 'Not today.'],
      ['Crashes', 'no readable answer'],
    ] as const) {
      it(`shows in words what went wrong: ${name}`, async () => {
        const {host} = await setup();
        const dialog = await openFromMenu(host, name);
        const done = heard(host, 'ls-operator-done');
        await sendKeys({press: 'Enter'});
        await done;
        await dialog.updateComplete;
        const shown = dialog.shadowRoot!.querySelector('[part=error]')!;
        expect(shown.textContent).to.contain(words);
        await expect(dialog).to.be.accessible();
        dialog.close();
      });
    }

    it('takes its operators out when it leaves, and back in', async () => {
      const {host, source} = await setup();
      source.remove();
      expect(host.operators.list()).to.be.empty;
      expect(source.state.status).to.equal('idle');
      const ready = heard(source, 'ls-operator-source-change', isReady);
      host.append(source);
      await ready;
      expect(host.operators.find('Greeting')).to.exist;
    });
  });

  describe('of a server whose runs are resources', () => {
    it('shows progress and log; Escape stops the work there', async () => {
      const {host, runs} = await setupRuns();
      host.operators.open('Until cancelled');
      const dialog = host.querySelector('ls-operator-dialog')!;
      await dialog.updateComplete;
      const begun = heard(host, 'ls-operator-run');
      await sendKeys({press: 'Enter'});
      const {run} = await begun;
      await firstValueFrom(
        run.changes$.pipe(
          filter(({progress, log}) => progress.fraction === 0.5 && !!log[0]),
        ),
      );
      await dialog.updateComplete;
      const shown = dialog.shadowRoot!.querySelector('[part=progress]')!;
      expect(shown.textContent).to.contain('half the way');
      expect(run.log[0]!.message).to.equal('waiting');
      await sendKeys({press: 'Escape'});
      expect(run.state).to.equal('aborted');
      while ((await runs())[0]?.state !== 'cancelled');
      dialog.close();
    });

    it("shows what the server's checks say at the field", async () => {
      const {host} = await setupRuns();
      host.operators.open('Checks', {word: 'cat'});
      const dialog = host.querySelector('ls-operator-dialog')!;
      await dialog.updateComplete;
      const form = dialog.shadowRoot!.querySelector('ls-operator-form')!;
      await form.updateComplete;
      const done = heard(host, 'ls-operator-done');
      await sendKeys({press: 'Enter'});
      await done;
      await dialog.updateComplete;
      await form.updateComplete;
      const error = form.shadowRoot!.querySelector('[part=error]')!;
      expect(error.textContent).to.contain('Not that word.');
      dialog.close();
    });
  });

  describe('attributes', () => {
    it('name the collection and a part of it', async () => {
      const filter = {filter_type: 'sample', sample_ids: []};
      const {double, registry, source} = await setupAlone({
        'context-filter': JSON.stringify(filter),
      });
      expect(registry.find('Sees context')!.isApplicable).to.be.false;
      const {collectionId} = double.server;
      source.setAttribute('collection-id', collectionId);
      const {message} = await registry.run('Sees context');
      expect(JSON.parse(message)).to.deep.equal({
        collection_id: collectionId,
        filter_type: 'sample',
      });
    });

    it('change the server when they change', async () => {
      const {registry, source} = await setupAlone({label: 'one'});
      const {server} = await startDouble();
      const before = registry.find('Greeting')!.operator;
      const ready = heard(source, 'ls-operator-source-change', isReady);
      source.src = server.url;
      await ready;
      expect(registry.find('Greeting')!.operator).to.not.equal(before);
      expect(registry.sources).to.have.length(1);
      expect(registry.sources[0]!.label).to.equal('one');
    });

    it('without an address mean no server', async () => {
      const {registry, source} = await setupAlone();
      source.src = '';
      await source.updateComplete;
      expect(registry.sources).to.be.empty;
      expect(source.state.status).to.equal('idle');
    });

    it('may hold an address relative to the page', async () => {
      const source = document.createElement('ls-operator-source');
      source.registry = new OperatorRegistry();
      source.options = {tries: 1};
      source.src = '/no/such/api';
      const failed = heard(source, 'ls-operator-error');
      await fixture(html`<div>${source}</div>`);
      const url = `${location.origin}/no/such/api/operators`;
      expect((await failed).error).to.include({url});
    });
  });

  it('finds a host that is defined after it', async () => {
    const double = await startDouble();
    const registry = new OperatorRegistry();
    const around = await fixture<HTMLElement>(
      html`<late-operators-host>
        <ls-operator-source
          src=${double.server.url}
          .options=${{tries: 1}}
        ></ls-operator-source>
      </late-operators-host>`,
    );
    const source = around.querySelector('ls-operator-source')!;
    await source.updateComplete;
    expect(source.source).to.equal(null);
    const ready = heard(source, 'ls-operator-source-change', isReady);
    customElements.define(
      'late-operators-host',
      class extends HTMLElement {
        constructor() {
          super();
          new ContextProvider(this, {
            context: operatorsContext,
            initialValue: registry,
          });
        }
      },
    );
    await ready;
    expect(registry.sources).to.deep.equal([source.source]);
  });

  describe('a list that cannot be loaded', () => {
    it('is an event, and a state until it could', async () => {
      const {double, host, source} = await setup();
      await double.trouble('busy');
      const failed = heard(host, 'ls-operator-error');
      await source.refresh();
      const {error} = await failed;
      expect(error).to.include({kind: 'busy', status: 503});
      expect(source.state.status).to.equal('failed');
      expect(source.state.error).to.equal(error);
      await source.refresh();
      expect(source.state.status).to.equal('ready');
    });
  });

  it('leaves nothing behind', async () => {
    const {registry, source} = await setupAlone();
    source.remove();
    expect(registry.list()).to.be.empty;
    expect(registry.sources).to.be.empty;
    const heardLater: string[] = [];
    source.addEventListener('ls-operator-source-change', ({state}) =>
      heardLater.push(state.status),
    );
    await source.refresh();
    expect(heardLater).to.be.empty;
  });
});
