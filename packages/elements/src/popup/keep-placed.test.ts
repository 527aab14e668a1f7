import {expect, fixture, html} from '@open-wc/testing';

import {until} from '@ls-annotation/testing';

import {keepPlaced} from './keep-placed.js';

/** A button and its panel in something that scrolls, in a shadow. */
async function setup() {
  const outer = await fixture<HTMLElement>(html`<div></div>`);
  const root = outer.attachShadow({mode: 'open'});
  root.innerHTML = `
    <div class="scroller" style="block-size: 300px; overflow: auto">
      <div style="block-size: 2000px"><button>Open</button></div>
      <div class="panel" popover="manual"
        style="position: fixed; inset: auto; margin: 0; overflow: auto">
        <div style="block-size: 3000px">Long</div>
      </div>
    </div>`;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const scroller = find('.scroller');
  const panel = find('.panel');
  const button = find('button');
  panel.showPopover();
  const release = keepPlaced(panel, button);
  const gap = () =>
    Math.round(
      panel.getBoundingClientRect().top - button.getBoundingClientRect().bottom,
    );
  const scrolled = async (target: HTMLElement, top: number) => {
    let seen = false;
    target.addEventListener('scroll', () => (seen = true), {once: true});
    target.scrollTop = top;
    await until(() => seen);
  };
  return {outer, scroller, panel, gap, release, scrolled};
}

describe('keepPlaced()', () => {
  it('keeps a panel at its anchor while something in a shadow scrolls', async () => {
    const {scroller, gap, scrolled} = await setup();
    const before = gap();
    expect(before).to.be.within(0, 8);
    await scrolled(scroller, 10);
    expect(gap()).to.equal(before);
  });

  it('leaves the panel alone while it is scrolled itself', async () => {
    const {panel, gap, scrolled} = await setup();
    const before = gap();
    await scrolled(panel, 50);
    expect([panel.scrollTop, gap()]).to.deep.equal([50, before]);
  });

  it('lets go of it', async () => {
    const {scroller, gap, release, scrolled} = await setup();
    const before = gap();
    release();
    release();
    await scrolled(scroller, 10);
    expect(gap()).to.equal(before + 10);
  });
});
