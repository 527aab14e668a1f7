import {CostTableElement} from '../cost/cost-table.js';

if (!customElements.get('ls-cost-table')) {
  customElements.define('ls-cost-table', CostTableElement);
}
