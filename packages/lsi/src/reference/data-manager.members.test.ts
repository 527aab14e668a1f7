import {expect} from '@open-wc/testing';

import {LsError} from '@ls-annotation/core';
import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {LSI} from '../lsi.js';
import type {AnnotationView} from '../views/annotation-view.js';
import type {DataManager} from '../views/data-manager.js';

const setup = (): CompatSession =>
  compatSession({
    user: {id: 7, firstName: 'Ada'},
    project: {id: 4, title: 'P', custom_script: 'x'},
  });
const close = ({session}: CompatSession): void => {
  session.close();
};

function codeOf(error: unknown): unknown {
  return error instanceof LsError ? error.code : error;
}

/** Label Studio's data manager, `window.DM`: reference §3.2. */
describeMembers<DataManager, CompatSession>('DM', {
  setup,
  close,
  reach: ({session}) => session.dm,
  rows: [
    [
      'project',
      ['object', 'undefined'],
      ({project}) => {
        expect(Object.isFrozen(project)).to.equal(true);
        expect(project).to.include({id: 4, title: 'P', custom_script: 'x'});
        expect(project?.label_config).to.contain('<Labels');
        expect(project?.config_has_control_tags).to.equal(true);
        expect(project?.parsed_label_config).to.deep.nested.include({
          'label.to_name': ['text'],
          'label.labels': ['PER', 'LOC'],
          'label.type': 'Labels',
          'ta.labels': [],
        });
      },
    ],
    [
      'LSF',
      'object',
      ({LSF}, {session, annotation}) => {
        expect(LSF).to.include({
          lsf: session.htx,
          currentAnnotation: annotation,
          taskID: 3,
        });
        expect(LSF.task).to.equal(session.htx.task);
      },
    ],
    [
      'SDK',
      'object',
      ({SDK}, {session}) => {
        const seen: unknown[] = [];
        const handler = (name: never) => seen.push(name);
        SDK.on('mine', handler);
        void session.htx.events.invoke('mine', 'a');
        SDK.off('mine', handler);
        void session.htx.events.invoke('mine', 'b');
        expect(seen).to.deep.equal(['a']);
      },
    ],
    [
      'taskStore',
      'object',
      ({taskStore}, {session}) => {
        expect(taskStore.selected).to.equal(session.htx.task);
        expect(taskStore.total).to.equal(1);
      },
    ],
    [
      'users',
      'array',
      ({users}) => {
        expect(users[0]).to.include({id: 7, firstName: 'Ada'});
      },
    ],
    [
      'mode',
      'string',
      (manager, {session}) => {
        expect(manager.mode).to.equal('labelstream');
        session.frontend.set({explore: true});
        expect(manager.mode).to.equal('explorer');
      },
    ],
    [
      'apiCall',
      'function',
      async (manager, {session}) => {
        let code: unknown;
        await manager.apiCall('project').catch((error: unknown) => {
          code = codeOf(error);
        });
        expect(code).to.equal('lsi/no-api');
        session.callApi = (name, parameters) =>
          Promise.resolve({name, parameters});
        expect(await manager.apiCall('project', {pk: 1})).to.deep.equal({
          name: 'project',
          parameters: {pk: 1},
        });
      },
    ],
  ],
  absent: ['then', 'noSuchMember'],
});

/** The interface of plugins: reference §2.1. */
describeMembers<LSI<AnnotationView>, CompatSession>('LSI', {
  setup,
  close,
  reach: ({session}) => session.lsi,
  rows: [
    [
      'import',
      'function',
      async (lsi) => {
        let code: unknown;
        await lsi.import('a.js').catch((error: unknown) => {
          code = codeOf(error);
        });
        expect(code).to.equal('lsi/import-failed');
      },
    ],
    [
      'on',
      'function',
      (lsi, {session}) => {
        const seen: unknown[] = [];
        lsi.on('mine', (value) => seen.push(value));
        void session.events.invoke('mine', 1);
        session.selectAnnotation('4');
        void session.events.invoke('mine', 2);
        expect(seen).to.deep.equal([1]);
      },
    ],
    [
      'dataObj',
      'object',
      (lsi) => {
        expect(lsi.dataObj).to.equal(lsi.task?.data);
        expect(lsi.dataObj).to.include({text: 'one two'});
      },
    ],
    [
      'task',
      'object',
      ({task}) => {
        expect(task?.id).to.equal(3);
        expect(task?.data).to.be.an('object');
      },
    ],
    [
      'annotation',
      'object',
      (lsi, {annotation, session}) => {
        expect(lsi.annotation).to.equal(annotation);
        session.setTask(null);
        expect(lsi.annotation).to.equal(undefined);
        expect(lsi.regions).to.deep.equal([]);
      },
    ],
    [
      'regions',
      'array',
      ({regions}, {annotation}) => {
        expect(regions).to.deep.equal(annotation.regions);
      },
    ],
  ],
  absent: ['then', 'off', 'once', 'emit', 'user', 'project'],
});
