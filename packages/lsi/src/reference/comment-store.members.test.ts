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
    ['addedCommentThisSession', 'boolean'],
    ['currentComment', 'object'],
    ['tooltipMessage', 'string'],
    ['commentFormSubmit', 'function'],
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
    ['draftId', ['number', 'string', 'null']],
    [
      'currentUser',
      'object',
      ({currentUser}) => {
        expect(currentUser?.displayName).to.equal('Ada');
      },
    ],
    ['isListLoading', 'boolean'],
    ['canPersist', 'boolean'],
    ['isCommentable', 'boolean'],
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
    ['setComments', 'function'],
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
    ['createdAt', 'string'],
    ['updatedAt', 'string'],
    ['resolvedAt', ['string', 'null']],
    ['createdBy', ['number', 'null']],
    ['isResolved', 'boolean'],
    ['isEditMode', 'boolean'],
    ['isDeleted', 'boolean'],
    ['isConfirmDelete', 'boolean'],
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
