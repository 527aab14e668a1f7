import {NoticeElement} from '../toast/notice.js';

if (!customElements.get('ls-notice')) {
  customElements.define('ls-notice', NoticeElement);
}
