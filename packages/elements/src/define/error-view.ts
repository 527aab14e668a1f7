import {ErrorViewElement} from '../error-view/error-view.js';

if (!customElements.get('ls-error-view')) {
  customElements.define('ls-error-view', ErrorViewElement);
}
