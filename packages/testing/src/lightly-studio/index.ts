export {CLIENT_ROWS, clientRowDifferences, connectTo} from './client-rows.js';
export type {ClientRow, LightlyStudioServer} from './client-rows.js';
export {endDifferences, failureDifferences} from './expected.js';
export type {ExpectedEnd, ExpectedFailure} from './expected.js';
export {startDouble} from './start-double.js';
export type {StartedDouble} from './start-double.js';
export {WIRE_ROWS, wireRowDifferences} from './wire-rows.js';
export type {WireRow} from './wire-rows.js';
