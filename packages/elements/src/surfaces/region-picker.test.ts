import {expect} from '@open-wc/testing';

import {renderAudio} from './audio/testing/render-audio.js';
import {findRegionPicker} from './region-picker.js';
import {closeSurfaces, nextFrame} from './testing/render-surface.js';
import {renderSeries} from './time-series/testing/render-series.js';
import {
  boxResult,
  keyFrame,
  rangeResult,
  renderVideo,
} from './video/testing/render-video.js';

afterEach(() => {
  closeSurfaces();
});

function under(
  element: Element,
  {x, y}: {readonly x: number; readonly y: number},
): readonly string[] | undefined {
  const event = new MouseEvent('contextmenu', {clientX: x, clientY: y});
  return findRegionPicker(element)?.regionsAt(event);
}

describe('findRegionPicker()', () => {
  it('tells the regions of a sound, the shortest in front', async () => {
    const {stage, at} = await renderAudio({
      regions: [
        {id: 'long', at: [0.2, 1.8]},
        {id: 'short', at: [0.5, 1]},
      ],
    });
    expect(under(stage, at(0.75))).to.deep.equal(['short', 'long']);
    expect(under(stage, at(1.5))).to.deep.equal(['long']);
    expect(under(stage, at(1.95))).to.be.empty;
  });

  it('tells the regions of a time series', async () => {
    const {stage, at} = await renderSeries({
      regions: [{id: 'a', at: [10, 30]}],
    });
    expect(under(stage, at(20))).to.deep.equal(['a']);
    expect(under(stage, at(60))).to.be.empty;
  });

  it('tells the boxes of the present frame and the rows of a timeline', async () => {
    const {stage, timeline, at, atFrame, goTo} = await renderVideo({
      result: [
        boxResult('box', [keyFrame(1), keyFrame(10, {enabled: false})]),
        rangeResult('range', 5, 12),
      ],
    });
    expect(under(stage, at(20, 20))).to.deep.equal(['box']);
    expect(under(stage, at(70, 70))).to.be.empty;
    expect(under(timeline, atFrame(20, 1))).to.deep.equal(['range']);
    expect(under(timeline, atFrame(20, 3))).to.be.empty;
    await goTo(20);
    expect(under(stage, at(20, 20))).to.be.empty;
  });

  it('knows nothing any more when the display has closed', async () => {
    const {stage, close} = await renderAudio({
      regions: [{id: 'a', at: [0, 1]}],
    });
    close();
    await nextFrame();
    expect(findRegionPicker(stage)).to.be.null;
  });
});
