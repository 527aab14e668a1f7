import type {ConfigTag} from '../config/config-tag.js';

/** Which rule an annotation breaks. */
export type ValidationCode =
  'required' | 'too-many-choices' | 'value-invalid' | 'max-usages';

/** Why an annotation cannot be saved, or a label not be used. */
export interface ValidationIssue {
  /** Which rule it is about. */
  readonly code: ValidationCode;
  /** Control it is about. */
  readonly tag: ConfigTag;
  /** Text for people, as Label Studio says it. */
  readonly message: string;
  /** Region that lacks something; to be selected. */
  readonly regionId?: string;
  /** 0-based picture that lacks something; to be shown. */
  readonly itemIndex?: number;
}
