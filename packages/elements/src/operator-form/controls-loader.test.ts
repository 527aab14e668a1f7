import {expect, fixture} from '@open-wc/testing';
import {LitElement, html} from 'lit';
import type {TemplateResult} from 'lit';

import {ControlsLoader} from './controls-loader.js';

/** A form that draws nothing but whether it could. */
class LoadingElement extends LitElement {
  loads = 0;
  isThere = false;
  readonly loader = new ControlsLoader(this, {
    needs: () => !this.isThere,
    load: async () => {
      this.loads += 1;
      if (this.loads === 1) throw new Error('offline');
      this.isThere = true;
    },
  });

  protected override render(): TemplateResult {
    const isReady = this.loader.isReadyFor([]);
    return html`${isReady ? 'ready' : this.loader.error}`;
  }
}
customElements.define('test-controls-loader', LoadingElement);

async function setup() {
  const element = await fixture<LoadingElement>(
    html`<test-controls-loader></test-controls-loader>`,
  );
  const {loader} = element;
  await loader.settled;
  await element.updateComplete;
  return {element, loader, text: () => element.shadowRoot!.textContent.trim()};
}

describe('ControlsLoader', () => {
  it('says why controls could not be loaded, and does not try on its own', async () => {
    const {element, loader, text} = await setup();
    expect(text()).to.equal('Error: offline');
    element.requestUpdate();
    await element.updateComplete;
    expect(loader.isReadyFor([])).to.be.false;
    expect([element.loads, loader.isLoading]).to.deep.equal([1, false]);
  });

  it('tries once more when it is told to', async () => {
    const {element, loader, text} = await setup();
    loader.load();
    loader.load();
    expect([loader.isLoading, loader.error]).to.deep.equal([true, '']);
    await loader.settled;
    await element.updateComplete;
    expect(text()).to.equal('ready');
    expect(element.loads).to.equal(2);
  });
});
