import {OperatorChangesElement} from '../operator-changes/operator-changes.js';

if (!customElements.get('ls-operator-changes')) {
  customElements.define('ls-operator-changes', OperatorChangesElement);
}
