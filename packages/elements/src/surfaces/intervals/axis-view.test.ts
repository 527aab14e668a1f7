import {expect} from '@open-wc/testing';

import {
  axisOf,
  centerValue,
  endOf,
  fitAxis,
  isZoomed,
  panAxis,
  revealValue,
  showSpan,
  startAxisAt,
  toPx,
  toValue,
  withWidth,
  zoomAxis,
} from './axis-view.js';

function setup() {
  return axisOf({min: 100, max: 200}, 500, 50);
}

describe('axis views', () => {
  it('start with the whole axis', () => {
    const view = setup();
    expect([view.start, endOf(view)]).to.deep.equal([100, 200]);
    expect(isZoomed(view)).to.equal(false);
  });

  it('have an extent even where the axis has none', () => {
    const view = axisOf({min: 5, max: 5}, 10, 1);
    expect(endOf(view) - view.start).to.equal(1);
  });

  it('turn values into places and back', () => {
    const view = zoomAxis(setup(), 250, 2);
    expect(toPx(view, 150)).to.equal(250);
    expect(toValue(view, toPx(view, 137))).to.be.closeTo(137, 1e-9);
  });

  it('keep what is under the pointer there when they zoom', () => {
    const view = setup();
    const before = toValue(view, 120);
    expect(toValue(zoomAxis(view, 120, 3), 120)).to.be.closeTo(before, 1e-9);
  });

  it('zoom no further than the axis, and no nearer than they may', () => {
    const view = setup();
    expect(zoomAxis(view, 0, 0.1)).to.deep.equal(view);
    expect(zoomAxis(view, 0, 1000).scale).to.equal(50);
  });

  it('go no further than the axis reaches', () => {
    const view = zoomAxis(setup(), 0, 5);
    expect(panAxis(view, -1000).start).to.equal(100);
    expect(endOf(panAxis(view, 1e6))).to.be.closeTo(200, 1e-9);
    expect(startAxisAt(view, 150).start).to.equal(150);
  });

  it('shift as little as it takes to show a value', () => {
    const view = zoomAxis(setup(), 0, 5);
    expect(revealValue(view, 110)).to.equal(view);
    const after = revealValue(view, 150);
    expect(toPx(after, 150)).to.be.closeTo(500 - 48, 1e-6);
  });

  it('have a value in their middle', () => {
    const view = centerValue(zoomAxis(setup(), 0, 5), 150);
    expect(toPx(view, 150)).to.be.closeTo(250, 1e-9);
  });

  it('show a span and nothing else', () => {
    const view = showSpan(setup(), 120, 140);
    expect([view.start, endOf(view)]).to.deep.equal([120, 140]);
  });

  it('stay whole in a strip of another width, or stay where they are', () => {
    expect(withWidth(setup(), 250)).to.deep.equal(
      fitAxis({...setup(), width: 250}),
    );
    const zoomed = startAxisAt(zoomAxis(setup(), 0, 4), 120);
    const resized = withWidth(zoomed, 1000);
    expect(resized.start).to.equal(120);
    expect(endOf(resized)).to.be.closeTo(endOf(zoomed), 1e-9);
  });
});
