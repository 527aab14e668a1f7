import {expect} from '@open-wc/testing';

import {
  CLIENT_ROWS,
  WIRE_ROWS,
  clientRowDifferences,
  startDouble,
  wireRowDifferences,
} from '@ls-annotation/testing/lightly-studio';

describe("LightlyStudio's server, from another origin", () => {
  const started = startDouble();

  describe('every run', () => {
    for (const row of CLIENT_ROWS) {
      it(row.title, async () => {
        const {server} = await started;
        expect(await clientRowDifferences(row, server)).to.deep.equal([]);
      });
    }
  });

  describe('every refused request is a typed error', () => {
    for (const row of WIRE_ROWS) {
      it(row.title, async () => {
        const {server} = await started;
        expect(await wireRowDifferences(row, server)).to.deep.equal([]);
      });
    }
  });
});
