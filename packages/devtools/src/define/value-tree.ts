import {ValueTreeElement} from '../value-tree/value-tree.js';

if (!customElements.get('ls-value-tree')) {
  customElements.define('ls-value-tree', ValueTreeElement);
}
