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
  ValueTreeElement,
} from '../index.js';
