import {timeOrder} from './moment-order.js';
import {MomentParameter} from './moment-parameter.js';

/** A time of day, `time` on the wire: `"09:30"`, `"09:30:15"`. */
export class TimeParameter extends MomentParameter {
  readonly paramType = 'time';

  protected override get formText(): string {
    return 'a time, such as 09:30';
  }

  protected override order(value: string): number | null {
    return timeOrder(value);
  }

  /** `9:30` is what people type. */
  protected override toValue(text: string): string {
    return /^\d:/.test(text) ? `0${text}` : text;
  }
}
