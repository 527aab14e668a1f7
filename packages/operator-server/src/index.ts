export type {ServerOperator} from './catalog/operator-catalog.js';
export {commandOperators} from './command/command-operators.js';
export type {CommandOptions} from './command/command-operators.js';
export {
  CommandError,
  OperatorInputError,
  ServerBusyError,
  ServerOptionsError,
} from './errors.js';
export {createOperatorServer} from './http/create-operator-server.js';
export type {OperatorServer} from './http/create-operator-server.js';
export type {
  CollectionInfo,
  OperatorServerOptions,
} from './http/server-options.js';
export {createOperatorWorker} from './redis/create-operator-worker.js';
export type {
  OperatorWorker,
  OperatorWorkerOptions,
} from './redis/create-operator-worker.js';
export type {RunLimits} from './runs/run-limits.js';
export type {
  RunEnd,
  RunError,
  RunEvent,
  RunState,
  RunView,
} from './runs/run-view.js';
