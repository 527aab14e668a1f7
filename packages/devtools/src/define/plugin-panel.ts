import './change-log.js';
import './code-editor.js';
import './event-log.js';
import './plugin-console.js';

import {PluginPanelElement} from '../plugin-panel/plugin-panel.js';

if (!customElements.get('ls-plugin-panel')) {
  customElements.define('ls-plugin-panel', PluginPanelElement);
}
