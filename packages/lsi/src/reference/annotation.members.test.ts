import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {LabelingSession} from '../session/labeling-session.js';
import type {AnnotationView} from '../views/annotation-view.js';
import type {ControlView} from '../views/control-view.js';
import type {ObjectView} from '../views/object-view.js';
import type {TagView} from '../views/tag-view.js';

interface Handles extends CompatSession {
  /** Source of time. */
  readonly scheduler: VirtualTimeScheduler;
}

function setup(): Handles {
  const scheduler = new VirtualTimeScheduler();
  const shown = compatSession({
    scheduler,
    users: [{id: 7, username: 'eve'}],
  });
  return {...shown, scheduler};
}

const TABLE = {
  setup,
  reach: ({annotation}: Handles) => annotation,
  close: ({session}: Handles) => {
    session.close();
  },
};

const hotkeyOf = (tag: TagView): unknown => Reflect.get(tag, 'hotkey');

const CHOICE = {from_name: 'c', to_name: 'text', type: 'choices'};
const BOX = {
  id: 's1',
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: {x: 1, y: 1, width: 2, height: 2, rectanglelabels: ['Car']},
};

/** An annotation of which the server knows everything. */
function known({htx}: LabelingSession): AnnotationView {
  return htx.annotationStore.addAnnotation({
    pk: 6,
    lead_time: 4.5,
    was_cancelled: true,
    last_annotation_history: 3,
    comment_count: 2,
    unresolved_comment_count: 1,
    accepted_state: 'accepted',
  });
}

/** A new annotation under a config that chooses a label and a choice. */
function selected(): CompatSession {
  return compatSession({
    xml: `<View><Text name="text" value="$text"/>
      <Labels name="label" toName="text"><Label value="A"/><Label value="B" selected="true"/></Labels>
      <Choices name="c" toName="text"><Choice value="x"/><Choice value="y" selected="true"/></Choices>
    </View>`,
    task: {id: 1, data: {text: 'a'}},
  });
}

