import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {labelingSession, type SessionParts} from '@ls-annotation/testing';

import type {SaveEventName} from '../events/frontend-event-map.js';

const TEXTS = `<View>
  <Text name="text" value="$text"/>
  <Labels name="label" toName="text"><Label value="PER"/></Labels>
  <TextArea name="ta" toName="text"/>
  <Choices name="c" toName="text" required="true"><Choice value="x"/></Choices>
</View>`;

const OPTIONAL = TEXTS.replace('required="true"', '');

const REGION_TEXT = `<View>
  <Text name="text" value="$text"/>
  <Labels name="label" toName="text"><Label value="PER"/></Labels>
  <TextArea name="note" toName="text" perRegion="true" required="true"/>
</View>`;

const SAVED = {
  id: 1,
  data: {text: 'Hello world'},
  annotations: [{id: 5, result: []}],
};

function setup(parts: SessionParts = {}) {
  const scheduler = new VirtualTimeScheduler();
  const shown = labelingSession({xml: OPTIONAL, scheduler, ...parts});
  const {session} = shown;
  const names: string[] = [];
  session.events.all$.subscribe(({name}) => names.push(name));
  /** Lets virtual time pass, and what it set off happen. */
  const pass = async (durationMs: number): Promise<void> => {
    scheduler.maxFrames = scheduler.frame + durationMs;
    scheduler.flush();
    scheduler.frame = scheduler.maxFrames;
    await microtasks();
  };
  return {...shown, scheduler, names, pass};
}

