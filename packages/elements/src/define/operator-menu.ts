import {OperatorMenuElement} from '../operator-menu/operator-menu.js';

if (!customElements.get('ls-operator-menu')) {
  customElements.define('ls-operator-menu', OperatorMenuElement);
}
