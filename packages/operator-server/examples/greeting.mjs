import {defineOperator} from '@ls-annotation/operators';

/** `ls-operator-server --operators greeting.mjs` */
export default [
  defineOperator({
    name: 'Greeting',
    description: 'Says hello.',
    parameters: [{name: 'name', param_type: 'str', default: 'you'}],
    execute: ({parameters: {name}}) => ({
      success: true,
      message: `Hello ${name}!`,
    }),
  }),
];
