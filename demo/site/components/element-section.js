/** The section of one element: what it is, its examples, its manual. */
import {element} from '../dom.js';

import {apiTables} from './api-tables.js';
import {renderExample} from './example.js';
import {paragraphs} from './prose.js';

/** Returns the section of an element of the manifest. */
export function elementSection(declaration, {examples}) {
  const {tagName, summary, description} = declaration;
  const heading = element('h2', {}, element('code', {}, `<${tagName}>`));
  const section = element(
    'section',
    {id: tagName, className: 'docs-section', 'data-kind': 'element'},
    heading,
    element('p', {className: 'docs-summary', textContent: summary ?? ''}),
    ...paragraphs(description ?? ''),
    ...examples.map((example) => renderExample(example, tagName)),
  );
  section.append(
    element('h3', {id: `${tagName}-manual`, textContent: 'Manual'}),
    ...apiTables(declaration),
  );
  return section;
}
