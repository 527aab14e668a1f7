import './record-list.js';
import './value-tree.js';

import {SessionRecorderElement} from '../recording/session-recorder.js';

if (!customElements.get('ls-session-recorder')) {
  customElements.define('ls-session-recorder', SessionRecorderElement);
}