describeMembers<AnnotationView, Handles>('annotation: data (§4.1)', {
  ...TABLE,
  rows: [
    [
      'id',
      'string',
      ({id}, {session}) => {
        expect(id).to.have.length(5);
        expect(session.createAnnotation().id).not.to.equal(id);
      },
    ],
    [
      'pk',
      ['string', 'null'],
      ({pk}, {session}) => {
        expect(pk).to.equal('5');
        expect(session.createAnnotation().pk).to.equal(null);
      },
    ],
    [
      'type',
      'string',
      ({type}, {session}) => {
        expect(type).to.equal('annotation');
        const {predictions} = session.htx.annotationStore;
        expect(predictions[0]?.type).to.equal('prediction');
      },
    ],
    [
      'selected',
      'boolean',
      (annotation, {session}) => {
        expect(annotation.selected).to.equal(true);
        session.selectAnnotation('4');
        expect(annotation.selected).to.equal(false);
      },
    ],
    [
      'createdDate',
      'string',
      ({createdDate}) => {
        expect(Date.parse(createdDate)).not.to.be.NaN;
      },
    ],
    [
      'createdAgo',
      'string',
      ({createdAgo}) => {
        expect(createdAgo).to.equal('2 days');
      },
    ],
    [
      'createdBy',
      'string',
      ({createdBy}) => {
        expect(createdBy).to.equal('Admin');
      },
    ],
    [
      'user',
      ['object', 'null'],
      ({user}) => {
        expect(user).to.include({id: 7, username: 'eve'});
      },
    ],
    [
      'score',
      ['number', 'undefined'],
      ({score}, {session}) => {
        expect(score).to.equal(undefined);
        const [prediction] = session.htx.annotationStore.predictions;
        expect(prediction?.score).to.equal(0.5);
      },
    ],
    [
      'parent_prediction',
      ['number', 'null'],
      (annotation, {session}) => {
        const {annotationStore} = session.htx;
        const [prediction] = annotationStore.predictions;
        const copy = annotationStore.addAnnotationFromPrediction(prediction!);
        expect([
          annotation.parent_prediction,
          copy.parent_prediction,
        ]).to.deep.equal([null, 9]);
      },
    ],
    [
      'parent_annotation',
      ['number', 'null'],
      (annotation, {session}) => {
        const {annotationStore} = session.htx;
        const copy = annotationStore.addAnnotationFromPrediction(annotation);
        expect([
          annotation.parent_annotation,
          copy.parent_annotation,
        ]).to.deep.equal([null, 5]);
      },
    ],
    [
      'last_annotation_history',
      ['number', 'null'],
      (annotation, {session}) => {
        expect(annotation.last_annotation_history).to.equal(null);
        expect(known(session).last_annotation_history).to.equal(3);
      },
    ],
    [
      'comment_count',
      ['number', 'null'],
      (annotation, {session}) => {
        expect(annotation.comment_count).to.equal(null);
        expect(known(session).comment_count).to.equal(2);
      },
    ],
    [
      'unresolved_comment_count',
      ['number', 'null'],
      (annotation, {session}) => {
        expect(annotation.unresolved_comment_count).to.equal(null);
        expect(known(session).unresolved_comment_count).to.equal(1);
      },
    ],
    [
      'loadedDate',
      'date',
      ({loadedDate}, {scheduler}) => {
        expect(loadedDate.getTime()).to.equal(scheduler.now());
      },
    ],
    [
      'leadTime',
      ['number', 'null'],
      (annotation, {session}) => {
        expect(annotation.leadTime).to.equal(null);
        expect(known(session).leadTime).to.equal(4.5);
      },
    ],
    [
      'draftSaved',
      ['string', 'undefined'],
      async (annotation, {session}) => {
        session.events.addHandler('submitDraft', () => undefined);
        await annotation.saveDraft();
        expect(annotation.draftSaved).to.match(/^\d{4}-\d\d-\d\dT/);
      },
    ],
    [
      'draftId',
      ['number', 'string'],
      ({draftId}) => {
        expect(draftId).to.equal(0);
      },
    ],
    [
      'draftSelected',
      'boolean',
      ({draftSelected}, {session}) => {
        expect(draftSelected).to.equal(false);
        const drafted = session.htx.annotationStore.addAnnotation({
          pk: 8,
          draft: [BOX],
        });
        expect(drafted.draftSelected).to.equal(true);
      },
    ],
    [
      'isDraftSaving',
      'boolean',
      async (annotation, {session}) => {
        const answers: (() => void)[] = [];
        session.events.addHandler(
          'submitDraft',
          () => new Promise<void>((resolve) => answers.push(resolve)),
        );
        expect(annotation.isDraftSaving).to.equal(false);
        const saved = annotation.saveDraft();
        expect(annotation.isDraftSaving).to.equal(true);
        answers[0]?.();
        await saved;
        expect(annotation.isDraftSaving).to.equal(false);
      },
    ],
    [
      'versions',
      'object',
      ({versions}) => {
        expect(versions.result).to.be.an('array');
        expect(versions).not.to.have.property('draft');
      },
    ],
    [
      'userGenerate',
      'boolean',
      ({userGenerate}, {session}) => {
        expect(userGenerate).to.equal(false);
        expect(session.createAnnotation().userGenerate).to.equal(true);
      },
    ],
    [
      'sentUserGenerate',
      'boolean',
      async (annotation, {session}) => {
        expect(annotation.sentUserGenerate).to.equal(false);
        await session.submit();
        expect(annotation.sentUserGenerate).to.equal(true);
      },
    ],
    [
      'localUpdate',
      'boolean',
      (annotation) => {
        expect(annotation.localUpdate).to.equal(false);
        annotation.setLocalUpdate(true);
        expect(annotation.localUpdate).to.equal(true);
      },
    ],
    [
      'ground_truth',
      'boolean',
      (annotation, {session}) => {
        annotation.setGroundTruth(true);
        expect(annotation.ground_truth).to.equal(true);
        const [, other] = session.htx.annotationStore.annotations;
        other?.setGroundTruth(true);
        expect(annotation.ground_truth).to.equal(false);
      },
    ],
    [
      'skipped',
      'boolean',
      ({skipped}, {session}) => {
        expect(skipped).to.equal(false);
        expect(known(session).skipped).to.equal(true);
      },
    ],
    [
      'editable',
      'boolean',
      ({editable}, {session}) => {
        expect(editable).to.equal(true);
        const {predictions} = session.htx.annotationStore;
        expect(predictions[0]?.editable).to.equal(false);
      },
    ],
    [
      'readonly',
      'boolean',
      (annotation) => {
        annotation.setReadonly(true);
        expect(annotation.readonly).to.equal(true);
        expect(annotation.isReadOnly()).to.equal(true);
      },
    ],
    [
      'hidden',
      'boolean',
      (annotation) => {
        expect(annotation.hidden).to.equal(false);
        annotation.toggleVisibility(false);
        expect(annotation.hidden).to.equal(true);
      },
    ],
    [
      'isDrawing',
      'boolean',
      (annotation) => {
        annotation.setIsDrawing(true);
        expect(annotation.isDrawing).to.equal(true);
      },
    ],
    [
      'dragMode',
      'boolean',
      (annotation) => {
        expect(annotation.dragMode).to.equal(false);
        annotation.setDragMode(true);
        expect(annotation.dragMode).to.equal(true);
      },
    ],
    [
      'submissionStarted',
      'number',
      ({submissionStarted}) => {
        expect(submissionStarted).to.equal(0);
      },
    ],
    [
      'acceptedState',
      ['string', 'null'],
      (annotation, {session}) => {
        expect(annotation.acceptedState).to.equal(null);
        expect(known(session).acceptedState).to.equal('accepted');
      },
    ],
    [
      'suggestions',
      'map',
      (annotation) => {
        annotation.setSuggestions([BOX]);
        expect([...annotation.suggestions.keys()]).to.have.length(1);
        expect(annotation.areas.has('s1')).to.equal(false);
      },
    ],
    [
      'relationMode',
      'boolean',
      (annotation, {region}) => {
        annotation.startLinkingMode('create_relation', region('r1'));
        expect(annotation.relationMode).to.equal(true);
      },
    ],
  ],
  absent: ['then', 'lead_time', 'result', 'deleteResult', 'parent_id'],
});

