import './change-log.js';
import './code-editor.js';
import './cost-table.js';
import './event-log.js';
import './plugin-console.js';
import './receipt-list.js';
import './session-recorder.js';

import {PluginPanelElement} from '../plugin-panel/plugin-panel.js';

if (!customElements.get('ls-plugin-panel')) {
  customElements.define('ls-plugin-panel', PluginPanelElement);
}
