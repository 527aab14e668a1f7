import {ControlView} from './control-view.js';
import {ItemView} from './item-view.js';
import {ObjectView} from './object-view.js';
import {TagView, defineAttributes, type TagViewOptions} from './tag-view.js';

/**
 * Makes the view of a tag.
 *
 * @internal
 */
export function createTagView(options: TagViewOptions): TagView {
  const view = make(options);
  defineAttributes(view);
  return view;
}

function make(options: TagViewOptions): TagView {
  const {role} = options.config.definition;
  switch (role) {
    case 'object':
      return new ObjectView(options);
    case 'control':
      return new ControlView(options);
    case 'item':
      return new ItemView(options);
    case 'visual':
    case 'unknown':
      return new TagView(options);
    default:
      return role satisfies never;
  }
}
