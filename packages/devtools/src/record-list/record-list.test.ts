import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {html} from 'lit';

import '../define/record-list.js';

import {whenShown} from '../testing/when-shown.js';

/** Height of ten lines. */
const HEIGHT = '20rem';

const upTo = (count: number): number[] =>
  Array.from({length: count}, (_, at) => at + 1);

async function setup(count: number) {
  const list = document.createElement('ls-record-list');
  list.label = 'Numbers';
  list.renderRecord = (record: number) => html`number ${record}`;
  list.records = upTo(count);
  list.style.blockSize = HEIGHT;
  const chosen: unknown[] = [];
  list.addEventListener('ls-record-choose', ({record}) => chosen.push(record));
  document.body.append(list);
  await list.updateComplete;
  const root = list.shadowRoot!;
  const lines = (): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>('[role="option"]'),
  ];
  const find = (number: number): HTMLElement | undefined =>
    lines().find(
      ({textContent}) => textContent.trim() === `number ${String(number)}`,
    );
  const shows = (number: number): Promise<void> =>
    whenShown(root, () => find(number) !== undefined);
  // The first time it does not know yet how high it is.
  const least = Math.min(count, 10);
  await whenShown(root, () => lines().length >= least);
  await shows(count);
  return {
    list,
    lines,
    find,
    shows,
    chosen,
    scroller: root.querySelector<HTMLElement>('[role="listbox"]')!,
    end: () => {
      list.remove();
    },
  };
}

describe('<ls-record-list>', () => {
  it('is accessible', async () => {
    const {list, scroller, end} = await setup(30);
    await expect(list).to.be.accessible();
    scroller.focus();
    await sendKeys({press: 'Home'});
    await list.updateComplete;
    await expect(list).to.be.accessible();
    end();
  });

  it('has of ten thousand records only the lines in view', async () => {
    const {lines, shows, scroller, end} = await setup(10_000);
    expect(lines().length).to.be.within(10, 20);
    scroller.focus();
    await sendKeys({press: 'Home'});
    await shows(10);
    expect(lines().length).to.be.within(10, 20);
    expect(lines()[0]?.ariaSetSize).to.equal('10000');
    expect(lines()[0]?.ariaPosInSet).to.equal('1');
    end();
  });

  it('goes from line to line, page to page and to both ends', async () => {
    const {chosen, scroller, end} = await setup(100);
    scroller.focus();
    for (const press of [
      'Home',
      'ArrowUp',
      'ArrowDown',
      'PageDown',
      'PageUp',
      'End',
      'ArrowDown',
      'ArrowUp',
    ]) {
      await sendKeys({press});
    }
    expect(chosen).to.deep.equal([1, 1, 2, 11, 2, 100, 100, 99]);
    end();
  });

  it('names the chosen line, which is there even out of view', async () => {
    const {list, scroller, find, shows, end} = await setup(100);
    expect(scroller.hasAttribute('aria-activedescendant')).to.equal(false);
    list.chosen = 1;
    await shows(1);
    expect(find(1)?.ariaSelected).to.equal('true');
    expect(scroller.getAttribute('aria-activedescendant')).to.equal(
      find(1)?.id,
    );
    expect(scroller.scrollTop).to.be.above(0);
    end();
  });

  it('brings a line into view when it is asked to', async () => {
    const {list, scroller, shows, end} = await setup(100);
    list.reveal(50);
    expect(scroller.scrollTop + scroller.clientHeight).to.be.above(50 * 32);
    expect(scroller.scrollTop).to.be.below(50 * 32);
    await shows(50);
    list.reveal('nobody');
    await shows(50);
    end();
  });

  it('chooses a line that is clicked', async () => {
    const {find, chosen, end} = await setup(5);
    const {left, top} = find(3)!.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left) + 20, Math.round(top) + 8],
    });
    expect(chosen).to.deep.equal([3]);
    end();
  });

  it('stays at its end while records are added', async () => {
    const {list, shows, scroller, end} = await setup(100);
    list.records = upTo(120);
    await shows(120);
    expect(scroller.scrollTop + scroller.clientHeight).to.be.closeTo(
      scroller.scrollHeight,
      1,
    );
    end();
  });

  it('stays where somebody has scrolled to', async () => {
    const {list, shows, scroller, end} = await setup(100);
    scroller.focus();
    await sendKeys({press: 'Home'});
    await shows(5);
    list.records = upTo(120);
    await list.updateComplete;
    expect(scroller.scrollTop).to.equal(0);
    await shows(5);
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const observed = new Set<Element>();
    const Original = globalThis.ResizeObserver;
    globalThis.ResizeObserver = class extends Original {
      override observe(target: Element): void {
        super.observe(target);
        observed.add(target);
      }

      override disconnect(): void {
        super.disconnect();
        observed.clear();
      }
    };
    try {
      const {list, end} = await setup(5);
      expect([...observed]).to.deep.equal([list]);
      end();
      expect([...observed]).to.deep.equal([]);
    } finally {
      globalThis.ResizeObserver = Original;
    }
  });
});
