import './record-list.js';
import './value-tree.js';

import {ChangeLogElement} from '../changes/change-log.js';

if (!customElements.get('ls-change-log')) {
  customElements.define('ls-change-log', ChangeLogElement);
}
