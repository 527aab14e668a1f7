import {ContextConsumer} from '@lit/context';
import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';

import type {LSI} from '@ls-annotation/lsi';

import {
  annotationContext,
  eventsContext,
  hostContext,
  lsiContext,
  operatorsContext,
  pluginContext,
  taskContext,
} from './contexts.js';
import './define/annotation-host.js';
import {hostFixture} from './host/testing/host-fixture.js';

class PanelElement extends LitElement {
  readonly lsi: LSI[] = [];
  readonly consumer = new ContextConsumer(this, {
    context: lsiContext,
    subscribe: true,
    callback: (value) => this.lsi.push(value),
  });
}
customElements.define('test-context-panel', PanelElement);

/** Asks as an element does that knows nothing but the community protocol. */
function request(from: Element, name: string): unknown {
  let answer: unknown;
  const event = new Event('context-request', {bubbles: true, composed: true});
  Object.assign(event, {
    context: Symbol.for(`@ls-annotation/${name}`),
    callback: (value: unknown) => {
      answer = value;
    },
  });
  from.dispatchEvent(event);
  return answer;
}

describe('contexts', () => {
  it('have keys that every copy of the package shares', () => {
    const keys = {
      annotation: annotationContext,
      events: eventsContext,
      host: hostContext,
      lsi: lsiContext,
      operators: operatorsContext,
      plugin: pluginContext,
      task: taskContext,
    };
    for (const [name, key] of Object.entries(keys)) {
      expect(key).to.equal(Symbol.for(`@ls-annotation/${name}`));
    }
  });

  it('answer elements that know only the protocol', async () => {
    const {host} = await hostFixture({html: '<p slot="panel">Mine</p>'});
    const child = host.querySelector('p')!;
    expect(request(child, 'host')).to.equal(host);
    expect(request(child, 'lsi')).to.equal(host.lsi);
    expect(request(child, 'events')).to.equal(host.events);
    expect(request(child, 'operators')).to.equal(host.operators);
    expect(request(child, 'task')).to.equal(host.store.state.task);
    expect(request(child, 'annotation')).to.equal(host.session.scope);
    expect(request(child, 'plugin')).to.have.property(
      'annotation',
      host.lsi.annotation,
    );
    host.remove();
  });

  it('tell subscribers of every display', async () => {
    const {host} = await hostFixture({
      html: '<test-context-panel slot="panel"></test-context-panel>',
    });
    const panel = host.querySelector<PanelElement>('test-context-panel')!;
    host.createAnnotation();
    await host.displayed;
    expect(panel.lsi.at(-1)).to.equal(host.lsi);
    expect(new Set(panel.lsi).size).to.be.greaterThan(1);
    host.remove();
  });

  it('say that nothing is on display', async () => {
    const {host} = await hostFixture({
      task: null,
      html: '<p slot="panel">Mine</p>',
    });
    const child = host.querySelector('p')!;
    expect(request(child, 'task')).to.equal(null);
    expect(request(child, 'annotation')).to.equal(null);
    expect(request(child, 'plugin')).to.equal(null);
    host.remove();
  });
});
