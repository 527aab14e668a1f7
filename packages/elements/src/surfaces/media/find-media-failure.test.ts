import {expect} from '@open-wc/testing';

import {findMediaFailure} from './find-media-failure.js';

async function find(address: string) {
  const {href} = new URL(address, location.href);
  return findMediaFailure(href, new AbortController().signal);
}

describe('findMediaFailure()', () => {
  it('tells a missing file by what its server answers', async () => {
    expect(await find('/nowhere.webm')).to.deep.equal({
      reason: 'status',
      status: 404,
    });
  });

  it('tells a page in its place by its media type', async () => {
    const failure = await find('/demo/index.html');
    expect(failure.reason).to.equal('kind');
    expect(failure.contentType).to.contain('text/html');
  });

  it('takes what is there and is no page for an unknown format', async () => {
    expect(await find('/demo/media/street.webm')).to.deep.equal({
      reason: 'format',
    });
    expect(await find('data:video/webm;base64,AAAA')).to.deep.equal({
      reason: 'format',
    });
  });

  it('says when nobody answers', async () => {
    expect(await find('http://localhost:1/a.webm')).to.deep.equal({
      reason: 'unreachable',
    });
  });

  it('answers at once when nobody waits any more', async () => {
    const waiting = new AbortController();
    waiting.abort();
    const {href} = new URL('/demo/index.html', location.href);
    expect(await findMediaFailure(href, waiting.signal)).to.deep.equal({
      reason: 'unreachable',
    });
  });
});
