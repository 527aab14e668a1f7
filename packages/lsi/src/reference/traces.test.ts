import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {compatSession, type CompatSession} from '@ls-annotation/testing';

interface Handles extends CompatSession {
  /** Source of time. */
  readonly scheduler: VirtualTimeScheduler;
  /** What has happened so far, in order. */
  readonly trace: string[];
  /** Lets virtual time pass, and what it sets off happen. */
  pass(durationMs: number): Promise<void>;
}

/** Resolves when every promise that could settle by itself has. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function setup(): Handles {
  const scheduler = new VirtualTimeScheduler();
  const shown = compatSession({scheduler, queueTotal: 9, queuePosition: 4});
  const {session} = shown;
  const trace: string[] = [];
  session.events.addHandler('submitDraft', () => undefined);
  session.events.all$.subscribe(({name}) => trace.push(name));
  const pass = async (durationMs: number): Promise<void> => {
    scheduler.maxFrames = scheduler.frame + durationMs;
    scheduler.flush();
    scheduler.frame = scheduler.maxFrames;
    await microtasks();
  };
  return {...shown, scheduler, trace, pass};
}

/** Notes beside the events what else has happened when they come. */
function follow({session, annotation, trace}: Handles): void {
  session.state$.subscribe(({isSubmitting}) => {
    const note = isSubmitting ? 'busy' : 'free';
    const before = trace.filter(
      (entry) => entry === 'busy' || entry === 'free',
    );
    if ((before.at(-1) ?? 'free') !== note) trace.push(note);
  });
  for (const name of [
    'beforeSaveAnnotation',
    'submitAnnotation',
    'updateAnnotation',
    'acceptAnnotation',
    'rejectAnnotation',
  ] as const) {
    session.events.addHandler(name, () => {
      const {selectionSize, versions, sentUserGenerate} = annotation;
      trace.push(
        `  selected ${String(selectionSize)}, ` +
          `${versions.draft ? 'a' : 'no'} draft, ` +
          `${sentUserGenerate ? 'sent' : 'not sent'}, ` +
          `place ${String(session.htx.queuePosition)}`,
      );
    });
  }
}

const SPAN = {start: 4, end: 7, text: 'two'};
const BOX = {x: 1, y: 1, width: 5, height: 5, rotation: 0};

