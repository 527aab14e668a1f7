import {expect} from '@open-wc/testing';

import {annotationState, said, textRegion} from '@ls-annotation/testing';

import {makeRegion} from '../state/make-region.js';
import type {Region} from '../model/region.js';

import {regionById, selectedRegion} from './region-by-id.js';
import {hasRegionLabel, labelingResult, regionLabels} from './region-labels.js';

function region(
  ...results: Parameters<typeof makeRegion>[0]['results']
): Region {
  return makeRegion(textRegion({results}), 0);
}

describe('regionLabels()', () => {
  it('are those of the first labels control that gave any', () => {
    const both = region(
      said('shape', undefined, 'rectangle'),
      said('note', ['x'], 'textarea'),
      said('a', ['A', 'B'], 'rectanglelabels'),
      said('b', ['C'], 'labels'),
    );
    expect(regionLabels(both)).to.deep.equal(['A', 'B']);
    expect(labelingResult(both)?.fromName).to.equal('a');
  });

  it('are none where no control gave any', () => {
    expect(regionLabels(region(said('n', 'x', 'textarea')))).to.deep.equal([]);
    expect(regionLabels(region(said('l', undefined, 'labels')))).to.deep.equal(
      [],
    );
  });
});

describe('hasRegionLabel()', () => {
  const labelled = region(said('l', ['A', 'B,C'], 'labels'));
  for (const [list, expected] of [
    ['A', true],
    ['D', false],
    ['D,A', true],
    ['D, A', true],
    ['B,C', true],
    ['B', false],
    ['', false],
  ] as const) {
    it(`${expected ? 'finds' : 'does not find'} one of "${list}"`, () => {
      expect(hasRegionLabel(labelled, list)).to.equal(expected);
    });
  }
});

describe('regionById()', () => {
  it('finds a region in whatever shard', () => {
    const {regions} = annotationState({
      regions: Array.from({length: 600}, (_, index) =>
        textRegion({id: `r${index}`}),
      ),
    });
    for (const id of ['r0', 'r255', 'r256', 'r599']) {
      expect(regionById(regions, id)?.id).to.equal(id);
    }
    expect(regionById(regions, 'r600')).to.equal(undefined);
  });
});

describe('selectedRegion()', () => {
  const regions = [textRegion({id: 'p'}), textRegion({id: 'q'})];
  for (const [selection, expected] of [
    [[], null],
    [['p'], 'p'],
    [['p', 'q'], null],
    [['gone'], null],
  ] as const) {
    it(`of [${selection.join()}] is ${String(expected)}`, () => {
      const annotation = annotationState({regions, selection});
      expect(selectedRegion(annotation)?.id ?? null).to.equal(expected);
    });
  }
});
