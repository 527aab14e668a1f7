import {OperatorButtonsElement} from '../operator-buttons/operator-buttons.js';

if (!customElements.get('ls-operator-buttons')) {
  customElements.define('ls-operator-buttons', OperatorButtonsElement);
}
