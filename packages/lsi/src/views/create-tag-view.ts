import {ControlView} from './control-view.js';
import {DateTimeView} from './date-time-view.js';
import {ImageTagView} from './image-tag-view.js';
import {ItemView} from './item-view.js';
import {ObjectView} from './object-view.js';
import {PairwiseView} from './pairwise-view.js';
import {defineHotkey} from './tag-hotkey.js';
import {TagView, defineAttributes, type TagViewOptions} from './tag-view.js';
import {TaxonomyView} from './taxonomy-view.js';
import {VideoTagView} from './video-tag-view.js';

/**
 * Makes the view of a tag.
 *
 * @internal
 */
export function createTagView(options: TagViewOptions): TagView {
  const view = make(options);
  defineAttributes(view);
  defineHotkey(view);
  return view;
}

function make(options: TagViewOptions): TagView {
  const {role} = options.config.definition;
  switch (role) {
    case 'object':
      return makeObject(options);
    case 'control':
      return makeControl(options);
    case 'item':
      return new ItemView(options);
    case 'visual':
    case 'unknown':
      return new TagView(options);
    default:
      return role satisfies never;
  }
}

function makeObject(options: TagViewOptions): ObjectView {
  switch (options.config.type) {
    case 'image':
      return new ImageTagView(options);
    case 'video':
      return new VideoTagView(options);
    default:
      return new ObjectView(options);
  }
}

function makeControl(options: TagViewOptions): ControlView {
  switch (options.config.type) {
    case 'taxonomy':
      return new TaxonomyView(options);
    case 'datetime':
      return new DateTimeView(options);
    case 'pairwise':
      return new PairwiseView(options);
    default:
      return new ControlView(options);
  }
}
