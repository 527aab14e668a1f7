import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {OperatorRegistry} from '@ls-annotation/operators';
import type {ExecuteOptions, OperatorResult} from '@ls-annotation/operators';

import '../define/operator-tray.js';
import type {OperatorShowEvent} from '../events/operator-events.js';

import type {OperatorTrayElement} from './operator-tray.js';

/** Two operators that wait for the test, and the tray of their registry. */
async function setup() {
  const registry = new OperatorRegistry();
  const begun: ExecuteOptions[] = [];
  const ends: ((result: OperatorResult) => void)[] = [];
  for (const name of ['One', 'Two']) {
    registry.register({
      name,
      overlap: 'queue',
      execute: (options) => {
        begun.push(options);
        return new Promise((resolve) => ends.push(resolve));
      },
    });
  }
  const tray = await fixture<OperatorTrayElement>(
    html`<ls-operator-tray .registry=${registry}></ls-operator-tray>`,
  );
  const root = tray.shadowRoot!;
  const toggle = (): HTMLButtonElement | null =>
    root.querySelector<HTMLButtonElement>('.toggle');
  const panel = (): HTMLElement => root.querySelector<HTMLElement>('.panel')!;
  const button = (name: string): HTMLButtonElement | undefined =>
    [...root.querySelectorAll<HTMLButtonElement>('.panel button')].find(
      (one) => (one.ariaLabel ?? one.textContent).trim() === name,
    );
  const settle = async (fact: () => unknown): Promise<void> => {
    await tray.updateComplete;
    while (!fact()) {
      await new Promise(requestAnimationFrame);
      await tray.updateComplete;
    }
  };
  const open = async (): Promise<void> => {
    const toggled = oneEvent(panel(), 'toggle');
    toggle()!.focus();
    await sendKeys({press: 'Enter'});
    await toggled;
    await settle(() => panel().classList.contains('placed'));
  };
  const status = (): string =>
    root.querySelector('[role=status]')!.textContent.trim();
  return {
    registry,
    begun,
    ends,
    tray,
    root,
    toggle,
    panel,
    button,
    settle,
    open,
    status,
  };
}

describe('<ls-operator-tray>', () => {
  it('is accessible without runs, closed, and open', async () => {
    const {registry, tray, begun, toggle, settle, open} = await setup();
    expect(toggle()).to.be.null;
    await expect(tray).to.be.accessible();
    registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    await expect(tray).to.be.accessible();
    await open();
    await expect(tray).to.be.accessible();
  });

  it('counts the runs that go on', async () => {
    const {registry, begun, ends, toggle, settle} = await setup();
    registry.run('One');
    registry.run('Two');
    await settle(() => begun.length === 2 && toggle());
    expect(toggle()!.innerText).to.contain('2 runs go on');
    ends[0]!({success: true, message: 'First.'});
    await settle(() => toggle()!.innerText.includes('1 run goes on'));
    ends[1]!({success: true, message: ''});
    await settle(() => !toggle()!.innerText.includes('on'));
  });

  it('shows how far a run is, and cancels it', async () => {
    const {registry, begun, panel, button, settle, open, toggle} =
      await setup();
    const run = registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    begun[0]!.progress(0.5, 'Half of it');
    await open();
    expect(panel().innerText).to.contain('Half of it').and.contain('0:00');
    expect(panel().querySelector('progress')!.value).to.equal(0.5);
    expect(button('Cancel: One')!.matches(':focus')).to.be.true;
    await sendKeys({press: 'Enter'});
    await settle(() => panel().innerText.includes('Cancelled.'));
    expect(run.state).to.equal('aborted');
  });

  it('says of a run that is queued how many come before it, and no more', async () => {
    const {registry, begun, ends, panel, settle, open, toggle} = await setup();
    for (const name of ['One', 'One', 'One']) registry.run(name);
    await settle(() => begun.length === 1 && toggle());
    await open();
    const runs = () => [...panel().querySelectorAll('li')];
    const [first, next, last] = runs().map(({innerText}) => innerText);
    expect(first).to.contain('Running…').and.contain('0:00');
    expect(next).to.contain('Queued: it is next.').and.not.contain('0:00');
    expect(last).to.contain('Queued: 1 before it.').and.not.contain('0:00');
    expect(panel().querySelectorAll('progress')).to.have.length(1);
    ends[0]!({success: true, message: ''});
    await settle(() => begun.length === 2);
    await settle(() => panel().innerText.includes('Queued: it is next.'));
    expect(panel().querySelectorAll('progress')).to.have.length(1);
  });

  it('says politely what has ended, and how', async () => {
    const {registry, begun, ends, settle, status, toggle} = await setup();
    registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    ends[0]!({success: true, message: 'Found three.'});
    await settle(() => status() !== '');
    expect(status()).to.equal('One: Found three.');
  });

  it('asks for a run to be shown, with the focus back on its button', async () => {
    const {registry, begun, tray, button, settle, open, toggle} = await setup();
    const run = registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    await open();
    const asked = oneEvent(tray, 'ls-operator-show-request');
    button('Show: One')!.click();
    expect(((await asked) as unknown as OperatorShowEvent).run).to.equal(run);
    expect(toggle()!.matches(':focus')).to.be.true;
  });

  it('runs again what is over, and forgets it on request', async () => {
    const {registry, begun, ends, panel, button, settle, open, toggle, root} =
      await setup();
    registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    ends[0]!({success: false, message: 'Not yet.'});
    await open();
    await settle(() => button('Run again: One'));
    expect(panel().innerText).to.contain('Not yet.');
    button('Run again: One')!.focus();
    await sendKeys({press: 'Enter'});
    await settle(() => begun.length === 2);
    button('Clear finished')!.focus();
    await sendKeys({press: 'Enter'});
    await settle(() => !panel().innerText.includes('Not yet.'));
    expect(registry.runList.recent).to.be.empty;
    await settle(() => root.activeElement === panel());
  });

  it('asks again, in the dialog, before what is dangerous', async () => {
    const {registry, panel, button, settle, open, toggle} = await setup();
    registry.register({
      name: 'Wipe',
      danger: 'dangerous',
      execute: () => ({success: true, message: 'Gone.'}),
    });
    const opened: string[] = [];
    registry.openRequests$.subscribe(({name}) => opened.push(name));
    registry.run('Wipe');
    await settle(toggle);
    await open();
    await settle(() => panel().innerText.includes('Gone.'));
    button('Run again: Wipe')!.click();
    expect(opened).to.deep.equal(['Wipe']);
    expect(registry.runList.current).to.be.empty;
  });

  it('closes with Escape and gives the focus back', async () => {
    const {registry, begun, panel, settle, open, toggle} = await setup();
    registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    await open();
    await sendKeys({press: 'Escape'});
    await settle(() => !panel().matches(':popover-open'));
    expect(toggle()!.matches(':focus')).to.be.true;
  });

  it('leaves no timer and hears no run when it is taken away', async () => {
    const {registry, begun, ends, tray, settle, toggle} = await setup();
    const run = registry.run('One');
    await settle(() => begun.length === 1 && toggle());
    tray.remove();
    let updates = 0;
    tray.requestUpdate = () => {
      updates += 1;
    };
    begun[0]!.progress(0.5);
    ends[0]!({success: true, message: ''});
    await run;
    expect(updates).to.equal(0);
    expect(run.state).to.equal('succeeded');
  });
});
