import {expect} from '@open-wc/testing';

import {AnnotationStore, emptyAnnotation} from '@ls-annotation/core';
import {textRegion} from '@ls-annotation/testing';

import {ChangeRecorder} from './change-recorder.js';
import {placesOf} from './places-of.js';

function setup() {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  let news = 0;
  const recorder = new ChangeRecorder(() => {
    news += 1;
  });
  recorder.watch(store);
  const history = store.history('a');
  const changes = () => recorder.changesOf('a');
  return {
    store,
    history,
    recorder,
    changes,
    news: () => news,
    insert: (id: string, mergeKey?: string) => {
      store.insertRegion('a', textRegion({id}), {
        label: `insert ${id}`,
        ...(mergeKey === undefined ? {} : {mergeKey}),
      });
    },
    hide: (id: string, hidden: boolean, mergeKey: string) => {
      store.updateRegion(
        'a',
        id,
        (draft) => {
          draft.hidden = hidden;
        },
        {label: `hide ${id}`, mergeKey},
      );
    },
    /** Labels, each with where the change stands. */
    places: () => {
      const places = placesOf(changes(), history);
      return changes().map((change) => {
        const place = places.get(change);
        return [change.label, place?.status, place?.index];
      });
    },
  };
}

describe('ChangeRecorder', () => {
  it('keeps who did what, and what was there before', () => {
    const {store, changes, news} = setup();
    store.insertRegion('a', textRegion({id: 'x'}), {
      label: 'insert x',
      origin: 'plugin',
    });
    const [change] = changes();
    expect(changes()).to.have.length(1);
    expect(change).to.include({origin: 'plugin', label: 'insert x'});
    expect(change?.patches[0]?.path).to.deep.equal([
      'annotations',
      'a',
      'regions',
      'x',
    ]);
    expect(change?.inversePatches[0]?.op).to.equal('remove');
    expect(news()).to.equal(1);
  });

  it('says what is done, what is undone, and what cannot be had again', () => {
    const {history, insert, places} = setup();
    for (const id of ['one', 'two', 'three']) insert(id);
    history.set(1);
    expect(places()).to.deep.equal([
      ['insert one', 'done', 1],
      ['insert two', 'undone', 2],
      ['insert three', 'undone', 3],
    ]);
    insert('four');
    expect(places()).to.deep.equal([
      ['insert one', 'done', 1],
      ['insert two', 'lost', null],
      ['insert three', 'lost', null],
      ['insert four', 'done', 2],
    ]);
  });

  it('makes one change of commits with the same key, as undo does', () => {
    const {history, insert, hide, changes, places} = setup();
    insert('one');
    hide('one', true, 'flags');
    hide('one', false, 'flags');
    expect(changes()).to.have.length(2);
    expect(changes()[1]?.patches).to.have.length(2);
    expect(places()[1]).to.deep.equal(['hide one', 'done', 2]);
    history.undo();
    hide('one', true, 'flags');
    expect(places().slice(1)).to.deep.equal([
      ['hide one', 'lost', null],
      ['hide one', 'done', 2],
    ]);
  });

  it('tells of steps that are being collected into one', () => {
    const {history, insert, places} = setup();
    insert('one');
    history.freeze('drawing');
    insert('two');
    insert('three');
    expect(places().slice(1)).to.deep.equal([
      ['insert two', 'open', null],
      ['insert three', 'open', null],
    ]);
    history.unfreeze('drawing');
    expect(places().slice(1)).to.deep.equal([
      ['insert two', 'done', 2],
      ['insert three', 'done', 2],
    ]);
  });

  it('keeps what undo passes over beside the steps', () => {
    const {store, insert, places} = setup();
    insert('one');
    for (const ids of [['one'], []]) {
      store.updateAnnotation(
        'a',
        (draft) => {
          draft.selection = ids;
        },
        {label: 'select'},
      );
    }
    expect(places()).to.deep.equal([
      ['insert one', 'done', 1],
      ['select', 'beside', null],
    ]);
  });

  it('keeps annotations apart, and forgets one that is removed', () => {
    const {store, recorder, insert, changes} = setup();
    store.insertAnnotation(emptyAnnotation({id: 'b'}), {origin: 'load'});
    insert('one');
    expect(changes()).to.have.length(1);
    expect(recorder.changesOf('b').map(({origin}) => origin)).to.deep.equal([
      'load',
    ]);
    store.removeAnnotation('a');
    expect(changes()).to.deep.equal([]);
  });

  it('sees nothing any more once it has let go', () => {
    const {recorder, insert, changes, news} = setup();
    recorder.watch(null);
    insert('one');
    expect(changes()).to.deep.equal([]);
    expect(news()).to.equal(0);
  });
});
