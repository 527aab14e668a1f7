import {expect, fixture} from '@open-wc/testing';

import {TextMap} from './text-map.js';

async function setup() {
  const root = await fixture<HTMLElement>('<p></p>');
  root.style.font = '16px monospace';
  root.append('A fox 🦊', document.createElement('br'), 'a fox');
  return {root, map: new TextMap(root)};
}

describe('TextMap', () => {
  it('counts code points, and a line break as one', async () => {
    const {map} = await setup();
    expect(map.find('fox', 1)).to.deep.equal([2, 5]);
    expect(map.find('fox', 2)).to.deep.equal([10, 13]);
    expect(map.find('🦊\na', 1)).to.deep.equal([6, 9]);
  });

  it('finds nothing where there is nothing', async () => {
    const {map} = await setup();
    expect(map.find('fox', 3)).to.equal(null);
    expect(map.points(40, 41)).to.equal(null);
  });

  it('tells where a person would put the mouse', async () => {
    const {root, map} = await setup();
    const points = map.points(2, 5);
    const frame = root.getBoundingClientRect();
    expect(points?.start.x).to.be.within(frame.left, frame.right);
    expect(points?.end.x).to.be.above(points?.middle.x ?? Infinity);
    expect(points?.middle.x).to.be.above(points?.start.x ?? Infinity);
    expect(points?.start.y).to.be.within(frame.top, frame.bottom);
  });
});
