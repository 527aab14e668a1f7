import {RegionMenuElement} from '../region-menu/region-menu.js';

if (!customElements.get('ls-region-menu')) {
  customElements.define('ls-region-menu', RegionMenuElement);
}
