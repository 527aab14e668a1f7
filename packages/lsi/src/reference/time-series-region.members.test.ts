import {expect} from '@open-wc/testing';

import {
  describeMembers,
  instanceOf,
  labelingSession,
  type ShownSession,
} from '@ls-annotation/testing';

import type {ObjectView} from '../views/object-view.js';
import {TimeSeriesRegionView} from '../views/time-series-region-view.js';

/** A series that writes its times with a sign before the number. */
function setup(): ShownSession {
  const shown = labelingSession({
    xml: `<View>
      <TimeSeriesLabels name="label" toName="ts"><Label value="Run"/></TimeSeriesLabels>
      <TimeSeries name="ts" value="$ts"><Channel column="v"/></TimeSeries>
    </View>`,
    task: {
      id: 1,
      data: {},
      annotations: [
        {
          id: 7,
          result: [
            {
              ...{id: 't', from_name: 'label', to_name: 'ts'},
              type: 'timeserieslabels',
              value: {start: '#5', end: '#9', timeserieslabels: ['Run']},
            },
          ],
        },
      ],
    },
  });
  seriesOf(shown).surface = {
    parseTime: (time) =>
      typeof time === 'number' ? time : Number(String(time).slice(1)),
    writeTime: (time) => `#${String(time)}`,
  };
  return shown;
}

function seriesOf({session}: ShownSession): ObjectView {
  return session.annotation?.names.get('ts') as ObjectView;
}

/** A span of a series: reference §5.1, and the source where it is silent. */
describeMembers<TimeSeriesRegionView, ShownSession>('a timeseriesregion', {
  setup,
  reach: ({session}) =>
    instanceOf(TimeSeriesRegionView, session.annotation?.areas.get('t')),
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'type',
      'string',
      ({type}) => {
        expect(type).to.equal('timeseriesregion');
      },
    ],
    [
      'start',
      'number',
      ({start}) => {
        expect(start).to.equal(5);
      },
    ],
    [
      'end',
      'number',
      (region, shown) => {
        expect(region.end).to.equal(9);
        seriesOf(shown).surface = null;
        expect(region.end, 'as in JSON').to.equal('#9');
      },
    ],
    [
      'instant',
      ['boolean', 'undefined'],
      (_region, {session}) => {
        const {annotation} = session;
        const moment = annotation?.createResult(
          {start: 3, end: 3, instant: true},
          {timeserieslabels: ['Run']},
          'label',
          'ts',
        );
        expect(moment?.instant).to.equal(true);
        expect(session.serialize()[1]?.value).to.include({
          ...{start: '#3', end: '#3', instant: true},
        });
      },
    ],
    [
      'updateRegion',
      'function',
      (region, {session}) => {
        region.updateRegion(6, 8);
        expect(session.serialize()[0]?.value).to.include({
          start: '#6',
          end: '#8',
        });
        session.undo();
        expect(region.start).to.equal(5);
      },
    ],
    [
      'growRight',
      'function',
      (region) => {
        region.growRight(2);
        expect([region.start, region.end]).to.deep.equal([5, 11]);
      },
    ],
    [
      'growLeft',
      'function',
      (region) => {
        region.growLeft(2);
        expect([region.start, region.end]).to.deep.equal([3, 9]);
      },
    ],
    [
      'shrinkRight',
      'function',
      (region) => {
        region.shrinkRight(2);
        expect([region.start, region.end]).to.deep.equal([5, 7]);
      },
    ],
    [
      'shrinkLeft',
      'function',
      (region) => {
        region.shrinkLeft(2);
        expect([region.start, region.end]).to.deep.equal([7, 9]);
      },
    ],
    [
      'getRegionElement',
      'function',
      (region, shown) => {
        expect(region.getRegionElement()).to.equal(undefined);
        const brush = {};
        seriesOf(shown).surface = {
          regionElements: (id) => (id === 't' ? [brush] : []),
        };
        expect(region.getRegionElement()).to.equal(brush);
      },
    ],
  ],
  absent: ['then', 'setText', 'getShape', 'canvasX'],
});
