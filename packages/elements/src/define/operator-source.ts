import {OperatorSourceElement} from '../operator-source/operator-source.js';

if (!customElements.get('ls-operator-source')) {
  customElements.define('ls-operator-source', OperatorSourceElement);
}
