/** What of the sources becomes `custom-elements.json`. */
export {default} from '../elements/custom-elements-manifest.config.mjs';
