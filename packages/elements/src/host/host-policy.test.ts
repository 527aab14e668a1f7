import {expect} from '@open-wc/testing';

import type {PolicyAnswer} from './testing/policy-page.js';

const MODULE = '/packages/elements/src/host/testing/policy-page.ts';

/** Shows a host in a frame whose page has a policy in its header. */
async function showUnder(policy: string): Promise<PolicyAnswer> {
  const frame = document.createElement('iframe');
  frame.style.inlineSize = '900px';
  const query = new URLSearchParams({policy, module: MODULE});
  frame.src = `/policy-page/?${query.toString()}`;
  const answer = new Promise<MessageEvent<PolicyAnswer>>((resolve) => {
    addEventListener('message', (event: MessageEvent<PolicyAnswer>) => {
      if (event.source === frame.contentWindow) resolve(event);
    });
  });
  document.body.append(frame);
  try {
    return (await answer).data;
  } finally {
    frame.remove();
  }
}

const STRICT = "default-src 'self'; script-src 'self' 'nonce-n1'";
const TRUSTED = "require-trusted-types-for 'script'";

const POLICIES: Readonly<Record<string, string>> = {
  'scripts of its own and a nonce': STRICT,
  'Trusted Types': `${STRICT}; ${TRUSTED}`,
  'Trusted Types of policies by name': `${STRICT}; ${TRUSTED}; trusted-types ls-annotation-plugins lit-html dompurify`,
};

describe('<ls-annotation-host> under a content security policy', () => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    it(`runs plugins and violates nothing: ${name}`, async function () {
      // Its page loads every module of the host once more.
      this.timeout(60_000);
      const {ran, rows, texts, form, violations, errors} =
        await showUnder(policy);
      expect(violations).to.deep.equal([]);
      expect(ran).to.have.members(['script', 'object', 'module']);
      expect(rows).to.equal(3);
      expect(form).to.match(/least/i);
      expect(texts).to.deep.equal(['Mark people', 'Ada']);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/"broken" .* \(line 2, column 1\)/);
    });
  }
});
