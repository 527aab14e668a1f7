import {RegionListElement} from '../region-list/region-list.js';

if (!customElements.get('ls-region-list')) {
  customElements.define('ls-region-list', RegionListElement);
}
