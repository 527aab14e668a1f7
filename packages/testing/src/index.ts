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
export {compatSession} from './builders/compat-session.js';
export type {CompatSession} from './builders/compat-session.js';
export {describeMembers} from './conformance/describe-members.js';
export type {
  MemberRow,
  MemberTable,
  MemberType,
} from './conformance/describe-members.js';
export {instanceOf} from './builders/instance-of.js';
export {documentedPolicies, NONCE} from './policies/documented-policies.js';
export {policyFrame, toldBy, violationsIn} from './policies/policy-frame.js';
export {until} from './until.js';
