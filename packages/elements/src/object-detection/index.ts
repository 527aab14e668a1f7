export type {ClassLabel} from './class-labels.js';
export {DetectObjectsOperator} from './detect-objects-operator.js';
export type {
  DetectObjectsOptions,
  DetectObjectsParameters,
} from './detect-objects-operator.js';
export {DetectionError} from './detection-error.js';
export type {DetectionErrorCode} from './detection-error.js';
export type {CreateWorker} from './detector.js';
