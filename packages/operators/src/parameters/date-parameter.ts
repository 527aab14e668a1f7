import {dateOrder} from './moment-order.js';
import {MomentParameter} from './moment-parameter.js';

/** A day, `date` on the wire: `"2026-08-14"`. */
export class DateParameter extends MomentParameter {
  readonly paramType = 'date';

  protected override get formText(): string {
    return 'a date as year-month-day, such as 2026-08-14';
  }

  protected override order(value: string): number | null {
    return dateOrder(value);
  }
}
