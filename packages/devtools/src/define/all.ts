import '@ls-annotation/elements/define/all.js';
import './plugin-panel.js';

export {
  CodeEditorElement,
  CodeInputEvent,
  PluginPanelElement,
} from '../index.js';
