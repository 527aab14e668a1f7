export {boxRegion, textRegion} from './builders/region-builder.js';
export type {
  BoxRegionParts,
  TextRegionParts,
} from './builders/region-builder.js';
export {configNodeFromXml} from './config-node-from-xml.js';
