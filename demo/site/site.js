/**
 * What every demo page has: menu, theme switch, the source of its example,
 * and the result of the annotation as it is now.
 */
import {PAGES} from './pages.js';

const THEME_KEY = 'ls-demo-theme';
const here = location.pathname.split('/').at(-1) || 'index.html';

applyTheme(localStorage.getItem(THEME_KEY) ?? 'auto');
document.body.prepend(skipLink(), header());
document.querySelector('main').id = 'main';
for (const example of document.querySelectorAll('[data-example]')) {
  await showSource(example);
}
for (const output of document.querySelectorAll('[data-result-of]')) {
  showResult(output);
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function skipLink() {
  return element('a', {
    className: 'site-skip',
    href: '#main',
    textContent: 'Skip to the page',
  });
}

function header() {
  const nav = element('nav', {className: 'site-nav', ariaLabel: 'Examples'});
  for (const {href, title} of PAGES) {
    const link = element('a', {href, textContent: title});
    if (href === here) link.setAttribute('aria-current', 'page');
    nav.append(link);
  }
  const brand = element('a', {
    className: 'site-brand',
    href: 'index.html',
    textContent: '<ls-annotation-host>',
  });
  return element(
    'header',
    {className: 'site-header'},
    element(
      'div',
      {className: 'site-header__inner'},
      brand,
      nav,
      themeSwitch(),
    ),
  );
}

function themeSwitch() {
  const select = element('select');
  for (const theme of ['auto', 'light', 'dark']) {
    select.append(new Option(theme[0].toUpperCase() + theme.slice(1), theme));
  }
  select.value = localStorage.getItem(THEME_KEY) ?? 'auto';
  select.addEventListener('change', () => {
    localStorage.setItem(THEME_KEY, select.value);
    applyTheme(select.value);
  });
  return element('label', {className: 'site-theme'}, 'Theme', select);
}

function applyTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows the example between its comments in this file, as a whole page. */
async function showSource(example) {
  const file = await (await fetch(location.href)).text();
  const name = example.dataset.example;
  const [, fragment] =
    file.match(
      new RegExp(`<!-- example ${name} -->\\n([^]*?)\\s*<!-- /example -->`),
    ) ?? [];
  if (!fragment) return;
  const source = wholePage(document.title, dedent(fragment));
  const copy = element('button', {
    className: 'site-button',
    type: 'button',
    textContent: 'Copy',
  });
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source);
    copy.textContent = 'Copied';
    copy.addEventListener('blur', () => (copy.textContent = 'Copy'), {
      once: true,
    });
  });
  const pre = element('pre', {tabIndex: 0, role: 'region'});
  pre.setAttribute('aria-label', 'Source of the page');
  pre.append(element('code', {textContent: source}));
  const bar = element(
    'div',
    {className: 'site-source__bar'},
    element('h2', {textContent: 'The whole page, to copy'}),
    copy,
  );
  const section = element('section', {className: 'site-source'}, bar, pre);
  const output = example.parentElement.querySelector('.site-output');
  (output ?? example).after(section);
}

function wholePage(title, fragment) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title.replace(/ ·.*/, '')}</title>
<script type="module" src="dist/ls-annotation-host.js"></script>

${fragment}
`;
}

function dedent(text) {
  const lines = text.trimEnd().split('\n');
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => line.match(/^ */)[0].length);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join('\n');
}

/** Keeps the result JSON of a host in sight, a frame after it changed. */
function showResult(output) {
  const host = document.querySelector(output.dataset.resultOf);
  let frame = 0;
  const show = () => {
    frame = 0;
    output.textContent = JSON.stringify(host.serialize(), null, 2);
  };
  customElements.whenDefined('ls-annotation-host').then(() => {
    host.store.changes$.subscribe(() => {
      frame ||= requestAnimationFrame(show);
    });
    show();
  });
}
