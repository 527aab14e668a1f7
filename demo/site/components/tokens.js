/** The shared tokens, read from the product itself. */
import {tokens} from '../../dist/ls-annotation-host.js';

import {element} from '../dom.js';

import {renderTable} from './table.js';

const PURPOSES = {
  '--ls-font-family': 'Everything that is read.',
  '--ls-font-family-mono': 'Code, paths, details of errors.',
  '--ls-font-size-small': 'Counts, hotkeys, hints.',
  '--ls-font-size': 'Bars, lists, buttons.',
  '--ls-font-size-medium': 'The labeling interface, dialogs.',
  '--ls-font-size-large': 'Headings of dialogs.',
  '--ls-line-height': 'Running text.',
  '--ls-radius': 'Boxes, buttons, fields.',
  '--ls-radius-small': 'What stands inside a box.',
  '--ls-target-size': 'Least side of what is pressed; 2.5rem for fingers.',
  '--ls-panel-inline-size': 'The side panel.',
  '--ls-duration': 'Changes of state; none when motion is unwanted.',
  '--ls-surface': 'Background.',
  '--ls-surface-raised': 'Bars, notices.',
  '--ls-surface-hover': 'Under the pointer.',
  '--ls-surface-selected': 'What is selected.',
  '--ls-border': 'Lines between areas.',
  '--ls-border-strong': 'Edges of what can be pressed or filled in.',
  '--ls-text': 'Text.',
  '--ls-text-muted': 'Text of less weight.',
  '--ls-accent': 'What is chosen, and the main action.',
  '--ls-accent-hover': 'The main action under the pointer.',
  '--ls-on-accent': 'Text on the accent.',
  '--ls-danger': 'Errors, deletion.',
  '--ls-warning': 'Warnings.',
  '--ls-success': 'Success.',
  '--ls-focus-ring': 'Where the keyboard is.',
  '--ls-backdrop': 'Behind dialogs.',
  '--ls-shadow': 'Under what floats.',
};

/** Returns the section with every token, its value and its look. */
export function tokensSection() {
  const [, block] = tokens.cssText.match(/:host\s*{([^}]*)}/);
  const found = [...block.matchAll(/(--ls-[\w-]+):\s*([^;]+);/g)].map(
    ([, name, value]) => ({name, value: value.replace(/\s+/g, ' ').trim()}),
  );
  const colors = found.filter(({value}) => value.startsWith('light-dark'));
  const others = found.filter((token) => !colors.includes(token));
  return element(
    'section',
    {id: 'tokens', className: 'docs-section docs-tokens'},
    element('h2', {textContent: 'Tokens'}),
    element(
      'p',
      {},
      'Colours, sizes and durations are custom properties of the host, and of every element that stands alone. Set one on an element to change it there: ',
      element('code', {
        textContent: 'ls-annotation-host {--ls-accent: rebeccapurple}',
      }),
      '. Colours follow the ',
      element('code', {textContent: 'color-scheme'}),
      ' of the page; ',
      element('code', {textContent: 'theme="light"'}),
      ' and ',
      element('code', {textContent: 'theme="dark"'}),
      ' override it.',
    ),
    renderTable(
      {
        title: 'Colours',
        columns: ['Token', 'Light', 'Dark', 'For'],
        rows: colors.map(({name, value}) => [
          element('code', {textContent: name}),
          swatch(value, 'light'),
          swatch(value, 'dark'),
          PURPOSES[name] ?? '',
        ]),
      },
      'tokens',
    ),
    renderTable(
      {
        title: 'Type, space, shape, motion',
        columns: ['Token', 'Value', 'Look', 'For'],
        rows: others.map(({name, value}) => [
          element('code', {textContent: name}),
          element('code', {textContent: value}),
          look(name, value),
          PURPOSES[name] ?? spacePurpose(name),
        ]),
      },
      'tokens',
    ),
  );
}

function swatch(value, scheme) {
  const [, light, dark] = value.match(
    /^light-dark\((.+?\)|[^,]+), (.+)\)$/,
  ) ?? ['', value, value];
  const color = scheme === 'light' ? light : dark;
  const sample = element('span', {
    className: 'docs-swatch',
    ariaHidden: 'true',
  });
  sample.style.setProperty('--_color', color);
  const text = element('code', {textContent: color});
  return element(
    'span',
    {className: `docs-color docs-color_${scheme}`},
    sample,
    text,
  );
}

function look(name, value) {
  const sample = element('span', {ariaHidden: 'true'});
  if (name.includes('font-family')) {
    sample.textContent = 'Annotate';
    sample.style.fontFamily = value;
  } else if (name.includes('font-size')) {
    sample.textContent = 'Annotate';
    sample.style.fontSize = value;
  } else if (name.includes('radius')) {
    sample.className = 'docs-corner';
    sample.style.borderRadius = value;
  } else if (name.includes('space') || name.includes('size')) {
    sample.className = 'docs-length';
    sample.style.inlineSize = value;
  }
  return sample;
}

function spacePurpose(name) {
  return name.includes('space') ? 'Distance: a step of the 4 px grid.' : '';
}
