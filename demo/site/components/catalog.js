/** What the components page shows, in its order. */
import {errorView} from './examples/error-view.js';
import {hostLooks} from './examples/host-looks.js';
import {hostParts} from './examples/host-parts.js';
import {hostStates} from './examples/host-states.js';
import {modal} from './examples/modal.js';
import {notice} from './examples/notice.js';
import {operatorButtons} from './examples/operator-buttons.js';
import {operatorDialog} from './examples/operator-dialog.js';
import {operatorForm} from './examples/operator-form.js';
import {operatorMenu} from './examples/operator-menu.js';
import {operatorPalette} from './examples/operator-palette.js';
import {operatorTable} from './examples/operator-table.js';
import {operatorTray} from './examples/operator-tray.js';
import {plugin} from './examples/plugin.js';
import {regionList} from './examples/region-list.js';
import {choiceTags} from './examples/tags-choices.js';
import {imageTags} from './examples/tags-image.js';
import {inputTags} from './examples/tags-input.js';
import {labelTags} from './examples/tags-labels.js';
import {layoutTags} from './examples/tags-layout.js';
import {moreTags} from './examples/tags-more.js';
import {toast} from './examples/toast.js';
import {toolbar} from './examples/toolbar.js';

/** Elements with their examples. */
export const ELEMENTS = [
  {
    tag: 'ls-annotation-host',
    examples: [...hostStates, ...hostParts, ...hostLooks],
  },
  {tag: 'ls-plugin', examples: plugin},
  {tag: 'ls-toolbar', examples: toolbar},
  {tag: 'ls-region-list', examples: regionList},
  {tag: 'ls-modal', examples: modal},
  {tag: 'ls-toast', examples: toast},
  {tag: 'ls-notice', examples: notice},
  {tag: 'ls-error-view', examples: errorView},
  {tag: 'ls-operator-menu', examples: operatorMenu},
  {tag: 'ls-operator-buttons', examples: operatorButtons},
  {tag: 'ls-operator-palette', examples: operatorPalette},
  {tag: 'ls-operator-tray', examples: operatorTray},
  {tag: 'ls-operator-form', examples: [...operatorForm, ...operatorTable]},
  {tag: 'ls-operator-dialog', examples: operatorDialog},
];

/** Families of tags of the labeling config with their examples. */
export const LABELING = [
  labelTags,
  choiceTags,
  inputTags,
  imageTags,
  moreTags,
  layoutTags,
];
