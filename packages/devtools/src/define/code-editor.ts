import {CodeEditorElement} from '../code-editor/code-editor.js';

if (!customElements.get('ls-code-editor')) {
  customElements.define('ls-code-editor', CodeEditorElement);
}