/** Resolves when every promise that could settle by itself has. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

describe('submit()', () => {
  it('emits beforeSaveAnnotation, then submitAnnotation', async () => {
    const {session, names} = setup();
    const {annotation, htx} = session;
    const seen: unknown[] = [];
    session.events.on('beforeSaveAnnotation').subscribe((args) => {
      seen.push(args, annotation?.sentUserGenerate);
    });
    session.events.on('submitAnnotation').subscribe((args) => {
      seen.push(args, annotation?.sentUserGenerate);
    });
    expect(await session.submit()).to.equal(true);
    expect(names).to.deep.equal(['beforeSaveAnnotation', 'submitAnnotation']);
    expect(seen).to.deep.equal([
      [htx, annotation, {event: 'submitAnnotation'}],
      false,
      [htx, annotation],
      true,
    ]);
    session.close();
  });

  it('updates an annotation that the server knows, without extra', async () => {
    const {session, names} = setup({task: SAVED});
    const args: unknown[] = [];
    session.events
      .on('updateAnnotation')
      .subscribe((given) => args.push(given));
    await session.submit();
    expect(names).to.deep.equal(['beforeSaveAnnotation', 'updateAnnotation']);
    expect(args).to.deep.equal([[session.htx, session.annotation]]);
    session.close();
  });

  it('knows the annotation once the page has given it a server id', async () => {
    const {session, names, pass} = setup();
    session.events.addHandler('submitAnnotation', (_store, annotation) => {
      annotation.updatePersonalKey(99);
    });
    await session.submit();
    await pass(200);
    await session.submit();
    expect(names.filter((name) => !name.startsWith('before'))).to.deep.equal([
      'submitAnnotation',
      'updateAnnotation',
    ]);
    session.close();
  });

  it('makes a line of typed text and selects nothing first', async () => {
    const {session} = setup();
    const {annotation, actions} = session;
    const region = actions.createResult(
      {start: 0, end: 5, text: 'Hello'},
      {labels: ['PER']},
      'label',
      'text',
    );
    actions.selectRegion(region?.id ?? '');
    actions.setTyped('ta', 'typed words');
    const seen: unknown[] = [];
    session.events.addHandler('beforeSaveAnnotation', (_store, saved) => {
      seen.push(saved.selectionSize, saved.results.at(-1)?.value);
    });
    await session.submit();
    expect(seen).to.deep.equal([0, {text: ['typed words']}]);
    expect(annotation?.names.get('ta')?._value).to.equal('');
    session.close();
  });

  it('stops before any event when something required is missing', async () => {
    const {session, names, modals} = setup({xml: TEXTS});
    expect(await session.submit()).to.equal(false);
    expect(names).to.deep.equal([]);
    expect(modals).to.deep.equal([
      {message: 'Checkbox "c" is required.', type: 'warning'},
    ]);
    expect(session.flags.isSubmitting).to.equal(false);
    session.actions.toggleChoice('c', 'x');
    expect(await session.submit()).to.equal(true);
    session.close();
  });

  it('selects the region that lacks something', async () => {
    const {session, modals} = setup({xml: REGION_TEXT});
    const region = session.actions.createResult(
      {start: 0, end: 5, text: 'Hello'},
      {labels: ['PER']},
      'label',
      'text',
    );
    expect(await session.submit()).to.equal(false);
    expect(region?.selected).to.equal(true);
    expect(modals.map(({message}) => message)).to.deep.equal([
      'Input for the textarea "note" is required.',
    ]);
    session.close();
  });

  it('makes a line of what was typed for a region that is let go of', async () => {
    const {session} = setup({xml: REGION_TEXT});
    const {actions} = session;
    const region = actions.createResult(
      {start: 0, end: 5, text: 'Hello'},
      {labels: ['PER']},
      'label',
      'text',
    );
    const regionId = region?.cleanId ?? '';
    actions.selectRegion(regionId);
    actions.setTyped('note', 'about Hello', {regionId});
    expect(await session.submit()).to.equal(true);
    expect(region?.texting?.mainValue).to.deep.equal(['about Hello']);
    session.close();
  });

  it('does nothing while another save is under way', async () => {
    const {session, names} = setup();
    const [first, second] = [session.submit(), session.submit()];
    expect(await Promise.all([first, second])).to.deep.equal([true, false]);
    expect(names).to.have.length(2);
    session.close();
  });

  it('does nothing without a task', async () => {
    const {session} = setup({task: null});
    expect(await session.submit()).to.equal(false);
    session.close();
  });
});

describe('beforeSaveAnnotation', () => {
  const answers: readonly (readonly [unknown, boolean])[] = [
    [false, false],
    [Promise.resolve(false), false],
    [undefined, true],
    [null, true],
    [0, true],
    ['', true],
    [true, true],
  ];
  for (const [answer, isSaved] of answers) {
    const shown = answer instanceof Promise ? 'a promise of false' : answer;
    const verb = isSaved ? 'lets' : 'keeps';
    it(`${verb} the save with ${JSON.stringify(shown)}`, async () => {
      const {session, names} = setup();
      session.events.addHandler('beforeSaveAnnotation', () => answer);
      expect(await session.submit()).to.equal(isSaved);
      expect(names.includes('submitAnnotation')).to.equal(isSaved);
      session.close();
    });
  }

  it('starts every handler before it waits for one', async () => {
    const {session} = setup();
    const order: string[] = [];
    session.events.addHandler('beforeSaveAnnotation', async () => {
      order.push('first starts');
      await Promise.resolve();
      order.push('first ends');
    });
    session.events.addHandler('beforeSaveAnnotation', () => {
      order.push('second');
      return false;
    });
    expect(await session.submit()).to.equal(false);
    expect(order).to.deep.equal(['first starts', 'second', 'first ends']);
    session.close();
  });

  const failures: readonly (readonly [string, () => unknown])[] = [
    [
      'throws',
      () => {
        throw new Error('not good');
      },
    ],
    ['rejects', () => Promise.reject(new Error('not good'))],
  ];
  for (const [verb, handler] of failures) {
    it(`keeps the save when a handler ${verb}, and says why`, async () => {
      const {session, names, modals, errors} = setup();
      session.events.addHandler('beforeSaveAnnotation', handler);
      expect(await session.submit()).to.equal(false);
      expect(names).to.deep.equal(['beforeSaveAnnotation']);
      expect(modals).to.deep.equal([{message: 'not good', type: 'warning'}]);
      expect(errors).to.deep.equal(['lsi/handler-failed']);
      expect(session.annotation?.sentUserGenerate).to.equal(false);
      session.close();
    });
  }

  it('is waited for only so long, and its owner is named', async () => {
    const {session, names, modals, errors, pass} = setup();
    session.events.addHandler('beforeSaveAnnotation', never, {owner: 'slow'});
    session.events.addHandler('beforeSaveAnnotation', () => true, {
      owner: 'quick',
    });
    const saved = session.submit();
    await microtasks();
    await pass(29_999);
    expect(modals).to.deep.equal([]);
    await pass(2);
    expect(await saved).to.equal(false);
    expect(names).to.deep.equal(['beforeSaveAnnotation']);
    expect(errors).to.deep.equal(['lsi/handler-deadline']);
    expect(modals[0]?.type).to.equal('error');
    expect(modals[0]?.message).to.contain('"slow" has not finished');
    expect(modals[0]?.message).not.to.contain('quick');
    session.close();
  });
});

describe('isSubmitting', () => {
  it('lasts at least 200 ms', async () => {
    const {session, pass} = setup();
    const saved = session.submit();
    expect(session.flags.isSubmitting).to.equal(true);
    await saved;
    await pass(199);
    expect(session.flags.isSubmitting).to.equal(true);
    await pass(2);
    expect(session.flags.isSubmitting).to.equal(false);
    session.close();
  });

  it('lasts as long as the save', async () => {
    const {session, pass} = setup();
    let finish: () => void = () => undefined;
    session.events.addHandler(
      'submitAnnotation',
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const saved = session.submit();
    await microtasks();
    await pass(3000);
    expect(session.flags.isSubmitting).to.equal(true);
    finish();
    expect(await saved).to.equal(true);
    expect(session.flags.isSubmitting).to.equal(false);
    session.close();
  });

  it('lasts 5 s at most, and the save goes on', async () => {
    const {session, pass} = setup();
    let finish: () => void = () => undefined;
    const {events} = session;
    const dispose = events.addHandler(
      'submitAnnotation',
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const saved = session.submit();
    await microtasks();
    await pass(4999);
    expect(session.flags.isSubmitting).to.equal(true);
    await pass(2);
    expect(session.flags.isSubmitting).to.equal(false);
    dispose();
    const again = session.submit();
    finish();
    expect(await saved).to.equal(true);
    expect(await again).to.equal(true);
    expect(session.flags.isSubmitting).to.equal(true);
    await pass(200);
    expect(session.flags.isSubmitting).to.equal(false);
    session.close();
  });
});

describe('a handler of the save itself', () => {
  it('that fails makes the save fail, with a warning', async () => {
    const {session, modals} = setup();
    session.events.addHandler('submitAnnotation', () =>
      Promise.reject(new Error('500')),
    );
    expect(await session.submit()).to.equal(false);
    expect(modals).to.deep.equal([{message: '500', type: 'warning'}]);
    session.close();
  });

  it('reads the annotation as it is when the handler starts', async () => {
    const {session} = setup();
    session.actions.setTyped('ta', 'words');
    const seen: unknown[] = [];
    session.events.addHandler('submitAnnotation', (_store, annotation) => {
      seen.push(annotation.serializeAnnotation().map(({type}) => type));
    });
    await session.submit();
    expect(seen).to.deep.equal([['textarea']]);
    session.close();
  });
});

describe('update(), accept() and reject()', () => {
  const rows: readonly (readonly [
    SaveEventName,
    (session: ReturnType<typeof setup>['session']) => Promise<boolean>,
    (parts: ReturnType<typeof setup>['session']) => readonly unknown[],
  ])[] = [
    [
      'updateAnnotation',
      (session) => session.update({draft: 1}),
      (session) => [session.htx, session.annotation, {draft: 1}],
    ],
    [
      'updateAnnotation',
      (session) => session.update(),
      (session) => [session.htx, session.annotation],
    ],
    [
      'acceptAnnotation',
      (session) => session.accept(),
      (session) => [session.htx, {isDirty: false, entity: session.annotation}],
    ],
    [
      'rejectAnnotation',
      (session) => session.reject({comment: 'no'}),
      (session) => [
        session.htx,
        {isDirty: false, entity: session.annotation, comment: 'no'},
      ],
    ],
  ];
  for (const [event, save, expected] of rows) {
    it(`emits ${event} with what it is about`, async () => {
      const {session, names} = setup({task: SAVED});
      const seen: unknown[] = [];
      session.events
        .on<string>('beforeSaveAnnotation')
        .subscribe(([, , detail]) => seen.push(detail));
      session.events.on<string>(event).subscribe((args) => seen.push(args));
      expect(await save(session)).to.equal(true);
      expect(names).to.deep.equal(['beforeSaveAnnotation', event]);
      expect(seen).to.deep.equal([{event}, expected(session)]);
      session.close();
    });

    it(`is kept from ${event} by what is required`, async () => {
      const {session, names, pass} = setup({task: SAVED, xml: TEXTS});
      expect(await save(session)).to.equal(false);
      expect(names).to.deep.equal([]);
      await pass(200);
      expect(session.flags.isSubmitting).to.equal(false);
      session.close();
    });
  }
});

describe('skip()', () => {
  it('emits skipTask and nothing else, and waits for nobody', async () => {
    const {session, names} = setup({xml: TEXTS});
    const seen: unknown[] = [];
    session.events.on('skipTask').subscribe((args) => seen.push(args));
    session.events.addHandler('skipTask', never);
    expect(await session.skip({comment: 'hard'})).to.equal(true);
    expect(names).to.deep.equal(['skipTask']);
    expect(seen).to.deep.equal([[session.htx, {comment: 'hard'}]]);
    session.close();
  });

  it('is refused where the task says so, but for managers', async () => {
    const task = {id: 1, data: {text: 'a'}, allow_skip: false};
    const annotator = setup({task});
    expect(await annotator.session.skip()).to.equal(false);
    const manager = setup({task, user: {id: 1, role: 'MA'}});
    expect(await manager.session.skip()).to.equal(true);
    annotator.session.close();
    manager.session.close();
  });
});

describe('drafts', () => {
  it('are saved 5 s after a change, by the first handler', async () => {
    const {session, pass} = setup();
    const seen: unknown[] = [];
    session.events.addHandler('submitDraft', (_store, annotation) =>
      seen.push(annotation.serializeAnnotation().length),
    );
    session.events.addHandler('submitDraft', () => seen.push('second'));
    session.actions.setClassification('c', ['x']);
    await pass(4000);
    session.actions.setClassification('ta', ['y']);
    await pass(999);
    expect(seen).to.deep.equal([]);
    await pass(2);
    expect(seen).to.deep.equal([2]);
    session.close();
  });

  it('are not saved once a save was asked for, nor for what is loaded', async () => {
    const {session, pass} = setup();
    let count = 0;
    session.events.addHandler('submitDraft', () => (count += 1));
    session.setTask(SAVED);
    await pass(6000);
    expect(count).to.equal(0);
    await session.submit();
    session.actions.setClassification('c', ['x']);
    await pass(6000);
    expect(count).to.equal(0);
    session.close();
  });

  it('are waited for by a save', async () => {
    const {session, names, pass} = setup();
    let finish: () => void = () => undefined;
    session.events.addHandler(
      'submitDraft',
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    session.actions.setClassification('c', ['x']);
    await pass(5001);
    expect(session.flags.isSavingDraft).to.equal(true);
    const saved = session.submit();
    await microtasks();
    expect(names).to.deep.equal(['submitDraft']);
    finish();
    expect(await saved).to.equal(true);
    expect(session.flags.isSavingDraft).to.equal(false);
    session.close();
  });
});
