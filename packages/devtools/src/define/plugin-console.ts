import './record-list.js';
import './value-tree.js';

import {PluginConsoleElement} from '../plugin-console/plugin-console.js';

if (!customElements.get('ls-plugin-console')) {
  customElements.define('ls-plugin-console', PluginConsoleElement);
}
