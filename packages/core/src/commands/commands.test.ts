import {expect} from '@open-wc/testing';

import {textRegion} from '@ls-annotation/testing';

import {emptyAnnotation} from '../format/read-annotation.js';
import {writeResults} from '../format/write-results.js';
import {AnnotationStore} from '../state/annotation-store.js';
import {regionsOf} from '../state/region-table.js';

import {deleteRegion} from './delete-region.js';
import {selectRegions} from './select-regions.js';
import {
  clearActiveLabels,
  setActiveLabels,
  setTypedText,
} from './session-commands.js';
import {setClassification} from './set-classification.js';
import {setRegionFlags} from './set-region-flags.js';
import {setResultValue} from './set-result-value.js';

const MOOD = {
  name: 'mood',
  toName: ['text'],
  definition: {resultType: 'choices', valueKey: 'choices'},
};
const LABEL = {
  name: 'label',
  toName: ['text'],
  definition: {resultType: 'labels', valueKey: 'labels'},
};

function setup() {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  return {
    store,
    history: store.history('a'),
    annotation: () => store.annotation('a'),
    regions: () => [...regionsOf(store.annotation('a').regions)],
  };
}

describe('setClassification()', () => {
  it('makes one result, changes it, and takes it away', () => {
    const {store, annotation, regions} = setup();
    const id = setClassification(store, 'a', MOOD, ['Good']);
    expect(writeResults(annotation())).to.deep.equal([
      {
        id,
        from_name: 'mood',
        to_name: 'text',
        type: 'choices',
        origin: 'manual',
        value: {choices: ['Good']},
      },
    ]);
    expect(setClassification(store, 'a', MOOD, ['Bad'])).to.equal(id);
    expect(regions()).to.have.length(1);
    expect(regions()[0]?.results[0]?.value).to.deep.equal(['Bad']);
    expect(setClassification(store, 'a', MOOD, [])).to.equal(null);
    expect(regions()).to.have.length(0);
  });

  it('does nothing when there is nothing to say and nothing was said', () => {
    const {store, history} = setup();
    expect(setClassification(store, 'a', MOOD, undefined)).to.equal(null);
    expect(history.canUndo).to.equal(false);
  });

  it('speaks of a region when one is named', () => {
    const {store, regions, annotation} = setup();
    store.insertRegion('a', textRegion({id: 'r'}));
    setClassification(store, 'a', MOOD, ['Good'], {regionId: 'r'});
    expect(regions()).to.have.length(1);
    expect(writeResults(annotation())[1]).to.deep.include({
      id: 'r',
      type: 'choices',
    });
  });

  it('keeps pictures of a task apart', () => {
    const {store, regions} = setup();
    setClassification(store, 'a', MOOD, ['Good'], {itemIndex: 0});
    setClassification(store, 'a', MOOD, ['Bad'], {itemIndex: 1});
    expect(regions().map(({itemIndex}) => itemIndex)).to.deep.equal([0, 1]);
  });
});

describe('setResultValue()', () => {
  it('removes a region with its last result', () => {
    const {store, regions} = setup();
    store.insertRegion('a', textRegion({id: 'r'}));
    setResultValue(store, 'a', 'r', LABEL, []);
    expect(regions()).to.have.length(0);
  });

  it('marks what a model made as changed', () => {
    const {store, regions} = setup();
    store.insertRegion('a', textRegion({id: 'r', origin: 'prediction'}));
    setResultValue(store, 'a', 'r', LABEL, ['ORG']);
    expect(regions()[0]?.origin).to.equal('prediction-changed');
  });

  it('answers false when the region is not there', () => {
    const {store} = setup();
    expect(setResultValue(store, 'a', 'r', LABEL, ['ORG'])).to.equal(false);
  });
});

describe('deleteRegion()', () => {
  it('takes relations and selection along and lifts children, as one step', () => {
    const {store, history, annotation, regions} = setup();
    store.insertRegion('a', textRegion({id: 'top'}));
    store.insertRegion('a', textRegion({id: 'mid', parentId: 'top'}));
    store.insertRegion('a', textRegion({id: 'leaf', parentId: 'mid'}));
    store.updateAnnotation('a', (draft) => {
      draft.selection = ['mid', 'leaf'];
      draft.relations.push({
        id: 'x',
        fromId: 'mid',
        toId: 'leaf',
        direction: 'right',
        labels: [],
      });
    });
    const steps = history.length;
    expect(deleteRegion(store, 'a', 'mid')).to.equal(true);
    expect(history.length).to.equal(steps + 1);
    expect(annotation().selection).to.deep.equal(['leaf']);
    expect(annotation().relations).to.deep.equal([]);
    expect(store.findRegion('a', 'leaf')?.parentId).to.equal('top');
    history.undo();
    expect(regions().map(({parentId}) => parentId)).to.deep.equal([
      '',
      'top',
      'mid',
    ]);
    expect(annotation().relations).to.have.length(1);
  });

  it('answers false the second time', () => {
    const {store} = setup();
    store.insertRegion('a', textRegion({id: 'r'}));
    expect(deleteRegion(store, 'a', 'r')).to.equal(true);
    expect(deleteRegion(store, 'a', 'r')).to.equal(false);
  });
});

describe('selectRegions()', () => {
  it('leaves out strangers and repetitions', () => {
    const {store, annotation} = setup();
    store.insertRegions(
      'a',
      ['p', 'q'].map((id) => textRegion({id})),
    );
    selectRegions(store, 'a', ['q', 'x', 'p', 'q']);
    expect(annotation().selection).to.deep.equal(['q', 'p']);
  });

  it('makes no commit when the selection stays', () => {
    const {store, annotation} = setup();
    store.insertRegion('a', textRegion({id: 'p'}));
    selectRegions(store, 'a', ['p']);
    const before = annotation();
    selectRegions(store, 'a', ['p']);
    expect(annotation()).to.equal(before);
  });
});

describe('session commands', () => {
  it('keep chosen labels and typed text outside undo', () => {
    const {store, annotation, history} = setup();
    setActiveLabels(store, 'a', 'label', ['PER']);
    setTypedText(store, 'a', 'note', 'half a sen');
    expect(annotation().session.activeLabels).to.deep.equal({label: ['PER']});
    expect(annotation().session.typed).to.deep.equal({note: 'half a sen'});
    clearActiveLabels(store, 'a');
    setTypedText(store, 'a', 'note', '');
    expect(annotation().session).to.deep.include({activeLabels: {}, typed: {}});
    expect(history.canUndo).to.equal(false);
  });

  it('hide and lock a region, and can be undone', () => {
    const {store, history} = setup();
    store.insertRegion('a', textRegion({id: 'r'}));
    setRegionFlags(store, 'a', 'r', {hidden: true});
    setRegionFlags(store, 'a', 'r', {locked: true});
    expect(store.findRegion('a', 'r')).to.include({hidden: true, locked: true});
    history.undo();
    expect(store.findRegion('a', 'r')).to.include({
      hidden: true,
      locked: false,
    });
    setRegionFlags(store, 'a', 'nowhere', {hidden: true});
  });
});
