import {expect} from '@open-wc/testing';

import {SYNC_LOCK_MS, SyncGroup} from './sync-group.js';
import type {SyncData, SyncEvent, SyncMember} from './sync-group.js';

const DATA: SyncData = {playing: true, time: 1, speed: 1};

function setup(...names: readonly string[]) {
  let nowMs = 0;
  const group = new SyncGroup(() => nowMs);
  const heard: string[] = [];
  const members = names.map((name): SyncMember => ({
    name,
    syncReceive: (_data: SyncData, event: SyncEvent) => {
      heard.push(`${name}:${event}`);
    },
  }));
  for (const member of members) group.register(member);
  return {
    group,
    heard,
    members,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('SyncGroup', () => {
  it('tells every tag but the one it comes from', () => {
    const {group, heard} = setup('a', 'b', 'c');
    group.syncSend('b', DATA, 'play');
    expect(heard).to.deep.equal(['a:play', 'c:play']);
  });

  it('hears no other tag for a while', () => {
    const {group, heard, wait} = setup('a', 'b');
    group.syncSend('a', DATA, 'seek');
    wait(SYNC_LOCK_MS - 1);
    expect(group.syncSend('b', DATA, 'seek')).to.equal(false);
    expect(heard).to.deep.equal(['b:seek']);
  });

  it('hears the same tag all the time, and others after a while', () => {
    const {group, heard, wait} = setup('a', 'b');
    group.syncSend('a', DATA, 'seek');
    group.syncSend('a', DATA, 'play');
    wait(SYNC_LOCK_MS);
    expect(group.syncSend('b', DATA, 'pause')).to.equal(true);
    expect(heard).to.deep.equal(['b:seek', 'b:play', 'a:pause']);
  });

  it('lets a tag go', () => {
    const {group, heard, members} = setup('a', 'b');
    group.unregister(members[1]!);
    group.syncSend('a', DATA, 'play');
    expect(heard).to.deep.equal([]);
    expect([...group.syncTargets.keys()]).to.deep.equal(['a']);
  });

  it('keeps a tag that took the place of another one', () => {
    const {group, members} = setup('a');
    const other: SyncMember = {name: 'a', syncReceive: () => undefined};
    group.register(other);
    group.unregister(members[0]!);
    expect(group.syncTargets.get('a')).to.equal(other);
  });
});
