type Geometry = Readonly<Record<string, unknown>>;

/** What converting to pixels and back costs at most, percent. */
const EPSILON = 1e-9;

/**
 * Returns the keys of `after` that differ from `before` by more than what
 * converting to pixels and back costs: what an edit left alone is written as
 * it was. Points keep the form that they had.
 */
export function changedGeometry(before: Geometry, after: Geometry): Geometry {
  const changed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    const was = before[key];
    if (Array.isArray(value) && Array.isArray(was)) {
      const points = (value as number[][]).map((point, index) =>
        keepForm((was as unknown[])[index], point),
      );
      const isShorter = points.length < was.length;
      if (isShorter || points.some((point, index) => point !== was[index])) {
        changed[key] = points;
      }
    } else if (isOther(key, was, value)) {
      changed[key] = value;
    }
  }
  return changed;
}

/** An absent rotation is none, and a polygon is closed unless it says no. */
function isOther(key: string, was: unknown, is: unknown): boolean {
  const before = was ?? (key === 'closed' ? true : 0);
  if (typeof before === 'number' && typeof is === 'number') {
    return Math.abs(before - is) >= EPSILON;
  }
  return before !== is;
}

function keepForm(was: unknown, point: readonly number[]): unknown {
  const [x = 0, y = 0] = point;
  if (Array.isArray(was)) {
    const [beforeX, beforeY, ...rest] = was as number[];
    const isSame = isNear(beforeX, x) && isNear(beforeY, y);
    return isSame ? was : [pick(beforeX, x), pick(beforeY, y), ...rest];
  }
  if (typeof was !== 'object' || was === null) return point;
  const before = was as {readonly x?: number; readonly y?: number};
  const isSame = isNear(before.x, x) && isNear(before.y, y);
  return isSame ? was : {...before, x: pick(before.x, x), y: pick(before.y, y)};
}

function pick(was: number | undefined, is: number): number {
  return was !== undefined && isNear(was, is) ? was : is;
}

function isNear(was: number | undefined, is: number): boolean {
  return was !== undefined && Math.abs(was - is) < EPSILON;
}
