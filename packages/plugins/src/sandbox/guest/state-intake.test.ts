import {expect} from '@open-wc/testing';

import {AnnotationStore, regionsOf, SHARD_SIZE} from '@ls-annotation/core';
import {annotationState, textRegion} from '@ls-annotation/testing';

import {outlineState} from '../host/outline-state.js';
import {sendRegions} from '../host/send-regions.js';
import type {RegionsMessage} from '../protocol.js';

import {StateIntake} from './state-intake.js';

/** An intake, and what a host says about annotations of so many regions. */
function setup(...counts: readonly number[]) {
  const host = new AnnotationStore();
  for (const [index, count] of counts.entries()) {
    const regions = Array.from({length: count}, (_, number) =>
      textRegion({id: `r${String(number)}`, meta: {text: ['größer']}}),
    );
    const id = `a${String(index)}`;
    host.insertAnnotation({...annotationState({regions}), id});
  }
  const messages: RegionsMessage[] = [];
  const send = async (): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      sendRegions(host.state, {
        send: (message) => messages.push(message),
        onEnd: resolve,
        onFailure: reject,
      });
    });
  };
  return {
    host,
    messages,
    send,
    intake: new StateIntake(outlineState(host.state)),
  };
}

describe('StateIntake', () => {
  it('has what the host has, each region at its place', async () => {
    const {host, intake, messages, send} = setup(SHARD_SIZE + 3, 0, 2);
    await send();
    for (const message of messages) intake.take(message);
    const state = await intake.state();
    expect({...state, annotations: null}).to.deep.equal({
      ...host.state,
      annotations: null,
    });
    for (const id of ['a0', 'a1', 'a2']) {
      const {regions, ...head} = state.annotations[id]!;
      const {regions: table, ...wanted} = host.annotation(id);
      expect(head).to.deep.equal(wanted);
      expect(regions).to.include({
        size: table.size,
        nextOrdinal: table.nextOrdinal,
      });
      expect([...regionsOf(regions)]).to.deep.equal([...regionsOf(table)]);
    }
  });

  it('is complete when the regions of every annotation are there', async () => {
    expect(setup(0, 0).intake.isComplete).to.equal(true);
    const {intake, messages, send} = setup(1, 0, 1);
    await send();
    const [first, second] = messages;
    expect(intake.isComplete).to.equal(false);
    intake.take(second!);
    expect(intake.isComplete).to.equal(false);
    intake.take(first!);
    expect(intake.isComplete).to.equal(true);
  });

  it('fails when regions cannot be read', async () => {
    const {intake, messages, send} = setup(1);
    await send();
    const broken = new Blob();
    broken.arrayBuffer = () => Promise.reject(new DOMException('gone'));
    intake.take({...messages[0]!, bytes: broken});
    const failure = await intake.state().then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(DOMException);
  });
});
