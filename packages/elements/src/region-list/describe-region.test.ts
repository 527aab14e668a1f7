import {expect} from '@open-wc/testing';

import {makeRegion} from '@ls-annotation/core';
import {
  boxRegion,
  labelConfigFromXml,
  textRegion,
} from '@ls-annotation/testing';

import {describeRegion} from './describe-region.js';

const CONFIG = labelConfigFromXml(`
  <View>
    <Labels name="label" toName="text"><Label value="PER" background="#112233"/></Labels>
    <Text name="text" value="$text"/>
  </View>`);

describe('describeRegion()', () => {
  it('says label, colour and text of a span', () => {
    const region = makeRegion(
      textRegion({geometry: {start: 0, end: 9, text: 'Ada\\nLovelace'}}),
      0,
    );
    expect(describeRegion(region, CONFIG)).to.deep.equal({
      title: 'PER',
      detail: 'Ada Lovelace',
      color: '#112233',
    });
  });

  it('says what it is when it has no label', () => {
    const region = makeRegion(boxRegion({labels: []}), 0);
    const {title, detail, color} = describeRegion(region, CONFIG);
    expect(title).to.equal('Box');
    expect(detail).to.equal('20 × 20 % at 10, 10');
    expect(color).to.equal('');
  });

  it('says the times of a span and of a moment of a series', () => {
    const at = {start: '12:00', end: '12:30'};
    const span = textRegion({geometry: {...at, instant: false}});
    const moment = textRegion({
      geometry: {...at, end: '12:00', instant: true},
    });
    const detailOf = (region: typeof span): string =>
      describeRegion(makeRegion(region, 0), CONFIG).detail;
    expect(detailOf(span)).to.equal('12:00 – 12:30');
    expect(detailOf(moment)).to.equal('12:00');
  });

  it('cuts long texts', () => {
    const region = makeRegion(
      textRegion({geometry: {start: 0, end: 1, text: 'x'.repeat(1000)}}),
      0,
    );
    expect(describeRegion(region, CONFIG).detail.length).to.be.below(200);
  });
});
