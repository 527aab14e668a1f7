import {PageCheck} from './page-check.js';
import type {PageOptions} from './page-options.js';

declare global {
  /** What Node says about the page, before anything else runs in it. */
  var lsPluginCheckOptions: PageOptions;
  /** The check of the page. */
  var lsPluginCheck: PageCheck;
}

// Frames inside the page are not checked.
if (window === window.top) {
  globalThis.lsPluginCheck = new PageCheck(globalThis.lsPluginCheckOptions);
}
