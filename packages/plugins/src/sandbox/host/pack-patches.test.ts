import {expect} from '@open-wc/testing';

import type {StatePatch} from '@ls-annotation/core';

import {packPatches} from './pack-patches.js';
import type {PackPatchesOptions} from './pack-patches.js';

/** Patches that tell how many of them each task has packed. */
function setup(count: number) {
  const tasks: number[] = [];
  let now = 0;
  const patches = Array.from({length: count}, (_, index) => ({
    op: 'replace',
    path: ['task', 'data', String(index)],
    value: {
      toJSON() {
        now += 1;
        // Microtasks follow when the task has done its work.
        queueMicrotask(() => {
          if (now > 0) tasks.push(now);
          now = 0;
        });
        return `value ${String(index)}`;
      },
    },
  })) as readonly StatePatch[];
  return {patches, tasks};
}

function packed(
  patches: readonly StatePatch[],
  options: Partial<PackPatchesOptions> = {},
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    packPatches(patches, {onPacked: resolve, onFailure: reject, ...options});
  });
}

describe('packPatches()', () => {
  it('packs every patch, in order', async () => {
    const {patches} = setup(1234);
    const read = JSON.parse(
      await (await packed(patches)).text(),
    ) as StatePatch[];
    expect(read).to.deep.equal(
      patches.map((patch, index) => ({
        ...patch,
        value: `value ${String(index)}`,
      })),
    );
  });

  it('does no more at a time than its slice, and nothing at once', async () => {
    const {patches, tasks} = setup(1000);
    const packing = packed(patches, {sliceMs: 0});
    expect(tasks).to.deep.equal([]);
    await packing;
    expect(tasks).to.deep.equal(new Array(10).fill(100));
  });

  it('packs once for all who ask, meanwhile and later', async () => {
    const {patches, tasks} = setup(300);
    const [one, other] = await Promise.all([packed(patches), packed(patches)]);
    expect(await packed(patches)).to.equal(one);
    expect(other).to.equal(one);
    expect(tasks.reduce((sum, count) => sum + count, 0)).to.equal(300);
  });

  it('tells nobody who does not want it any more', async () => {
    const {patches} = setup(300);
    let isTold = false;
    const end = packPatches(patches, {
      onPacked: () => {
        isTold = true;
      },
      onFailure: () => undefined,
    });
    end();
    end();
    await packed(patches);
    expect(isTold).to.equal(false);
  });

  it('says why it cannot', async () => {
    const value: Record<string, unknown> = {};
    value.itself = value;
    const patches = [{op: 'add', path: ['task'], value}] as const;
    const error = await packed(patches).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });
});
