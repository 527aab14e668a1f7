import {expect} from '@open-wc/testing';

import {FrameBatch} from './frame-batch.js';

/** Frames and timers that come when the test says, and its own clock. */
function setup(costMs: number) {
  const {requestAnimationFrame, setTimeout, performance} = globalThis;
  const frames: (() => void)[] = [];
  const waits: number[] = [];
  let nowMs = 1_000_000;
  let timer: (() => void) | null = null;
  Object.assign(globalThis, {
    requestAnimationFrame: (callback: () => void) => frames.push(callback),
    setTimeout: (callback: () => void, ms: number) => {
      waits.push(ms);
      timer = callback;
      return 0;
    },
  });
  const {now} = performance;
  performance.now = () => nowMs;
  let count = 0;
  const batch = new FrameBatch(() => {
    count += 1;
    nowMs += costMs;
  });
  return {
    batch,
    waits,
    count: () => count,
    /** Lets time go by, and a frame come. */
    frame: async (): Promise<void> => {
      nowMs += waits.at(-1) ?? 0;
      timer?.();
      timer = null;
      frames.shift()?.();
      await Promise.resolve();
    },
    end: () => {
      Object.assign(globalThis, {requestAnimationFrame, setTimeout});
      performance.now = now;
    },
  };
}

describe('FrameBatch', () => {
  it('does its work once a frame, however often it is asked to', async () => {
    const {batch, count, frame, end} = setup(1);
    try {
      for (let left = 100; left > 0; left -= 1) batch.request();
      expect(count()).to.equal(0);
      await frame();
      expect(count()).to.equal(1);
      await frame();
      expect(count()).to.equal(1);
    } finally {
      end();
    }
  });

  it('takes half a hundredth of the time when it is asked without end', async () => {
    const {batch, count, waits, frame, end} = setup(3);
    try {
      for (let turn = 0; turn < 4; turn += 1) {
        batch.request();
        await frame();
      }
      expect(count()).to.equal(4);
      // Two from what was saved up; then each waits for 200 times as long.
      expect(waits).to.have.length(2);
      expect(waits[1]).to.be.closeTo(600, 10);
    } finally {
      end();
    }
  });
});
