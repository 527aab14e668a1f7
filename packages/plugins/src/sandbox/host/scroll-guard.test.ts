import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {watchPaints} from '../testing/watch-paints.js';

import {ScrollGuard} from './scroll-guard.js';
import {ScrollTrap, style} from './scroll-trap.js';

/** Where something stands that is scrolled to, as CSS. */
const PLACES = {
  'that fills the frame': 'inset: 0',
  'below the frame': 'top: 100%; height: 9px',
  'above the frame': 'bottom: 100%; height: 9px',
  'far above the frame': 'bottom: 9999px; height: 9px',
  'beside the frame': 'left: 100%; top: -9999px; width: 9px; height: 99999px',
  'before the frame': 'right: 100%; top: -9999px; width: 9px; height: 99999px',
  'without height': 'top: 0; height: 0',
  'greater than the frame': 'inset: -9999px',
  'with margins': 'inset: 0; scroll-margin: 5000px',
};

const ALIGNMENTS = ['start', 'center', 'end', 'nearest'];

const DOCUMENT = `<!doctype html><button>first</button>
  <p style="block-size: 900px">space</p><button>last</button><script>
  const [first, last] = document.querySelectorAll('button');
  first.onfocus = () => parent.postMessage('first', '*');
  last.onfocus = () => parent.postMessage('last', '*');
  onmessage = ({data}) => {
    new Function(data)();
    parent.postMessage('done', '*');
  }
  </script>`;

const nextFrame = () => new Promise(requestAnimationFrame);

/** A guarded frame of another origin in a box. */
async function framed(place: Element) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = DOCUMENT;
  const trap = new ScrollTrap(frame);
  style(trap.element, {'block-size': '200px'});
  let count = 0;
  const guard = new ScrollGuard(frame, trap, () => {
    count += 1;
  });
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  place.append(trap.element);
  await loaded;
  guard.watch();
  const heard: unknown[] = [];
  const onMessage = ({data, source}: MessageEvent<unknown>): void => {
    if (source === frame.contentWindow) heard.push(data);
  };
  addEventListener('message', onMessage);
  return {
    frame,
    heard,
    guard,
    count: () => count,
    /** Has the frame do something, and waits until that would be painted. */
    act: async (code: string) => {
      heard.length = 0;
      frame.contentWindow!.postMessage(code, '*');
      await until(() => heard.includes('done'));
      for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    },
    remove: () => {
      removeEventListener('message', onMessage);
      guard.close();
      trap.element.remove();
    },
  };
}

/** A long page with a guarded frame far down, and another one further down. */
async function setup() {
  const page = await fixture<HTMLElement>(html`
    <div>
      <button>before</button>
      <div style="block-size: 3000px"></div>
      <div class="one"></div>
      <div style="block-size: 3000px"></div>
      <div class="other"></div>
      <div style="block-size: 3000px"></div>
    </div>
  `);
  scrollTo({left: 0, top: 0, behavior: 'instant'});
  const one = await framed(page.querySelector('.one')!);
  const other = await framed(page.querySelector('.other')!);
  return {
    page,
    one,
    other,
    before: page.querySelector('button')!,
    close: () => {
      one.remove();
      other.remove();
      scrollTo({left: 0, top: 0, behavior: 'instant'});
    },
  };
}

describe('a guarded frame', () => {
  for (const [what, css] of Object.entries(PLACES)) {
    for (const block of ALIGNMENTS) {
      it(`does not scroll the page to something ${what} (${block})`, async () => {
        const {one, close} = await setup();
        const paints = watchPaints(document.documentElement);
        await one.act(`
          const target = document.createElement('p');
          document.body.append(target);
          target.style.cssText = 'position: fixed; margin: 0; ${css}';
          target.scrollIntoView({block: '${block}', inline: 'nearest'});`);
        await one.act('document.documentElement.scrollIntoView()');
        await until(() => one.count() > 0);
        paints.end();
        expect(paints.most()).to.equal(0);
        expect(scrollY).to.equal(0);
        close();
      });
    }
  }

  it('does not scroll the page smoothly', async () => {
    const {one, close} = await setup();
    await one.act("last.scrollIntoView({behavior: 'smooth'})");
    await one.act('document.documentElement.scrollIntoView()');
    await until(() => one.count() > 0);
    expect(scrollY).to.equal(0);
    close();
  });

  it('leaves the page where the page has scrolled to', async () => {
    const {one, close} = await setup();
    scrollTo({left: 0, top: 700, behavior: 'instant'});
    await nextFrame();
    await nextFrame();
    await one.act('last.scrollIntoView()');
    await until(() => one.count() > 0);
    expect(scrollY).to.equal(700);
    scrollTo({left: 0, top: 900, behavior: 'instant'});
    await nextFrame();
    await nextFrame();
    expect(scrollY).to.equal(900);
    close();
  });

  it('scrolls inside', async () => {
    const {one, close} = await setup();
    await one.act(`last.scrollIntoView();
      if (scrollY > 0) parent.postMessage('has scrolled', '*')`);
    expect(one.heard).to.include('has scrolled');
    close();
  });

  it('scrolls nothing else that it is in, in shadow roots either', async () => {
    const {page, close} = await setup();
    const host = page.appendChild(document.createElement('div'));
    const root = host.attachShadow({mode: 'open'});
    root.innerHTML = `<div style="overflow: auto; block-size: 100px">
      <div style="block-size: 900px"></div><slot></slot>
      <div style="block-size: 900px"></div></div>`;
    const box = root.querySelector('div')!;
    box.scrollTop = 50;
    const inner = await framed(host);
    const paints = watchPaints(box);
    await inner.act('last.scrollIntoView()');
    await until(() => inner.count() > 0);
    paints.end();
    expect(paints.most()).to.equal(50);
    expect(box.scrollTop).to.equal(50);
    expect(scrollY).to.equal(0);
    inner.remove();
    close();
  });

  it('is scrolled to when the person goes there with the keyboard', async () => {
    const {one, other, before, close} = await setup();
    before.focus();
    await sendKeys({press: 'Tab'});
    await until(() => one.heard.includes('first'));
    await until(() => scrollY > 2000);
    const atFirst = scrollY;
    await sendKeys({press: 'Tab'});
    await until(() => one.heard.includes('last'));
    await sendKeys({press: 'Tab'});
    await until(() => other.heard.includes('first'));
    await until(() => scrollY > atFirst + 2000);
    await sendKeys({press: 'Shift+Tab'});
    await until(() => scrollY < atFirst + 1000);
    expect(one.count() + other.count()).to.equal(0);
    close();
  });

  it('is not scrolled to when it takes the focus after a Tab', async () => {
    const {page, one, before, close} = await setup();
    before.after(document.createElement('input'));
    before.focus();
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(page.querySelector('input'));
    await one.act('last.focus()');
    await until(() => one.count() > 0);
    expect(scrollY).to.equal(0);
    close();
  });

  it('is not guarded any more once that has ended', async () => {
    const {one, close} = await setup();
    one.guard.close();
    await one.act('last.scrollIntoView()');
    await until(() => scrollY > 0);
    expect(one.count()).to.equal(0);
    close();
  });
});
