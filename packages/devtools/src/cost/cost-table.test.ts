import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

/** Keeps the page busy for at least so many milliseconds. */
const SCRIPT = `LSI.on('lsTried', (ms) => {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
});`;

async function setup() {
  const parts = await panelFixture({script: SCRIPT});
  const {panel, root: panelRoot, button} = parts;
  button('Cost').click();
  await panel.updateComplete;
  const element = panelRoot.querySelector('ls-cost-table')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const row = (name: string): readonly string[] | null => {
    const found = [...root.querySelectorAll('tbody tr')].find(
      (each) => each.querySelector('th')?.textContent.trim() === name,
    );
    return (
      (found &&
        [...found.querySelectorAll('td')].map(({textContent}) =>
          textContent.trim(),
        )) ??
      null
    );
  };
  return {
    ...parts,
    element,
    costRoot: root,
    row,
    shows: (name: string, count: number): Promise<void> =>
      whenShown(root, () => row(name)?.[0] === String(count)),
  };
}

describe('<ls-cost-table>', () => {
  it('is accessible', async () => {
    const {host, costRoot, shows, end} = await setup();
    await expect(costRoot).to.be.accessible();
    host.events.dispatch('lsTried', 1);
    await shows('lsTried', 1);
    await expect(costRoot).to.be.accessible();
    end();
  });

  it('measures the handlers of each event', async () => {
    const {host, row, shows, end} = await setup();
    host.events.dispatch('lsTried', 2);
    host.events.dispatch('lsTried', 6);
    host.events.dispatch('lsNobody');
    await shows('lsTried', 2);
    const [, mean, longest, total] = row('lsTried')!.map(Number);
    expect(longest).to.be.at.least(6);
    expect(total).to.be.at.least(8);
    expect(mean).to.be.closeTo(total! / 2, 1);
    expect(row('lsNobody')).to.equal(null);
    end();
  });

  it('leaves out what handlers of others cost', async () => {
    const {host, row, shows, end} = await setup();
    host.events.addHandler('lsTried', () => host.events.dispatch('lsInner'), {
      owner: 'other',
    });
    host.events.addHandler('lsInner', () => undefined, {owner: 'other'});
    host.events.dispatch('lsTried', 0);
    await shows('lsTried', 1);
    expect(row('lsInner')).to.equal(null);
    end();
  });

  it('measures starts and ends', async () => {
    const {row, shows, button, end} = await setup();
    expect(row('Start')).to.deep.equal(['0', '–', '–', '–']);
    button('Next annotation').focus();
    await sendKeys({press: 'Enter'});
    await shows('Start', 1);
    await shows('Start, until it has settled', 1);
    await shows('End: disposers, and taking back', 1);
    expect(Number(row('Start')![1])).to.be.at.least(0);
    end();
  });

  it('begins anew when it is cleared', async () => {
    const {host, costRoot, row, shows, end} = await setup();
    host.events.dispatch('lsTried', 0);
    await shows('lsTried', 1);
    costRoot.querySelector('button')!.focus();
    await sendKeys({press: 'Enter'});
    await whenShown(costRoot, () => row('lsTried') === null);
    end();
  });

  it('measures nothing before it is chosen, nor when it has gone', async () => {
    const parts = await panelFixture({script: SCRIPT});
    const runs = parts.host.pluginRuntime.runs$ as unknown as {
      observed: boolean;
    };
    expect(runs.observed).to.equal(false);
    parts.button('Cost').click();
    await parts.panel.updateComplete;
    await parts.root.querySelector('ls-cost-table')!.updateComplete;
    expect(runs.observed).to.equal(true);
    parts.panel.remove();
    expect(runs.observed).to.equal(false);
    parts.end();
  });
});
