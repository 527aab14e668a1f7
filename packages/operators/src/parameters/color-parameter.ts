import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {WireKeys} from './wire-keys.js';

/** What a colour parameter takes. */
export interface ColorParameterOptions extends ParameterOptions<string> {
  /** Colours to offer; any other is as good. */
  readonly suggestions?: readonly string[];
}

const COLOR = /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i;
const SHORT = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/**
 * A colour, `color` on the wire: `"#rrggbb"`, or `"#rrggbbaa"` with opacity.
 * Operators get it in small letters.
 */
export class ColorParameter extends BaseParameter<string> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    suggestions: 'strings',
  };

  readonly paramType = 'color';
  /** Colours to offer; any other is as good. */
  declare readonly suggestions: readonly string[] | undefined;

  constructor(options: ColorParameterOptions) {
    super(options);
    for (const color of this.suggestions ?? []) {
      this.assert(COLOR.test(color), `"${color}" is no colour.`);
    }
    this.assertDefault();
  }

  override normalize(value: unknown): string {
    return String(value).toLowerCase();
  }

  /** Takes `abc` and `#abc` too, for `#aabbcc`. */
  override parse(text: string): Parsed<string | undefined, ParameterIssue> {
    const trimmed = text.trim();
    if (trimmed === '') return {ok: true, value: undefined, warnings: []};
    const long = trimmed.replace(SHORT, '#$1$1$2$2$3$3');
    const value = long.startsWith('#') ? long : `#${long}`;
    if (COLOR.test(value)) return {ok: true, value, warnings: []};
    return {ok: false, issues: [this.#formatIssue()]};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'string') return [this.typeIssue(value)];
    return COLOR.test(value) ? [] : [this.#formatIssue()];
  }

  #formatIssue(): ParameterIssue {
    const message = 'Enter a colour, such as #2f7fd6.';
    return this.issue('parameter/format', message);
  }
}
