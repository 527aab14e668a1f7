import {expect} from '@open-wc/testing';

import {annotationState, textRegion} from '@ls-annotation/testing';

import {AnnotationStore} from './annotation-store.js';
import {LazyShard} from './lazy-shard.js';
import {regionsOf, SHARD_SIZE} from './region-table.js';

/** A store whose annotation `a` has two shards that were not read yet. */
function setup() {
  const regions = Array.from({length: SHARD_SIZE + 2}, (_, index) =>
    textRegion({id: `r${String(index)}`}),
  );
  const source = annotationState({regions});
  const read: number[] = [];
  const shards = source.regions.shards.map(
    ({places}, index) =>
      new LazyShard(
        () => places.map((region) => region?.id ?? null),
        () => {
          read.push(index);
          return places.map((region) => region && structuredClone(region));
        },
      ),
  );
  const store = new AnnotationStore();
  store.insertAnnotation({...source, regions: {...source.regions, shards}});
  return {store, read, source};
}

describe('LazyShard', () => {
  it('is not read by a store that takes it', () => {
    const {store, read} = setup();
    store.updateAnnotation('a', (draft) => {
      draft.selection = ['r1'];
    });
    expect(store.annotation('a').regions.size).to.equal(SHARD_SIZE + 2);
    expect(read).to.deep.equal([]);
  });

  it('is read once, when one of its regions is looked for by id', () => {
    const {store, read} = setup();
    expect(store.findRegion('a', 'nothing')).to.equal(undefined);
    expect(read).to.deep.equal([]);
    const last = `r${String(SHARD_SIZE + 1)}`;
    expect(store.findRegion('a', last)).to.have.property('id', last);
    expect(store.findRegion('a', `r${String(SHARD_SIZE)}`)).to.be.an('object');
    expect(read).to.deep.equal([1]);
  });

  it('has the same regions every time, frozen', () => {
    const {store, source} = setup();
    const first = [...regionsOf(store.annotation('a').regions)];
    expect(first).to.deep.equal([...regionsOf(source.regions)]);
    expect([...regionsOf(store.annotation('a').regions)][7]).to.equal(first[7]);
    expect(first[7]).to.be.frozen;
    expect(first[7]?.results).to.be.frozen;
  });

  it('gives way to a plain one when a region changes', () => {
    const {store, read} = setup();
    store.updateRegion('a', 'r3', (draft) => {
      draft.hidden = true;
    });
    store.removeRegion('a', 'r4');
    expect(store.findRegion('a', 'r3')?.hidden).to.equal(true);
    expect(store.findRegion('a', 'r4')).to.equal(undefined);
    expect(read).to.deep.equal([0]);
    store.history('a').undo();
    expect(store.findRegion('a', 'r4')).to.be.an('object');
    store.insertRegion('a', textRegion({id: 'new'}));
    expect(store.findRegion('a', 'new')?.ordinal).to.equal(SHARD_SIZE + 2);
    expect(read).to.deep.equal([0, 1]);
  });
});
