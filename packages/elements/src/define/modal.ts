import {ModalElement} from '../modal/modal.js';

if (!customElements.get('ls-modal')) {
  customElements.define('ls-modal', ModalElement);
}
