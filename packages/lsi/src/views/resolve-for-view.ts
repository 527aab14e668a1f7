import {
  attributeText,
  resolveTagValue,
  type AnnotationState,
  type ConfigTag,
  type TaskData,
} from '@ls-annotation/core';

import {decodeText} from './decode-text.js';

/**
 * Returns what an object tag shows, or what the value of another tag stands
 * for: what replaced it in this display, else the task's value; `null` for a
 * text that is still to be fetched.
 */
export function resolveForView(
  tag: ConfigTag,
  {session}: AnnotationState,
  data: TaskData,
): unknown {
  if (tag.name !== '' && Object.hasOwn(session.remoteValues, tag.name)) {
    return session.remoteValues[tag.name];
  }
  if (attributeText(tag, 'valuetype') === 'url' && isText(tag)) return null;
  return decodeText(tag, resolveTagValue(tag, data));
}

function isText({type}: ConfigTag): boolean {
  return type === 'text' || type === 'hypertext';
}
