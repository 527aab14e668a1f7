/** Builds the components page: the manual from the manifest, and examples. */
import {element} from '../dom.js';
import {sourceBox, wholePage} from '../source.js';

import {ELEMENTS, LABELING} from './catalog.js';
import {conditions} from './conditions.js';
import {elementSection} from './element-section.js';
import {exampleSection} from './example-section.js';
import {playground} from './playground.js';
import {sideNav} from './side-nav.js';
import {tokensSection} from './tokens.js';

const MANIFEST = 'dist/custom-elements.json';

const body = document.getElementById('docs-body');
await customElements.whenDefined('ls-annotation-host');
const sections = [start(), tokensSection(), ...(await elementSections())];
sections.push(...LABELING.map((family) => exampleSection(family)));
sections.push(playground());
body.querySelector('.docs-wait').remove();
body.append(conditions(body), ...sections);
sideNav(document.getElementById('docs-nav'), [
  {title: 'Foundation', sections: sections.slice(0, 2)},
  {title: 'Elements', sections: sections.filter(isOf('element'))},
  {title: 'Labeling interface', sections: sections.filter(isOf('tag'))},
  {title: 'Try', sections: sections.slice(-1)},
]);
showAnchor();

function start() {
  const page = wholePage(
    'Annotate',
    '<ls-annotation-host config-src="view.xml" task-src="task.json">\n</ls-annotation-host>',
  );
  return element(
    'section',
    {id: 'start', className: 'docs-section', title: ''},
    element('h2', {textContent: 'Start'}),
    element('p', {
      textContent:
        'One module registers every element. The sources on this page go into the body of a page like this one.',
    }),
    sourceBox(page, 'A page of one’s own'),
  );
}

/** Those of the catalog in its order, then what the manifest has beside. */
async function elementSections() {
  const known = ELEMENTS.map(({tag}) => tag);
  const {modules} = await (await fetch(MANIFEST)).json();
  const declarations = new Map(
    modules
      .flatMap((module) => module.declarations)
      .filter(
        ({tagName}) =>
          known.includes(tagName) || customElements.get(tagName ?? ''),
      )
      .map((declaration) => [declaration.tagName, declaration]),
  );
  const others = [...declarations.keys()].filter((tag) => !known.includes(tag));
  const catalog = [...ELEMENTS, ...others.map((tag) => ({tag, examples: []}))];
  return catalog
    .filter(({tag}) => declarations.has(tag))
    .map((entry) => elementSection(declarations.get(entry.tag), entry));
}

function isOf(kind) {
  return (section) => section.dataset.kind === kind;
}

/**
 * Keeps the place that was asked for in sight while the page still grows, until
 * the person does something.
 */
function showAnchor() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  const growth = new ResizeObserver(() => target.scrollIntoView());
  growth.observe(body);
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(type, () => growth.disconnect(), {
      once: true,
      passive: true,
    });
  }
}
