import '@ls-annotation/elements/define/all.js';
import './plugin-panel.js';

export {
  ChangeLogElement,
  CodeEditorElement,
  CodeInputEvent,
  CostTableElement,
  EventLogElement,
  PlaceChooseEvent,
  PluginConsoleElement,
  PluginPanelElement,
  ReceiptListElement,
  RecordChooseEvent,
  RecordListElement,
  SessionRecorderElement,
  ValueTreeElement,
} from '../index.js';
