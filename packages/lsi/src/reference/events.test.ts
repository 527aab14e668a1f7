import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {
  compatSession,
  labelConfigFromXml,
  type CompatSession,
} from '@ls-annotation/testing';

import {FRONTEND_EVENTS} from '../events/frontend-event-catalogue.js';
import type {FrontendEventName} from '../events/frontend-event-map.js';
import {LabelingSession} from '../session/labeling-session.js';
import type {ControlView} from '../views/control-view.js';
import type {RegionView} from '../views/region-view.js';

interface Handles extends CompatSession {
  /** Source of time. */
  readonly scheduler: VirtualTimeScheduler;
  /** A session that has not shown anything yet. */
  readonly fresh: LabelingSession;
  /** The first region. */
  readonly first: RegionView;
}

/** How an event comes about, and what it says: reference §1.2. */
interface EventRow {
  /** Has it emitted; the answer is what a caller waits for. */
  readonly emit: (handles: Handles) => unknown;
  /** Returns its arguments. */
  readonly args: (handles: Handles) => readonly unknown[];
  /** True when it comes from the session that has not shown anything. */
  readonly isFresh?: boolean;
}

const XML = '<View><Text name="text" value="$text"/></View>';
const VERSION = {id: 1, result: []};
const BUTTON = {name: 'flag', title: 'Flag'};

function setup(): Handles {
  const scheduler = new VirtualTimeScheduler();
  const shown = compatSession({scheduler, user: {id: 7}});
  const fresh = new LabelingSession({scheduler});
  return {...shown, scheduler, fresh, first: shown.region('r1')};
}

function show({fresh}: Handles): void {
  fresh.setConfig(labelConfigFromXml(XML), XML);
  fresh.setTask({id: 1, data: {text: 'a'}});
}

/** A comment that the server has. */
function listed({session}: Handles) {
  const {commentStore} = session.htx;
  commentStore.setComments([{id: 4, text: 'a'}]);
  return commentStore.comments[0]!;
}

const ROWS: Readonly<Record<FrontendEventName, EventRow>> = {
  labelStudioLoad: {
    emit: show,
    args: ({fresh}) => [fresh.htx],
    isFresh: true,
  },
  storageInitialized: {
    emit: show,
    args: ({fresh}) => [fresh.htx],
    isFresh: true,
  },
  selectAnnotation: {
    emit: ({session}) =>
      session.selectAnnotation('4', {exitViewAll: true}) && undefined,
    args: ({session, annotation}) => [
      session.htx.annotationStore.annotations[1],
      annotation,
      {exitViewAll: true},
    ],
  },
  selectHistory: {
    emit: ({session}) => {
      session.selectHistory(VERSION);
    },
    args: ({session, annotation}) => [session.htx, annotation, VERSION],
  },
  deleteAnnotation: {
    emit: ({session, annotation}) => {
      session.deleteAnnotation(annotation.id);
    },
    args: ({session, annotation}) => [session.htx, annotation],
  },
  groundTruth: {
    emit: ({annotation}) => {
      annotation.setGroundTruth(true);
    },
    args: ({session, annotation}) => [session.htx, annotation, true],
  },
  entityCreate: {
    emit: ({session}) => {
      session.actions.createResult(
        {start: 4, end: 7, text: 'two'},
        {labels: ['PER']},
        'label',
        'text',
      );
    },
    args: ({annotation}) => [annotation.regionStore.regions.at(-1)],
  },
  entityDelete: {
    emit: ({session}) => {
      session.actions.deleteRegion('r1');
    },
    args: ({first}) => [first],
  },
  regionFinishedDrawing: {
    emit: ({region, scheduler, session, tag}) => {
      session.htx.setAutoAnnotation(true);
      const {attributes} = tag<ControlView>('label').config;
      Object.assign(attributes, {smartonly: true});
      region('r1').notifyDrawingFinished();
      scheduler.flush();
    },
    args: ({region}) => [region('r1'), [region('r1')]],
  },
  beforeSaveAnnotation: {
    emit: ({session}) => session.submit(),
    args: ({session, annotation}) => [
      session.htx,
      annotation,
      {event: 'updateAnnotation'},
    ],
  },
  submitAnnotation: {
    emit: ({session}) => {
      session.createAnnotation();
      return session.submit();
    },
    args: ({session}) => [session.htx, session.annotation],
  },
  updateAnnotation: {
    emit: ({session}) => session.update({draft: 1}),
    args: ({session, annotation}) => [session.htx, annotation, {draft: 1}],
  },
  skipTask: {
    emit: ({session}) => session.skip({comment: 'hard'}),
    args: ({session}) => [session.htx, {comment: 'hard'}],
  },
  unskipTask: {
    emit: ({session}) => session.htx.unskipTask(),
    args: ({session}) => [session.htx],
  },
  acceptAnnotation: {
    emit: ({session}) => session.accept(),
    args: ({session, annotation}) => [
      session.htx,
      {isDirty: false, entity: annotation},
    ],
  },
  rejectAnnotation: {
    emit: ({session}) => session.reject(),
    args: ({session, annotation}) => [
      session.htx,
      {isDirty: false, entity: annotation, comment: null},
    ],
  },
  customButton: {
    emit: ({session}) => session.htx.handleCustomButton(BUTTON),
    args: ({session, annotation}) => [
      session.htx,
      'flag',
      {isDirty: false, entity: annotation, button: BUTTON},
    ],
  },
  submitDraft: {
    emit: ({annotation}) => annotation.saveDraft(),
    args: ({session, annotation}) => [session.htx, annotation, {}],
  },
  nextTask: {
    emit: ({session}) => {
      session.htx.setTaskHistory([
        {taskId: 3, annotationId: null},
        {taskId: 4, annotationId: '44'},
      ]);
      session.htx.nextTask();
    },
    args: () => [4, '44'],
  },
  prevTask: {
    emit: ({session}) => {
      session.htx.setTaskHistory([
        {taskId: 2, annotationId: null},
        {taskId: 3, annotationId: null},
      ]);
      session.htx.prevTask();
    },
    args: () => [2, null],
  },
  presignUrlForProject: {
    emit: ({session}) => session.htx.presignUrlForProject('s3://a'),
    args: ({session}) => [session.htx, 's3://a'],
  },
  'comments:create': {
    emit: ({session}) => session.htx.commentStore.addComment('why'),
    args: ({scheduler}) => [
      {
        id: -scheduler.now(),
        text: 'why',
        task: 3,
        created_by: 7,
        created_at: new Date(scheduler.now()).toISOString(),
        annotation: '5',
      },
    ],
  },
  'comments:update': {
    emit: (handles) => listed(handles).toggleResolve(),
    args: () => [{id: 4, is_resolved: true}],
  },
  'comments:delete': {
    emit: (handles) => {
      const comment = listed(handles);
      comment.setConfirmMode(true);
      return comment.deleteComment();
    },
    args: () => [{id: 4}],
  },
  'comments:list': {
    emit: ({session}) => session.htx.commentStore.listComments(),
    args: () => [{annotation: '5', draft: null}],
  },
};

