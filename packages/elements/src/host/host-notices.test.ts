import {expect} from '@open-wc/testing';

import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';

import {hostFixture} from './testing/host-fixture.js';

/** What does not come, and where its tag says so. */
const FAILURES = [
  {
    what: 'a video',
    tag: '<Video name="shown" value="$address"/>',
    place: '.lsf-video [role="alert"]',
  },
  {
    what: 'a sound',
    tag: '<Audio name="shown" value="$address"/>',
    place: '.lsf-audio [role="alert"]',
  },
  {
    what: 'a series',
    tag: '<TimeSeries name="shown" value="$address"><Channel column="v"/></TimeSeries>',
    place: '.lsf-time-series [role="alert"]',
  },
  {
    what: 'a text',
    tag: '<Text name="shown" value="$address" valueType="url"/>',
    place: '.lsf-notice',
  },
];

describe('a host', () => {
  for (const {what, tag, place} of FAILURES) {
    it(`leaves it to the tag to say that ${what} does not come`, async () => {
      const {host, has} = await hostFixture({
        config: `<View>${tag}</View>`,
        task: {id: 1, data: {address: '/nowhere.webm'}},
      });
      await until(() => host.querySelector(place) !== null);
      await host.updateComplete;
      expect(has('ls-notice'), 'told once').to.equal(false);
      host.remove();
    });
  }
});
