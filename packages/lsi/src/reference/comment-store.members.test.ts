import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {CommentStoreView} from '../views/comment-store-view.js';
import type {CommentView} from '../views/comment-view.js';

interface Handles extends CompatSession {
  /** What the page was asked. */
  readonly asked: unknown[][];
}

/** A page that keeps comments. */
function setup(): Handles {
  const shown = compatSession({user: {id: 7, firstName: 'Ada'}});
  const asked: unknown[][] = [];
  const names: readonly string[] = ['create', 'update', 'delete', 'list'];
  for (const name of names) {
    shown.session.events.addHandler(`comments:${name}`, (about) => {
      asked.push([name, about]);
      return name === 'list'
        ? [{id: 2, text: 'b', created_by: 7}]
        : {...(about as object), id: 99};
    });
  }
  return {...shown, asked};
}

const TABLE = {
  setup,
  close: ({session}: Handles) => {
    session.close();
  },
};

describeMembers<CommentStoreView, Handles>('Htx.commentStore', {
  ...TABLE,
  reach: ({session}) => session.htx.commentStore,
  rows: [
    [
      'loading',
      ['string', 'null'],
      (store) => {
        expect(store.loading).to.equal(null);
        store.setLoading('list');
        expect(store.loading).to.equal('list');
      },
    ],
    [
      'comments',
      'array',
      (store) => {
        store.setComments([{id: 1, text: 'a'}]);
        expect(store.comments).to.have.length(1);
      },
    ],
    [
      'addedCommentThisSession',
      'boolean',
      async (store) => {
        expect(store.addedCommentThisSession).to.equal(false);
        await store.addComment('why');
        expect(store.addedCommentThisSession).to.equal(true);
      },
    ],
    [
      'currentComment',
      'object',
      (store, {annotation, session}) => {
        expect(store.currentComment).to.deep.equal({});
        store.setCurrentComment('typed');
        const {id} = annotation;
        expect(store.currentComment).to.deep.equal({[id]: 'typed'});
        session.selectAnnotation('4');
        store.setCurrentComment('elsewhere');
        expect(store.currentComment[id]).to.equal('typed');
      },
    ],
    [
      'tooltipMessage',
      'string',
      (store) => {
        expect(store.tooltipMessage).to.equal('');
        store.setTooltipMessage('say why');
        expect(store.tooltipMessage).to.equal('say why');
      },
    ],
    [
      'commentFormSubmit',
      'function',
      async (store, {session, names}) => {
        const answers: (() => void)[] = [];
        store.commentFormSubmit = () =>
          new Promise<void>((resolve) => answers.push(resolve));
        const sent = session.submit();
        await Promise.resolve();
        expect(answers).to.have.length(1);
        expect(names).not.to.include('updateAnnotation');
        answers[0]?.();
        await sent;
        expect(names).to.include('updateAnnotation');
      },
    ],
    [
      'store',
      'object',
      (store, {session}) => {
        expect(store.store).to.equal(session.htx);
      },
    ],
    [
      'task',
      'object',
      (store, {session}) => {
        expect(store.task).to.equal(session.htx.task);
      },
    ],
    [
      'taskId',
      'number',
      ({taskId}) => {
        expect(taskId).to.equal(3);
      },
    ],
    [
      'annotation',
      'object',
      (store, {annotation}) => {
        expect(store.annotation).to.equal(annotation);
      },
    ],
    [
      'annotationId',
      ['string', 'undefined'],
      ({annotationId}) => {
        expect(annotationId).to.equal('5');
      },
    ],
    [
      'draftId',
      ['number', 'string', 'null'],
      async (store, {annotation, asked}) => {
        expect(store.draftId).to.equal(null);
        annotation.setDraftId(12);
        expect(store.draftId).to.equal(12);
        await store.listComments();
        expect(asked[0]?.[1]).to.include({draft: 12});
      },
    ],
    [
      'currentUser',
      'object',
      ({currentUser}) => {
        expect(currentUser?.displayName).to.equal('Ada');
      },
    ],
    [
      'isListLoading',
      'boolean',
      async (store) => {
        expect(store.isListLoading).to.equal(false);
        const listed = store.listComments();
        expect(store.isListLoading).to.equal(true);
        await listed;
        expect(store.isListLoading).to.equal(false);
      },
    ],
    [
      'canPersist',
      'boolean',
      async (store, {session, asked}) => {
        expect(store.canPersist).to.equal(true);
        session.htx.assignTask(null);
        expect(store.canPersist).to.equal(false);
        await store.addComment('why');
        expect(asked).to.deep.equal([]);
        expect(store.queuedComments).to.have.length(1);
      },
    ],
    [
      'isCommentable',
      'boolean',
      (store, {session}) => {
        expect(store.isCommentable).to.equal(true);
        session.htx.annotationStore.selectPrediction('9');
        expect(store.annotation?.type).to.equal('prediction');
        expect(store.isCommentable).to.equal(false);
      },
    ],
    [
      'queuedComments',
      'array',
      (store) => {
        store.setComments([
          {id: -1, text: 'a'},
          {id: 2, text: 'b'},
        ]);
        expect(store.queuedComments.map(({text}) => text)).to.deep.equal(['a']);
      },
    ],
    [
      'hasUnsaved',
      'boolean',
      (store) => {
        store.setComments([{id: -1, text: 'a'}]);
        expect(store.hasUnsaved).to.equal(true);
      },
    ],
    [
      'addComment',
      'function',
      async (store, {asked}) => {
        await store.addComment('why');
        expect(store.comments.map(({id, text}) => [id, text])).to.deep.equal([
          [99, 'why'],
        ]);
        expect(asked).to.have.length(1);
        expect(store).to.include({
          addedCommentThisSession: true,
          loading: null,
        });
        expect(store.hasUnsaved).to.equal(false);
      },
    ],
    [
      'addCurrentComment',
      'function',
      async (store) => {
        await store.addCurrentComment();
        expect(store.comments).to.deep.equal([]);
        store.setCurrentComment('typed');
        await store.addCurrentComment();
        expect(store.comments[0]?.text).to.equal('typed');
      },
    ],
    [
      'persistQueuedComments',
      'function',
      async (store, {asked}) => {
        store.setComments([{id: -1, text: 'waiting'}]);
        expect(store.hasUnsaved).to.equal(true);
        await store.persistQueuedComments();
        expect(store.hasUnsaved).to.equal(false);
        expect(asked[0]?.[1]).to.include({text: 'waiting', annotation: '5'});
      },
    ],
    [
      'listComments',
      'function',
      async (store, {asked}) => {
        await store.listComments();
        expect(store.comments[0]).to.include({id: 2, text: 'b', createdBy: 7});
        expect(asked[0]).to.deep.equal([
          'list',
          {annotation: '5', draft: null},
        ]);
      },
    ],
    [
      'setComments',
      'function',
      (store) => {
        store.setComments([
          {id: 1, text: 'a'},
          {id: 2, text: 'b'},
        ]);
        store.setComments([{id: 3, text: 'c', created_by: 7}]);
        const [only, ...others] = store.comments;
        expect(only).to.include({id: 3, text: 'c', createdBy: 7});
        expect(others).to.deep.equal([]);
      },
    ],
    [
      'setCurrentComment',
      'function',
      (store, {annotation}) => {
        store.setCurrentComment('typed');
        expect(store.currentComment[annotation.id]).to.equal('typed');
      },
    ],
    [
      'setCommentFormSubmit',
      'function',
      async (store, {session}) => {
        let count = 0;
        store.setCommentFormSubmit(() => {
          count += 1;
        });
        await session.submit();
        expect(count).to.equal(1);
      },
    ],
    [
      'setLoading',
      'function',
      (store) => {
        store.setLoading('list');
        expect(store.isListLoading).to.equal(true);
      },
    ],
    [
      'setTooltipMessage',
      'function',
      (store) => {
        store.setTooltipMessage('say why');
        expect(store.tooltipMessage).to.equal('say why');
      },
    ],
    [
      'setAddedCommentThisSession',
      'function',
      (store) => {
        store.setAddedCommentThisSession(true);
        expect(store.addedCommentThisSession).to.equal(true);
      },
    ],
    [
      'replaceId',
      'function',
      (store) => {
        store.setComments([{id: -1, text: 'a'}]);
        store.replaceId(-1, {id: 5});
        expect(store.comments[0]?.isPersisted).to.equal(true);
      },
    ],
    [
      'removeCommentById',
      'function',
      (store) => {
        store.setComments([{id: 1, text: 'a'}]);
        store.removeCommentById(1);
        expect(store.comments).to.deep.equal([]);
      },
    ],
    [
      'serialize',
      'function',
      (store) => {
        store.setComments([{id: 1, text: 'a'}]);
        expect(store.serialize()).to.deep.equal({
          comments: [{id: 1, text: 'a'}],
        });
      },
    ],
  ],
  absent: ['then', 'noSuchMember'],
});

