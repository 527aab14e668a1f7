import {expect} from '@open-wc/testing';

import type {Task} from '@ls-annotation/core';
import {
  labelConfigFromXml,
  labelingSession,
  type SessionParts,
} from '@ls-annotation/testing';

import type {AnnotationScope} from '../scope/annotation-scope.js';

import {LabelingSession} from './labeling-session.js';

const SPAN = {
  id: 'r1',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 0, end: 5, text: 'Hello', labels: ['PER']},
  origin: 'manual',
};

const TWO: Task = {
  id: 7,
  data: {text: 'Hello world'},
  annotations: [
    {id: 11, result: [SPAN]},
    {id: 12, result: []},
  ],
  predictions: [{id: 21, result: [SPAN], score: 0.9}],
};

function setup(parts: SessionParts = {}) {
  const shown = labelingSession(parts);
  const {session} = shown;
  const scopes: (AnnotationScope | null)[] = [];
  session.annotation$.subscribe((scope) => scopes.push(scope));
  const names: string[] = [];
  session.events.all$.subscribe(({name}) => names.push(name));
  return {...shown, scopes, names};
}

describe('LabelingSession', () => {
  describe('showHeld()', () => {
    it('shows what the store of another session has, without an event', () => {
      const {session} = setup({task: TWO});
      const names: string[] = [];
      const mirror = new LabelingSession();
      mirror.setConfig(session.config);
      for (const annotation of Object.values(session.store.state.annotations)) {
        mirror.store.insertAnnotation(annotation);
      }
      const {annotations: _held, ...head} = session.store.state;
      mirror.store.update((draft) => {
        Object.assign(draft, head);
      });
      mirror.events.all$.subscribe(({name}) => names.push(name));
      const before = mirror.store.state;
      mirror.showHeld(session.annotation!.id);
      expect(mirror.lsi.annotation!.id).to.equal(session.annotation!.id);
      expect(mirror.lsi.task).to.deep.equal({
        id: 7,
        data: {text: 'Hello world'},
      });
      expect(mirror.serialize()).to.deep.equal(session.serialize());
      expect(mirror.store.state).to.equal(before);
      expect(names).to.deep.equal([]);
      mirror.close();
      session.close();
    });
  });

  describe('setTask()', () => {
    it('makes an annotation when the task has none, and shows it', () => {
      const {session} = setup();
      expect(session.store.state.order).to.have.length(1);
      expect(session.annotation?.userGenerate).to.equal(true);
      expect(session.scope?.annotation).to.equal(session.annotation);
      session.close();
    });

    it('emits what Label Studio does while it reads a task in', () => {
      const session = new LabelingSession();
      const names: string[] = [];
      session.events.all$.subscribe(({name}) => names.push(name));
      const xml = '<View><Text name="text" value="$text"/></View>';
      session.setConfig(labelConfigFromXml(xml), xml);
      session.setTask({id: 1, data: {text: 'a'}});
      session.setTask({id: 2, data: {text: 'b'}});
      expect(names).to.deep.equal([
        'labelStudioLoad',
        'storageInitialized',
        'selectAnnotation',
        'storageInitialized',
        'selectAnnotation',
      ]);
      session.close();
    });

    it('lists annotations newest first and selects the first', () => {
      const {session} = setup({task: TWO});
      const {annotationStore} = session.htx;
      expect(annotationStore.annotations.map(({pk}) => pk)).to.deep.equal([
        '12',
        '11',
      ]);
      expect(annotationStore.predictions.map(({pk}) => pk)).to.deep.equal([
        '21',
      ]);
      expect(session.annotation?.pk).to.equal('12');
      session.close();
    });

    it('closes the display before another task is there', () => {
      const {session, scopes} = setup();
      const [first] = scopes;
      const seen: unknown[] = [];
      first?.add(() => seen.push(session.store.state.task?.id));
      session.setTask({id: 2, data: {text: 'b'}});
      expect(seen).to.deep.equal([1]);
      expect(first?.isClosed).to.equal(true);
      expect(scopes).to.have.length(2);
      expect(scopes[1]?.isClosed).to.equal(false);
      session.close();
    });

    it('shows nothing without a task', () => {
      const {session, scopes} = setup();
      session.setTask(null);
      expect(scopes.at(-1)).to.equal(null);
      expect(session.scope).to.equal(null);
      expect(session.annotation).to.equal(null);
      expect(session.flags.noTask).to.equal(true);
      expect(session.lsi.annotation).to.equal(undefined);
      session.close();
    });

    it('waits for a config', () => {
      const session = new LabelingSession();
      session.setTask(TWO);
      expect(session.scope).to.equal(null);
      expect(session.htx.task?.id).to.equal(7);
      const xml = '<View><Text name="text" value="$text"/></View>';
      session.setConfig(labelConfigFromXml(xml), xml);
      expect(session.annotation?.pk).to.equal('12');
      session.close();
    });

    it('reads options of the config from the task', () => {
      const {session} = setup({
        xml: `<View><Text name="text" value="$text"/>
          <Choices name="c" toName="text" value="$options"/></View>`,
        task: {id: 1, data: {text: 'a', options: [{value: 'X'}]}},
      });
      const choices = session.annotation?.names.get('c');
      expect(choices?.children?.map(({value}) => value)).to.deep.equal(['X']);
      session.close();
    });
  });

  describe('setConfig()', () => {
    it('keeps what is annotated and shows it anew', () => {
      const {session, scopes} = setup({task: TWO});
      session.selectAnnotation('11');
      const {annotation} = session;
      const xml = `<View><Labels name="other" toName="text">
        <Label value="A"/></Labels><Text name="text" value="$text"/></View>`;
      session.setConfig(labelConfigFromXml(xml), xml);
      expect(session.annotation).to.equal(annotation);
      expect(annotation?.regions).to.deep.equal([]);
      expect(session.serialize()).to.deep.equal([SPAN]);
      expect(scopes.at(-1)?.annotation).to.equal(annotation);
      expect(scopes.filter((scope) => scope?.isClosed === false).length).equal(
        1,
      );
      session.close();
    });
  });

  describe('setConfig(null)', () => {
    it('takes the display away and keeps what is annotated', () => {
      const {session, scopes} = setup({task: TWO});
      const {config, annotation} = session;
      session.setConfig(null);
      expect(scopes.at(-1)).to.equal(null);
      session.setConfig(config);
      expect(session.annotation).to.equal(annotation);
      expect(session.store.state.order).to.have.length(2);
      session.close();
    });
  });

  describe('createAnnotation()', () => {
    it('starts with the choices and labels that the config selects', () => {
      const {session} = setup({
        xml: `<View><Text name="text" value="$text"/>
          <Labels name="l" toName="text"><Label value="A" selected="true"/>
          </Labels>
          <Choices name="c" toName="text"><Choice value="x"/>
          <Choice value="y" selected="true"/></Choices></View>`,
      });
      const made = session.createAnnotation();
      expect(made.results.map(({value}) => value)).to.deep.equal([
        {choices: ['y']},
      ]);
      expect(made.state.session.activeLabels).to.deep.equal({l: ['A']});
      expect(made.history.canUndo).to.equal(false);
      session.close();
    });

    it('puts it first and selects it with one event', () => {
      const {session, names} = setup({task: TWO});
      names.length = 0;
      const made = session.createAnnotation();
      expect(session.store.state.order[0]).to.equal(made.id);
      expect(session.annotation).to.equal(made);
      expect(names).to.deep.equal(['selectAnnotation']);
      session.close();
    });

    it('puts the value of a text area into its editor, once', () => {
      const {session} = setup({
        xml: `<View><Text name="text" value="$text"/>
          <TextArea name="ta" toName="text" value="$text"/></View>`,
        task: {id: 1, data: {text: 'prefill'}},
      });
      const first = session.annotation;
      expect(first?.names.get('ta')?._value).to.equal('prefill');
      expect(first?.results).to.deep.equal([]);
      session.actions.setTyped('ta', '');
      session.createAnnotation();
      session.selectAnnotation(first?.id ?? '');
      expect(first?.names.get('ta')?._value).to.equal('');
      session.close();
    });
  });

  describe('selectAnnotation()', () => {
    it('emits with the new one, the one before and the options', () => {
      const {session} = setup({task: TWO});
      const before = session.annotation;
      const seen: unknown[] = [];
      session.events
        .on('selectAnnotation')
        .subscribe((args) => seen.push(args));
      const next = session.selectAnnotation('11');
      expect(seen).to.deep.equal([[next, before, {exitViewAll: true}]]);
      expect(next?.pk).to.equal('11');
      session.close();
    });

    it('tells the display that ends, and closes it before the next', () => {
      const {session, scopes} = setup({task: TWO});
      const order: unknown[] = [];
      scopes[0]?.lsi.on('selectAnnotation', ({pk}) => order.push(pk));
      scopes[0]?.add(() => order.push('closed'));
      session.annotation$.subscribe((scope) => {
        order.push(`open ${String(scope?.annotation.pk)}`);
      });
      session.selectAnnotation('11');
      expect(order).to.deep.equal(['open 12', '11', 'closed', 'open 11']);
      session.close();
    });

    it('selects the first one when there is no such', () => {
      const {session} = setup({task: TWO});
      session.selectAnnotation('11');
      expect(session.selectAnnotation('nobody')?.pk).to.equal('12');
      session.close();
    });

    it('does not show again what is on display', () => {
      const {session, scopes} = setup({task: TWO});
      session.selectAnnotation('12');
      expect(scopes).to.have.length(1);
      session.close();
    });

    it('shows a prediction, which may not be changed, without an event', async () => {
      const {session, names} = setup({task: TWO});
      names.length = 0;
      const prediction = session.selectAnnotation('21');
      expect(prediction?.type).to.equal('prediction');
      expect(prediction?.isReadOnly()).to.equal(true);
      expect(names).to.deep.equal([]);
      expect(session.actions.deleteRegion('r1')).to.equal(false);
      expect(await session.submit()).to.equal(false);
      session.close();
    });

    it('lets go of what was selected in the one before', () => {
      const {session} = setup({task: TWO});
      const first = session.selectAnnotation('11');
      session.actions.selectRegion('r1');
      expect(first?.selectionSize).to.equal(1);
      session.selectAnnotation('12');
      expect(first?.selectionSize).to.equal(0);
      session.close();
    });

    it('keeps a handler that selects another from showing both', () => {
      const {session, scopes} = setup({task: TWO});
      const ids = session.htx.annotationStore.annotations.map(({id}) => id);
      let isFirst = true;
      session.events.addHandler('selectAnnotation', () => {
        if (!isFirst) return;
        isFirst = false;
        session.selectAnnotation(ids[0] ?? '');
      });
      session.selectAnnotation(ids[1] ?? '');
      expect(session.annotation?.id).to.equal(ids[0]);
      expect(scopes.filter((scope) => scope?.isClosed === false)).length(1);
      session.close();
    });
  });

  describe('deleteAnnotation()', () => {
    it('emits before it is gone and selects the first one left', () => {
      const {session} = setup({task: TWO});
      const doomed = session.annotation;
      const seen: unknown[] = [];
      session.events.addHandler('deleteAnnotation', (_store, annotation) => {
        seen.push(annotation === doomed, annotation.isAlive);
      });
      session.events.addHandler('selectAnnotation', (next, previous) => {
        seen.push(next.pk, previous);
      });
      session.deleteAnnotation(doomed?.id);
      expect(seen).to.deep.equal([true, true, '11', null]);
      expect(doomed?.isAlive).to.equal(false);
      expect(doomed?.pk).to.equal('12');
      session.close();
    });

    it('shows nothing when none is left', () => {
      const {session, scopes} = setup();
      session.deleteAnnotation();
      expect(session.scope).to.equal(null);
      expect(scopes.at(-1)).to.equal(null);
      session.close();
    });
  });

  describe('selectHistory()', () => {
    it('shows an older version, read-only, and comes back', async () => {
      const {session, scopes} = setup({task: TWO});
      const selected = session.annotation;
      const seen: unknown[] = [];
      session.events.on('selectHistory').subscribe((args) => seen.push(args));
      const item = {id: 3, result: [SPAN]};
      session.selectHistory(item);
      const version = session.scope?.annotation;
      expect(version?.type).to.equal('history');
      expect(version?.isReadOnly()).to.equal(true);
      expect(version?.regions).to.have.length(1);
      expect(await session.submit()).to.equal(false);
      expect(session.htx.annotationStore.selected).to.equal(selected);
      session.selectHistory(null);
      expect(session.scope?.annotation).to.equal(selected);
      expect(version?.isAlive).to.equal(false);
      expect(Object.keys(session.store.state.annotations)).to.have.length(3);
      expect(scopes).to.have.length(3);
      expect(seen).to.deep.equal([
        [session.htx, selected, item],
        [session.htx, selected, null],
      ]);
      session.close();
    });
  });

  describe('hide() and redisplay()', () => {
    it('take what is on display away and bring it back', () => {
      const {session, scopes} = setup({task: TWO});
      const {annotation} = session;
      session.hide();
      expect(scopes.at(-1)).to.equal(null);
      expect(session.scope).to.equal(null);
      session.redisplay();
      expect(session.scope?.annotation).to.equal(annotation);
      expect(scopes[0]?.isClosed).to.equal(true);
      session.close();
    });
  });

  describe('addAnnotationFromPrediction()', () => {
    it('makes an annotation that says where it is from', () => {
      const {session} = setup({task: TWO});
      const {annotationStore} = session.htx;
      const [prediction] = annotationStore.predictions;
      if (!prediction) throw new Error('No prediction.');
      const made = annotationStore.addAnnotationFromPrediction(prediction);
      expect(session.annotation).to.equal(made);
      expect(made.parent_prediction).to.equal(21);
      expect(made.type).to.equal('annotation');
      expect(made.regions[0]?.labels).to.deep.equal(['PER']);
      session.close();
    });
  });

  describe('close()', () => {
    it('closes the display and completes every stream', () => {
      const {session, scopes} = setup();
      let completed = 0;
      for (const stream of [
        session.annotation$,
        session.modals$,
        session.errors$,
        session.state$,
        session.events.all$,
        session.store.changes$,
      ]) {
        (stream as typeof session.errors$).subscribe({
          complete: () => (completed += 1),
        });
      }
      session.close();
      session.close();
      expect(completed).to.equal(6);
      expect(scopes[0]?.isClosed).to.equal(true);
      expect(scopes.at(-1)).to.equal(null);
    });
  });
});
