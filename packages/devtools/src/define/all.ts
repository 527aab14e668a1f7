import '@ls-annotation/elements/define/all.js';
import './plugin-panel.js';

export {
  ChangeLogElement,
  CodeEditorElement,
  CodeInputEvent,
  EventLogElement,
  PluginPanelElement,
  RecordChooseEvent,
  RecordListElement,
  ValueTreeElement,
} from '../index.js';