describeMembers<CommentView, Handles>('a comment', {
  ...TABLE,
  reach: ({session}) => {
    const {commentStore} = session.htx;
    commentStore.setComments([
      {id: 3, text: 'a', created_at: '2024-01-01', is_resolved: false},
    ]);
    return commentStore.comments[0]!;
  },
  rows: [
    [
      'id',
      'number',
      ({id}) => {
        expect(id).to.equal(3);
      },
    ],
    [
      'text',
      'string',
      ({text}) => {
        expect(text).to.equal('a');
      },
    ],
    [
      'createdAt',
      'string',
      ({createdAt}) => {
        expect(createdAt).to.equal('2024-01-01');
      },
    ],
    [
      'updatedAt',
      'string',
      (comment) => {
        expect(comment.updatedAt).to.equal('2024-01-01');
        comment.replace({updatedAt: '2024-02-02'});
        expect(comment.updatedAt).to.equal('2024-02-02');
      },
    ],
    [
      'resolvedAt',
      ['string', 'null'],
      (comment, {session}) => {
        expect(comment.resolvedAt).to.equal(null);
        const {commentStore} = session.htx;
        commentStore.setComments([{id: 4, resolved_at: '2024-03-03'}]);
        expect(commentStore.comments[0]?.resolvedAt).to.equal('2024-03-03');
      },
    ],
    [
      'createdBy',
      ['number', 'null'],
      async (comment, {session}) => {
        expect(comment.createdBy).to.equal(null);
        const {commentStore} = session.htx;
        await commentStore.addComment('why');
        expect(commentStore.comments[0]?.createdBy).to.equal(7);
      },
    ],
    [
      'isResolved',
      'boolean',
      (comment, {session}) => {
        expect(comment.isResolved).to.equal(false);
        const {commentStore} = session.htx;
        commentStore.setComments([{id: 4, is_resolved: true}]);
        expect(commentStore.comments[0]?.isResolved).to.equal(true);
      },
    ],
    [
      'isEditMode',
      'boolean',
      async (comment) => {
        expect(comment.isEditMode).to.equal(false);
        comment.setEditMode(true);
        await comment.updateComment('b');
        expect(comment.isEditMode).to.equal(false);
      },
    ],
    [
      'isDeleted',
      'boolean',
      async (comment, {asked}) => {
        expect(comment.isDeleted).to.equal(false);
        comment.setDeleted(true);
        await comment.updateComment('too late');
        expect(comment.text).to.equal('a');
        expect(asked).to.deep.equal([]);
      },
    ],
    [
      'isConfirmDelete',
      'boolean',
      async (comment, {asked}) => {
        expect(comment.isConfirmDelete).to.equal(false);
        await comment.deleteComment();
        expect(asked).to.deep.equal([]);
      },
    ],
    [
      'isPersisted',
      'boolean',
      ({isPersisted}) => {
        expect(isPersisted).to.equal(true);
      },
    ],
    [
      'toggleResolve',
      'function',
      async (comment, {asked}) => {
        await comment.toggleResolve();
        expect(comment.isResolved).to.equal(true);
        expect(asked).to.deep.equal([['update', {id: 3, is_resolved: true}]]);
      },
    ],
    [
      'updateComment',
      'function',
      async (comment, {asked}) => {
        comment.setEditMode(true);
        await comment.updateComment('b');
        expect(comment).to.include({text: 'b', isEditMode: false});
        expect(asked).to.deep.equal([['update', {id: 3, text: 'b'}]]);
      },
    ],
    [
      'deleteComment',
      'function',
      async (comment, {asked}) => {
        comment.setConfirmMode(true);
        await comment.deleteComment();
        expect(comment).to.include({isDeleted: true, isConfirmDelete: false});
        expect(asked).to.deep.equal([['delete', {id: 3}]]);
      },
    ],
    [
      'setEditMode',
      'function',
      (comment) => {
        comment.setEditMode(true);
        expect(comment.isEditMode).to.equal(true);
      },
    ],
    [
      'setDeleted',
      'function',
      (comment) => {
        comment.setDeleted(true);
        expect(comment.isDeleted).to.equal(true);
      },
    ],
    [
      'setConfirmMode',
      'function',
      (comment) => {
        comment.setConfirmMode(true);
        expect(comment.isConfirmDelete).to.equal(true);
      },
    ],
  ],
});

describe('a comment that the page refuses', () => {
  it('is taken away again, and the failure is thrown', async () => {
    const {session} = compatSession({user: {id: 7}});
    const {commentStore} = session.htx;
    session.events.addHandler('comments:create', () => {
      throw new Error('500');
    });
    let message = '';
    await commentStore.addComment('why').catch((error: unknown) => {
      message = String(error);
    });
    expect(message).to.contain('500');
    expect(commentStore.comments).to.deep.equal([]);
    expect(commentStore.loading).to.equal(null);
    session.close();
  });
});
