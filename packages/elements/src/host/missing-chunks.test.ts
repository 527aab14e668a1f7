import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import {createDefaultRegistry} from '../surfaces/default-registry.js';

import {hostFixture} from './testing/host-fixture.js';

const CONFIG = `<View>
  <Text name="text" value="$text"/>
  <Rating name="stars" toName="text"/>
</View>`;

/** A host whose chunk for texts does not come until `serve()`. */
async function setup() {
  const view = await hostFixture({config: '<View/>'});
  const {host} = view;
  const product = createDefaultRegistry();
  const codes: string[] = [];
  let isServed = false;
  let asked = 0;
  host.addEventListener('ls-host-error', ({error}) => codes.push(error.code));
  host.surfaces.registerLazy('Text', async () => {
    asked += 1;
    // What a browser says when there is nothing, or a web page.
    if (!isServed) throw new TypeError('Failed to fetch a module');
    await product.prepare(['text']);
    return product.find('text')!;
  });
  host.config = CONFIG;
  host.task = {id: 1, data: {text: 'Ada met Charles.'}};
  await host.displayed;
  await host.updateComplete;
  return {
    ...view,
    codes,
    asked: () => asked,
    serve: () => {
      isServed = true;
    },
    notices: () => [...host.querySelectorAll<HTMLElement>('.lsf-notice')],
    retry: () => host.querySelector<HTMLButtonElement>('.lsf-notice button')!,
  };
}

describe('a host whose chunk does not come', () => {
  it('is accessible', async () => {
    const {host} = await setup();
    await expect(host).to.be.accessible();
    host.remove();
  });

  it('says so once, in the place of the tag, and shows the rest', async () => {
    const {host, has, notices, codes} = await setup();
    expect(notices()).to.have.length(1);
    const {innerText} = notices()[0]!;
    expect(innerText).to.contain('<Text> “text” could not be loaded');
    expect(innerText).not.to.contain('not supported');
    expect(has('ls-notice'), 'told beside it').to.equal(false);
    expect(codes).to.include('elements/surface-load');
    expect(host.querySelector('[role="radiogroup"]')).not.to.equal(null);
    host.remove();
  });

  it('shows the tag when a person tries again and it comes', async () => {
    const {host, serve, retry, notices} = await setup();
    serve();
    retry().click();
    await until(() => host.querySelector('.htx-richtext') !== null);
    expect(notices()).to.have.length(0);
    expect(host.innerText).to.contain('Ada met Charles.');
    host.remove();
  });

  it('keeps the button and the focus when it does not come again', async () => {
    const {host, asked, retry, find} = await setup();
    const button = retry();
    const before = asked();
    button.focus();
    await sendKeys({press: 'Enter'});
    await until(() => asked() > before && button.ariaDisabled !== 'true');
    expect(document.activeElement === button).to.equal(true);
    const {shadowRoot} = find('ls-toast');
    await until(() => shadowRoot?.textContent.includes('could not be loaded'));
    host.remove();
  });
});
