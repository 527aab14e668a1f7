export {boxRegion, textRegion} from './builders/region-builder.js';
export type {
  BoxRegionParts,
  TextRegionParts,
} from './builders/region-builder.js';
export {configNodeFromXml} from './config-node-from-xml.js';
export {labelConfigFromXml} from './label-config-from-xml.js';
export {
  annotationState,
  classification,
  said,
} from './builders/annotation-builder.js';
export type {AnnotationParts} from './builders/annotation-builder.js';
export {labelingSession} from './builders/session-builder.js';
export type {SessionParts, ShownSession} from './builders/session-builder.js';
