import {expect} from '@open-wc/testing';

import {formatReason, refusalReason} from './answer-reason.js';
import type {RemoteErrorKind} from './remote-operator-error.js';

const PAGE = '<!DOCTYPE html><html><body>Not here</body></html>';

const REFUSALS: readonly (readonly [
  RemoteErrorKind,
  number,
  string,
  string,
])[] = [
  [
    'not-found',
    404,
    PAGE,
    'The server answered 404 with a web page. Is its path right?',
  ],
  ['unauthorized', 401, '', 'The server answered 401. Sign in there'],
  ['busy', 503, PAGE, 'answered 503 with a web page. It is busy'],
  ['server', 500, '', 'The server answered 500. It failed: see its log.'],
  ['rejected', 400, '', 'The server answered 400.'],
];

describe('refusalReason()', () => {
  for (const [kind, status, body, words] of REFUSALS) {
    it(`says what came, and the remedy, of ${kind} ${status}`, () => {
      expect(refusalReason(kind, status, body)).to.contain(words);
    });
  }
});

describe('formatReason()', () => {
  it('tells a web page from what is no JSON', () => {
    expect(formatReason(PAGE)).to.contain('a web page instead of JSON');
    expect(formatReason('Hello')).to.contain('does not answer with JSON');
  });
});
