import {expect} from '@open-wc/testing';

import {loadOutputs} from './load-outputs.js';

const OUTPUTS = [{type: 'text', text: 'Two places.'}];

describe('loadOutputs()', () => {
  it('says that outputs are missing when what reads them does not come', async () => {
    const {outputs, issues} = await loadOutputs(OUTPUTS, async () => {
      throw new TypeError('Failed to fetch a module');
    });
    expect(outputs).to.deep.equal([]);
    expect(issues).to.have.length(1);
    const [issue] = issues;
    expect(issue!.code).to.equal('output/unread');
    expect(issue!.path).to.equal('');
    expect(issue!.message).to.contain('Check the connection');
  });

  it('reads them with what comes', async () => {
    const {outputs, issues} = await loadOutputs(OUTPUTS);
    expect(outputs.map(({type}) => type)).to.deep.equal(['text']);
    expect(issues).to.deep.equal([]);
  });
});
