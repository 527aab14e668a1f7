/** A section of examples without a manual of its own. */
import {element} from '../dom.js';

import {renderExample} from './example.js';
import {paragraphs} from './prose.js';

/** Returns the section of a family of tags of the labeling config. */
export function exampleSection({id, title, text, examples}) {
  return element(
    'section',
    {id, className: 'docs-section', 'data-kind': 'tag'},
    element('h2', {textContent: title}),
    ...paragraphs(text),
    ...examples.map((example) => renderExample(example, id)),
  );
}
