import {expect} from '@open-wc/testing';

import {AnnotationStore, SHARD_SIZE} from '@ls-annotation/core';
import type {Region, StoreState} from '@ls-annotation/core';
import {annotationState, textRegion} from '@ls-annotation/testing';

import type {RegionsMessage} from '../protocol.js';

import {sendRegions} from './send-regions.js';

/** A store with annotations of as many regions each. */
function setup(...counts: readonly number[]) {
  const store = new AnnotationStore();
  for (const [index, count] of counts.entries()) {
    const regions = Array.from({length: count}, (_, number) =>
      textRegion({id: `r${String(number)}`}),
    );
    const id = `a${String(index)}`;
    store.insertAnnotation({...annotationState({regions}), id});
  }
  return store;
}

/** Sends a state and resolves with the messages; slices may be of no time. */
async function sent(state: StoreState, sliceMs = 1000) {
  const messages: RegionsMessage[] = [];
  await new Promise<void>((resolve, reject) => {
    sendRegions(state, {
      send: (message) => messages.push(message),
      onEnd: resolve,
      onFailure: reject,
      sliceMs,
    });
  });
  return messages;
}

/** Ids and regions of every shard. */
async function contentOf({bytes, shards}: RegionsMessage) {
  const content: {ids: unknown; places: Region[]}[] = [];
  let start = 0;
  const next = async (length: number): Promise<unknown> => {
    const part = bytes.slice(start, (start += length));
    return JSON.parse(await part.text());
  };
  for (const {ids, places} of shards) {
    content.push({
      ids: await next(ids),
      places: (await next(places)) as Region[],
    });
  }
  expect(start).to.equal(bytes.size);
  return content;
}

describe('sendRegions()', () => {
  it('sends every region at its place, and nothing for none', async () => {
    const store = setup(SHARD_SIZE + 2, 0, 1);
    store.removeRegion('a0', 'r1');
    const messages = await sent(store.state);
    expect(messages.map(({annotationId}) => annotationId)).to.deep.equal([
      'a0',
      'a2',
    ]);
    const [first, second] = await contentOf(messages[0]!);
    expect(first!.places).to.deep.equal(
      store.annotation('a0').regions.shards[0]!.places,
    );
    expect((first!.ids as unknown[]).slice(0, 3)).to.deep.equal([
      'r0',
      null,
      'r2',
    ]);
    expect(second!.ids).to.deep.equal([
      `r${String(SHARD_SIZE)}`,
      `r${String(SHARD_SIZE + 1)}`,
    ]);
  });

  it('counts bytes, whatever the alphabet', async () => {
    const store = setup(0);
    store.insertRegion(
      'a0',
      textRegion({id: 'größe-地名', meta: {text: '😀'}}),
    );
    const [message] = await sent(store.state);
    const [shard] = await contentOf(message!);
    expect(shard!.ids).to.deep.equal(['größe-地名']);
    expect(shard!.places[0]!.meta).to.deep.equal({text: '😀'});
  });

  it('gives the page its turn after each slice of time', async () => {
    const store = setup(SHARD_SIZE * 3);
    const messages: RegionsMessage[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      sendRegions(store.state, {
        send: (message) => messages.push(message),
        onEnd: resolve,
        onFailure: reject,
        sliceMs: 0,
      });
    });
    expect(messages).to.deep.equal([]);
    await ended;
    expect(messages).to.have.length(1);
    expect(await contentOf(messages[0]!)).to.have.length(3);
  });

  it('packs regions once, and after a change what has changed', async () => {
    const store = setup(SHARD_SIZE * 2);
    const [before] = await sent(store.state);
    expect((await sent(store.state))[0]!.bytes).to.equal(before!.bytes);
    store.updateRegion('a0', 'r1', (draft) => {
      draft.hidden = true;
    });
    const [after] = await sent(store.state);
    expect(after!.bytes).not.to.equal(before!.bytes);
    expect((await contentOf(after!))[0]!.places[1]!.hidden).to.equal(true);
    expect(after!.shards[1]).to.equal(before!.shards[1]);
  });

  it('does not go on once it is told to stop', async () => {
    const store = setup(SHARD_SIZE * 2);
    const heard: string[] = [];
    const stop = sendRegions(store.state, {
      send: () => heard.push('regions'),
      onEnd: () => heard.push('end'),
      onFailure: () => heard.push('failure'),
      sliceMs: 0,
    });
    stop();
    await sent(store.state, 0);
    expect(heard).to.deep.equal([]);
  });

  it('tells of regions that cannot be sent', async () => {
    const store = setup(0);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    store.insertRegion('a0', {...textRegion(), id: 'odd', geometry: circle});
    const failure = await sent(store.state).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(TypeError);
  });
});
