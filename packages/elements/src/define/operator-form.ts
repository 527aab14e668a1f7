import {OperatorFormElement} from '../operator-form/operator-form.js';

if (!customElements.get('ls-operator-form')) {
  customElements.define('ls-operator-form', OperatorFormElement);
}
