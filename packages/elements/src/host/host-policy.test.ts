import {expect} from '@open-wc/testing';

import {
  documentedPolicies,
  policyFrame,
  toldBy,
  violationsIn,
} from '@ls-annotation/testing';

import type {PolicyAnswer} from './testing/policy-page.js';

const MODULE = '/packages/elements/src/host/testing/policy-page.ts';

const policies = await documentedPolicies();

describe('<ls-annotation-host> under a content security policy', () => {
  for (const [name, policy] of policies) {
    it(`runs plugins and violates nothing: ${name}`, async () => {
      const frame = policyFrame(policy, MODULE);
      const answer = await toldBy<PolicyAnswer>(frame);
      const violations = violationsIn(frame);
      frame.remove();
      const {ran, rows, texts, form, modals, errors} = answer;
      expect(violations).to.deep.equal([]);
      expect(ran).to.have.members(['script', 'object', 'module', 'inline']);
      expect(modals).to.include.members(['worker: 3', 'document: 3']);
      expect(rows).to.equal(3);
      expect(form).to.match(/least/i);
      expect(texts).to.deep.equal(['Mark people', 'Ada']);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/"broken" .* \(line 2, column 1\)/);
    });
  }
});
