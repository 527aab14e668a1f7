import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  labelConfigFromXml,
  type CompatSession,
} from '@ls-annotation/testing';

import type {AnnotationStoreView} from '../views/annotation-store-view.js';

/** Label Studio's annotation store: reference §3.3. */
describeMembers<AnnotationStoreView, CompatSession>('Htx.annotationStore', {
  setup: () => compatSession(),
  reach: ({session}) => session.htx.annotationStore,
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'selected',
      'object',
      ({selected}, {annotation}) => {
        expect(selected).to.equal(annotation);
      },
    ],
    [
      'selectedHistory',
      ['object', 'null'],
      (store) => {
        const version = store.addHistory({id: 1});
        store.selectHistory(version);
        expect(store.selectedHistory).to.equal(version);
      },
    ],
    [
      'annotations',
      'array',
      ({annotations}) => {
        expect(annotations.map(({pk}) => pk)).to.deep.equal(['5', '4']);
      },
    ],
    [
      'predictions',
      'array',
      ({predictions}) => {
        expect(predictions.map(({pk}) => pk)).to.deep.equal(['9']);
      },
    ],
    [
      'history',
      'array',
      (store) => {
        expect(store.history).to.deep.equal([]);
        const item = store.addHistory({id: 1});
        expect(store.history).to.deep.equal([item]);
      },
    ],
    [
      'root',
      'object',
      ({root}) => {
        expect(root?.type).to.equal('view');
      },
    ],
    [
      'names',
      'map',
      ({names}, {annotation}) => {
        expect(names.get('label')).to.equal(annotation.names.get('label'));
      },
    ],
    [
      'toNames',
      'map',
      ({toNames}) => {
        expect(toNames.get('text')?.[0]?.name).to.equal('label');
      },
    ],
    [
      'viewingAll',
      'boolean',
      (store) => {
        store.toggleViewingAllAnnotations();
        expect(store.viewingAll).to.equal(true);
      },
    ],
    [
      'viewingAllAnnotations',
      'boolean',
      (store) => {
        expect(store.viewingAllAnnotations).to.equal(false);
        store.toggleViewingAllAnnotations();
        expect(store.viewingAllAnnotations).to.equal(true);
      },
    ],
    [
      'validation',
      ['array', 'null'],
      (store) => {
        expect(store.validation).to.equal(null);
        store.addErrors([{error: 'bad'}]);
        expect(store.validation).to.deep.equal([{error: 'bad'}]);
      },
    ],
    [
      'initialized',
      'boolean',
      ({initialized}) => {
        expect(initialized).to.equal(true);
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
      'selectAnnotation',
      'function',
      (store, {names, session}) => {
        expect(store.selectAnnotation(4)?.pk).to.equal('4');
        expect(names).to.deep.equal(['selectAnnotation']);
        expect(session.scope?.annotation.pk).to.equal('4');
        expect(store.selectAnnotation('nobody')?.pk).to.equal('5');
      },
    ],
    [
      'selectPrediction',
      'function',
      (store, {names}) => {
        const [prediction] = store.predictions;
        expect(store.selectPrediction('9')).to.equal(prediction);
        expect(store.selected).to.equal(prediction);
        expect(store.selectPrediction('nobody')).to.equal(prediction);
        expect(names).to.deep.equal([]);
      },
    ],
    [
      'createAnnotation',
      'function',
      (store, {names}) => {
        const made = store.createAnnotation();
        expect(store.annotations[0]).to.equal(made);
        expect(made.userGenerate).to.equal(true);
        expect(made.id).to.have.length(5);
        expect(names).to.deep.equal([]);
      },
    ],
    [
      'addAnnotation',
      'function',
      (store) => {
        const result = [{type: 'choices', value: {choices: ['x']}}];
        const made = store.addAnnotation({pk: 6, result});
        expect(made).to.include({pk: '6', userGenerate: false, exists: true});
        expect(made.versions).to.deep.equal({result});
        expect(made.results).to.deep.equal([]);
        const own = store.addAnnotation({userGenerate: true});
        expect(own).to.include({pk: null, userGenerate: true, editable: true});
      },
    ],
    [
      'addPrediction',
      'function',
      (store) => {
        const made = store.addPrediction({id: 12, score: 0.1});
        expect(made).to.include({
          type: 'prediction',
          editable: false,
          pk: '12',
        });
        expect(store.predictions).to.have.length(2);
      },
    ],
    [
      'addAnnotationFromPrediction',
      'function',
      (store, {names}) => {
        const [prediction] = store.predictions;
        const made = store.addAnnotationFromPrediction(prediction!);
        expect(made.parent_prediction).to.equal(9);
        expect(made.results.map(({type}) => type)).to.deep.equal(['labels']);
        expect(store.selected).to.equal(made);
        expect(names).to.deep.equal(['selectAnnotation']);
        const copy = store.addAnnotationFromPrediction(store.annotations[1]!);
        expect(copy.parent_annotation).to.equal(5);
      },
    ],
    [
      'addHistory',
      'function',
      (store) => {
        const item = store.addHistory({id: 1, result: []});
        expect(item).to.include({type: 'history', editable: false});
        expect(store.history).to.deep.equal([item]);
      },
    ],
    [
      'clearHistory',
      'function',
      (store) => {
        const item = store.addHistory({id: 1});
        store.clearHistory();
        expect(store.history).to.deep.equal([]);
        expect(item.isAlive).to.equal(false);
      },
    ],
    [
      'selectHistory',
      'function',
      (store, {session, names}) => {
        const item = store.addHistory({id: 1});
        store.selectHistory(item);
        expect(session.scope?.annotation).to.equal(item);
        store.selectHistory(null);
        expect(session.scope?.annotation).to.equal(store.selected);
        expect(item.isAlive).to.equal(true);
        expect(names).to.deep.equal(['selectHistory', 'selectHistory']);
      },
    ],
    [
      'deleteAnnotation',
      'function',
      (store, {annotation, names}) => {
        store.deleteAnnotation(annotation);
        expect(store.selected?.pk).to.equal('4');
        expect(names).to.deep.equal(['deleteAnnotation', 'selectAnnotation']);
      },
    ],
    [
      'toggleViewingAllAnnotations',
      'function',
      (store, {names, session}) => {
        const seen: unknown[] = [];
        session.events
          .on('selectAnnotation')
          .subscribe(([{pk}, , options]) => seen.push(pk, options));
        store.toggleViewingAllAnnotations();
        expect(store.viewingAll).to.equal(true);
        expect(store.annotations.map(({editable}) => editable)).to.deep.equal([
          false,
          false,
        ]);
        expect(store.selected?.selected).to.equal(false);
        expect(names).to.deep.equal([]);
        store.toggleViewingAllAnnotations();
        expect(store.viewingAll).to.equal(false);
        expect(seen).to.deep.equal(['5', {fromViewAll: true}]);
        expect(store.selected?.editable).to.equal(true);
        expect(store.annotations[1]?.editable).to.equal(false);
      },
    ],
    [
      'initRoot',
      'function',
      (store, {session}) => {
        session.readConfig = labelConfigFromXml;
        session.setConfig(null);
        store.initRoot('<View><Header value="a"/></View>');
        expect(session.config?.root.children[0]?.type).to.equal('header');
        store.initRoot('<View/>');
        expect(session.config?.root.children).to.have.length(1);
      },
    ],
    [
      'addErrors',
      'function',
      (store) => {
        store.addErrors([{error: 'bad'}]);
        expect(store.validation).to.have.length(1);
      },
    ],
    [
      'resetAnnotations',
      'function',
      (store, {session}) => {
        store.resetAnnotations();
        expect(store.annotations).to.deep.equal([]);
        expect(store.selected).to.equal(null);
        expect(session.scope).to.equal(null);
      },
    ],
    [
      '_unselectAll',
      'function',
      (store, {annotation, region}) => {
        annotation.selectArea(region('r1'));
        store._unselectAll();
        expect(annotation.hasSelection).to.equal(false);
      },
    ],
    [
      '_selectItem',
      'function',
      (store, {names}) => {
        const [, other] = store.annotations;
        store._selectItem(other!);
        expect(store.selected).to.equal(other);
        expect(other?.editable).to.equal(false);
        expect(names).to.deep.equal([]);
      },
    ],
  ],
  absent: ['then', 'noSuchMember', 'regions', 'deleteResult'],
});
