import {OperatorDialogElement} from '../operator-dialog/operator-dialog.js';

import './operator-form.js';

if (!customElements.get('ls-operator-dialog')) {
  customElements.define('ls-operator-dialog', OperatorDialogElement);
}
