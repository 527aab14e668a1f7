import {expect} from '@open-wc/testing';

import {axisOf} from '../intervals/axis-view.js';

import {timeMarks} from './time-marks.js';

function labelsOf(
  min: number,
  max: number,
  isDate: boolean,
  width = 800,
): readonly string[] {
  const {marks = [], label} = timeMarks(axisOf({min, max}, width, 1), isDate);
  return marks.map(label);
}

describe('timeMarks()', () => {
  it('marks numbers where they are round', () => {
    const labels = labelsOf(0, 10, false, 400);
    expect(labels).to.deep.equal(['0', '2', '4', '6', '8', '10']);
    expect(labelsOf(0, 0.3, false, 400)[1]).to.equal('0.1');
  });

  it('leaves room between long numbers', () => {
    const from = 1_602_707_685_290;
    const labels = labelsOf(from, from + 4_000_000, false, 600);
    const [first = ''] = labels;
    expect(first).to.match(/^1,602,7/);
    expect(labels.length * first.length * 6).to.be.below(600);
  });

  it('says of dates what is new at each of them', () => {
    const midnight = Date.UTC(2026, 0, 1);
    const day = 86_400_000;
    const hours = labelsOf(midnight - day / 4, midnight + day / 4, true);
    expect(hours).to.include('22:00').and.to.include('2026');
    const days = labelsOf(midnight + day, midnight + 8 * day, true);
    expect(days).to.include('Jan 3');
    const months = labelsOf(midnight, midnight + 300 * day, true);
    expect(months).to.include('Mar');
    const seconds = labelsOf(midnight + 500, midnight + 4000, true);
    expect(seconds).to.include('00:00:02').and.to.include('.500');
  });
});
