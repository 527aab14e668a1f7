import {OperatorTrayElement} from '../operator-tray/operator-tray.js';

if (!customElements.get('ls-operator-tray')) {
  customElements.define('ls-operator-tray', OperatorTrayElement);
}