/** What people do, and the events that this makes: reference §1.4. */
const ROWS: readonly (readonly [
  what: string,
  act: (handles: Handles) => unknown,
  trace: readonly string[],
])[] = [
  [
    'creating a region on a text, and waiting',
    async ({session, pass}) => {
      const value = {labels: ['PER']};
      session.actions.createResult(SPAN, value, 'label', 'text');
      await pass(4999);
      expect(session.events.hasHandlers('submitDraft')).to.equal(true);
      await pass(2);
    },
    ['entityCreate', 'submitDraft'],
  ],
  [
    'drawing a region with a smart control',
    async ({session, pass}) => {
      const value = {rectanglelabels: ['Car']};
      const {attributes} = session.config!.byName.get('box')!;
      Object.assign(attributes, {smartonly: true});
      const region = session.actions.createResult(BOX, value, 'box', 'img');
      session.actions.finishDrawing(region?.id ?? '');
      await pass(1);
    },
    ['entityCreate', 'regionFinishedDrawing'],
  ],
  [
    'making a region as a plugin does',
    ({annotation, tag}) => {
      const value = {labels: ['PER']};
      annotation.createResult(SPAN, value, tag('label'), tag('text'));
      annotation.updateObjects();
    },
    ['entityCreate'],
  ],
  [
    'making a classification',
    ({session}) => {
      session.actions.toggleChoice('c', 'y');
    },
    [],
  ],
  [
    'reading results in',
    ({annotation}) => {
      annotation.deserializeResults(annotation.serializeAnnotation());
    },
    [],
  ],
  [
    'changing a region: shape, label, note',
    async ({session, pass}) => {
      session.actions.setGeometry('b1', {x: 50});
      session.actions.setLabels('r1', 'label', ['PER']);
      session.actions.setMetaText('r1', 'look');
      await pass(5001);
    },
    ['submitDraft'],
  ],
  [
    'selecting regions',
    ({session}) => {
      session.actions.selectRegion('r1');
      session.actions.selectRegion('b1', {extend: true});
      session.actions.unselectAll();
    },
    [],
  ],
  [
    'deleting a region',
    async ({session, pass}) => {
      session.actions.deleteRegion('r1');
      await pass(5001);
    },
    ['entityDelete', 'submitDraft'],
  ],
  [
    'deleting a region of a smart control',
    async ({session, region, pass}) => {
      const {attributes} = session.config!.byName.get('box')!;
      Object.assign(attributes, {smartonly: true});
      region('b1').makeDynamic();
      session.actions.deleteRegion('b1');
      await pass(1);
    },
    ['entityDelete', 'regionFinishedDrawing'],
  ],
  [
    'taking back and doing again',
    ({session}) => {
      session.actions.deleteRegion('r1');
      session.undo();
      session.redo();
    },
    ['entityDelete'],
  ],
  [
    'skipping the task',
    async ({session, pass}) => {
      await session.skip({});
      await pass(201);
    },
    ['skipTask'],
  ],
  [
    'making another annotation',
    ({session}) => {
      session.createAnnotation();
    },
    ['selectAnnotation'],
  ],
  [
    'making one as a page does',
    ({session}) => {
      const {annotationStore} = session.htx;
      const {id} = annotationStore.addAnnotation({userGenerate: true});
      annotationStore.selectAnnotation(id);
    },
    ['selectAnnotation'],
  ],
  [
    'copying a prediction',
    ({session}) => {
      const {annotationStore} = session.htx;
      const [prediction] = annotationStore.predictions;
      annotationStore.addAnnotationFromPrediction(prediction!);
    },
    ['selectAnnotation'],
  ],
  [
    'switching to another annotation and back',
    ({session}) => {
      session.selectAnnotation('4');
      session.selectAnnotation('5');
    },
    ['selectAnnotation', 'selectAnnotation'],
  ],
  [
    'switching with work that no draft has yet',
    async ({session, pass}) => {
      session.actions.deleteRegion('r1');
      session.selectAnnotation('4');
      await pass(5001);
    },
    ['entityDelete', 'selectAnnotation', 'submitDraft'],
  ],
  [
    'looking at a prediction',
    ({session}) => {
      session.selectAnnotation('9');
    },
    [],
  ],
  [
    'looking at an older version and leaving it',
    ({session}) => {
      session.selectHistory({id: 1, result: []});
      session.selectHistory(null);
    },
    ['selectHistory', 'selectHistory'],
  ],
  [
    'looking at all annotations and leaving that',
    ({session}) => {
      const {annotationStore} = session.htx;
      session.actions.deleteRegion('r1');
      annotationStore.toggleViewingAllAnnotations();
      annotationStore.toggleViewingAllAnnotations();
    },
    ['entityDelete', 'submitDraft', 'selectAnnotation'],
  ],
  [
    'deleting an annotation',
    ({session, annotation}) => {
      session.deleteAnnotation(annotation.id);
    },
    ['deleteAnnotation', 'selectAnnotation'],
  ],
  [
    'deleting the last annotation',
    ({session}) => {
      session.deleteAnnotation();
      session.deleteAnnotation();
    },
    ['deleteAnnotation', 'selectAnnotation', 'deleteAnnotation'],
  ],
  [
    'marking the reference answer',
    ({annotation}) => {
      annotation.setGroundTruth(true);
    },
    ['groundTruth'],
  ],
  [
    'going to the next task, which has no annotation, and back',
    ({session}) => {
      const {htx} = session;
      htx.setTaskHistory([
        {taskId: 3, annotationId: null},
        {taskId: 8, annotationId: null},
      ]);
      session.events.addHandler('nextTask', (id) => {
        session.setTask({id: id!, data: {}});
      });
      session.events.addHandler('prevTask', (id) => {
        session.setTask({id: id!, data: {}});
      });
      htx.nextTask();
      htx.prevTask();
    },
    [
      ...['nextTask', 'storageInitialized', 'selectAnnotation'],
      ...['prevTask', 'storageInitialized', 'selectAnnotation'],
    ],
  ],
  [
    'giving the next task step by step',
    ({session}) => {
      const {htx} = session;
      htx.resetState();
      htx.assignTask({id: 8, data: {}});
      htx.initializeStore({annotations: [{id: 1, result: []}]});
    },
    ['storageInitialized', 'selectAnnotation'],
  ],
  [
    'postponing the task',
    ({session}) => session.htx.postponeTask(),
    ['submitDraft', 'nextTask'],
  ],
];

describe('traces (§1.4)', () => {
  for (const [what, act, expected] of ROWS) {
    it(`of ${what}: ${expected.join(', ') || 'no event'}`, async () => {
      const handles = setup();
      await act(handles);
      expect(handles.trace).to.deep.equal(expected);
      handles.session.close();
    });
  }
});

