import {OperatorPaletteElement} from '../operator-palette/operator-palette.js';

if (!customElements.get('ls-operator-palette')) {
  customElements.define('ls-operator-palette', OperatorPaletteElement);
}
