/** How many values of one level one of the next stands for. */
const FANOUT = 16;

/** Least and largest of some values; the least is the larger one of none. */
export type MinMax = readonly [min: number, max: number];

interface Level {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/**
 * Finds the least and the largest of any values that follow each other.
 *
 * Built once, over all of them; after that a question costs about the same
 * for a thousand values and for a million. What is no number is left out.
 */
export class Extremes {
  readonly #levels: readonly Level[];

  constructor(values: Float64Array) {
    const levels: Level[] = [{min: values, max: values}];
    let last = levels[0];
    while (last && last.min.length > FANOUT) {
      last = condense(last);
      levels.push(last);
    }
    this.#levels = levels;
  }

  /**
   * @param from - 0-based place of the first value.
   * @param to - Place after the last one.
   */
  between(from: number, to: number): MinMax {
    const found = {min: Infinity, max: -Infinity};
    this.#scan(0, from, to, found);
    return [found.min, found.max];
  }

  #scan(
    depth: number,
    from: number,
    to: number,
    found: {min: number; max: number},
  ): void {
    const level = this.#levels[depth];
    if (!level) return;
    const isTop = depth + 1 === this.#levels.length;
    let first = from;
    let last = to;
    const include = (place: number): void => {
      const min = level.min[place] ?? NaN;
      const max = level.max[place] ?? NaN;
      if (min < found.min) found.min = min;
      if (max > found.max) found.max = max;
    };
    if (isTop || to - from < FANOUT * 2) {
      for (; first < last; first += 1) include(first);
      return;
    }
    for (; first % FANOUT !== 0; first += 1) include(first);
    for (; last % FANOUT !== 0; last -= 1) include(last - 1);
    this.#scan(depth + 1, first / FANOUT, last / FANOUT, found);
  }
}

function condense({min, max}: Level): Level {
  const length = Math.ceil(min.length / FANOUT);
  const mins = new Float64Array(length).fill(Infinity);
  const maxs = new Float64Array(length).fill(-Infinity);
  for (let place = 0; place < min.length; place += 1) {
    const block = Math.floor(place / FANOUT);
    const low = min[place] ?? NaN;
    const high = max[place] ?? NaN;
    if (low < (mins[block] ?? 0)) mins[block] = low;
    if (high > (maxs[block] ?? 0)) maxs[block] = high;
  }
  return {min: mins, max: maxs};
}
