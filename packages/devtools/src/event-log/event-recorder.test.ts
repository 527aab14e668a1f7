import {expect} from '@open-wc/testing';

import {FrontendEvents} from '@ls-annotation/lsi';

import {EventRecorder, KEPT_EVENTS} from './event-recorder.js';

function setup() {
  const events = new FrontendEvents();
  let news = 0;
  const recorder = new EventRecorder(() => {
    news += 1;
  });
  recorder.watch(events);
  return {events, recorder, news: () => news};
}

describe('EventRecorder', () => {
  it('keeps the last events, and forgets the oldest', () => {
    const {events, recorder} = setup();
    const count = 2 * KEPT_EVENTS;
    for (let at = 1; at <= count; at += 1) events.dispatch('lsTried', at);
    const {entries} = recorder;
    expect(entries.length).to.be.within(KEPT_EVENTS, 1.2 * KEPT_EVENTS);
    expect(entries.at(-1)?.event.args).to.deep.equal([count]);
    expect(entries.at(-1)?.number).to.equal(count);
    events.close();
  });

  it('keeps what the handlers of each event did', () => {
    const {events, recorder} = setup();
    const owners = Array.from({length: 12}, (_, at) => `plugin ${String(at)}`);
    for (const owner of owners) {
      events.addHandler('lsTried', (at) => [at, owner], {owner});
    }
    for (let at = 1; at <= 1.15 * KEPT_EVENTS; at += 1) {
      events.dispatch('lsTried', at);
    }
    const {entries} = recorder;
    for (const entry of [entries[0], entries.at(-8000), entries.at(-1)]) {
      expect(entry?.calls.map(({owner}) => owner)).to.deep.equal(owners);
      const [at] = entry?.event.args ?? [];
      expect(entry?.calls[3]?.answer).to.deep.equal([at, 'plugin 3']);
    }
    events.close();
  });

  it('says for how long each handler kept the page busy', () => {
    const {events, recorder} = setup();
    const spin = (ms: number): void => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    };
    for (const ms of [0, 20, 0]) {
      events.addHandler('lsTried', () => {
        spin(ms);
      });
    }
    const start = performance.now();
    events.dispatch('lsTried');
    const wholeMs = performance.now() - start;
    const [first, second, third] = recorder.entries[0]?.calls ?? [];
    expect(second?.busyMs).to.be.within(19.9, wholeMs + 0.1);
    const all = [first, second, third].map((call) => call?.busyMs ?? NaN);
    expect(all[0]! + all[1]! + all[2]!).to.be.at.most(wholeMs + 0.1);
    events.close();
  });

  it('reads the clock for every fiftieth event in a storm', async () => {
    const {events, recorder} = setup();
    events.addHandler('lsTried', () => 1);
    const {now} = performance;
    let nowMs = now.call(performance);
    performance.now = () => (nowMs += 0.1);
    try {
      for (let at = 1; at <= 2000; at += 1) events.dispatch('lsTried', at);
      nowMs += 1000;
      await Promise.resolve();
      for (let at = 1; at <= 2; at += 1) events.dispatch('lsTried', at);
      nowMs += 1000;
      await Promise.resolve();
      events.dispatch('lsTried');
    } finally {
      performance.now = now;
    }
    const {entries} = recorder;
    const timed = entries
      .filter(({calls}) => !Number.isNaN(calls[0]?.busyMs ?? NaN))
      .map(({number}) => number);
    expect(timed.slice(0, 3)).to.deep.equal([1, 2, 3]);
    expect(timed.filter((at) => at > 1800 && at <= 2000)).to.have.length(4);
    expect(timed.at(-1)).to.equal(2003);
    const [lastOfStorm, next] = [entries[1999]?.atMs, entries[2000]?.atMs];
    expect((next ?? NaN) - (lastOfStorm ?? NaN)).to.be.within(1000, 1001);
    events.close();
  });

  it('forgets all of a handler that is still running', () => {
    const {events, recorder} = setup();
    events.addHandler('lsTried', () => {
      recorder.clear();
      events.dispatch('lsInner');
      return 'late';
    });
    events.addHandler('lsInner', () => 'inner');
    events.dispatch('lsTried');
    expect(
      recorder.entries.map(({event, calls}) => [event.name, calls[0]?.answer]),
    ).to.deep.equal([['lsInner', 'inner']]);
    events.close();
  });

  it('tells apart what is called while another event is handled', () => {
    const {events, recorder} = setup();
    const inner = {owner: 'inner'};
    events.addHandler('lsInner', () => 1, inner);
    events.addHandler('lsOuter', () => events.dispatch('lsInner').length, {
      owner: 'first',
    });
    events.addHandler('lsOuter', () => 'two', {owner: 'second'});
    events.dispatch('lsOuter');
    const seen = recorder.entries.map(({event, calls}) => [
      event.name,
      ...calls.map(({owner, answer}) => [owner, answer]),
    ]);
    expect(seen).to.deep.equal([
      ['lsOuter', ['first', 1], ['second', 'two']],
      ['lsInner', ['inner', 1]],
    ]);
    events.close();
  });

  it('says so when a promise brings what a handler answered', async () => {
    const {events, recorder, news} = setup();
    events.addHandler('lsTried', () => Promise.resolve('late'));
    const settled = events.invoke('lsTried');
    const [entry] = recorder.entries;
    expect(entry?.calls[0]?.status).to.equal('waiting');
    const before = news();
    await settled;
    expect(news()).to.equal(before + 1);
    expect(entry?.calls[0]).to.include({status: 'returned', answer: 'late'});
    events.close();
  });

  it('sees nothing any more when it watches nothing', () => {
    const {events, recorder, news} = setup();
    recorder.watch(null);
    events.dispatch('lsTried');
    expect(recorder.entries).to.deep.equal([]);
    expect(news()).to.equal(0);
    events.close();
  });
});
