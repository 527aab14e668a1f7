export {prepareModule} from '../module/module-runner.js';
export {installPatches} from '../reclaim/patches/install-patches.js';
export {prepareScript} from '../script/script-runner.js';
