import {LabelStudio} from '../label-studio/label-studio.js';

import './annotation-host.js';

/** Pages that load the frontend with a script element find it there. */
const page = globalThis as {LabelStudio?: unknown};
page.LabelStudio ??= LabelStudio;
