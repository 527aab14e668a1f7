import {expect} from '@open-wc/testing';

import type {JsonSchema} from './json-schema.js';
import {validateJson} from './validate-json.js';

const SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    steps: {type: 'array', items: {$ref: '#/$defs/step'}},
    deadlineMs: {type: 'number', minimum: 0},
  },
  required: ['steps'],
  additionalProperties: false,
  $defs: {
    step: {
      anyOf: [
        {
          type: 'object',
          properties: {submit: {const: true}, note: {type: 'string'}},
          required: ['submit'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: {choose: {anyOf: [{type: 'string'}]}},
          required: ['choose'],
          additionalProperties: false,
        },
      ],
    },
  },
};

describe('validateJson()', () => {
  it('finds nothing wrong with what fits', () => {
    const value = {steps: [{submit: true, note: 'a'}, {choose: 'A'}]};
    expect(validateJson(value, SCHEMA)).to.deep.equal([]);
  });

  const rows: [unknown, string, string][] = [
    [{}, '', 'has no "steps"'],
    [{steps: [], more: 1}, '', 'knows no "more"'],
    [{steps: [], deadlineMs: -1}, '/deadlineMs', 'has to be 0 or more'],
    [{steps: [{submit: 1}]}, '/steps/0/submit', 'has to be true'],
    [{steps: [{chose: 'A'}]}, '/steps/0', 'knows no "chose"'],
    [{steps: [{choose: 1}]}, '/steps/0/choose', 'has to be string, not number'],
    [{steps: [{submit: true, nte: ''}]}, '/steps/0', 'knows no "nte"'],
  ];
  for (const [value, path, message] of rows) {
    it(`says at "${path}": ${message}`, () => {
      expect(validateJson(value, SCHEMA)).to.deep.equal([{path, message}]);
    });
  }
});
