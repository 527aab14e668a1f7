import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {ControlView} from '../views/control-view.js';
import type {RegionView} from '../views/region-view.js';

const TABLE = {
  setup: () => compatSession({scheduler: new VirtualTimeScheduler()}),
  close: ({session}: CompatSession) => {
    session.close();
  },
};

/** A region that a model found and its source protects. */
const LOADED = {
  id: 's',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 4, end: 7, labels: ['PER']},
  score: 0.7,
  meta: {text: ['look']},
  readonly: true,
  parentID: 'r1',
};

/** What every region has: reference §5.2. */
describeMembers<RegionView, CompatSession>('region', {
  ...TABLE,
  reach: ({region}) => region('r1'),
  rows: [
    [
      'id',
      'string',
      ({id}, {annotation}) => {
        expect(id).to.equal(`r1#${annotation.id}`);
      },
    ],
    [
      'cleanId',
      'string',
      ({cleanId}) => {
        expect(cleanId).to.equal('r1');
      },
    ],
    [
      'pid',
      'string',
      ({pid, id}) => {
        expect(pid).to.equal(id);
      },
    ],
    [
      'ouid',
      'number',
      ({ouid}, {region}) => {
        expect(region('b1').ouid).to.be.above(ouid);
      },
    ],
    [
      'parentID',
      'string',
      (region, {annotation}) => {
        expect(region.parentID).to.equal('');
        annotation.deserializeResults([LOADED]);
        expect(annotation.areas.get('s')?.parentID).to.equal(region.id);
      },
    ],
    [
      'item_index',
      ['number', 'undefined'],
      (_region, {annotation}) => {
        annotation.deserializeResults([{...LOADED, item_index: 2}]);
        expect(annotation.areas.get('s')?.item_index).to.equal(2);
      },
    ],
    [
      'score',
      ['number', 'undefined'],
      (_region, {annotation}) => {
        annotation.deserializeResults([LOADED]);
        expect(annotation.areas.get('s')?.score).to.equal(0.7);
      },
    ],
    [
      'meta',
      ['object', 'undefined'],
      (_region, {annotation}) => {
        annotation.deserializeResults([LOADED]);
        expect(annotation.areas.get('s')?.meta).to.deep.equal({text: ['look']});
      },
    ],
    [
      'origin',
      'string',
      ({origin}) => {
        expect(origin).to.equal('manual');
      },
    ],
    [
      'classification',
      ['boolean', 'undefined'],
      ({classification}, {annotation}) => {
        expect(classification).to.equal(undefined);
        const whole = annotation.areas.get('c1');
        expect(whole).to.include({classification: true, type: ''});
      },
    ],
    [
      'fromSuggestion',
      'boolean',
      (region, {annotation}) => {
        expect(region.fromSuggestion).to.equal(false);
        annotation.setSuggestions([LOADED]);
        const [id = ''] = [...annotation.suggestions.keys()];
        annotation.acceptSuggestion(id);
        const accepted = annotation.regions.at(-1);
        expect(accepted?.score).to.equal(0.7);
        expect(accepted?.fromSuggestion).to.equal(true);
      },
    ],
    [
      'dynamic',
      'boolean',
      (region) => {
        expect(region.dynamic).to.equal(false);
        region.makeDynamic();
        expect(region.dynamic).to.equal(true);
      },
    ],
    [
      'selected',
      'boolean',
      (region, {annotation, region: other}) => {
        annotation.selectAreas([region, other('b1')]);
        expect(region.selected).to.equal(false);
        expect(region.inSelection).to.equal(true);
      },
    ],
    [
      'inSelection',
      'boolean',
      (region, {annotation, region: other}) => {
        expect(region.inSelection).to.equal(false);
        region.selectRegion();
        expect(region.inSelection).to.equal(true);
        annotation.extendSelectionWith(other('b1'));
        expect([region, other('b1')].every((r) => r.inSelection)).to.equal(
          true,
        );
        annotation.unselectArea(region);
        expect(region.inSelection).to.equal(false);
      },
    ],
    [
      'hidden',
      'boolean',
      (region, {annotation}) => {
        expect(region.hidden).to.equal(false);
        annotation.selectArea(region);
        annotation.hideSelectedRegions();
        expect(region.hidden).to.equal(true);
        expect(region.serialize()).to.have.length(2);
      },
    ],
    [
      'locked',
      'boolean',
      (region) => {
        expect(region.locked).to.equal(false);
        region.setLocked(true);
        expect(region).to.include({locked: true, isAlive: true});
        region.deleteRegion();
        expect(region).to.include({readonly: false, isAlive: true});
      },
    ],
    [
      'readonly',
      'boolean',
      (region, {annotation}) => {
        expect(region.readonly).to.equal(false);
        annotation.deserializeResults([LOADED]);
        const loaded = annotation.areas.get('s')!;
        expect(loaded.readonly).to.equal(true);
        expect(loaded.isReadOnly()).to.equal(true);
        loaded.deleteRegion();
        expect(loaded.isAlive).to.equal(true);
      },
    ],
    [
      'filtered',
      'boolean',
      (region, {annotation, region: other}) => {
        expect(region.filtered).to.equal(false);
        annotation.regionStore.setFilteredRegions([other('b1')]);
        expect(region).to.include({filtered: true, hidden: true});
        expect(other('b1')).to.include({filtered: false, hidden: false});
      },
    ],
    [
      'highlighted',
      'boolean',
      (region) => {
        region.selectRegion();
        expect(region.highlighted).to.equal(true);
      },
    ],
    [
      'isDrawing',
      'boolean',
      (region, {annotation}) => {
        expect(region.isDrawing).to.equal(false);
        region.setDrawing(true);
        region.selectRegion();
        expect(annotation.selectedDrawingRegions).to.deep.equal([region]);
        region.setDrawing(false);
        expect(region.isDrawing).to.equal(false);
      },
    ],
    [
      'isCompleted',
      'boolean',
      (region) => {
        expect(region.isCompleted).to.equal(true);
        region.setDrawing(true);
        expect(region.isCompleted).to.equal(false);
      },
    ],
    [
      'hideable',
      'boolean',
      ({hideable}, {annotation}) => {
        expect(hideable).to.equal(true);
        expect(annotation.areas.get('c1')?.hideable).to.equal(false);
      },
    ],
    [
      'annotation',
      'object',
      (region, {annotation}) => {
        expect(region.annotation).to.equal(annotation);
      },
    ],
    [
      'object',
      'object',
      ({object}, {tag}) => {
        expect(object).to.equal(tag('text'));
        expect(object?._value).to.equal('one two');
      },
    ],
    [
      'parent',
      'object',
      ({parent, object}) => {
        expect(parent).to.equal(object);
      },
    ],
    [
      'store',
      'object',
      ({store}, {session}) => {
        expect(store).to.equal(session.htx);
      },
    ],
    [
      'results',
      'array',
      ({results}) => {
        expect(results.map(({type}) => type)).to.deep.equal([
          'labels',
          'textarea',
        ]);
      },
    ],
    [
      'tag',
      'object',
      (region, {tag}) => {
        expect(region.tag).to.equal(tag('label'));
      },
    ],
    [
      'perRegionTags',
      'array',
      ({perRegionTags}, {tag}) => {
        expect(perRegionTags).to.deep.equal([tag('note')]);
      },
    ],
    [
      'labelings',
      'array',
      (region) => {
        expect(region.labelings).to.deep.equal([region.results[0]]);
      },
    ],
    [
      'labeling',
      ['object', 'undefined'],
      (region) => {
        expect(region.labeling).to.equal(region.results[0]);
      },
    ],
    [
      'labels',
      'array',
      (region) => {
        region.labels.push('more');
        expect(region.labels).to.deep.equal(['LOC']);
      },
    ],
    [
      'labelName',
      ['string', 'undefined'],
      ({labelName}) => {
        expect(labelName).to.equal('LOC');
      },
    ],
    [
      'hasLabel',
      'function',
      (region) => {
        expect(region.hasLabel('LOC')).to.equal(true);
        expect(region.hasLabel('PER,LOC')).to.equal(true);
        expect(region.hasLabel('PER')).to.equal(false);
      },
    ],
    [
      'emptyLabel',
      ['object', 'undefined'],
      ({emptyLabel}) => {
        expect(emptyLabel).to.equal(undefined);
      },
    ],
    [
      'style',
      ['object', 'undefined'],
      (_region, {region}) => {
        expect(region('b1').style).to.include({fillcolor: 'blue'});
      },
    ],
    [
      'getOneColor',
      'function',
      (_region, {region}) => {
        expect(region('b1').getOneColor()).to.equal('blue');
      },
    ],
    [
      'texting',
      ['object', 'undefined'],
      ({texting}) => {
        expect(texting?.mainValue).to.deep.equal(['a note']);
      },
    ],
    [
      'getLabelText',
      'function',
      (region) => {
        expect(region.getLabelText()).to.equal('1: LOC: a note');
        region.labeling?.setValue(['LOC', 'PER']);
        expect(region.getLabelText(', ')).to.equal('1: LOC, PER: a note');
      },
    ],
    [
      'region_index',
      ['number', 'null'],
      (region, {annotation, region: other}) => {
        expect(region.region_index).to.equal(1);
        expect(other('b1').region_index).to.equal(2);
        expect(annotation.areas.get('c1')?.region_index).to.equal(null);
        annotation.regionStore.toggleSortOrder();
        expect(region.region_index).to.equal(10);
      },
    ],
    [
      'deleteRegion',
      'function',
      (region, {names}) => {
        region.deleteRegion();
        expect(region.isAlive).to.equal(false);
        expect(names).to.deep.equal(['entityDelete']);
        region.deleteRegion();
        expect(names).to.have.length(1);
      },
    ],
    [
      'setValue',
      'function',
      (region, {session, tag}) => {
        session.actions.toggleLabel('label', 'PER');
        region.setValue(tag<ControlView>('label'));
        expect(region.labels).to.deep.equal(['PER']);
      },
    ],
    [
      'addResult',
      'function',
      (region, {tag}) => {
        region.addResult({from_name: tag('label'), value: {labels: ['PER']}});
        expect(region.labels).to.deep.equal(['PER']);
      },
    ],
    [
      'removeResult',
      'function',
      (region) => {
        const [labels, note] = region.results;
        region.removeResult(note!);
        expect(region.results).to.deep.equal([labels]);
        region.removeResult(labels!);
        expect(region.isAlive).to.equal(false);
      },
    ],
    [
      'selectRegion',
      'function',
      (region) => {
        region.selectRegion();
        expect(region.selected).to.equal(true);
      },
    ],
    [
      'setSelected',
      'function',
      (region) => {
        region.setSelected(true);
        expect(region.inSelection).to.equal(true);
        region.setSelected(false);
        expect(region.inSelection).to.equal(false);
      },
    ],
    [
      'setHighlight',
      'function',
      (region) => {
        region.setHighlight(true);
        expect(region).to.include({highlighted: true, selected: false});
      },
    ],
    [
      'toggleHighlight',
      'function',
      (region) => {
        region.toggleHighlight();
        expect(region.highlighted).to.equal(true);
      },
    ],
    [
      'toggleHidden',
      'function',
      (region) => {
        region.toggleHidden();
        expect(region.hidden).to.equal(true);
      },
    ],
    [
      'setLocked',
      'function',
      (region) => {
        region.setLocked((locked) => !locked);
        expect(region.locked).to.equal(true);
        region.setLocked(false);
        expect(region.locked).to.equal(false);
      },
    ],
    [
      'setParentID',
      'function',
      (region, {region: other}) => {
        region.setParentID(other('b1').id);
        expect(region.parentID).to.equal(other('b1').id);
        region.setParentID('');
        expect(region.parentID).to.equal('');
      },
    ],
    [
      'setMetaText',
      'function',
      (region) => {
        region.setMetaText('look');
        expect(region.meta).to.deep.equal({text: ['look']});
      },
    ],
    [
      'setMetaValue',
      'function',
      (region) => {
        region.setMetaValue('mine', 1);
        expect(region.meta).to.deep.equal({mine: 1});
      },
    ],
    [
      'deleteMetaText',
      'function',
      (region) => {
        region.setMetaText('look');
        region.deleteMetaText();
        expect(region.meta).to.equal(undefined);
      },
    ],
    [
      'setItemIndex',
      'function',
      (region, {session}) => {
        region.setItemIndex(2);
        expect(region.item_index).to.equal(2);
        expect(session.serialize()[0]?.item_index).to.equal(2);
      },
    ],
    [
      'makeDynamic',
      'function',
      (region) => {
        region.makeDynamic();
        expect(region.dynamic).to.equal(true);
      },
    ],
    [
      'setDrawing',
      'function',
      (region) => {
        region.setDrawing(true);
        expect(region).to.include({isDrawing: true, isCompleted: false});
      },
    ],
    [
      'notifyDrawingFinished',
      'function',
      (_region, {annotation}) => {
        annotation.deserializeResults([
          {
            id: 'm',
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            value: {start: 4, end: 7, labels: ['PER']},
            origin: 'prediction',
          },
        ]);
        const guess = annotation.areas.get('m');
        guess?.notifyDrawingFinished();
        expect(guess?.origin).to.equal('prediction-changed');
      },
    ],
    [
      'onClickRegion',
      'function',
      (region, {region: other, annotation}) => {
        region.onClickRegion();
        expect(region.selected).to.equal(true);
        other('b1').onClickRegion({ctrlKey: true});
        expect(annotation.selectionSize).to.equal(2);
        annotation.selectArea(region);
        region.onClickRegion();
        expect(annotation.selectionSize).to.equal(0);
      },
    ],
    [
      'requestPerRegionFocus',
      'function',
      (region) => {
        region.requestPerRegionFocus();
        expect(region.perRegionFocusRequest).to.be.a('number');
        expect(region.selected).to.equal(true);
      },
    ],
    [
      'updateAppearenceFromState',
      'function',
      (region) => {
        expect(region.updateAppearenceFromState()).to.equal(undefined);
        expect(region.isAlive).to.equal(true);
      },
    ],
    [
      'serialize',
      'function',
      (region) => {
        expect(region.serialize()[0]).to.include({id: 'r1', type: 'labels'});
      },
    ],
    [
      'isReadOnly',
      'function',
      (region, {annotation}) => {
        expect(region.isReadOnly()).to.equal(false);
        annotation.setReadonly(true);
        expect(region.isReadOnly()).to.equal(true);
      },
    ],
  ],
  absent: ['then', 'from_name', 'value', 'getShape', 'setRange', 'canvasX'],
});
