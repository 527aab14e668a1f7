import {expect} from '@open-wc/testing';

import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

import '../define/annotation-host.js';
import {hostFixture} from '../host/testing/host-fixture.js';

import {CHANGE_EVENTS, toDomEvent} from './change-events.js';

const NAMES: Readonly<Record<string, string>> = {
  labelStudioLoad: 'ls-store-load',
  storageInitialized: 'ls-task-load',
  selectAnnotation: 'ls-annotation-select',
  selectHistory: 'ls-history-select',
  deleteAnnotation: 'ls-annotation-delete',
  groundTruth: 'ls-annotation-ground-truth',
  entityCreate: 'ls-region-create',
  entityDelete: 'ls-region-delete',
  regionFinishedDrawing: 'ls-region-finish',
  submitAnnotation: 'ls-annotation-submit',
  updateAnnotation: 'ls-annotation-update',
  skipTask: 'ls-task-skip',
  unskipTask: 'ls-task-unskip',
  acceptAnnotation: 'ls-annotation-accept',
  rejectAnnotation: 'ls-annotation-reject',
  customButton: 'ls-custom-button-press',
  submitDraft: 'ls-draft-submit',
  nextTask: 'ls-task-next',
  prevTask: 'ls-task-previous',
  presignUrlForProject: 'ls-url-presign',
  'comments:create': 'ls-comment-create',
  'comments:update': 'ls-comment-update',
  'comments:delete': 'ls-comment-delete',
  'comments:list': 'ls-comment-list',
};

describe('CHANGE_EVENTS', () => {
  it('has an entry for every frontend event', () => {
    expect(Object.keys(CHANGE_EVENTS)).to.have.members(
      FRONTEND_EVENTS.map(({name}) => name),
    );
  });

  for (const {name, arguments: parameters} of FRONTEND_EVENTS) {
    const type = NAMES[name];
    if (!type) continue;
    it(`maps ${name} to ${type}, which carries the arguments`, () => {
      const args = parameters.map((parameter) => `the ${parameter}`);
      const event = toDomEvent({name, args});
      expect(event?.type).to.equal(type);
      expect(event?.bubbles).to.equal(true);
      expect(event?.composed).to.equal(true);
      expect(event?.cancelable).to.equal(false);
      const payload = Object.values(event as object);
      // What is left out is the root store, which every host has.
      const missing = args.filter((value) => !payload.includes(value));
      expect(missing.filter((value) => value !== 'the store')).to.deep.equal(
        [],
      );
    });

    it(`leaves the host as ${type} when ${name} is invoked`, async () => {
      const {host} = await hostFixture();
      const heard: Event[] = [];
      document.addEventListener(type, (event) => heard.push(event), {
        once: true,
      });
      void host.events.invoke<string>(name, ...parameters);
      expect(heard.map((event) => event.target)).to.deep.equal([host]);
      host.remove();
    });
  }

  it('gives no event to names that are not the frontend’s', () => {
    expect(toDomEvent({name: 'regionMenuItems', args: []})).to.equal(null);
    expect(toDomEvent({name: 'toString', args: []})).to.equal(null);
  });
});
