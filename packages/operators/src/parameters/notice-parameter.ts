import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {NoticeSeverity} from './parameter-view.js';
import type {WireKeys} from './wire-keys.js';

/** What a notice takes. */
export interface NoticeParameterOptions extends Omit<
  ParameterOptions<never>,
  'default' | 'required' | 'validate' | 'validateAsync'
> {
  /** The words, markdown. */
  readonly text: string;
  /** How urgent it is. */
  readonly severity?: NoticeSeverity;
}

/**
 * Words between the fields, `notice` on the wire. It has no value; what another
 * dialog sends for it is left out.
 */
export class NoticeParameter extends BaseParameter<never> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    text: 'string',
    severity: ['info', 'success', 'warning', 'error'],
  };

  readonly paramType = 'notice';
  /** The words, markdown. */
  declare readonly text: string;
  /** How urgent it is; `undefined` is `info`. */
  declare readonly severity: NoticeSeverity | undefined;

  constructor(options: NoticeParameterOptions) {
    super({...options, default: null, required: false});
    const {text} = this as {readonly text: string | undefined};
    this.assert(text !== undefined, 'A notice needs a text.');
  }

  override isEmpty(): boolean {
    return true;
  }

  override parse(): Parsed<undefined, ParameterIssue> {
    return {ok: true, value: undefined, warnings: []};
  }

  protected override check(): readonly ParameterIssue[] {
    return [];
  }
}
