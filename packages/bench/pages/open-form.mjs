/**
 * Dialogs with many fields: what opening one costs, from the call until it is
 * laid out and has the focus. The control is what a page without any library
 * would write for the same parameters.
 */
import {connectOperators, OperatorRegistry} from '/dist/ls-annotation-host.js';

const CHOICES = ['one', 'two', 'three', 'four', 'five'];

/** Every tenth field has the same type; each is described. */
const KINDS = [
  {param_type: 'str'},
  {param_type: 'int', min: 0, default: 3},
  {param_type: 'float', unit: 'px', default: 0.5},
  {param_type: 'bool'},
  {param_type: 'str', choices: CHOICES},
  {param_type: 'str', multiline: true},
  {param_type: 'date'},
  {param_type: 'int', min: 0, max: 9, slider: true, default: 4},
  {param_type: 'str', choices: CHOICES, choice_style: 'radio'},
  {param_type: 'color', default: '#2f7fd6'},
];

function parametersOf(count) {
  return Array.from({length: count}, (_, index) => ({
    name: `field ${index}`,
    description: 'What it is for, in a sentence.',
    required: index % 2 === 0,
    ...KINDS[index % KINDS.length],
  }));
}

const registry = new OperatorRegistry();
connectOperators(document.body, registry);

function ensureOperator(count) {
  const name = `with ${count}`;
  if (!registry.find(name)) {
    registry.register({
      name,
      parameters: parametersOf(count),
      execute: () => ({success: true, message: ''}),
    });
  }
  return name;
}

const SUBJECTS = {
  async host(count) {
    registry.open(ensureOperator(count));
    const dialog = document.querySelector('ls-operator-dialog');
    await dialog.updateComplete;
    const form = dialog.shadowRoot.querySelector('ls-operator-form');
    await form.updateComplete;
    const root = form.shadowRoot;
    return {
      root,
      box: form,
      fields: () => root.querySelectorAll('[part~=field]').length,
      hasFocus: () => root.activeElement !== null,
      close: () => dialog.close(),
    };
  },

  async control(count) {
    const dialog = document.createElement('dialog');
    const form = document.createElement('form');
    dialog.append(form);
    for (const parameter of parametersOf(count)) form.append(plain(parameter));
    document.body.append(dialog);
    dialog.showModal();
    form.querySelector('input').focus();
    return {
      root: form,
      box: form,
      fields: () => form.querySelectorAll('.field').length,
      hasFocus: () => form.contains(document.activeElement),
      close: () => dialog.remove(),
    };
  },
};

function plain({name, description, param_type: type, ...rest}) {
  const field = element('div', {className: 'field'});
  const id = name.replace(' ', '-');
  const control = plainControl(type, rest);
  control.id = id;
  control.addEventListener(
    'input',
    () => (field.dataset.value = control.value),
  );
  field.append(
    element('label', {htmlFor: id, textContent: name}),
    element('p', {textContent: description}),
    control,
  );
  return field;
}

function plainControl(type, {choices, multiline, default: value = ''}) {
  if (choices) {
    const select = element('select', {});
    for (const choice of choices) {
      select.append(element('option', {textContent: choice}));
    }
    return select;
  }
  if (multiline) return element('textarea', {value});
  const types = {bool: 'checkbox', date: 'date', color: 'color', int: 'number'};
  return element('input', {type: types[type] ?? 'text', value});
}

function element(name, members) {
  return Object.assign(document.createElement(name), members);
}

/** Lays out what is there; returns how tall the form is, CSS pixels. */
function heightOf({box}) {
  return box.getBoundingClientRect().height;
}

function check(isGood, opened, when) {
  if (isGood) return;
  const found = `${opened.fields()} fields, ${heightOf(opened)} px`;
  throw new Error(`${when}: ${found}, focus ${opened.hasFocus()}.`);
}

globalThis.openFormPage = {
  /**
   * Opens a dialog. Returns, in milliseconds, when the fields in view were
   * laid out, when all were, and what a change of one field took; and how many
   * elements there are.
   */
  async sample(subject, count) {
    ensureOperator(count);
    const start = performance.now();
    const opened = await SUBJECTS[subject](count);
    const height = heightOf(opened);
    const openMs = performance.now() - start;
    const fillsView = opened.fields() === count || height > innerHeight;
    check(fillsView && opened.hasFocus(), opened, 'Opened');
    while (opened.fields() < count) await new Promise(requestAnimationFrame);
    heightOf(opened);
    const completeMs = performance.now() - start;
    const changeMs = await change(opened);
    const elements = opened.root.querySelectorAll('*').length;
    opened.close();
    await new Promise(requestAnimationFrame);
    return {openMs, completeMs, changeMs, elements};
  },
};

async function change(opened) {
  const input = opened.root.querySelector('input');
  const start = performance.now();
  input.value = 'x';
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await opened.box.updateComplete;
  heightOf(opened);
  return performance.now() - start;
}
