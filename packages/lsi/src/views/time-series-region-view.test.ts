import {expect} from '@open-wc/testing';

import {labelingSession} from '@ls-annotation/testing';

import {ObjectView} from './object-view.js';
import {TimeSeriesRegionView} from './time-series-region-view.js';

const CONFIG = `<View>
  <TimeSeriesLabels name="label" toName="ts"><Label value="Run"/></TimeSeriesLabels>
  <TimeSeries name="ts" value="$ts"><Channel column="v"/></TimeSeries>
</View>`;

const RESULT = {
  id: 'a',
  from_name: 'label',
  to_name: 'ts',
  type: 'timeserieslabels',
  origin: 'manual',
  value: {start: '#5', end: '#9', instant: false, timeserieslabels: ['Run']},
};

function setup() {
  const task = {id: 1, data: {}, annotations: [{id: 7, result: [RESULT]}]};
  const {session} = labelingSession({xml: CONFIG, task});
  const {annotation} = session;
  const tag = annotation?.names.get('ts');
  const region = annotation?.regions[0];
  if (!annotation || !(tag instanceof ObjectView)) throw new Error('No tag.');
  if (!(region instanceof TimeSeriesRegionView)) throw new Error('No region.');
  /** Has times shown that are written with a sign before the number. */
  const show = (): void => {
    tag.surface = {
      parseTime: (time) =>
        typeof time === 'number' ? time : Number(String(time).slice(1)),
      writeTime: (time) => `#${String(time)}`,
    };
  };
  return {session, annotation, tag, region, show};
}

describe('TimeSeriesRegionView', () => {
  it('has times as numbers while the series is shown, else as in JSON', () => {
    const {region, tag, show} = setup();
    expect([region.start, region.end]).to.deep.equal(['#5', '#9']);
    show();
    expect([region.start, region.end]).to.deep.equal([5, 9]);
    tag.surface = null;
    expect([region.start, region.end]).to.deep.equal(['#5', '#9']);
  });

  it('is put elsewhere in the format of the data', () => {
    const {session, region, show} = setup();
    show();
    region.updateRegion(6, 8);
    expect(session.serialize()[0]?.value).to.deep.include({
      start: '#6',
      end: '#8',
      instant: false,
    });
    region.growLeft(1);
    region.growRight(2);
    expect([region.start, region.end]).to.deep.equal([5, 10]);
    region.shrinkLeft(2);
    region.shrinkRight(3);
    expect([region.start, region.end]).to.deep.equal([7, 7]);
  });

  it('is made by plugins with numbers or with what the data writes', () => {
    const {session, annotation, tag, show} = setup();
    const labels = {timeserieslabels: ['Run']};
    show();
    annotation.createResult({start: 1, end: '#2'}, labels, 'label', tag);
    expect(session.serialize()[1]?.value).to.deep.equal({
      start: '#1',
      end: '#2',
      instant: false,
      timeserieslabels: ['Run'],
    });
  });
});
