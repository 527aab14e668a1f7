import './record-list.js';

import {ReceiptListElement} from '../receipts/receipt-list.js';

if (!customElements.get('ls-receipt-list')) {
  customElements.define('ls-receipt-list', ReceiptListElement);
}
