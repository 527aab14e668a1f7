import {ToastElement} from '../toast/toast.js';

if (!customElements.get('ls-toast')) {
  customElements.define('ls-toast', ToastElement);
}
