import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';

import {
  CLIENT_ROWS,
  WIRE_ROWS,
  clientRowDifferences,
  wireRowDifferences,
} from '@ls-annotation/testing/lightly-studio';

import {
  COLLECTION_ID,
  startLightlyStudioDouble,
} from './double/lightly-studio-double.js';

describe("the double of LightlyStudio's server, from Node", async () => {
  const double = await startLightlyStudioDouble();
  after(() => double.close());
  const server = {url: double.url, collectionId: COLLECTION_ID};

  for (const row of CLIENT_ROWS) {
    it(row.title, async () => {
      assert.deepEqual(await clientRowDifferences(row, server), []);
    });
  }
  for (const row of WIRE_ROWS) {
    it(`refuses ${row.title}`, async () => {
      assert.deepEqual(await wireRowDifferences(row, server), []);
    });
  }
});
