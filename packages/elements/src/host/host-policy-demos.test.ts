import {expect} from '@open-wc/testing';

import {
  documentedPolicies,
  policyFrame,
  toldBy,
  violationsIn,
} from '@ls-annotation/testing';

import type {PolicyDemosAnswer} from './testing/policy-demos.js';

const MODULE = '/packages/elements/src/host/testing/policy-demos.ts';

const policies = await documentedPolicies();

describe('the examples of the demo under a content security policy', function () {
  // A page loads every module of the host once more, and shows them all.
  this.timeout(300_000);

  for (const [name, policy] of policies) {
    it(`show every surface and form and violate nothing: ${name}`, async () => {
      const frame = policyFrame(policy, MODULE);
      const {hosts, dialogs, failures} = await toldBy<PolicyDemosAnswer>(frame);
      const violations = violationsIn(frame);
      frame.remove();
      expect([...new Set(violations)]).to.deep.equal([]);
      expect(failures).to.deep.equal([]);
      expect(hosts).to.be.above(40);
      expect(dialogs).to.be.above(3);
    });
  }
});
