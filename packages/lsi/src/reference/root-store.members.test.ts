import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  labelConfigFromXml,
  type CompatSession,
} from '@ls-annotation/testing';

import type {RootStore} from '../views/root-store.js';

/** Label Studio's root store, `window.Htx`: reference §3.1. */
describeMembers<RootStore, CompatSession>('Htx', {
  setup: () =>
    compatSession({
      user: {id: 7, first_name: 'Ada', lastName: 'L', avatar: 'a.png'},
      users: [{id: 8, username: 'bob'}],
      project: {id: 4},
      description: 'Look closely',
      queueTotal: 3,
      queuePosition: 1,
      customButtons: [{name: 'flag', title: 'Flag'}],
    }),
  reach: ({session}) => session.htx,
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'annotationStore',
      'object',
      ({annotationStore}, {annotation}) => {
        expect(annotationStore.selected).to.equal(annotation);
      },
    ],
    [
      'showModal',
      'function',
      (htx, {modals}) => {
        expect(htx.showModal('a')).to.equal(undefined);
        htx.showModal('b', 'info');
        expect(modals.map(({type}) => type)).to.deep.equal(['warning', 'info']);
        expect(() => htx.showModal('c', 'loud')).to.throw(TypeError);
      },
    ],
    [
      'user',
      'object',
      ({user}) => {
        expect(user).to.include({id: 7, firstName: 'Ada', initials: 'AL'});
        expect(user).to.include({displayName: 'Ada L', avatar: 'a.png'});
      },
    ],
    [
      'users',
      'array',
      ({users}) => {
        expect(users.map(({id}) => id)).to.deep.equal([7, 8]);
      },
    ],
    [
      'setUsers',
      'function',
      (htx) => {
        htx.setUsers([{id: 9}]);
        expect(htx.users.map(({id}) => id)).to.deep.equal([7, 9]);
      },
    ],
    [
      'mergeUsers',
      'function',
      (htx) => {
        htx.mergeUsers([{id: 8}, {id: 9}]);
        expect(htx.users.map(({id}) => id)).to.deep.equal([7, 8, 9]);
        expect(htx.users[1]?.username).to.equal('bob');
      },
    ],
    [
      'enrichUsers',
      'function',
      (htx) => {
        htx.enrichUsers([{id: 8, email: 'b@c'} as {id: number}, {id: 9}]);
        expect(htx.users[1]).to.include({username: 'bob', email: 'b@c'});
        expect(htx.users).to.have.length(3);
      },
    ],
    [
      'task',
      'object',
      (htx) => {
        const {task} = htx;
        expect(task).to.include({id: 3, load: false, auth: null, app: htx});
        expect(task).to.include({queue: null, agreement: undefined});
        expect(task).to.include({allow_skip: undefined});
        expect(JSON.parse(task?.data ?? '')).to.deep.equal(task?.dataObj);
      },
    ],
    [
      'project',
      'object',
      ({project}) => {
        expect(project).to.deep.equal({id: 4});
      },
    ],
    [
      'config',
      'string',
      ({config}) => {
        expect(config).to.contain('<Labels name="label"');
      },
    ],
    [
      'interfaces',
      'array',
      ({interfaces}) => {
        expect(interfaces).to.include.members(['submit', 'skip']);
      },
    ],
    [
      'hasInterface',
      'function',
      (htx) => {
        expect(htx.hasInterface('nothing', 'submit')).to.equal(true);
        expect(htx.hasInterface('nothing')).to.equal(false);
      },
    ],
    [
      'addInterface',
      'function',
      (htx) => {
        htx.addInterface('review');
        expect(htx.hasInterface('review')).to.equal(true);
      },
    ],
    [
      'toggleInterface',
      'function',
      (htx) => {
        htx.toggleInterface('skip');
        expect(htx.hasInterface('skip')).to.equal(false);
        htx.toggleInterface('skip', true);
        expect(htx.hasInterface('skip')).to.equal(true);
      },
    ],
    [
      'settings',
      'object',
      ({settings}) => {
        for (const name of [
          'enableHotkeys',
          'enablePanelHotkeys',
          'enableTooltips',
          'enableLabelTooltips',
          'continuousLabeling',
          'selectAfterCreate',
          'fullscreen',
          'bottomSidePanel',
          'forceBottomPanel',
          'imageFullSize',
          'enableAutoSave',
          'showLabels',
          'showLineNumbers',
          'preserveSelectedTool',
          'enableSmoothing',
          'invertedZoom',
          'videoDrawOutside',
        ]) {
          expect(settings[name], name).to.be.a('boolean');
        }
        expect(settings.videoHopSize).to.equal(10);
      },
    ],
    [
      'taskHistory',
      'array',
      ({taskHistory}) => {
        expect(taskHistory).to.deep.equal([{taskId: 3, annotationId: '5'}]);
      },
    ],
    [
      'isLoading',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({isLoading: true});
        expect(htx.isLoading).to.equal(true);
        expect(session.flags.isLoading).to.equal(true);
      },
    ],
    [
      'isSubmitting',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({isSubmitting: true});
        expect(htx.isSubmitting).to.equal(true);
        expect(session.flags.isSubmitting).to.equal(true);
      },
    ],
    [
      'noTask',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({noTask: true});
        expect(htx.noTask).to.equal(true);
        expect(session.flags.noTask).to.equal(true);
      },
    ],
    [
      'noAccess',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({noAccess: true});
        expect(htx.noAccess).to.equal(true);
        expect(session.flags.noAccess).to.equal(true);
      },
    ],
    [
      'labeledSuccess',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({labeledSuccess: true});
        expect(htx.labeledSuccess).to.equal(true);
        expect(session.flags.labeledSuccess).to.equal(true);
      },
    ],
    [
      'awaitingSuggestions',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({awaitingSuggestions: true});
        expect(htx.awaitingSuggestions).to.equal(true);
        expect(session.flags.awaitingSuggestions).to.equal(true);
      },
    ],
    [
      'showingSettings',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({showingSettings: true});
        expect(htx.showingSettings).to.equal(true);
        expect(session.flags.showingSettings).to.equal(true);
      },
    ],
    [
      'showingDescription',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({showingDescription: true});
        expect(htx.showingDescription).to.equal(true);
        expect(session.flags.showingDescription).to.equal(true);
      },
    ],
    [
      'showComments',
      'boolean',
      (htx, {session}) => {
        htx.setFlags({showComments: true});
        expect(htx.showComments).to.equal(true);
        expect(session.flags.showComments).to.equal(true);
      },
    ],
    [
      'explore',
      'boolean',
      (htx, {session}) => {
        expect(htx.explore).to.equal(false);
        session.frontend.set({explore: true});
        expect(htx.explore).to.equal(true);
      },
    ],
    [
      'debug',
      'boolean',
      (htx) => {
        expect(htx.debug).to.equal(false);
        htx.setFlags({debug: true} as object);
        expect(htx.debug).to.equal(false);
      },
    ],
    [
      'simpleInit',
      'boolean',
      (htx, {session}) => {
        expect(htx.simpleInit).to.equal(true);
        const found: unknown[] = [];
        session.events.addHandler('selectAnnotation', ({regions}) => {
          found.push(regions.length);
        });
        const annotations = session.store.state.task?.annotations ?? [];
        htx.resetState();
        htx.initializeStore({annotations});
        expect(found).to.deep.equal([11]);
      },
    ],
    [
      'version',
      'string',
      ({version}) => {
        expect(version).to.match(/^\d+\.\d+\.\d+/);
      },
    ],
    [
      'initialized',
      'boolean',
      (htx) => {
        expect(htx.initialized).to.equal(true);
        htx.resetState();
        expect(htx.initialized).to.equal(false);
      },
    ],
    [
      'hydrated',
      'boolean',
      (htx) => {
        expect(htx.hydrated).to.equal(true);
        htx.initializeStore({hydrated: false});
        expect(htx.hydrated).to.equal(false);
      },
    ],
    [
      'setFlags',
      'function',
      (htx) => {
        const flags: unknown = {noAccess: true, mine: 1};
        htx.setFlags(flags as {noAccess: boolean});
        expect(htx.noAccess).to.equal(true);
        expect(htx).not.to.have.property('mine');
      },
    ],
    [
      'submitAnnotation',
      'function',
      async (htx, {names}) => {
        expect(await htx.submitAnnotation()).to.equal(true);
        expect(names.at(-1)).to.equal('updateAnnotation');
        expect(htx.queuePosition).to.equal(2);
      },
    ],
    [
      'updateAnnotation',
      'function',
      async (htx, {names, annotation}) => {
        await htx.updateAnnotation({a: 1});
        expect(names.at(-1)).to.equal('updateAnnotation');
        expect(annotation.sentUserGenerate).to.equal(true);
      },
    ],
    [
      'skipTask',
      'function',
      async (htx, {names}) => {
        await htx.skipTask({});
        expect(names).to.deep.equal(['skipTask']);
        expect(htx.queuePosition).to.equal(2);
      },
    ],
    [
      'unskipTask',
      'function',
      async (htx, {names}) => {
        await htx.unskipTask();
        expect(names).to.deep.equal(['unskipTask']);
        expect(htx.queuePosition).to.equal(1);
      },
    ],
    [
      'acceptAnnotation',
      'function',
      async (htx, {names}) => {
        await htx.acceptAnnotation();
        expect(names.at(-1)).to.equal('acceptAnnotation');
      },
    ],
    [
      'rejectAnnotation',
      'function',
      async (htx, {names}) => {
        htx.incrementQueuePosition(2);
        await htx.rejectAnnotation({comment: 'no'});
        expect(names.at(-1)).to.equal('rejectAnnotation');
        expect(htx.queuePosition).to.equal(2);
      },
    ],
    [
      'handleCustomButton',
      'function',
      async (htx, {names}) => {
        await htx.handleCustomButton({name: 'flag'});
        expect(names).to.deep.equal(['customButton']);
      },
    ],
    [
      'nextTask',
      'function',
      (htx, {names}) => {
        htx.nextTask();
        expect(names).to.deep.equal([]);
        htx.assignTask({id: 4, data: {}});
        htx.assignTask({id: 3, data: {}});
        htx.nextTask();
        expect(names).to.deep.equal(['nextTask']);
        expect(htx.queuePosition).to.equal(2);
      },
    ],
    [
      'prevTask',
      'function',
      (htx, {names}) => {
        htx.prevTask();
        expect(names).to.deep.equal([]);
        htx.assignTask({id: 4, data: {}});
        htx.prevTask();
        htx.prevTask(null, true);
        expect(names).to.deep.equal(['prevTask', 'prevTask']);
      },
    ],
    [
      'postponeTask',
      'function',
      async (htx, {session, names}) => {
        const seen: unknown[] = [];
        session.events.addHandler('submitDraft', (_store, _annotation, extra) =>
          seen.push(extra),
        );
        await htx.postponeTask();
        expect(names).to.deep.equal(['submitDraft', 'nextTask']);
        expect(seen).to.deep.equal([{was_postponed: true}]);
      },
    ],
    [
      'submitDraft',
      'function',
      async (htx, {session, annotation}) => {
        expect(await htx.submitDraft(annotation)).to.equal(undefined);
        session.events.addHandler('submitDraft', () =>
          Promise.resolve({id: 1}),
        );
        const answer = await htx.submitDraft(annotation, {a: 1});
        expect(answer).to.deep.equal({id: 1});
      },
    ],
    [
      'waitForDraftSubmission',
      'function',
      async (htx, {session, annotation}) => {
        let finish: () => void = () => undefined;
        session.events.addHandler('submitDraft', () => {
          return new Promise<void>((resolve) => {
            finish = resolve;
          });
        });
        let isOver = false;
        void htx.submitDraft(annotation);
        const waiting = htx.waitForDraftSubmission().then(() => {
          isOver = true;
        });
        await Promise.resolve();
        expect(isOver).to.equal(false);
        finish();
        await waiting;
        expect(isOver).to.equal(true);
      },
    ],
    [
      'assignTask',
      'function',
      (htx) => {
        htx.assignTask({id: 11, data: JSON.stringify({text: 'new'})});
        expect(htx.task?.dataObj).to.deep.equal({text: 'new'});
        expect(htx.taskHistory.at(-1)).to.deep.equal({
          taskId: 11,
          annotationId: null,
        });
      },
    ],
    [
      'assignConfig',
      'function',
      (htx, {session}) => {
        expect(() => {
          htx.assignConfig('<View/>');
        }).to.throw('readConfig');
        session.readConfig = labelConfigFromXml;
        htx.assignConfig('<View><Header value="a"/></View>');
        expect(htx.config).to.equal('<View><Header value="a"/></View>');
        expect(session.config?.root.children[0]?.type).to.equal('header');
      },
    ],
    [
      'resetState',
      'function',
      (htx, {session}) => {
        htx.resetState();
        expect(htx.annotationStore.annotations).to.deep.equal([]);
        expect(htx.annotationStore.selected).to.equal(null);
        expect(htx.task?.id).to.equal(3);
        expect(session.scope).to.equal(null);
      },
    ],
    [
      'resetAnnotationStore',
      'function',
      (htx) => {
        htx.resetAnnotationStore();
        expect(htx.annotationStore.predictions).to.deep.equal([]);
        expect(htx.initialized).to.equal(true);
      },
    ],
    [
      'initializeStore',
      'function',
      (htx, {names}) => {
        htx.resetState();
        htx.assignTask({id: 12, data: {text: 'new'}});
        htx.initializeStore({
          annotations: [{id: 1}, {id: 2}],
          predictions: [{id: 3}],
        });
        expect(htx.annotationStore.selected?.pk).to.equal('2');
        expect(names).to.deep.equal(['storageInitialized', 'selectAnnotation']);
      },
    ],
    [
      'setHistory',
      'function',
      (htx) => {
        htx.setHistory([{id: 1, annotation_id: 5}, {id: 2}]);
        expect(htx.annotationStore.history).to.have.length(2);
        htx.setHistory([{id: 1, annotation_id: 99}]);
        expect(htx.annotationStore.history).to.have.length(0);
      },
    ],
    [
      'setTaskHistory',
      'function',
      (htx) => {
        htx.setTaskHistory([{taskId: 1, annotationId: null}]);
        expect(htx.taskHistory).to.have.length(1);
      },
    ],
    [
      'addAnnotationToTaskHistory',
      'function',
      (htx) => {
        htx.addAnnotationToTaskHistory('77');
        expect(htx.taskHistory[0]?.annotationId).to.equal('77');
      },
    ],
    [
      'attachHotkeys',
      'function',
      (htx) => {
        expect(htx.attachHotkeys()).to.equal(undefined);
      },
    ],
    [
      'setAutoAnnotation',
      'function',
      (htx) => {
        htx.setAutoAnnotation(true);
        expect(htx.autoAnnotation).to.equal(true);
      },
    ],
    [
      'setAutoAcceptSuggestions',
      'function',
      (htx) => {
        htx.setAutoAcceptSuggestions(true);
        expect(htx.autoAcceptSuggestions).to.equal(true);
      },
    ],
    [
      'loadSuggestions',
      'function',
      async (htx, {annotation}) => {
        const choice = {from_name: 'c', to_name: 'text', type: 'choices'};
        await htx.loadSuggestions(Promise.resolve(['y']), (choices) => [
          {...choice, value: {choices}},
        ]);
        const said = annotation.results.find(({type}) => type === 'choices');
        expect(said?.mainValue).to.deep.equal(['y']);
      },
    ],
    [
      'presignUrlForProject',
      'function',
      async (htx, {session}) => {
        expect(await htx.presignUrlForProject('a')).to.equal(undefined);
        session.events.addHandler('presignUrlForProject', (_store, url) =>
          Promise.resolve(`${url}?signed`),
        );
        expect(await htx.presignUrlForProject('a')).to.equal('a?signed');
      },
    ],
    [
      'toggleSettings',
      'function',
      (htx) => {
        htx.toggleSettings();
        expect(htx.showingSettings).to.equal(true);
      },
    ],
    [
      'toggleDescription',
      'function',
      (htx) => {
        htx.toggleDescription();
        expect(htx.showingDescription).to.equal(true);
      },
    ],
    [
      'toggleComments',
      'function',
      (htx) => {
        expect(htx.toggleComments(true)).to.equal(true);
        expect(htx.showComments).to.equal(true);
      },
    ],
    [
      'incrementQueuePosition',
      'function',
      (htx) => {
        htx.incrementQueuePosition(99);
        expect(htx.queuePosition).to.equal(3);
        htx.incrementQueuePosition(-99);
        expect(htx.queuePosition).to.equal(1);
      },
    ],
    [
      'clearApp',
      'function',
      (htx, {session}) => {
        htx.clearApp();
        expect(session.scope).to.equal(null);
      },
    ],
    [
      'renderApp',
      'function',
      (htx, {session}) => {
        const {scope} = session;
        htx.renderApp();
        expect(scope?.isClosed).to.equal(true);
        expect(session.scope?.annotation).to.equal(scope?.annotation);
      },
    ],
    [
      'events',
      'object',
      ({events}, {session}) => {
        events.on('x', () => 4);
        expect(events.hasEvent('x')).to.equal(true);
        expect(session.events.hasHandlers('x')).to.equal(true);
      },
    ],
    [
      'hasSegmentation',
      'boolean',
      ({hasSegmentation}) => {
        expect(hasSegmentation).to.equal(true);
      },
    ],
    [
      'canGoNextTask',
      'boolean',
      (htx) => {
        expect(htx.canGoNextTask).to.equal(false);
        htx.setTaskHistory([
          {taskId: 3, annotationId: null},
          {taskId: 4, annotationId: null},
        ]);
        expect(htx.canGoNextTask).to.equal(true);
        expect(htx.canGoPrevTask).to.equal(false);
      },
    ],
    [
      'canGoPrevTask',
      'boolean',
      (htx) => {
        expect(htx.canGoPrevTask).to.equal(false);
        htx.assignTask({id: 4, data: {}});
        expect(htx.canGoPrevTask).to.equal(true);
      },
    ],
    [
      'autoAnnotation',
      'boolean',
      (htx) => {
        expect(htx.autoAnnotation).to.equal(false);
      },
    ],
    [
      'autoAcceptSuggestions',
      'boolean',
      (htx) => {
        expect(htx.autoAcceptSuggestions).to.equal(false);
      },
    ],
    [
      'forceAutoAnnotation',
      'boolean',
      (htx, {session}) => {
        session.frontend.set({forceAutoAnnotation: true});
        expect(htx.forceAutoAnnotation).to.equal(true);
        expect(htx.autoAnnotation).to.equal(true);
      },
    ],
    [
      'forceAutoAcceptSuggestions',
      'boolean',
      (htx, {session}) => {
        session.frontend.set({forceAutoAcceptSuggestions: true});
        expect(htx.forceAutoAcceptSuggestions).to.equal(true);
        expect(htx.autoAcceptSuggestions).to.equal(true);
      },
    ],
    [
      'commentStore',
      'object',
      ({commentStore}, {annotation}) => {
        expect(commentStore.annotation).to.equal(annotation);
      },
    ],
    [
      'queueTotal',
      'number',
      ({queueTotal}) => {
        expect(queueTotal).to.equal(3);
      },
    ],
    [
      'queuePosition',
      'number',
      ({queuePosition}) => {
        expect(queuePosition).to.equal(1);
      },
    ],
    [
      'description',
      'string',
      ({description}) => {
        expect(description).to.equal('Look closely');
      },
    ],
    [
      'userLabels',
      'object',
      ({userLabels}) => {
        userLabels.init({tax: [['Old']]});
        userLabels.addLabel('tax', ['New']);
        userLabels.deleteLabel('tax', ['Old']);
        expect(userLabels.controls).to.deep.equal({
          tax: [{path: ['New'], origin: 'session'}],
        });
      },
    ],
    [
      'customButtons',
      'map',
      ({customButtons}) => {
        expect(customButtons.get('_replace')).to.deep.equal([
          {name: 'flag', title: 'Flag'},
        ]);
      },
    ],
    [
      'commentClassificationConfig',
      ['string', 'null'],
      (htx, {session}) => {
        expect(htx.commentClassificationConfig).to.equal(null);
        session.frontend.set({commentClassificationConfig: '<View/>'});
        expect(htx.commentClassificationConfig).to.equal('<View/>');
      },
    ],
    [
      'Hotkey',
      'function',
      ({Hotkey}) => {
        expect(Hotkey.DEFAULT_SCOPE).to.equal('__main__');
        expect(Hotkey.keymap['annotation:submit']?.key).to.equal('ctrl+enter');
      },
    ],
  ],
  absent: ['then', 'noSuchMember', 'LSI', 'annotations', 'selected'],
});
