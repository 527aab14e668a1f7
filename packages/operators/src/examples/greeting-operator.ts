import {BaseOperator} from '../operator/base-operator.js';
import type {ExecuteOptions} from '../operator/operator.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {OperatorScope} from '../operator/operator-scope.js';
import {StringParameter} from '../parameters/string-parameter.js';

/** Values of {@link GreetingOperator}. */
export interface GreetingParameters {
  /** Who to greet. */
  readonly name: string;
}

/** Says hello: the smallest operator that has a parameter. */
export class GreetingOperator extends BaseOperator<GreetingParameters> {
  readonly name = 'Greeting';
  readonly description = 'Says hello.';
  readonly parameters = [
    new StringParameter({
      name: 'name',
      description: 'Who to greet.',
      default: 'beautiful and smart person',
    }),
  ];
  readonly supportedScopes = [OperatorScope.root];

  override execute({
    parameters,
  }: ExecuteOptions<GreetingParameters>): OperatorResult {
    return {success: true, message: `Hello ${parameters.name}!`};
  }
}
