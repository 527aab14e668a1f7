import {attributeText} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceFactory} from '../surface.js';

import {plainFormat} from './plain-format.js';
import {loadRemoteValue} from './remote-value.js';
import {renderLines} from './render-lines.js';
import {SpanSurface} from './span-surface.js';
import {textStyles} from './text.styles.js';

/**
 * A `Text`: lines of text on which spans are labelled.
 *
 * Text stays text whatever it holds. Plugins may replace what is inside; the
 * spans then lie on the new contents, counted as Label Studio counts.
 */
export const textSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, textStyles));
  const contents = element('div', {
    class: 'lsf-richtext__container htx-richtext',
  });
  const root = element('div', {class: 'lsf-object lsf-richtext'}, contents);
  const surface = new SpanSurface({
    tag,
    context,
    root,
    contents,
    format: plainFormat,
    noun: 'Text',
  });
  context.watch(
    ({session}) => session.remoteValues[tag.name],
    () => {
      // What the tag's live view says, so that both always agree.
      const value = context.annotation.names.get(tag.name)?._value;
      renderLines(contents, typeof value === 'string' ? value : '');
      surface.refresh();
    },
  );
  if (attributeText(tag, 'valueType') === 'url') {
    loadRemoteValue({tag, context, root});
  }
  return root;
};
