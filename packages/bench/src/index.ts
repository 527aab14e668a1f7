export {runBench} from './run-bench.js';
export type {RepositoryTools} from './repository-tools.js';
