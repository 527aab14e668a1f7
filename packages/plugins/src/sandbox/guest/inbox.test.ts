import {expect} from '@open-wc/testing';

import type {HostMessage} from '../protocol.js';

import {Inbox} from './inbox.js';

const HISTORY = {index: 0, length: 0};

function packed(label: string): HostMessage {
  const patches = [{op: 'replace', path: ['task'], value: label}];
  const bytes = new Blob([JSON.stringify(patches)]);
  return {type: 'packed', bytes, label, origin: 'user', history: HISTORY};
}

function event(name: string): HostMessage {
  return {type: 'event', name, args: [], call: null};
}

/** An inbox that notes what it hands on. */
function setup() {
  const heard: string[] = [];
  const failures: string[] = [];
  const inbox = new Inbox(
    (message) => {
      if (message.type === 'event') heard.push(message.name);
      else if (message.type === 'patches') {
        heard.push(`${message.label}: ${JSON.stringify(message.patches)}`);
      } else heard.push(message.type);
      if (heard.at(-1) === 'broken') throw new Error('broken');
    },
    (error) => failures.push((error as Error).message),
  );
  return {inbox, heard, failures};
}

describe('an Inbox', () => {
  it('hands on at once what needs no reading', () => {
    const {inbox, heard} = setup();
    inbox.push(event('one'));
    inbox.push(event('two'));
    expect(heard).to.deep.equal(['one', 'two']);
  });

  it('keeps the order when some has to be read', async () => {
    const {inbox, heard} = setup();
    const read = (label: string) =>
      `${label}: [{"op":"replace","path":["task"],"value":"${label}"}]`;
    inbox.push(event('before'));
    inbox.push(packed('one'));
    inbox.push(event('between'));
    inbox.push(packed('two'));
    inbox.push(event('after'));
    expect(heard).to.deep.equal(['before']);
    await inbox.whenIdle();
    expect(heard).to.deep.equal([
      'before',
      read('one'),
      'between',
      read('two'),
      'after',
    ]);
  });

  it('lets questions for signs of life pass', () => {
    const {inbox, heard} = setup();
    inbox.push(packed('one'));
    inbox.push({type: 'ping', count: 1});
    expect(heard).to.deep.equal(['ping']);
  });

  it('goes on after something that fails', async () => {
    const {inbox, heard, failures} = setup();
    inbox.push(packed('one'));
    inbox.push(event('broken'));
    inbox.push(event('after'));
    await inbox.whenIdle();
    expect(heard.slice(1)).to.deep.equal(['broken', 'after']);
    expect(failures).to.deep.equal(['broken']);
  });
});
