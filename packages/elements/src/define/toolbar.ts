import {ToolbarElement} from '../toolbar/toolbar.js';

if (!customElements.get('ls-toolbar')) {
  customElements.define('ls-toolbar', ToolbarElement);
}
