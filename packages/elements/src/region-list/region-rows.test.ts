import {expect} from '@open-wc/testing';

import {regionLabels} from '@ls-annotation/core';
import {labelingSession, textRegion} from '@ls-annotation/testing';

import {RegionRows} from './region-rows.js';

function setup(labels: readonly (readonly string[])[]) {
  const {session} = labelingSession();
  const {store} = session;
  const id = session.scope!.annotationId;
  store.insertRegions(
    id,
    labels.map((values, index) =>
      textRegion({id: `r${index}`, labels: values}),
    ),
  );
  const rows = new RegionRows(store, id);
  store.changes$.subscribe((commit) => rows.apply(commit));
  const lines = () =>
    Array.from({length: rows.length}, (_, index) => {
      const row = rows.at(index);
      return row?.kind === 'group'
        ? `${row.label || 'none'}(${row.count})`
        : (row?.id ?? '?');
    });
  const relabel = (regionId: string, value: readonly string[]) => {
    store.updateRegion(id, regionId, (draft) => {
      draft.results[0]!.value = value;
    });
  };
  return {session, store, id, rows, lines, relabel};
}

describe('RegionRows', () => {
  it('lists regions in the order of creation', () => {
    const {lines, store, id} = setup([['PER'], ['LOC']]);
    store.insertRegion(id, textRegion({id: 'new'}));
    expect(lines()).to.deep.equal(['r0', 'r1', 'new']);
  });

  it('leaves classifications out', () => {
    const {lines, store, id} = setup([['PER']]);
    store.insertRegion(id, textRegion({id: 'whole', classification: true}));
    expect(lines()).to.deep.equal(['r0']);
  });

  it('puts what undo brings back where it was', () => {
    const {lines, store, id} = setup([['PER'], ['LOC'], ['PER']]);
    store.removeRegion(id, 'r1');
    expect(lines()).to.deep.equal(['r0', 'r2']);
    store.history(id).undo();
    expect(lines()).to.deep.equal(['r0', 'r1', 'r2']);
  });

  it('puts regions under their labels', () => {
    const {rows, lines} = setup([['PER'], ['LOC'], ['PER'], []]);
    rows.isGrouped = true;
    expect(lines()).to.deep.equal([
      'PER(2)',
      'r0',
      'r2',
      'LOC(1)',
      'r1',
      'none(1)',
      'r3',
    ]);
  });

  it('moves a region whose label changes, and drops empty groups', () => {
    const {rows, lines, relabel} = setup([['PER'], ['LOC']]);
    rows.isGrouped = true;
    relabel('r1', ['PER']);
    expect(lines()).to.deep.equal(['PER(2)', 'r0', 'r1']);
  });

  it('folds groups, and keeps them folded', () => {
    const {rows, lines, relabel} = setup([['PER'], ['LOC']]);
    rows.isGrouped = true;
    rows.setOpen('LOC', false);
    expect(lines()).to.deep.equal(['PER(1)', 'r0', 'LOC(1)']);
    expect(rows.indexOf('r1')).to.equal(-1);
    relabel('r1', ['PER']);
    relabel('r1', ['LOC']);
    expect(lines()).to.deep.equal(['PER(1)', 'r0', 'LOC(1)']);
  });

  it('finds lines and numbers of regions', () => {
    const {rows} = setup([['LOC'], ['PER'], ['LOC']]);
    expect(rows.indexOf('r2')).to.equal(2);
    rows.isGrouped = true;
    expect(rows.indexOf('r2')).to.equal(2);
    expect(rows.indexOf('r1')).to.equal(4);
    expect(rows.numberOf('r2')).to.equal(3);
    expect(rows.between(4, 1)).to.deep.equal(['r0', 'r2', 'r1']);
  });

  it('does not read regions that a commit leaves alone', () => {
    const {rows, store, id} = setup([['PER'], ['LOC'], ['PER']]);
    const read: string[] = [];
    const find = store.findRegion.bind(store);
    store.findRegion = (annotationId, regionId) => {
      read.push(regionId);
      return find(annotationId, regionId);
    };
    store.updateRegion(id, 'r1', (draft) => {
      draft.hidden = true;
    });
    expect(new Set(read)).to.deep.equal(new Set(['r1']));
    expect(regionLabels(find(id, 'r1')!)).to.deep.equal(['LOC']);
    expect(rows.size).to.equal(3);
  });
});
