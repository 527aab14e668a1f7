import {expect} from '@open-wc/testing';

import type {AnnotationView, RootStore} from '@ls-annotation/lsi';

import '../define/annotation-host.js';
import {CONFIG, task} from '../host/testing/host-fixture.js';

import {LabelStudio} from './label-studio.js';
import type {LabelStudioOptions} from './label-studio-options.js';

async function setup(options: LabelStudioOptions = {}) {
  const root = document.createElement('div');
  root.id = 'label-studio';
  document.body.append(root);
  const studio = new LabelStudio('label-studio', {
    config: CONFIG,
    task: task(),
    ...options,
  });
  await studio.host.displayed;
  const end = () => {
    studio.destroy();
    root.remove();
  };
  return {root, studio, end};
}

/** An option, a value, and where a page finds it again. */
const OPTIONS: readonly (readonly [
  option: string,
  value: unknown,
  read: (studio: LabelStudio) => unknown,
])[] = [
  ['config', CONFIG, ({store}) => store.config],
  ['task', task(), ({host}) => host.task],
  ['interfaces', ['submit', 'basic'], ({store}) => store.interfaces],
  ['description', 'Look closely', ({store}) => store.description],
  ['project', {id: 3}, ({store}) => store.project],
  ['explore', true, ({store}) => store.explore],
  ['hydrated', false, ({store}) => store.hydrated],
  ['queueTotal', 9, ({store}) => store.queueTotal],
  ['queuePosition', 4, ({store}) => store.queuePosition],
  ['forceAutoAnnotation', true, ({store}) => store.forceAutoAnnotation],
  [
    'forceAutoAcceptSuggestions',
    true,
    ({store}) => store.forceAutoAcceptSuggestions,
  ],
  [
    'customButtons',
    [{name: 'flag', title: 'Flag'}],
    ({store}) => store.customButtons.get('_replace'),
  ],
  [
    'commentClassificationConfig',
    '<View/>',
    ({store}) => store.commentClassificationConfig,
  ],
  [
    'settings',
    {selectAfterCreate: true},
    ({store}) => ({selectAfterCreate: store.settings.selectAfterCreate}),
  ],
  [
    'keymap',
    {'mine:go': {key: 'g', description: 'Go'}},
    ({store}) => ({'mine:go': store.Hotkey.keymap['mine:go']}),
  ],
  ['messages', {DONE: 'Done!'}, ({host}) => host.session.frontend.messages],
];

/** A callback, and what makes its event. */
const CALLBACKS: readonly (readonly [
  callback: string,
  act: (studio: LabelStudio) => unknown,
])[] = [
  [
    'onSubmitAnnotation',
    ({host}) => {
      host.createAnnotation();
      return host.submit();
    },
  ],
  ['onUpdateAnnotation', ({host}) => host.submit()],
  [
    'onDeleteAnnotation',
    ({host}) => {
      host.deleteAnnotation();
    },
  ],
  ['onSkipTask', ({host}) => host.skip()],
  ['onUnskipTask', ({store}) => store.unskipTask()],
  [
    'onStorageInitialized',
    ({host}) => {
      host.task = task(2);
      return host.displayed;
    },
  ],
  [
    'onEntityCreate',
    ({host}) => {
      const value = {labels: ['Person']};
      const {actions} = host.session;
      actions.createResult({start: 4, end: 7}, value, 'label', 'text');
    },
  ],
  [
    'onEntityDelete',
    ({host}) => {
      host.session.actions.deleteRegion('a');
    },
  ],
  [
    'onGroundTruth',
    ({host}) => {
      host.session.annotation?.setGroundTruth(true);
    },
  ],
  [
    'onSelectAnnotation',
    ({host}) => {
      host.createAnnotation();
    },
  ],
  ['onAcceptAnnotation', ({host}) => host.accept()],
  ['onRejectAnnotation', ({host}) => host.reject()],
  [
    'onNextTask',
    ({store}) => {
      store.setTaskHistory([
        {taskId: 1, annotationId: null},
        {taskId: 2, annotationId: null},
      ]);
      store.nextTask();
    },
  ],
  [
    'onPrevTask',
    ({store}) => {
      store.setTaskHistory([
        {taskId: 2, annotationId: null},
        {taskId: 1, annotationId: null},
      ]);
      store.prevTask();
    },
  ],
];

