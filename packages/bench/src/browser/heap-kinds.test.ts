import {expect} from '@open-wc/testing';

import {heapKindsOf} from './heap-kinds.js';

const TYPES = ['hidden', 'object', 'code', 'native', 'string', 'synthetic'];

/** A snapshot with nodes of these types and sizes. */
function snapshot(...nodes: readonly (readonly [string, number])[]): string {
  return JSON.stringify({
    snapshot: {
      meta: {
        node_fields: ['type', 'name', 'self_size'],
        node_types: [TYPES, 'string', 'number'],
      },
    },
    nodes: nodes.flatMap(([type, size]) => [TYPES.indexOf(type), 0, size]),
  });
}

describe('heapKindsOf()', () => {
  it('tells what scripts hold from what the engine keeps of them', () => {
    const json = snapshot(['object', 10], ['string', 5], ['code', 7]);
    expect(heapKindsOf(json)).to.deep.equal({objectBytes: 15, codeBytes: 7});
  });

  it('leaves out what is not of scripts', () => {
    const json = snapshot(['native', 10], ['synthetic', 5], ['hidden', 7]);
    expect(heapKindsOf(json)).to.deep.equal({objectBytes: 0, codeBytes: 0});
  });
});
