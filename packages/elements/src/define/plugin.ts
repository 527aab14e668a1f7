import {PluginElement} from '../host/plugin.js';

if (!customElements.get('ls-plugin')) {
  customElements.define('ls-plugin', PluginElement);
}
