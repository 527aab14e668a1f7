import {RecordListElement} from '../record-list/record-list.js';

if (!customElements.get('ls-record-list')) {
  customElements.define('ls-record-list', RecordListElement);
}
