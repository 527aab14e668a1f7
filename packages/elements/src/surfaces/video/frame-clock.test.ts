import {expect} from '@open-wc/testing';

import {clampFrame, frameAt, frameClock, timeOfFrame} from './frame-clock.js';

describe('frame clocks', () => {
  it('count the frames of a video, a started one too', () => {
    expect(frameClock(24, 42.008633).length).to.equal(1009);
    expect(frameClock(10, 3).length).to.equal(30);
    expect(frameClock(24, 0).length).to.equal(1);
  });

  it('begin frame n at n divided by the frame rate', () => {
    const clock = frameClock(29.97, 10);
    expect(frameAt(clock, 7 / 29.97)).to.equal(7);
    expect(frameAt(clock, 6.9 / 29.97)).to.equal(6);
    expect(frameAt(clock, 0)).to.equal(1);
    expect(frameAt(clock, 99)).to.equal(300);
  });

  it('find every frame again by its time, cut to microseconds', () => {
    const clock = frameClock(29.97, 60);
    for (let frame = 1; frame <= clock.length; frame += 1) {
      const cut = Math.floor(timeOfFrame(clock, frame) * 1e6) / 1e6;
      expect(frameAt(clock, cut)).to.equal(frame);
    }
  });

  it('know no frames outside of the video', () => {
    const clock = frameClock(10, 3);
    expect(
      [-5, 2.4, 99].map((frame) => clampFrame(clock, frame)),
    ).to.deep.equal([1, 2, 30]);
  });
});
