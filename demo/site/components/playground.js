/** A config and a task to change, with the host that shows them. */
import {element} from '../dom.js';

import {CONFIGS} from './playground-configs.js';

const TYPING_MS = 300;

/** Returns the section. */
export function playground() {
  const host = element('ls-annotation-host');
  const config = editor('Config', 8);
  const task = editor('Task', 6);
  const status = element('p', {className: 'docs-status', role: 'status'});
  const presets = element('select');
  for (const {title} of CONFIGS) presets.append(new Option(title));
  const showConfig = () => {
    host.config = config.field.value;
  };
  const showTask = () => {
    const {value, problem} = parse(task.field.value);
    status.textContent = problem;
    if (!problem) host.task = value;
  };
  const load = () => {
    const preset = CONFIGS[presets.selectedIndex];
    config.field.value = preset.config;
    task.field.value = JSON.stringify(preset.task, null, 2);
    showConfig();
    showTask();
  };
  presets.addEventListener('change', load);
  whenTyped(config.field, showConfig);
  whenTyped(task.field, showTask);
  const section = element(
    'section',
    {id: 'playground', className: 'docs-section'},
    element('h2', {textContent: 'Playground'}),
    element('p', {
      textContent:
        'Change the config or the task; what was annotated stays as long as the task does.',
    }),
    element(
      'div',
      {className: 'docs-conditions'},
      element('label', {className: 'site-theme'}, 'Start from', presets),
    ),
    element(
      'div',
      {className: 'docs-playground'},
      element('div', {}, config.label, task.label, status),
      host,
    ),
  );
  load();
  return section;
}

function whenTyped(field, act) {
  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(act, TYPING_MS);
  });
}

function editor(title, rows) {
  const field = element('textarea', {
    rows,
    spellcheck: false,
    wrap: 'off',
    dir: 'ltr',
  });
  return {
    field,
    label: element('label', {className: 'docs-editor'}, title, field),
  };
}

function parse(text) {
  try {
    return {value: JSON.parse(text), problem: ''};
  } catch (error) {
    return {problem: `The task is not JSON: ${error.message}`};
  }
}