/** Resolves when every promise that could settle by itself has. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function close({session, fresh}: Handles): void {
  session.close();
  fresh.close();
}

for (const {name, awaited, returns} of FRONTEND_EVENTS) {
  const {emit, args, isFresh = false} = ROWS[name];
  const eventsOf = (handles: Handles) =>
    (isFresh ? handles.fresh : handles.session).events;

  describe(`${name} (§1.2)`, () => {
    it('is emitted once, with its arguments in order', async () => {
      const handles = setup();
      const seen: (readonly unknown[])[] = [];
      eventsOf(handles).addHandler(name, (...given: readonly unknown[]) => {
        seen.push(given);
      });
      await emit(handles);
      expect(seen).to.have.length(1);
      expect(seen[0]).to.deep.equal(args(handles));
      close(handles);
    });

    it('calls handlers in the order of their registration', async () => {
      const handles = setup();
      const seen: string[] = [];
      for (const handler of ['first', 'second']) {
        eventsOf(handles).addHandler(name, () => {
          seen.push(handler);
        });
      }
      await emit(handles);
      const isAlone = name === 'submitDraft';
      expect(seen).to.deep.equal(isAlone ? ['first'] : ['first', 'second']);
      close(handles);
    });

    it('goes on when a handler throws, and names it', async () => {
      const handles = setup();
      const reported: string[] = [];
      const seen: string[] = [];
      eventsOf(handles).errors$.subscribe(({owner, eventName}) => {
        reported.push(`${owner} ${eventName}`);
      });
      const fail = (): never => {
        throw new Error('boom');
      };
      eventsOf(handles).addHandler(name, fail, {owner: 'bad'});
      eventsOf(handles).addHandler(name, () => {
        seen.push('after');
      });
      let isThrown = false;
      try {
        await emit(handles);
      } catch {
        isThrown = true;
      }
      expect(reported[0]).to.match(new RegExp(`(bad)? ${name}$`));
      expect(seen).to.deep.equal(name === 'submitDraft' ? [] : ['after']);
      expect(isThrown).to.equal(name.startsWith('comments:'));
      close(handles);
    });

    it(awaited ? 'is waited for' : 'is not waited for', async () => {
      const handles = setup();
      let finish: () => void = () => undefined;
      eventsOf(handles).addHandler(name, () => {
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      });
      let isOver = false;
      void Promise.resolve(emit(handles)).then(() => {
        isOver = true;
      });
      await microtasks();
      expect(isOver).to.equal(!awaited);
      finish();
      await microtasks();
      expect(isOver).to.equal(true);
      close(handles);
    });

    it(`answers count as: ${returns}`, async () => {
      const handles = setup();
      const answers = [false, 'second'];
      for (const answer of answers) {
        eventsOf(handles).addHandler(name, () => answer);
      }
      const answer = await emit(handles);
      if (returns === 'veto') expect(answer).to.equal(false);
      else if (name === 'submitDraft' || name === 'presignUrlForProject') {
        expect(answer).to.equal(false);
      } else expect(answer === undefined || answer === true).to.equal(true);
      close(handles);
    });
  });
}

describe('an event that nobody knows', () => {
  it('may be registered for, and never comes by itself', async () => {
    const handles = setup();
    const {session} = handles;
    let count = 0;
    session.lsi.on('regionMenuItems', () => (count += 1));
    session.htx.events.on('regionMenuItems', () => (count += 1));
    await session.submit();
    expect(count).to.equal(0);
    await session.htx.events.invoke('regionMenuItems', []);
    expect(count).to.equal(2);
    session.htx.events.removeAll('regionMenuItems');
    expect(session.htx.events.hasEvent('regionMenuItems')).to.equal(false);
    close(handles);
  });

  it('is taskLoad, which Label Studio lists and never emits', () => {
    const handles = setup();
    let count = 0;
    handles.fresh.events.addHandler('taskLoad', () => (count += 1));
    show(handles);
    expect(count).to.equal(0);
    close(handles);
  });
});
