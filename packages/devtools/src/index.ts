export {CodeInputEvent} from './code-editor/code-editor-events.js';
export {CodeEditorElement} from './code-editor/code-editor.js';
export type {CodeLanguage} from './code-editor/editor-setup.js';
export {PluginPanelElement} from './plugin-panel/plugin-panel.js';
export type {Problem} from './problems/problem.js';
