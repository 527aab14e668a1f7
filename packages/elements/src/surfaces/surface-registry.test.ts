import {expect} from '@open-wc/testing';

import {SurfaceRegistry} from './surface-registry.js';
import type {SurfaceFactory} from './surface.js';

const shown: SurfaceFactory = () => null;
const other: SurfaceFactory = () => null;

function setup() {
  let loads = 0;
  const registry = new SurfaceRegistry();
  const load = () => {
    loads += 1;
    return Promise.resolve(shown);
  };
  return {registry, load, loads: () => loads};
}

describe('SurfaceRegistry', () => {
  it('finds a surface whatever the case of its tag', () => {
    const {registry} = setup();
    registry.register('RectangleLabels', shown);
    expect(registry.find('rectanglelabels')).to.equal(shown);
    expect(registry.find('Nothing')).to.equal(undefined);
  });

  it('loads a lazy surface once, when it is prepared', async () => {
    const {registry, load, loads} = setup();
    registry.registerLazy('Image', load);
    expect(registry.find('image')).to.equal(undefined);
    expect(await registry.prepare(['image', 'image', 'view'])).to.deep.equal(
      [],
    );
    expect(registry.find('image')).to.equal(shown);
    expect(registry.prepare(['image'])).to.equal(null);
    expect(loads()).to.equal(1);
  });

  it('has nothing to prepare for tags that are there or unknown', () => {
    const {registry, load, loads} = setup();
    registry.registerLazy('Image', load).register('View', shown);
    expect(registry.prepare(['view', 'sparkle'])).to.equal(null);
    expect(loads()).to.equal(0);
  });

  it('tells what could not be loaded, and tries again', async () => {
    const {registry, load} = setup();
    const cause = new TypeError('offline');
    let isOffline = true;
    registry.registerLazy('Image', () =>
      isOffline ? Promise.reject(cause) : load(),
    );
    expect(await registry.prepare(['image'])).to.deep.equal([
      {type: 'image', cause},
    ]);
    expect(registry.find('image')).to.equal(undefined);
    expect(registry.isMissing('Image')).to.equal(true);
    isOffline = false;
    expect(await registry.prepare(['image'])).to.deep.equal([]);
    expect(registry.isMissing('Image')).to.equal(false);
    expect(registry.find('image')).to.equal(shown);
  });

  it('keeps what was registered while an earlier one was loading', async () => {
    const {registry, load} = setup();
    registry.registerLazy('Image', load);
    const prepared = registry.prepare(['image']);
    registry.register('Image', other);
    await prepared;
    expect(registry.find('image')).to.equal(other);
  });
});
