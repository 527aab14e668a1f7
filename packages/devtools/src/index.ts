export {CodeInputEvent} from './code-editor/code-editor-events.js';
export {CodeEditorElement} from './code-editor/code-editor.js';
export type {CodeLanguage} from './code-editor/editor-setup.js';
export {EventLogElement} from './event-log/event-log.js';
export {PluginPanelElement} from './plugin-panel/plugin-panel.js';
export type {Problem} from './problems/problem.js';
export {RecordChooseEvent} from './record-list/record-list-events.js';
export {RecordListElement} from './record-list/record-list.js';
export {ValueTreeElement} from './value-tree/value-tree.js';
