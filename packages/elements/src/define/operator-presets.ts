import {OperatorPresetsElement} from '../operator-presets/operator-presets.js';

if (!customElements.get('ls-operator-presets')) {
  customElements.define('ls-operator-presets', OperatorPresetsElement);
}
