import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import '../define/region-menu.js';
import {LeakCounter} from '../host/testing/leak-counter.js';

import type {RegionMenuElement} from './region-menu.js';

async function setup(labels: readonly string[] = ['Copy', 'Merge', 'Split']) {
  const opener = document.createElement('button');
  opener.textContent = 'opener';
  const menu: RegionMenuElement = document.createElement('ls-region-menu');
  document.body.append(opener, menu);
  const chosen: string[] = [];
  const show = () =>
    menu.show(
      labels.map((label) => ({
        label,
        choose: () => {
          chosen.push(label);
        },
      })),
      {xPx: 120, yPx: 80},
      opener,
    );
  await show();
  const root = menu.shadowRoot!;
  return {
    menu,
    chosen,
    opener,
    show,
    panel: root.querySelector<HTMLElement>('[role="menu"]')!,
    focused: () => root.activeElement?.textContent.trim(),
    isOpen: () => root.querySelector('[role="menu"]')!.matches(':popover-open'),
    end: () => {
      opener.remove();
      menu.remove();
    },
  };
}

describe('<ls-region-menu>', () => {
  it('is accessible', async () => {
    const {menu, end} = await setup();
    await expect(menu).to.be.accessible();
    end();
  });

  it('opens where it was asked for, with the focus on the first entry', async () => {
    const {panel, focused, end} = await setup();
    const {left, top} = panel.getBoundingClientRect();
    expect([left, Math.round(top)]).to.deep.equal([120, 84]);
    expect(focused()).to.equal('Copy');
    end();
  });

  it('is walked by arrow keys, Home and End, round its ends', async () => {
    const {focused, end} = await setup();
    const seen: unknown[] = [];
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'End', 'Home']) {
      await sendKeys({press: key});
      seen.push(focused());
    }
    expect(seen).to.deep.equal(['Split', 'Copy', 'Merge', 'Split', 'Copy']);
    end();
  });

  it('does what is chosen, and gives the focus back', async () => {
    const {chosen, opener, isOpen, end} = await setup();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    expect(chosen).to.deep.equal(['Merge']);
    expect(isOpen()).to.equal(false);
    expect(document.activeElement).to.equal(opener);
    end();
  });

  it('closes with Escape, with Tab, and with a press elsewhere', async () => {
    const {show, isOpen, opener, chosen, end} = await setup();
    for (const key of ['Escape', 'Tab']) {
      await show();
      await sendKeys({press: key});
      expect(isOpen()).to.equal(false);
      expect(document.activeElement).to.equal(opener);
    }
    await show();
    await sendMouse({type: 'click', position: [5, 400]});
    expect(isOpen()).to.equal(false);
    expect(chosen).to.deep.equal([]);
    end();
  });

  it('says so when there is nothing to choose', async () => {
    const {focused, chosen, end} = await setup([]);
    expect(focused()).to.equal('Nothing to do here');
    await sendKeys({press: 'Enter'});
    expect(chosen).to.deep.equal([]);
    end();
  });

  it('leaves no listener behind', async () => {
    const counter = new LeakCounter();
    const before = counter.count();
    const {end} = await setup();
    end();
    expect(counter.count()).to.deep.equal(before);
    counter.end();
  });
});
