import {expect} from '@open-wc/testing';

import {OperatorRegistry} from '../registry/operator-registry.js';

import {GreetingOperator} from './greeting-operator.js';

describe('GreetingOperator', () => {
  it('greets whom it is told to', async () => {
    const registry = new OperatorRegistry();
    registry.register(new GreetingOperator());
    const answer = await registry.run('Greeting', {name: 'Ada'});
    expect(answer).to.deep.equal({success: true, message: 'Hello Ada!'});
  });

  it('greets a beautiful and smart person by default', async () => {
    const registry = new OperatorRegistry();
    registry.register(new GreetingOperator());
    const {message} = await registry.run('Greeting');
    expect(message).to.equal('Hello beautiful and smart person!');
  });
});
