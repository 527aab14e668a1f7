import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {SeriesTime} from './series-time.js';

function timeOf(attributes: string): SeriesTime {
  const config = labelConfigFromXml(
    `<View><TimeSeries name="ts" value="$ts" ${attributes}/></View>`,
  );
  const tag = config.byName.get('ts');
  if (!tag) throw new Error('The config has no tag "ts".');
  return new SeriesTime(tag);
}

describe('SeriesTime', () => {
  it('takes numbers as they are', () => {
    const time = timeOf('timeColumn="t"');
    expect(time.isDate).to.equal(false);
    expect(time.read('12.5')).to.equal(12.5);
    expect(time.read('')).to.be.NaN;
    expect(time.read(null)).to.be.NaN;
    expect(time.write(12.5)).to.equal(12.5);
    expect(time.show(12.5)).to.equal('12.5');
  });

  it('reads and writes dates in UTC', () => {
    const time = timeOf('timeColumn="t" timeFormat="%m/%d/%Y %H:%M"');
    const noon = Date.UTC(2026, 2, 1, 12);
    expect(time.read('03/01/2026 12:00')).to.equal(noon);
    expect(time.write(noon)).to.equal('03/01/2026 12:00');
    expect(time.read('2026-03-01')).to.be.NaN;
    expect(time.show(noon)).to.equal('03/01/2026 12:00');
    expect(time.showDuration(90_000)).to.equal('1:30.0');
  });

  it('leaves the numbers of regions alone, and reads those of the data', () => {
    const time = timeOf('timeColumn="t" timeFormat="%Y"');
    expect(time.parse(2026)).to.equal(2026);
    expect(time.read(2026)).to.equal(Date.UTC(2026, 0, 1));
  });

  for (const [format, text, milliseconds] of [
    ['%H:%M:%S.%L', '00:00:01.5', 1500],
    ['%H:%M:%S.%L', '00:00:01.123456', 1123],
    ['%H:%M:%S.%f', '00:00:01.5', 1500],
    ['%H:%M:%S.%f', '00:00:01.123456', 1123],
    ['%H:%M:%S.%LZ', '00:00:01.5Z', 1500],
  ] as const) {
    it(`reads ${text} as ${format} says, however many digits it has`, () => {
      const time = timeOf(`timeColumn="t" timeFormat="${format}"`);
      expect(time.read(text)).to.equal(Date.UTC(1900, 0) + milliseconds);
    });
  }

  it('leaves the points of a date alone', () => {
    const time = timeOf('timeColumn="t" timeFormat="%d.%m.%Y %H:%M:%S.%L"');
    const expected = Date.UTC(2026, 0, 5, 1, 2, 3, 400);
    expect(time.read('05.01.2026 01:02:03.4')).to.equal(expected);
  });

  it('shows dates and durations as the config says', () => {
    const time = timeOf(
      'timeDisplayFormat="%H:%M" durationDisplayFormat="%M min"',
    );
    expect(time.isDate).to.equal(true);
    expect(time.show(3_600_000)).to.equal('01:00');
    expect(time.showDuration(120_000)).to.equal('02 min');
    const long = timeOf('timeDisplayFormat="date"');
    expect(long.show(0)).to.equal('Thu, 01 Jan 1970 00:00:00 GMT');
  });

  it('shows numbers as the config says', () => {
    const time = timeOf('timeDisplayFormat=",.2f" durationDisplayFormat=".0f"');
    expect(time.show(1234.5)).to.equal('1,234.50');
    expect(time.showDuration(3.6)).to.equal('4');
  });

  it('tells of a format that is none', () => {
    const time = timeOf('timeDisplayFormat="#wobble"');
    expect(time.problems).to.have.length(1);
    expect(time.problems[0]).to.contain('timeDisplayFormat="#wobble"');
    expect(time.show(5)).to.equal('5');
  });

  it('measures in seconds', () => {
    const dates = timeOf('timeColumn="t" timeFormat="%Q"');
    expect(dates.toSeconds(5000, 2000)).to.equal(3);
    expect(dates.fromSeconds(3, 2000)).to.equal(5000);
    const numbers = timeOf('timeColumn="t"');
    expect(numbers.toSeconds(5, 2)).to.equal(3);
    expect(numbers.fromSeconds(3, 2)).to.equal(5);
  });
});
