import {expect, fixture, html} from '@open-wc/testing';

import {nextFrame} from '../testing/render-surface.js';

import {OverlayPainter} from './overlay-painter.js';
import {TextIndex} from './text-index.js';

async function setup() {
  const root = await fixture<HTMLElement>(
    html`<div style="position: relative">
      <span>Ada met Bob</span>
      <div data-ls-overlay style="position: absolute; inset: 0"></div>
    </div>`,
  );
  const layer = root.querySelector<HTMLElement>('[data-ls-overlay]')!;
  const painter = new OverlayPainter(layer);
  const index = new TextIndex(root.querySelector('span')!);
  painter.reset(index);
  const boxes = () => [
    ...layer.querySelectorAll<HTMLElement>('.lsf-richtext__box'),
  ];
  const span = {id: 'a', start: 4, end: 7, color: 'red', label: 'PER'};
  return {root, layer, painter, index, boxes, span};
}

describe('OverlayPainter', () => {
  it('lays a box over the text of a span', async () => {
    const {root, layer, painter, boxes, span} = await setup();
    painter.add(span);
    await nextFrame();
    const range = document.createRange();
    const text = root.querySelector('span')!.firstChild as Text;
    range.setStart(text, 4);
    range.setEnd(text, 7);
    const [box] = boxes();
    const left = range.getBoundingClientRect().left;
    expect(parseFloat(box!.style.left)).to.be.closeTo(
      left - layer.getBoundingClientRect().left,
      1,
    );
    painter.dispose();
  });

  it('marks what is selected, and takes away what is removed', async () => {
    const {painter, boxes, span} = await setup();
    painter.add(span);
    painter.setSelected([span]);
    await nextFrame();
    expect(boxes()[0]!.className).to.contain('selected');
    painter.remove(span);
    await nextFrame();
    expect(boxes()).to.have.length(0);
    painter.dispose();
  });

  it('tells what would change from what is there', async () => {
    const {painter, boxes, span} = await setup();
    painter.add(span);
    const looks = () => boxes().map(({classList}) => [...classList].slice(1));
    const other = {...span, start: 8, end: 11};
    painter.setProposed({coming: [other], leaving: [span], marks: []});
    await nextFrame();
    expect(looks()).to.deep.equal([
      [],
      ['lsf-richtext__box_coming'],
      ['lsf-richtext__box_leaving'],
    ]);
    painter.setProposed({coming: [], leaving: [], marks: []});
    await nextFrame();
    expect(looks()).to.deep.equal([[]]);
    painter.dispose();
  });

  it('leaves nothing behind', async () => {
    const {painter, boxes, span} = await setup();
    painter.add(span);
    await nextFrame();
    painter.add({...span, id: 'b'});
    painter.dispose();
    await nextFrame();
    expect(boxes()).to.have.length(0);
  });
});
