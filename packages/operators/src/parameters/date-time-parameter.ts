import {dateTimeOrder} from './moment-order.js';
import {MomentParameter} from './moment-parameter.js';

/**
 * A day and a time, `datetime` on the wire: `"2026-08-14T09:30"`, with `Z` or an
 * offset where the zone is known.
 */
export class DateTimeParameter extends MomentParameter {
  readonly paramType = 'datetime';

  protected override get formText(): string {
    return 'a date and a time, such as 2026-08-14T09:30';
  }

  protected override order(value: string): number | null {
    return dateTimeOrder(value);
  }

  /** A blank between the two is what people type. */
  protected override toValue(text: string): string {
    return text.replace(/ +/, 'T');
  }
}
