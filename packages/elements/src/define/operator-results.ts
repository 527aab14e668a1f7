import {OperatorResultsElement} from '../operator-results/operator-results.js';

if (!customElements.get('ls-operator-results')) {
  customElements.define('ls-operator-results', OperatorResultsElement);
}
