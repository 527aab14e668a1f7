import {RelationListElement} from '../relation-list/relation-list.js';

if (!customElements.get('ls-relation-list')) {
  customElements.define('ls-relation-list', RelationListElement);
}