describe('LabelStudio', () => {
  it('shows a task in an element given by id', async () => {
    const {root, studio, end} = await setup();
    expect(root.querySelector('.lsf-editor')?.textContent).to.contain('Ada');
    expect(studio.store.task?.id).to.equal(1);
    end();
  });

  it('throws when there is no such element', () => {
    expect(() => new LabelStudio('nowhere')).to.throw(/nowhere/);
  });

  it('takes the element itself', () => {
    const root = document.createElement('div');
    const studio = new LabelStudio(root);
    expect(studio.root === root).to.equal(true);
    expect(root.firstElementChild === studio.host).to.equal(true);
    studio.destroy();
  });

  for (const [option, value, read] of OPTIONS) {
    it(`takes the option ${option}`, async () => {
      const {studio, end} = await setup({[option]: value});
      expect(read(studio)).to.deep.equal(value);
      end();
    });
  }

  it('takes what is null for what is left out', async () => {
    const {root, studio, end} = await setup({
      interfaces: null,
      description: null,
      user: null,
    });
    expect(studio.store.user).to.equal(null);
    expect(studio.store.hasInterface('submit')).to.equal(true);
    expect(root.textContent).to.contain('Ada');
    end();
  });

  it('says secure mode to plugins', async () => {
    const {end} = await setup({options: {secureMode: true}});
    expect(globalThis).to.have.property('LS_SECURE_MODE', true);
    Reflect.deleteProperty(globalThis, 'LS_SECURE_MODE');
    end();
  });

  it('lists older versions of the annotation', async () => {
    const history = [{id: 7, annotation_id: 10, result: []}];
    const {studio, end} = await setup({history});
    expect(studio.store.annotationStore.history).to.have.length(1);
    end();
  });

  for (const [callback, act] of CALLBACKS) {
    it(`calls ${callback} with the arguments of its event`, async () => {
      const calls: unknown[][] = [];
      const heard: unknown[][] = [];
      const {studio, end} = await setup({
        [callback]: (...args: unknown[]) => void calls.push(args),
      });
      const name = callback.charAt(2).toLowerCase() + callback.slice(3);
      studio.on(name, (...args: never[]) => void heard.push(args));
      calls.length = 0;
      await act(studio);
      expect(calls).to.have.length(1);
      expect(calls).to.deep.equal(heard);
      end();
    });
  }

  it('calls onSubmitDraft, whose answer is the draft', async () => {
    const calls: unknown[][] = [];
    const {studio, end} = await setup({
      onSubmitDraft: (...args: unknown[]) => {
        calls.push(args);
        return {id: 5};
      },
    });
    const {annotation} = studio.host.session;
    expect(await annotation?.saveDraft({a: 1})).to.deep.equal({id: 5});
    expect(calls).to.deep.equal([[studio.store, annotation, {a: 1}]]);
    end();
  });

  it('calls nothing that is no callback of the package', async () => {
    let count = 0;
    const {studio, end} = await setup({
      onBeforeSaveAnnotation: () => (count += 1),
      onTaskLoad: () => (count += 1),
    });
    await studio.host.submit();
    expect(count).to.equal(0);
    end();
  });

  it('lets a page without a task give one when it has loaded', async () => {
    const trace: string[] = [];
    const {root, studio, end} = await setup({
      task: null,
      onLabelStudioLoad: (store: RootStore) => {
        trace.push(store.task ? 'has a task' : 'labelStudioLoad');
        store.resetState();
        store.assignTask({id: 7, data: {text: 'Given later'}});
        store.initializeStore({annotations: [], predictions: []});
        const made = store.annotationStore.addAnnotation({userGenerate: true});
        store.annotationStore.selectAnnotation(made.id);
      },
      onStorageInitialized: () => trace.push('storageInitialized'),
      onSelectAnnotation: () => trace.push('selectAnnotation'),
    });
    await studio.host.displayed;
    expect(trace).to.deep.equal([
      'labelStudioLoad',
      'storageInitialized',
      'selectAnnotation',
    ]);
    expect(root.querySelector('.lsf-richtext')?.textContent).to.equal(
      'Given later',
    );
    end();
  });

  it('calls callbacks with the arguments of their events', async () => {
    const calls: unknown[][] = [];
    const {studio, end} = await setup({
      onUpdateAnnotation: (...args: unknown[]) => calls.push(args),
    });
    await studio.host.submit();
    expect(calls[0]?.[0]).to.equal(studio.store);
    expect(calls[0]?.[1]).to.equal(studio.store.annotationStore.selected);
    end();
  });

  it('lets onLabelStudioLoad make the first annotation', async () => {
    const {studio, end} = await setup({
      task: {id: 1, data: {text: 'x'}},
      onLabelStudioLoad: (store: RootStore) => {
        const made = store.annotationStore.addAnnotation({userGenerate: true});
        store.annotationStore.selectAnnotation(made.id);
      },
    });
    await studio.host.displayed;
    expect(studio.store.annotationStore.annotations).to.have.length(1);
    end();
  });

  it('registers and removes handlers', async () => {
    const {studio, end} = await setup();
    const heard: (string | null)[] = [];
    const handler = (annotation: AnnotationView) => heard.push(annotation.pk);
    studio.on('selectAnnotation', handler);
    studio.host.createAnnotation();
    studio.off('selectAnnotation', handler);
    studio.on('selectAnnotation', handler);
    studio.off('selectAnnotation');
    studio.host.createAnnotation();
    expect(heard).to.deep.equal([null]);
    end();
  });

  it('puts the user first among users, once, by pk as well', async () => {
    const {studio, end} = await setup({
      user: {pk: 1, firstName: 'Ada'},
      users: [{id: 2}, {id: 1, firstName: 'A.'}],
    });
    expect(studio.store.users.map(({id}) => id)).to.deep.equal([1, 2]);
    expect(studio.store.user).to.include({id: 1, firstName: 'Ada'});
    end();
  });

  it('leaves nothing behind when it is destroyed', async () => {
    const {root, studio} = await setup();
    expect([...LabelStudio.instances]).to.deep.equal([studio]);
    LabelStudio.destroyAll();
    studio.destroy();
    expect(root.children).to.have.length(0);
    expect(LabelStudio.instances.size).to.equal(0);
    expect('Htx' in globalThis).to.equal(false);
    root.remove();
  });
});
