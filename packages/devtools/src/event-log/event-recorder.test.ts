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
