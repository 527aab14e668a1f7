import {expect} from '@open-wc/testing';

import type {LsError} from '@ls-annotation/core';

import {FrontendEvents} from '../events/frontend-events.js';
import {LSI} from '../lsi.js';
import type {AnnotationView} from '../views/annotation-view.js';

import {AnnotationScope} from './annotation-scope.js';

function setup() {
  const events = new FrontendEvents();
  const errors: LsError[] = [];
  const scope = new AnnotationScope({
    annotation: annotationNamed('a1'),
    events,
    createLsi: ({events: scoped}, owner) =>
      new LSI({
        root: () => null,
        events: scoped,
        scripts: {load: () => Promise.resolve()},
        owner,
      }),
    reportError: (error) => errors.push(error),
  });
  return {events, errors, scope};
}

describe('AnnotationScope', () => {
  it('runs disposers when it closes, the last added first', () => {
    const {scope} = setup();
    const order: string[] = [];
    scope.add(() => order.push('first'));
    scope.onClose(() => order.push('second'));
    scope.close();
    scope.close();
    expect(order).to.deep.equal(['second', 'first']);
  });

  it('runs the others when a disposer throws, and reports it', () => {
    const {scope, errors} = setup();
    const order: string[] = [];
    scope.add(() => order.push('first'));
    scope.add(() => {
      throw new Error('boom');
    });
    scope.add(() => order.push('third'));
    scope.close();
    expect(order).to.deep.equal(['third', 'first']);
    expect(errors.map(({code}) => code)).to.deep.equal([
      'lsi/scope-close-failed',
    ]);
  });

  it('aborts its signal and completes its streams before disposers', () => {
    const {scope} = setup();
    const order: string[] = [];
    scope.add(() => order.push(`disposed:${String(scope.signal.aborted)}`));
    scope.signal.addEventListener('abort', () => order.push('abort'));
    scope.events.all$.subscribe({complete: () => order.push('complete')});
    scope.closed$.subscribe(() => order.push('closed'));
    scope.close();
    expect(order[0]).to.equal('abort');
    expect(order.slice(1, 3)).to.have.members(['complete', 'closed']);
    expect(order[3]).to.equal('disposed:true');
  });

  it('tells late comers that it has closed', () => {
    const {scope} = setup();
    scope.close();
    let isTold = false;
    let isComplete = false;
    scope.closed$.subscribe(() => (isTold = true));
    scope.events.on('entityCreate').subscribe({
      complete: () => (isComplete = true),
    });
    expect([isTold, isComplete]).to.deep.equal([true, true]);
  });

  it('takes its handlers away when it closes', () => {
    const {scope, events} = setup();
    scope.events.addHandler('x', () => undefined);
    scope.lsi.on('x', () => undefined);
    expect(events.hasHandlers('x')).to.equal(true);
    scope.close();
    expect(events.hasHandlers('x')).to.equal(false);
  });

  it('drops at once what is registered after it has closed', () => {
    const {scope, events} = setup();
    const {lsi} = scope;
    scope.close();
    let isDisposed = false;
    scope.add(() => (isDisposed = true));
    lsi.on('x', () => undefined);
    scope.events.addHandler('x', () => undefined);
    expect(isDisposed).to.equal(true);
    expect(events.hasHandlers('x')).to.equal(false);
  });

  it('ends at once what a disposer registers', () => {
    const {scope, events} = setup();
    scope.add(() => {
      scope.events.addHandler('x', () => undefined);
    });
    scope.close();
    expect(events.hasHandlers('x')).to.equal(false);
  });

  it('lets a disposer run ahead of time, once', () => {
    const {scope} = setup();
    let count = 0;
    const dispose = scope.add(() => (count += 1));
    dispose();
    dispose();
    scope.close();
    expect(count).to.equal(1);
  });
});

function annotationNamed(id: string): AnnotationView {
  const annotation: unknown = {id};
  return annotation as AnnotationView;
}
