/**
 * What every demo page has: menu, theme switch, the source of its example,
 * and the result of the annotation as it is now.
 */
import {element} from './dom.js';
import {PAGES} from './pages.js';
import {dedent, sourceBox, wholePage} from './source.js';

const THEME_KEY = 'ls-demo-theme';
const here = location.pathname.split('/').at(-1) || 'index.html';

document.querySelector('main').id = 'main';
document.body.prepend(skipLink(), header());
revealCurrentPage();
showSources();
for (const output of document.querySelectorAll('[data-result-of]')) {
  showResult(output);
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
    if (href === here) link.ariaCurrent = 'page';
    nav.append(link);
  }
  const brand = element('a', {
    className: 'site-brand',
    href: 'index.html',
    textContent: '<ls-annotation-host>',
  });
  const inner = element(
    'div',
    {className: 'site-header__inner'},
    brand,
    nav,
    themeSwitch(),
  );
  return element('header', {className: 'site-header'}, inner);
}

/** On a narrow screen the menu scrolls, and fades where there is more of it. */
function revealCurrentPage() {
  const nav = document.querySelector('.site-nav');
  const fade = () => {
    const rest = nav.scrollWidth - nav.clientWidth - nav.scrollLeft;
    nav.classList.toggle('more-before', nav.scrollLeft > 1);
    nav.classList.toggle('more-after', rest > 1);
  };
  nav.addEventListener('scroll', fade, {passive: true});
  new ResizeObserver(fade).observe(nav);
  const current = nav.querySelector('[aria-current]');
  if (!current) return;
  nav.scrollLeft = current.offsetLeft - nav.offsetLeft - 48;
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

/** Shows every example between its comments in this file, as a whole page. */
async function showSources() {
  const examples = document.querySelectorAll('[data-example]');
  if (examples.length === 0) return;
  const file = await (await fetch(location.href)).text();
  const title = document.title.replace(/ ·.*/, '');
  for (const example of examples) {
    const fragment = fragmentOf(file, example.dataset.example);
    if (!fragment) continue;
    const source = wholePage(title, dedent(fragment));
    const output = example.parentElement.querySelector('.site-output');
    (output ?? example).after(sourceBox(source, 'The whole page, to copy'));
  }
}

function fragmentOf(file, name) {
  const pattern = `<!-- example ${name} -->\\n([^]*?)\\s*<!-- /example -->`;
  return file.match(new RegExp(pattern))?.[1];
}

/** Keeps the result JSON of a host in sight, a frame after it changed. */
async function showResult(output) {
  await customElements.whenDefined('ls-annotation-host');
  const host = document.querySelector(output.dataset.resultOf);
  let frame = 0;
  const show = () => {
    frame = 0;
    output.textContent = JSON.stringify(host.serialize(), null, 2);
  };
  host.store.changes$.subscribe(() => {
    frame ||= requestAnimationFrame(show);
  });
  show();
}
