import './record-list.js';
import './value-tree.js';

import {EventLogElement} from '../event-log/event-log.js';

if (!customElements.get('ls-event-log')) {
  customElements.define('ls-event-log', EventLogElement);
}
