import '@ls-annotation/elements/define/all.js';
import './plugin-panel.js';

export {
  ChangeLogElement,
  CodeEditorElement,
  CodeInputEvent,
  EventLogElement,
  PlaceChooseEvent,
  PluginConsoleElement,
  PluginPanelElement,
  RecordChooseEvent,
  RecordListElement,
  ValueTreeElement,
} from '../index.js';