describeMembers<AnnotationView, Handles>('annotation: views (§4.2)', {
  ...TABLE,
  rows: [
    [
      'names',
      'map',
      ({names}) => {
        expect([...names.keys()]).to.include.members(['text', 'label', 'img']);
        expect(names.has('nobody')).to.equal(false);
      },
    ],
    [
      'toNames',
      'map',
      ({toNames}) => {
        const controls = toNames.get('text')?.map(({name}) => name);
        expect(controls).to.include.members(['label', 'c', 'ta', 'note']);
      },
    ],
    [
      'areas',
      'map',
      ({areas}, {region}) => {
        expect(areas.size).to.equal(11);
        expect(areas.get(region('r1').id)).to.equal(region('r1'));
        expect([...areas.keys()][0]).to.equal(region('r1').id);
      },
    ],
    [
      'regions',
      'array',
      (annotation) => {
        expect(annotation.regions).to.have.length(11);
        annotation.regions.pop();
        expect(annotation.regions).to.have.length(11);
        const ofWholes = annotation.regions.filter((r) => r.classification);
        expect(ofWholes).to.have.length(1);
      },
    ],
    [
      'regionStore',
      'object',
      ({regionStore}) => {
        expect(regionStore.regions).to.have.length(10);
      },
    ],
    [
      'results',
      'array',
      ({results}) => {
        expect(results.slice(0, 3).map(({type}) => type)).to.deep.equal([
          'labels',
          'textarea',
          'choices',
        ]);
      },
    ],
    [
      'objects',
      'array',
      ({objects}) => {
        expect(objects.map(({name}) => name)).to.deep.equal([
          'text',
          'img',
          'video',
          'audio',
          'para',
        ]);
      },
    ],
    [
      'serialized',
      'array',
      (annotation) => {
        expect(annotation.serialized).to.deep.equal(
          annotation.serializeAnnotation(),
        );
      },
    ],
    [
      'serializedSelection',
      'array',
      (annotation, {region}) => {
        annotation.selectArea(region('r1'));
        const types = annotation.serializedSelection.map(({type}) => type);
        expect(types).to.deep.equal(['labels', 'textarea']);
      },
    ],
    [
      'highlightedNode',
      ['object', 'null'],
      (annotation, {region}) => {
        annotation.selectArea(region('r1'));
        expect(annotation.highlightedNode).to.equal(region('r1'));
        annotation.extendSelectionWith(region('b1'));
        expect(annotation.highlightedNode).to.equal(null);
      },
    ],
    [
      'hasSelection',
      'boolean',
      (annotation, {region}) => {
        expect(annotation.hasSelection).to.equal(false);
        annotation.selectArea(region('r1'));
        expect(annotation.hasSelection).to.equal(true);
      },
    ],
    [
      'selectionSize',
      'number',
      (annotation, {region}) => {
        annotation.selectAreas([region('r1'), region('b1')]);
        expect(annotation.selectionSize).to.equal(2);
      },
    ],
    [
      'selectedRegions',
      'array',
      (annotation, {region}) => {
        annotation.selectAreas([region('b1'), region('r1')]);
        expect(annotation.selectedRegions).to.deep.equal([
          region('b1'),
          region('r1'),
        ]);
      },
    ],
    [
      'selectedDrawingRegions',
      'array',
      (annotation, {region}) => {
        annotation.selectAreas([region('p1'), region('b1')]);
        region('p1').setDrawing(true);
        expect(annotation.selectedDrawingRegions).to.deep.equal([region('p1')]);
      },
    ],
    [
      'lastSelectedRegion',
      ['object', 'undefined'],
      (annotation, {region}) => {
        annotation.selectAreas([region('p1'), region('b1')]);
        expect(annotation.lastSelectedRegion).to.equal(region('b1'));
      },
    ],
    [
      'exists',
      'boolean',
      ({exists}, {session}) => {
        expect(exists).to.equal(true);
        const made = session.createAnnotation();
        expect(made.exists).to.equal(false);
        made.updatePersonalKey('6');
        expect(made.exists).to.equal(false);
        made.sendUserGenerate();
        expect(made.exists).to.equal(true);
      },
    ],
    [
      'hasSuggestionsSupport',
      'boolean',
      ({hasSuggestionsSupport}) => {
        expect(hasSuggestionsSupport).to.equal(true);
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
      'list',
      'object',
      ({list}, {session}) => {
        expect(list).to.equal(session.htx.annotationStore);
      },
    ],
    [
      'root',
      'object',
      ({root}) => {
        expect(root?.children?.[0]?.name).to.equal('text');
      },
    ],
    [
      'relationStore',
      'object',
      (annotation, {region}) => {
        const {relationStore} = annotation;
        relationStore.addRelation(region('r1'), region('b1'));
        const [made] = annotation.relationStore.relations;
        expect(made).to.include({direction: 'right', node1: region('r1')});
        expect(annotation.serialized.at(-1)).to.include({
          ...{type: 'relation', from_id: 'r1', to_id: 'b1'},
        });
        relationStore.deleteRelation(made!);
        expect(relationStore.size).to.equal(0);
      },
    ],
    [
      'isReadOnly',
      'function',
      (annotation) => {
        expect(annotation.isReadOnly()).to.equal(false);
        annotation.setEditable(false);
        expect(annotation.isReadOnly()).to.equal(true);
      },
    ],
    [
      'canBeReviewed',
      'boolean',
      (annotation, {session}) => {
        expect(annotation.canBeReviewed).to.equal(false);
        session.htx.addInterface('review');
        expect(annotation.canBeReviewed).to.equal(true);
      },
    ],
    [
      'isNonEditableDraft',
      'boolean',
      ({isNonEditableDraft}) => {
        expect(isNonEditableDraft).to.equal(false);
      },
    ],
    [
      'isLinkingMode',
      'boolean',
      (annotation, {region}) => {
        expect(annotation.isLinkingMode).to.equal(false);
        annotation.startLinkingMode('create_relation', region('r1'));
        expect(annotation.isLinkingMode).to.equal(true);
      },
    ],
  ],
});

describeMembers<AnnotationView, Handles>('annotation: actions (§4.3)', {
  ...TABLE,
  rows: [
    [
      'createResult',
      'function',
      (annotation, {tag, names}) => {
        const label = tag<ControlView>('label');
        const value = {labels: ['PER']};
        const span = {start: 4, end: 7, text: 'two'};
        const made = annotation.createResult(span, value, label, tag('text'));
        expect(made.labels).to.deep.equal(['PER']);
        expect(names).to.deep.equal(['entityCreate']);
        const choice = {choices: ['y']};
        const whole = annotation.createResult({}, choice, tag('c'), 'text');
        expect(whole.classification).to.equal(true);
        expect(names).to.deep.equal(['entityCreate']);
      },
    ],
    [
      'deleteRegion',
      'function',
      (annotation, {region, names}) => {
        region('b1').setLocked(true);
        annotation.deleteRegion(region('b1'));
        annotation.deleteRegion(region('r1'));
        annotation.deleteRegion(annotation.areas.get('c1')!);
        expect(annotation.areas.has('b1')).to.equal(true);
        expect(annotation.areas.has('r1')).to.equal(false);
        expect(annotation.areas.has('c1')).to.equal(false);
        expect(names).to.deep.equal(['entityDelete']);
      },
    ],
    [
      'deleteAllRegions',
      'function',
      (annotation, {names, region}) => {
        region('b1').setLocked(true);
        annotation.deleteAllRegions();
        expect(annotation.regions).to.deep.equal([region('b1')]);
        expect(names).to.have.length(9);
        annotation.deleteAllRegions({deleteReadOnly: true});
        expect(annotation.regions).to.deep.equal([]);
        expect(names).to.have.length(9);
      },
    ],
    [
      'deleteSelectedRegions',
      'function',
      (annotation, {region}) => {
        annotation.selectAreas([region('r1'), region('b1')]);
        annotation.deleteSelectedRegions();
        expect(annotation.regionStore.regions).to.have.length(8);
      },
    ],
    [
      'deleteArea',
      'function',
      (annotation, {region, names}) => {
        annotation.deleteArea(region('r1'));
        expect(annotation.areas.has('r1')).to.equal(false);
        expect(names).to.deep.equal([]);
      },
    ],
    [
      'removeArea',
      'function',
      (annotation, {region}) => {
        annotation.removeArea(region('r1'));
        expect(annotation.areas.has('r1')).to.equal(false);
      },
    ],
    [
      'deserializeResults',
      'function',
      (annotation, {tag, names}) => {
        annotation.deserializeResults(
          JSON.stringify([{...CHOICE, value: {choices: ['y']}}]),
        );
        const choices = tag<ControlView>('c');
        expect(choices.result?.mainValue).to.deep.equal(['y']);
        expect(choices.selectedLabels[0]).to.include({alias: 'y'});
        expect(names).to.deep.equal([]);
        annotation.deserializeResults([BOX], {suggestions: true});
        expect(annotation.suggestions.size).to.equal(1);
        annotation.deserializeResults([BOX], {hidden: true});
        expect(annotation.areas.get('s1')?.hidden).to.equal(true);
      },
    ],
    [
      'deserializeAnnotation',
      'function',
      (annotation) => {
        annotation.deserializeAnnotation([BOX]);
        expect(annotation.areas.has('s1')).to.equal(true);
      },
    ],
    [
      'serializeAnnotation',
      'function',
      (annotation) => {
        const all = annotation.serializeAnnotation();
        expect(all[0]).to.include({id: 'r1', type: 'labels'});
        expect(annotation.serializeAnnotation({fast: true})).to.deep.equal(all);
      },
    ],
    [
      'appendResults',
      'function',
      (annotation) => {
        const [copy] = annotation.appendResults([BOX]);
        expect(copy?.cleanId).not.to.equal('s1');
        expect(copy?.x).to.equal(1);
      },
    ],
    [
      'updateObjects',
      'function',
      (annotation, {region}) => {
        annotation.selectArea(region('r1'));
        annotation.updateObjects(false);
        expect(annotation.selectionSize).to.equal(1);
        annotation.updateObjects();
        expect(annotation.selectionSize).to.equal(0);
      },
    ],
    [
      'selectArea',
      'function',
      (annotation, {region, tag}) => {
        annotation.selectArea(region('r1'));
        expect(region('r1').selected).to.equal(true);
        const note = tag<ControlView>('note');
        expect(note.result?.mainValue).to.deep.equal(['a note']);
      },
    ],
    [
      'selectAreas',
      'function',
      (annotation, {region}) => {
        annotation.selectAreas([region('r1'), region('b1')]);
        expect(annotation.selectionSize).to.equal(2);
      },
    ],
    [
      'extendSelectionWith',
      'function',
      (annotation, {region}) => {
        annotation.selectArea(region('r1'));
        annotation.extendSelectionWith([region('b1')]);
        expect(annotation.selectionSize).to.equal(2);
      },
    ],
    [
      'toggleRegionSelection',
      'function',
      (annotation, {region}) => {
        annotation.toggleRegionSelection(region('r1'));
        annotation.toggleRegionSelection(region('r1'), true);
        expect(annotation.selectionSize).to.equal(1);
        annotation.toggleRegionSelection(region('r1'));
        expect(annotation.selectionSize).to.equal(0);
      },
    ],
    [
      'unselectArea',
      'function',
      (annotation, {region}) => {
        annotation.selectArea(region('r1'));
        annotation.unselectArea(region('r1'));
        expect(annotation.selectionSize).to.equal(0);
      },
    ],
    [
      'unselectAreas',
      'function',
      (annotation, {region, session}) => {
        annotation.selectArea(region('r1'));
        session.actions.setTyped('note', 'more', {regionId: 'r1'});
        annotation.unselectAreas();
        expect(region('r1').texting?.mainValue).to.deep.equal([
          'a note',
          'more',
        ]);
      },
    ],
    [
      'unselectStates',
      'function',
      (annotation, {session, tag}) => {
        session.actions.toggleLabel('label', 'PER');
        annotation.unselectStates();
        expect(tag<ControlView>('label').isSelected).to.equal(false);
      },
    ],
    [
      'unselectAll',
      'function',
      (annotation, {session, tag}) => {
        session.settings = {continuousLabeling: true};
        session.actions.toggleLabel('label', 'PER');
        annotation.unselectAll(true);
        expect(tag<ControlView>('label').isSelected).to.equal(true);
        annotation.unselectAll();
        expect(tag<ControlView>('label').isSelected).to.equal(false);
      },
    ],
    [
      'validate',
      'function',
      (annotation) => {
        expect(annotation.validate()).to.equal(true);
      },
    ],
    [
      'beforeSend',
      'function',
      (annotation, {session, region, tag}) => {
        session.actions.setTyped('ta', 'typed');
        annotation.startRelationMode(region('r1'));
        annotation.selectArea(region('r1'));
        annotation.beforeSend();
        expect(tag<ControlView>('ta').result?.mainValue).to.deep.equal([
          'typed',
        ]);
        expect(annotation.relationMode).to.equal(false);
        expect(annotation.hasSelection).to.equal(false);
      },
    ],
    [
      'undo',
      'function',
      (annotation, {region}) => {
        annotation.deleteRegion(region('r1'));
        annotation.undo();
        expect(annotation.areas.has('r1')).to.equal(true);
      },
    ],
    [
      'redo',
      'function',
      (annotation, {region}) => {
        annotation.deleteRegion(region('r1'));
        annotation.undo();
        annotation.redo();
        expect(annotation.areas.has('r1')).to.equal(false);
      },
    ],
    [
      'history',
      'object',
      (annotation, {region}) => {
        const {history} = annotation;
        expect(history).to.include({canUndo: false, undoIdx: 0});
        annotation.deleteRegion(region('r1'));
        expect(annotation.history).to.equal(history);
        expect(history).to.include({canUndo: true, undoIdx: 1});
      },
    ],
    [
      'reinitHistory',
      'function',
      (annotation, {region}) => {
        annotation.deleteRegion(region('r1'));
        annotation.reinitHistory();
        expect(annotation.history.canUndo).to.equal(false);
      },
    ],
    [
      'setInitialValues',
      'function',
      (_annotation, {session}) => {
        const {annotation, tag} = selected();
        annotation.unselectAll();
        expect(tag<ControlView>('label').selectedValues()).to.deep.equal([]);
        annotation.setInitialValues();
        expect(tag<ControlView>('label').selectedValues()).to.deep.equal(['B']);
        expect(session.annotation).not.to.equal(annotation);
      },
    ],
    [
      'setDefaultValues',
      'function',
      () => {
        const {annotation, tag} = selected();
        tag<ControlView>('c').unselectAll();
        annotation.setDefaultValues();
        expect(annotation.serialized.map(({value}) => value)).to.deep.equal([
          {choices: ['y']},
        ]);
      },
    ],
    [
      'setEdit',
      'function',
      (annotation) => {
        annotation.setEdit(false);
        expect(annotation.editable).to.equal(false);
      },
    ],
    [
      'setEditable',
      'function',
      (annotation) => {
        annotation.setEditable(false);
        expect(annotation.editable).to.equal(false);
      },
    ],
    [
      'setReadonly',
      'function',
      (annotation) => {
        annotation.setReadonly(true);
        expect(annotation.readonly).to.equal(true);
      },
    ],
    [
      'setGroundTruth',
      'function',
      (annotation, {names}) => {
        annotation.setGroundTruth(true, false);
        expect(names).to.deep.equal([]);
        annotation.setGroundTruth(false);
        expect(names).to.deep.equal(['groundTruth']);
        expect(annotation.ground_truth).to.equal(false);
      },
    ],
    [
      'setLocalUpdate',
      'function',
      (annotation) => {
        annotation.setLocalUpdate(true);
        expect(annotation.localUpdate).to.equal(true);
      },
    ],
    [
      'setDragMode',
      'function',
      (annotation) => {
        annotation.setDragMode(true);
        expect(annotation.dragMode).to.equal(true);
      },
    ],
    [
      'toggleVisibility',
      'function',
      (annotation) => {
        annotation.toggleVisibility();
        expect(annotation.hidden).to.equal(true);
        annotation.toggleVisibility(true);
        expect(annotation.hidden).to.equal(false);
      },
    ],
    [
      'sendUserGenerate',
      'function',
      (annotation) => {
        annotation.sendUserGenerate();
        expect(annotation.sentUserGenerate).to.equal(true);
      },
    ],
    [
      'updatePersonalKey',
      'function',
      (annotation, {session}) => {
        annotation.updatePersonalKey(77);
        expect(annotation.pk).to.equal('77');
        expect(session.htx.taskHistory[0]?.annotationId).to.equal('77');
      },
    ],
    [
      'submissionInProgress',
      'function',
      async (annotation, {session, names}) => {
        session.events.addHandler('submitDraft', () => undefined);
        annotation.submissionInProgress();
        expect(annotation.submissionStarted).to.be.above(0);
        await annotation.saveDraft();
        expect(names).to.deep.equal([]);
      },
    ],
    [
      'setupHotKeys',
      'function',
      (annotation, {tag}) => {
        const {tiedChildren} = tag<ControlView>('label');
        expect(tiedChildren.map(hotkeyOf)).to.deep.equal(['1', '2']);
        for (const label of tiedChildren)
          Reflect.deleteProperty(label, 'hotkey');
        annotation.setupHotKeys();
        expect(tiedChildren.map(hotkeyOf)).to.deep.equal(['1', '2']);
      },
    ],
    [
      'resetReady',
      'function',
      (annotation, {tag}) => {
        const image = tag<ObjectView>('img');
        image.setReady(true);
        annotation.resetReady();
        expect(image.isReady).to.equal(false);
      },
    ],
    [
      'hideSelectedRegions',
      'function',
      (annotation, {region}) => {
        annotation.selectAreas([region('r1'), region('b1')]);
        annotation.hideSelectedRegions();
        expect(region('b1').hidden).to.equal(true);
        annotation.hideSelectedRegions();
        expect(region('b1').hidden).to.equal(false);
      },
    ],
    [
      'lockSelectedRegions',
      'function',
      (annotation, {region}) => {
        annotation.selectAreas([region('r1')]);
        annotation.lockSelectedRegions();
        expect(region('r1').locked).to.equal(true);
      },
    ],
    [
      'traverseTree',
      'function',
      (annotation) => {
        const types: string[] = [];
        annotation.traverseTree(({type}) => types.push(type));
        expect(types.slice(0, 4)).to.deep.equal([
          'view',
          'text',
          'labels',
          'label',
        ]);
      },
    ],
  ],
});

describeMembers<AnnotationView, Handles>('annotation: drafts (§4.3)', {
  ...TABLE,
  rows: [
    [
      'startAutosave',
      'function',
      (annotation, {session, scheduler, region, names}) => {
        session.events.addHandler('submitDraft', () => undefined);
        annotation.pauseAutosave();
        annotation.deleteRegion(region('r1'));
        annotation.startAutosave();
        annotation.deleteRegion(region('b1'));
        scheduler.flush();
        expect(names.filter((name) => name === 'submitDraft')).to.have.length(
          1,
        );
      },
    ],
    [
      'pauseAutosave',
      'function',
      (annotation, {session, scheduler, region, names}) => {
        session.events.addHandler('submitDraft', () => undefined);
        annotation.deleteRegion(region('r1'));
        annotation.pauseAutosave();
        scheduler.flush();
        expect(names).to.deep.equal(['entityDelete']);
      },
    ],
    [
      'saveDraft',
      'function',
      async (annotation, {session}) => {
        session.events.addHandler('submitDraft', () => ({id: 8}));
        const saving = annotation.saveDraft();
        expect(annotation.isDraftSaving).to.equal(true);
        expect(await saving).to.deep.equal({id: 8});
        expect(annotation.isDraftSaving).to.equal(false);
        expect(annotation.draftSelected).to.equal(true);
        expect(annotation.versions.draft).to.deep.equal(annotation.serialized);
      },
    ],
    [
      'saveDraftImmediately',
      'function',
      async (annotation, {session, region, names}) => {
        session.events.addHandler('submitDraft', () => undefined);
        await annotation.saveDraftImmediately();
        expect(names).to.deep.equal([]);
        annotation.deleteRegion(region('r1'));
        await annotation.saveDraftImmediately();
        expect(names).to.deep.equal(['entityDelete', 'submitDraft']);
      },
    ],
    [
      'saveDraftImmediatelyWithResults',
      'function',
      async (annotation, {session}) => {
        session.events.addHandler('submitDraft', () => ({id: 8}));
        const answer = await annotation.saveDraftImmediatelyWithResults();
        expect(answer).to.deep.equal({id: 8});
        annotation.submissionInProgress();
        const nothing = await annotation.saveDraftImmediatelyWithResults();
        expect(nothing).to.deep.equal({});
      },
    ],
    [
      'dropDraft',
      'function',
      async (annotation, {session}) => {
        session.events.addHandler('submitDraft', () => undefined);
        annotation.setDraftId(4);
        await annotation.saveDraft();
        annotation.dropDraft();
        expect(annotation).to.include({draftId: 0, draftSelected: false});
        expect(annotation.draftSaved).to.equal(undefined);
        expect(annotation.versions).not.to.have.property('draft');
      },
    ],
    [
      'addVersions',
      'function',
      (annotation) => {
        annotation.addVersions({draft: [BOX]});
        expect(annotation.versions.draft).to.deep.equal([BOX]);
        expect(annotation.draftSelected).to.equal(true);
      },
    ],
    [
      'toggleDraft',
      'function',
      (annotation) => {
        annotation.toggleDraft(true);
        expect(annotation.regions).to.have.length(11);
        annotation.addVersions({draft: [BOX]});
        annotation.setDraftSelected(false);
        annotation.toggleDraft();
        expect(annotation.regions.map(({cleanId}) => cleanId)).to.deep.equal([
          's1',
        ]);
        annotation.toggleDraft(false);
        expect(annotation.regions).to.have.length(11);
      },
    ],
    [
      'setDraftId',
      'function',
      (annotation) => {
        annotation.setDraftId(4);
        expect(annotation.draftId).to.equal(4);
      },
    ],
  ],
});

describeMembers<AnnotationView, Handles>('annotation: links (§4.3)', {
  ...TABLE,
  rows: [
    [
      'startRelationMode',
      'function',
      (annotation, {region}) => {
        annotation.startRelationMode(region('r1'));
        expect(annotation.relationMode).to.equal(true);
        region('b1').onClickRegion();
        const [relation] = annotation.relationStore.relations;
        expect(relation?.node1).to.equal(region('r1'));
        expect(relation?.node2).to.equal(region('b1'));
        expect(annotation.relationMode).to.equal(false);
        expect(annotation.hasSelection).to.equal(false);
      },
    ],
    [
      'stopRelationMode',
      'function',
      (annotation, {region}) => {
        annotation.startRelationMode(region('r1'));
        annotation.stopRelationMode();
        region('b1').onClickRegion();
        expect(annotation.relationStore.size).to.equal(0);
      },
    ],
    [
      'addRelation',
      'function',
      (annotation, {region}) => {
        annotation.startRelationMode(region('r1'));
        annotation.addRelation(region('b1'));
        annotation.addRelation(region('b1'), region('e1'));
        expect(annotation.relationStore.size).to.equal(2);
      },
    ],
    [
      'startLinkingMode',
      'function',
      (annotation, {region}) => {
        annotation.startLinkingMode('create_relation', region('r1'));
        expect(annotation.isLinkingMode).to.equal(true);
        region('b1').onClickRegion();
        expect(annotation.relationStore.size).to.equal(1);
      },
    ],
    [
      'stopLinkingMode',
      'function',
      (annotation, {region, session}) => {
        annotation.startLinkingMode('create_relation', region('r1'));
        session.actions.unselectAll();
        expect(annotation.isLinkingMode).to.equal(false);
      },
    ],
    [
      'addLinkedRegion',
      'function',
      (annotation, {region}) => {
        annotation.startLinkingMode('create_relation', region('r1'));
        annotation.addLinkedRegion(region('b1'));
        expect(annotation.relationStore.size).to.equal(1);
      },
    ],
    [
      'relationStore',
      'object',
      ({relationStore}, {region, session}) => {
        relationStore.addRelation(region('r1'), region('b1'));
        const [relation] = relationStore.relations;
        expect(session.serialize().at(-1)).to.deep.equal({
          type: 'relation',
          from_id: 'r1',
          to_id: 'b1',
          direction: 'right',
        });
        relationStore.deleteRelation(relation!);
        expect(relationStore.relations).to.deep.equal([]);
      },
    ],
  ],
});

describeMembers<AnnotationView, Handles>('annotation: suggestions (§4.3)', {
  ...TABLE,
  rows: [
    [
      'setSuggestions',
      'function',
      (annotation, {tag, names, session}) => {
        annotation.setSuggestions([
          BOX,
          {...CHOICE, id: 's2', value: {choices: ['y']}},
        ]);
        expect(annotation.suggestions.size).to.equal(1);
        expect(tag<ControlView>('c').result?.mainValue).to.deep.equal(['y']);
        session.htx.setAutoAcceptSuggestions(true);
        annotation.setSuggestions([BOX]);
        expect(annotation.suggestions.size).to.equal(0);
        expect(annotation.areas.has('s1')).to.equal(true);
        expect(names).to.deep.equal([]);
      },
    ],
    [
      'acceptSuggestion',
      'function',
      (annotation, {session, names}) => {
        annotation.setSuggestions([BOX]);
        const [id = ''] = annotation.suggestions.keys();
        annotation.acceptSuggestion(id);
        const region = annotation.areas.get('s1');
        expect(region).to.include({fromSuggestion: true, x: 1});
        expect(region?.labels).to.deep.equal(['Car']);
        expect(annotation.suggestions.size).to.equal(0);
        expect(names).to.deep.equal([]);
        session.undo();
        expect(annotation.areas.has('s1')).to.equal(false);
      },
    ],
    [
      'rejectSuggestion',
      'function',
      (annotation) => {
        annotation.setSuggestions([BOX]);
        annotation.rejectSuggestion('s1');
        expect(annotation.suggestions.size).to.equal(0);
        expect(annotation.areas.has('s1')).to.equal(false);
      },
    ],
    [
      'acceptAllSuggestions',
      'function',
      (annotation, {region}) => {
        region('b1').makeDynamic();
        annotation.setSuggestions([BOX, {...BOX, id: 's2'}]);
        annotation.acceptAllSuggestions();
        expect(annotation.areas.has('s1')).to.equal(true);
        expect(annotation.areas.has('s2')).to.equal(true);
        expect(annotation.areas.has('b1')).to.equal(false);
      },
    ],
    [
      'rejectAllSuggestions',
      'function',
      (annotation, {region}) => {
        region('b1').makeDynamic();
        annotation.setSuggestions([BOX]);
        annotation.rejectAllSuggestions();
        expect(annotation.suggestions.size).to.equal(0);
        expect(annotation.areas.has('b1')).to.equal(false);
      },
    ],
  ],
});

describeMembers<AnnotationView['history'], Handles>('annotation.history', {
  ...TABLE,
  reach: ({annotation}) => annotation.history,
  rows: [
    [
      'canUndo',
      'boolean',
      (history, {annotation, region}) => {
        expect(history.canUndo).to.equal(false);
        annotation.deleteRegion(region('r1'));
        expect(history.canUndo).to.equal(true);
      },
    ],
    [
      'canRedo',
      'boolean',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        expect(history.canRedo).to.equal(false);
        history.undo();
        expect(history.canRedo).to.equal(true);
      },
    ],
    [
      'hasChanges',
      'boolean',
      (history, {annotation, region}) => {
        annotation.selectArea(region('r1'));
        expect(history.hasChanges).to.equal(false);
        region('r1').toggleHidden();
        annotation.deleteRegion(region('r1'));
        expect(history.hasChanges).to.equal(true);
      },
    ],
    [
      'undoIdx',
      'number',
      (history, {annotation, region}) => {
        expect(history.undoIdx).to.equal(0);
        annotation.deleteRegion(region('r1'));
        expect(history.undoIdx).to.equal(1);
      },
    ],
    [
      'isFrozen',
      'boolean',
      (history) => {
        history.freeze('a');
        history.freeze('b');
        history.unfreeze('a');
        expect(history.isFrozen).to.equal(true);
        history.safeUnfreeze('b');
        expect(history.isFrozen).to.equal(false);
      },
    ],
    [
      'history',
      'array',
      (history, {annotation, region}) => {
        expect(history.history).to.have.length(1);
        annotation.deleteRegion(region('r1'));
        expect(history.history).to.have.length(2);
        expect(history.hasChanges).to.equal(true);
      },
    ],
    [
      'undo',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        history.undo();
        expect(history).to.include({undoIdx: 0, canRedo: true});
      },
    ],
    [
      'redo',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        history.undo();
        history.redo();
        expect(history).to.include({undoIdx: 1, canRedo: false});
      },
    ],
    [
      'set',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        annotation.deleteRegion(region('b1'));
        history.set(0);
        expect(annotation.regions).to.have.length(11);
      },
    ],
    [
      'reset',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        history.reset();
        expect(annotation.areas.has('r1')).to.equal(true);
      },
    ],
    [
      'reinit',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        history.reinit();
        expect(history).to.include({canUndo: false, hasChanges: false});
      },
    ],
    [
      'freeze',
      'function',
      (history, {annotation, region}) => {
        history.freeze('mine');
        annotation.deleteRegion(region('r1'));
        annotation.deleteRegion(region('b1'));
        expect(history.isFrozen).to.equal(true);
        history.unfreeze('mine');
        expect(history.undoIdx).to.equal(1);
      },
    ],
    [
      'unfreeze',
      'function',
      (history) => {
        history.unfreeze('never frozen');
        expect(history.isFrozen).to.equal(false);
      },
    ],
    [
      'safeUnfreeze',
      'function',
      (history) => {
        history.safeUnfreeze('never frozen');
        expect(history.isFrozen).to.equal(false);
      },
    ],
    [
      'setSkipNextUndoState',
      'function',
      (history, {annotation, region}) => {
        annotation.deleteRegion(region('r1'));
        history.setSkipNextUndoState();
        annotation.deleteRegion(region('b1'));
        expect(history.undoIdx).to.equal(1);
        history.undo();
        expect(annotation.regions).to.have.length(11);
      },
    ],
    [
      'setReplaceNextUndoState',
      'function',
      (history, {annotation, region}) => {
        history.setReplaceNextUndoState();
        annotation.deleteRegion(region('b1'));
        expect(history.canUndo).to.equal(false);
      },
    ],
    [
      'recordNow',
      'function',
      (history, {annotation, region}) => {
        history.recordNow();
        expect(history).to.include({undoIdx: 1, canUndo: true});
        annotation.deleteRegion(region('r1'));
        history.undo();
        expect(annotation.areas.has('r1')).to.equal(true);
        expect(history).to.include({undoIdx: 1, canRedo: true});
        history.undo();
        expect(history).to.include({undoIdx: 0, canUndo: false});
      },
    ],
    [
      'onUpdate',
      'function',
      (history, {annotation, region, errors}) => {
        let count = 0;
        const end = history.onUpdate(() => (count += 1));
        history.onUpdate(() => {
          throw new Error('boom');
        });
        annotation.deleteRegion(region('r1'));
        history.undo();
        history.redo();
        end();
        history.undo();
        expect(count).to.equal(2);
        expect(errors).to.have.length(3);
      },
    ],
  ],
});
