import {PluginSettingsElement} from '../plugin-settings/plugin-settings.js';
import {PluginSettingsButtonElement} from '../plugin-settings/settings-button.js';

import './operator-form.js';

if (!customElements.get('ls-plugin-settings')) {
  customElements.define('ls-plugin-settings', PluginSettingsElement);
}
if (!customElements.get('ls-plugin-settings-button')) {
  customElements.define(
    'ls-plugin-settings-button',
    PluginSettingsButtonElement,
  );
}
