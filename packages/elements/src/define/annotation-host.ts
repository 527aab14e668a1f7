import {AnnotationHostElement} from '../host/annotation-host.js';

import './error-view.js';
import './modal.js';
import './notice.js';
import './operator-dialog.js';
import './operator-buttons.js';
import './operator-menu.js';
import './operator-source.js';
import './plugin.js';
import './plugin-settings.js';
import './region-list.js';
import './region-menu.js';
import './relation-list.js';
import './toast.js';
import './toolbar.js';

if (!customElements.get('ls-annotation-host')) {
  customElements.define('ls-annotation-host', AnnotationHostElement);
}
