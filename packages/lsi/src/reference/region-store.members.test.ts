import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {ControlView} from '../views/control-view.js';
import type {
  RegionStoreView,
  SelectionView,
} from '../views/region-store-view.js';

const TABLE = {
  setup: () => compatSession(),
  close: ({session}: CompatSession) => {
    session.close();
  },
};

/** The outliner's regions: reference §4.2. */
describeMembers<RegionStoreView, CompatSession>('annotation.regionStore', {
  ...TABLE,
  reach: ({annotation}) => annotation.regionStore,
  rows: [
    [
      'regions',
      'array',
      ({regions}) => {
        expect(regions).to.have.length(10);
      },
    ],
    [
      'selection',
      'object',
      (store, {region}) => {
        expect(store.selection).to.include({size: 0, highlighted: null});
        store.highlight(region('r1'));
        expect(store.selection.highlighted).to.equal(region('r1'));
        store.toggleSelection(region('b1'));
        expect(store.selection.list).to.deep.equal([
          region('r1'),
          region('b1'),
        ]);
        expect(store.selection).to.include({size: 2, highlighted: null});
      },
    ],
    [
      'sortedRegions',
      'array',
      (store) => {
        const {sortedRegions} = store;
        store.toggleSortOrder();
        expect(store.sortedRegions).to.deep.equal(sortedRegions.reverse());
      },
    ],
    [
      'filteredRegions',
      'array',
      (store, {region}) => {
        expect(store.filteredRegions).to.deep.equal(store.regions);
        store.setFilteredRegions([region('r1'), region('b1')]);
        const listed = store.filteredRegions;
        expect(listed).to.deep.equal([region('r1'), region('b1')]);
        region('b1').deleteRegion();
        expect(store.filteredRegions).to.deep.equal([region('r1')]);
      },
    ],
    [
      'suggestions',
      'array',
      (store, {annotation}) => {
        annotation.setSuggestions([
          {
            from_name: 'box',
            to_name: 'img',
            type: 'rectanglelabels',
            value: {x: 1, y: 1, width: 1, height: 1, rectanglelabels: ['Car']},
          },
        ]);
        expect(store.suggestions).to.have.length(1);
      },
    ],
    [
      'selectedIds',
      'array',
      (store, {region}) => {
        store.highlight(region('r1'));
        expect(store.selectedIds).to.deep.equal([region('r1').id]);
      },
    ],
    [
      'isAllHidden',
      'boolean',
      (store) => {
        store.toggleVisibility();
        expect(store.isAllHidden).to.equal(true);
      },
    ],
    [
      'findRegion',
      'function',
      (store, {region}) => {
        expect(store.findRegion(region('r1').id)).to.equal(region('r1'));
        expect(store.findRegion('nobody')).to.equal(undefined);
      },
    ],
    [
      'findRegionID',
      'function',
      (store, {region}) => {
        expect(store.findRegionID(region('b1').id)).to.equal(region('b1'));
        expect(store.findRegionID('nobody')).to.equal(undefined);
      },
    ],
    [
      'filterByParentID',
      'function',
      (store, {region}) => {
        region('b1').setParentID(region('r1').id);
        const inside = store.filterByParentID(region('r1').id);
        expect(inside).to.deep.equal([region('b1')]);
      },
    ],
    [
      'selectNext',
      'function',
      (store, {annotation, region}) => {
        store.selectNext();
        expect(annotation.highlightedNode).to.equal(region('r1'));
        store.selectNext();
        expect(annotation.highlightedNode).to.equal(region('b1'));
      },
    ],
    [
      'toggleVisibility',
      'function',
      (store, {region}) => {
        region('r1').toggleHidden();
        store.toggleVisibility();
        expect(store.regions.every(({hidden}) => hidden)).to.equal(true);
        store.toggleVisibility();
        expect(store.regions.some(({hidden}) => hidden)).to.equal(false);
      },
    ],
    [
      'setHiddenByLabel',
      'function',
      (store, {region, tag}) => {
        const [, location] = tag<ControlView>('label').tiedChildren;
        store.setHiddenByLabel(true, location!);
        expect(region('r1').hidden).to.equal(true);
        expect(region('b1').hidden).to.equal(false);
        store.setHiddenByLabel(false, {value: 'LOC'});
        expect(region('r1').hidden).to.equal(false);
      },
    ],
    [
      'unselectAll',
      'function',
      (store, {annotation, region}) => {
        store.highlight(region('r1'));
        store.unselectAll();
        expect(annotation.hasSelection).to.equal(false);
      },
    ],
    [
      'unhighlightAll',
      'function',
      (store, {region}) => {
        region('r1').setHighlight(true);
        store.unhighlightAll();
        expect(region('r1').highlighted).to.equal(false);
      },
    ],
    [
      'highlight',
      'function',
      (store, {region}) => {
        store.highlight(region('r1'));
        expect(region('r1').selected).to.equal(true);
      },
    ],
    [
      'clearSelection',
      'function',
      (store, {annotation, region}) => {
        store.highlight(region('r1'));
        store.clearSelection();
        expect(annotation.hasSelection).to.equal(false);
      },
    ],
    [
      'toggleSelection',
      'function',
      (store, {region}) => {
        store.toggleSelection(region('r1'));
        store.toggleSelection(region('b1'), true);
        expect(store.selectedIds).to.have.length(2);
        store.toggleSelection(region('r1'), false);
        expect(store.selectedIds).to.have.length(1);
      },
    ],
    [
      'selectRegionsByIds',
      'function',
      (store, {region}) => {
        store.selectRegionsByIds([region('r1').id, region('b1').id]);
        expect(store.selectedIds).to.have.length(2);
      },
    ],
    [
      'setSort',
      'function',
      (store) => {
        store.setSort('score');
        expect(store).to.include({sort: 'score', sortOrder: 'asc'});
        store.setSort('score');
        expect(store.sortOrder).to.equal('desc');
      },
    ],
    [
      'toggleSortOrder',
      'function',
      (store) => {
        store.toggleSortOrder();
        expect(store.sortOrder).to.equal('desc');
        expect(store.sortedRegions.at(-1)).to.equal(store.regions[0]);
        store.toggleSortOrder();
        expect(store.sortOrder).to.equal('asc');
        expect(store.sortedRegions[0]).to.equal(store.regions[0]);
      },
    ],
    [
      'setGrouping',
      'function',
      (store) => {
        store.setGrouping('label');
        expect(store.group).to.equal('label');
      },
    ],
    [
      'setView',
      'function',
      (store) => {
        store.setView('labels');
        expect(store.view).to.equal('labels');
      },
    ],
    [
      'setFilteredRegions',
      'function',
      (store, {region}) => {
        store.setFilteredRegions([region('r1')]);
        expect(store.filteredRegions).to.deep.equal([region('r1')]);
        expect(region('b1')).to.include({hidden: true, filtered: true});
        store.setFilteredRegions(store.regions);
        expect(region('b1')).to.include({hidden: false, filtered: false});
        expect(store.filteredRegions).to.have.length(10);
      },
    ],
    [
      'regionIndexMap',
      'object',
      ({regionIndexMap}, {region}) => {
        expect(regionIndexMap[region('r1').id]).to.equal(1);
        expect(regionIndexMap[region('b1').id]).to.equal(2);
      },
    ],
    [
      'selectRegionByID',
      'function',
      (store, {region}) => {
        store.selectRegionByID(region('r1').id);
        expect(region('r1').selected).to.equal(true);
      },
    ],
    [
      'setRegionVisible',
      'function',
      (store, {region}) => {
        store.setRegionVisible(region('r1').id);
        expect(region('r1').hidden).to.equal(false);
        expect(region('b1').hidden).to.equal(true);
      },
    ],
    [
      'setHiddenByTool',
      'function',
      (store, {region}) => {
        store.setHiddenByTool(true, {type: 'rectangleregion'});
        expect(region('b1').hidden).to.equal(true);
        expect(region('e1').hidden).to.equal(false);
      },
    ],
    [
      'classifications',
      'array',
      (store, {session}) => {
        session.actions.setClassification('ta', ['a line']);
        expect(store.classifications).to.have.length(1);
      },
    ],
  ],
  absent: ['then', 'noSuchMember'],
});

describeMembers<SelectionView, CompatSession>('regionStore.selection', {
  ...TABLE,
  reach: ({annotation, region}) => {
    annotation.selectArea(region('r1'));
    return annotation.regionStore.selection;
  },
  rows: [
    [
      'selected',
      'map',
      ({selected}, {region}) => {
        expect(selected.get(region('r1').id)).to.equal(region('r1'));
      },
    ],
    [
      'size',
      'number',
      ({size}) => {
        expect(size).to.equal(1);
      },
    ],
    [
      'list',
      'array',
      ({list}, {region}) => {
        expect(list).to.deep.equal([region('r1')]);
      },
    ],
    [
      'highlighted',
      ['object', 'null'],
      ({highlighted}, {annotation, region}) => {
        expect(highlighted).to.equal(region('r1'));
        annotation.extendSelectionWith(region('b1'));
        expect(annotation.regionStore.selection.highlighted).to.equal(null);
      },
    ],
    [
      'isSelected',
      'function',
      ({isSelected}, {region}) => {
        expect(isSelected(region('r1'))).to.equal(true);
        expect(isSelected(region('b1'))).to.equal(false);
      },
    ],
  ],
});
