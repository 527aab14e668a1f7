import {expect} from '@open-wc/testing';

import {readErrorBody} from './error-body.js';

describe('readErrorBody()', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    [
      'a detail',
      '{"detail":"Operator \'x\' not found"}',
      "Operator 'x' not found",
    ],
    ['an error', '{"error":"bad value"}', 'bad value'],
    ['an error object', '{"error":{"message":"No."}}', 'No.'],
    [
      'a message',
      '{"statusCode":413,"error":"Big","message":"Too big"}',
      'Too big',
    ],
    ['a detail object', '{"detail":{"message":"m","loading_errors":[]}}', 'm'],
    ['an object of no known shape', '{"detail":{"a":[1]}}', '{"a":[1]}'],
    ['a JSON text', '"words"', 'words'],
    ['a number', '7', '7'],
    ['plain text', ' Internal Server Error\n', 'Internal Server Error'],
    ['a web page', '<!DOCTYPE html><html></html>', ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
  ];
  for (const [what, body, text] of texts) {
    it(`reads ${what}`, () => {
      expect(readErrorBody(body)).to.deep.equal({text, issues: []});
    });
  }

  it('cuts what is too long to read', () => {
    const {text} = readErrorBody('a'.repeat(10_000));
    expect(text).to.have.length(500);
  });

  describe('a list of details', () => {
    const read = (...detail: unknown[]) =>
      readErrorBody(JSON.stringify({detail}));

    it('maps the place of a parameter to its path', () => {
      const {issues} = read(
        {
          loc: ['body', 'parameters', 'name'],
          msg: 'Field required',
          type: 'missing',
        },
        {loc: ['body', 'parameters', 'rules', 0, 'a/b'], msg: 'No.', type: 'x'},
      );
      expect(issues).to.deep.equal([
        {code: 'parameter/required', path: '/name', message: 'Field required'},
        {code: 'parameter/type', path: '/rules/0/a~1b', message: 'No.'},
      ]);
    });

    it('takes the code of a server that sends one', () => {
      const {issues} = read({
        loc: ['body', 'parameters', 'n'],
        msg: 'Too much.',
        type: 'value_error',
        ctx: {code: 'parameter/range'},
      });
      expect(issues[0]!.code).to.equal('parameter/range');
    });

    it('says where else something is wrong', () => {
      const {text, issues} = read(
        {loc: ['body', 'context', 'collection_id'], msg: 'No.', type: 'x'},
        {loc: ['body'], msg: 'Nothing.', type: 'missing'},
      );
      expect(text).to.equal('context.collection_id: No. Nothing.');
      expect(issues).to.be.empty;
    });

    it('bears entries of no known shape', () => {
      const {text} = read('words', {}, null, {loc: 'body', msg: {a: 1}});
      expect(text).to.equal(
        'words This value is refused. This value is refused. {"a":1}',
      );
    });
  });
});
