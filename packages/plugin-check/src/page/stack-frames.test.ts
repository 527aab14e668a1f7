import {expect} from '@open-wc/testing';

import {stackFrames} from './stack-frames.js';

describe('stackFrames()', () => {
  it('returns the calls that have an address, the latest first', () => {
    const stack = `Error: late
    at fail (http://127.0.0.1:80/plugin/plugin.js:4:9)
    at http://127.0.0.1:80/plugin/helper.js:12:3`;
    expect(stackFrames(stack)).to.deep.equal([
      {url: 'http://127.0.0.1:80/plugin/plugin.js', line: 4, column: 9},
      {url: 'http://127.0.0.1:80/plugin/helper.js', line: 12, column: 3},
    ]);
  });

  it('leaves out the browser, and callers that only await', () => {
    const stack = `Error
    at Array.forEach (<anonymous>)
    at UtilityScript.evaluate (:304:16)
    at async run (http://127.0.0.1:80/plugin/plugin.js:1:1)`;
    expect(stackFrames(stack)).to.deep.equal([]);
  });

  it('takes evaluated code for that of the file it stands in', () => {
    const stack =
      'at eval (eval at run (https://a.example/p.js:3:1), <anonymous>:1:7)';
    expect(stackFrames(stack)).to.deep.equal([
      {url: 'https://a.example/p.js', line: 3, column: 1},
    ]);
  });
});
