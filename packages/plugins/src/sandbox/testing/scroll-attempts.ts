import type {EscapeAttempt} from './escape-attempts.js';

const MAKE = `const make = (tag, attributes = {}, html = '') => {
    const element = document.createElement(tag);
    Object.assign(element, attributes);
    element.innerHTML = html;
    document.body.append(element);
    return element;
  };
  const target = make('p');
  target.style.cssText = 'block-size: 200px; margin: 0';
  const input = make('input');
  const button = '<button autofocus>x</button>';`;

/**
 * Ways to scroll the page from a frame, which code of pages knows nothing of.
 * Not in it: what reports that a field is not valid, whose message now and then
 * brings the process of such a frame down in Chromium without a screen.
 */
export const SCROLL_ATTEMPTS: readonly EscapeAttempt[] = [
  ...Object.entries({
    'scrolls itself into view': 'target.scrollIntoView()',
    'scrolls its document into view':
      'document.documentElement.scrollIntoView()',
    'scrolls an option into view':
      "make('select', {size: 3}, '<option>x</option>'.repeat(30)).options[25].scrollIntoView()",
    'scrolls into view if needed': 'target.scrollIntoViewIfNeeded()',
    'scrolls into view with margins':
      "target.style.scrollMargin = '5000px'; target.scrollIntoView({block: 'nearest', inline: 'nearest'})",
    'focuses a field': 'input.focus()',
    'focuses a drawing':
      "const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.tabIndex = 0; document.body.append(svg); svg.focus()",
    'inserts a field that takes the focus': "make('input', {autofocus: true})",
    'opens a modal dialog': "make('dialog', {}, button).showModal()",
    'opens a dialog': "make('dialog', {}, button).show()",
    'opens a popover': "make('div', {popover: 'auto'}, button).showPopover()",
    'opens a popover by a button':
      "const popover = make('div', {popover: 'auto'}, button); make('button', {popoverTargetElement: popover}).click()",
    'opens a dialog by a command':
      "const dialog = make('dialog', {}, button); make('button', {commandForElement: dialog, command: 'show-modal'}).click()",
    'clicks a label': "make('label', {}, '<input>').click()",
    'makes an event of a click on a label':
      "make('label', {}, '<input>').dispatchEvent(new MouseEvent('click', {bubbles: true}))",
    'finds a word': "target.textContent = 'needle'; find('needle')",
    'goes to a fragment': "input.id = 'here'; location.hash = 'here'",
    'follows a link to a fragment':
      "input.id = 'here'; make('a', {href: 'about:srcdoc#here'}).click()",
    'goes to a fragment of text':
      "target.textContent = 'needle'; location.hash = ':~:text=needle'",
    'edits what stands there':
      "target.contentEditable = 'true'; target.textContent = 'some'; getSelection().selectAllChildren(target); document.execCommand('insertText', false, 'text')",
    'selects in a field':
      "input.value = 'some text'; input.select(); input.setSelectionRange(2, 3)",
    'selects in a list':
      "make('select', {size: 3}, '<option>x</option>'.repeat(30)).selectedIndex = 25",
    'opens details':
      "make('details', {}, '<summary>x</summary>' + button).querySelector('summary').click()",
    'marks where its document starts':
      "document.documentElement.style.overflow = 'auto'; target.style.scrollInitialTarget = 'nearest'",
    'has a frame with a field that takes the focus':
      "make('iframe', {srcdoc: '<input autofocus>'})",
    'uses an element of another document':
      "const other = document.implementation.createHTMLDocument('').createElement('p'); document.body.append(other); other.scrollIntoView()",
  }).map(([what, code]) => ({what, code})),
  {
    what: 'scrolls smoothly',
    code: `target.scrollIntoView({behavior: 'smooth'});
      await new Promise((resolve) => setTimeout(resolve, 300));`,
  },
  {
    what: 'has a frame with a script that scrolls',
    permissions: [`network:${location.host}`],
    code: `const {origin} = new URL('${location.href}');
      const frame = make('iframe', {srcdoc: '<script src="' + origin +
        '/packages/plugins/fixtures/scrolls-into-view.js"></scr' + 'ipt>'});
      await new Promise((resolve) => { frame.onload = resolve; });`,
  },
].map(({code, ...attempt}) => ({
  ...attempt,
  slot: 'panel',
  code: `${MAKE} ${code};`,
}));