describe('the trace of a save (§1.4)', () => {
  it('submits: nothing selected, draft kept, sent, then dropped', async () => {
    const handles = setup();
    const {session, trace, pass} = handles;
    const made = session.createAnnotation();
    session.actions.setClassification('c', ['x']);
    await made.saveDraft();
    trace.length = 0;
    follow({...handles, annotation: made});
    const saved = session.submit();
    expect(trace).to.deep.equal(['busy']);
    expect(await saved).to.equal(true);
    expect(made.versions).not.to.have.property('draft');
    expect(session.htx.queuePosition).to.equal(5);
    await pass(201);
    expect(trace).to.deep.equal([
      'busy',
      'beforeSaveAnnotation',
      '  selected 0, a draft, not sent, place 4',
      'submitAnnotation',
      '  selected 0, a draft, sent, place 4',
      'free',
    ]);
    session.close();
  });

  it('updates: sent afterwards', async () => {
    const handles = setup();
    const {session, trace, pass, annotation} = handles;
    session.actions.selectRegion('r1');
    follow(handles);
    await session.update();
    await pass(201);
    expect(trace).to.deep.equal([
      'busy',
      'beforeSaveAnnotation',
      '  selected 0, no draft, not sent, place 4',
      'updateAnnotation',
      '  selected 0, no draft, not sent, place 4',
      'free',
    ]);
    expect(annotation.sentUserGenerate).to.equal(true);
    session.close();
  });

  const reviews = [
    ['acceptAnnotation', 5],
    ['rejectAnnotation', 3],
  ] as const;
  for (const [event, place] of reviews) {
    it(`reviews: ${event} after the draft was dropped`, async () => {
      const handles = setup();
      const {session, trace, pass, annotation} = handles;
      session.actions.selectRegion('r1');
      await annotation.saveDraft();
      trace.length = 0;
      follow(handles);
      const details: unknown[] = [];
      session.events
        .on<string>(event)
        .subscribe(([, detail]) => details.push(detail));
      await (event === 'acceptAnnotation'
        ? session.accept()
        : session.reject());
      await pass(201);
      expect(trace).to.deep.equal([
        'busy',
        'beforeSaveAnnotation',
        '  selected 0, a draft, not sent, place 4',
        event,
        '  selected 0, no draft, not sent, place 4',
        'free',
      ]);
      expect(details[0]).to.include({isDirty: true, entity: annotation});
      expect(session.htx.queuePosition).to.equal(place);
      session.close();
    });
  }

  it('is blocked: no save, nothing sent, the draft stays', async () => {
    const handles = setup();
    const {session, trace, pass, annotation} = handles;
    await annotation.saveDraft();
    trace.length = 0;
    session.events.addHandler('beforeSaveAnnotation', () => false);
    follow(handles);
    expect(await session.submit()).to.equal(false);
    await pass(201);
    expect(trace).to.deep.equal([
      'busy',
      'beforeSaveAnnotation',
      '  selected 0, a draft, not sent, place 4',
      'free',
    ]);
    expect(session.htx.queuePosition).to.equal(4);
    session.close();
  });

  it('sends what is typed as a comment first', async () => {
    const handles = setup();
    const {session, trace} = handles;
    const {commentStore} = session.htx;
    commentStore.setCommentFormSubmit(async () => {
      await commentStore.addComment('done');
    });
    expect(await session.submit()).to.equal(true);
    expect(trace).to.deep.equal([
      'comments:create',
      'beforeSaveAnnotation',
      'updateAnnotation',
    ]);
    expect(commentStore.addedCommentThisSession).to.equal(false);
    session.close();
  });
});

describe('the trace of a start (§1.4)', () => {
  it('has a page make its own annotation', () => {
    const handles = setup();
    const {session, trace} = handles;
    session.yieldsFirst = true;
    session.setTask({id: 8, data: {text: 'new'}});
    const {annotationStore} = session.htx;
    const provisional = annotationStore.selected;
    const made = annotationStore.addAnnotation({userGenerate: true});
    expect(provisional?.isAlive).to.equal(false);
    expect(annotationStore.annotations).to.deep.equal([made]);
    annotationStore.selectAnnotation(made.id);
    expect(trace).to.deep.equal([
      'storageInitialized',
      'selectAnnotation',
      'selectAnnotation',
    ]);
    session.close();
  });

  it('keeps the one that a person has worked on', () => {
    const handles = setup();
    const {session} = handles;
    session.yieldsFirst = true;
    session.setTask({id: 8, data: {text: 'new'}});
    session.actions.toggleChoice('c', 'y');
    session.htx.annotationStore.addAnnotation({userGenerate: true});
    expect(session.store.state.order).to.have.length(2);
    session.close();
  });

  it('knows what is chosen when storageInitialized comes', () => {
    const handles = setup();
    const {session} = handles;
    const seen: unknown[] = [];
    session.events.addHandler('storageInitialized', ({annotationStore}) => {
      seen.push(annotationStore.selected?.pk);
    });
    session.events.addHandler('selectAnnotation', ({pk}, previous) => {
      seen.push(pk, previous);
    });
    const task = session.store.state.task!;
    session.setTask({...task, id: 8});
    expect(seen).to.deep.equal(['5', '5', null]);
    session.close();
  });

  it('shows what a handler of storageInitialized selects', () => {
    const handles = setup();
    const {session, trace} = handles;
    session.events.addHandler('storageInitialized', ({annotationStore}) => {
      annotationStore.selectAnnotation('4');
    });
    const task = session.store.state.task!;
    session.setTask({...task, id: 8});
    expect(session.annotation?.pk).to.equal('4');
    expect(trace).to.deep.equal(['storageInitialized', 'selectAnnotation']);
    session.close();
  });
});
