import {expect, fixture} from '@open-wc/testing';
import {LitElement, html} from 'lit';

import {until} from '@ls-annotation/testing';

import {DialogPartsLoader} from './dialog-parts.js';
import {renderMissingParts} from './render-missing-parts.js';

/** A dialog of nothing but parts, that come when `isServed`. */
class PartsElement extends LitElement {
  isServed = false;
  readonly asked: string[] = [];
  readonly parts = new DialogPartsLoader(this, {
    results: () => this.#load('results'),
    changes: () => this.#load('changes'),
    presets: () => this.#load('presets'),
  });

  protected override updated(): void {
    this.parts.load({results: true, changes: true, presets: false});
  }

  protected override render(): unknown {
    return renderMissingParts(this.parts);
  }

  async #load(name: string): Promise<void> {
    this.asked.push(name);
    if (!this.isServed) throw new TypeError('Failed to fetch a module');
  }
}
customElements.define('test-dialog-parts', PartsElement);

async function setup() {
  const element = await fixture<PartsElement>(
    html`<test-dialog-parts></test-dialog-parts>`,
  );
  const root = element.shadowRoot!;
  await until(() => element.parts.missing.length === 2);
  await element.updateComplete;
  return {
    element,
    text: () => root.textContent.trim(),
    button: () => root.querySelector('button')!,
  };
}

describe('DialogPartsLoader', () => {
  it('says which parts did not come, and asks for each but once', async () => {
    const {element, text} = await setup();
    expect(text()).to.contain(
      'Could not be loaded: what came out of the run; the changes that wait',
    );
    element.requestUpdate();
    await element.updateComplete;
    expect(element.asked).to.deep.equal(['results', 'changes']);
    await expect(element).to.be.accessible();
  });

  it('asks again when a person wants to, and is silent when they come', async () => {
    const {element, text, button} = await setup();
    element.isServed = true;
    button().click();
    await until(() => element.asked.length === 4);
    await element.updateComplete;
    expect(text()).to.equal('');
  });
});
