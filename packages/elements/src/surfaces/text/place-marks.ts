/** Where a mark would stand if it were alone, CSS pixels. */
export interface WantedMark {
  /** Left edge. */
  readonly left: number;
  /** Which line it is on; marks of one line have the same. */
  readonly top: number;
  /** Extent to the right. */
  readonly width: number;
}

/** Where a mark stands beside others, CSS pixels. */
export interface MarkPlace {
  /** Left edge. */
  readonly left: number;
  /** Extent to the right. */
  readonly width: number;
}

/** Narrower marks would say nothing. */
const LEAST_PX = 20;
const GAP_PX = 2;

/**
 * Returns places at which marks of one line do not lie on each other, in the
 * order given. Each begins where it wants to; what there is no room for is
 * cut. Those that begin at about the same place stand side by side.
 *
 * @param end - Where lines end, CSS pixels.
 */
export function placeMarks(
  wanted: readonly WantedMark[],
  end: number,
): readonly MarkPlace[] {
  const lines = new Map<number, WantedMark[]>();
  for (const mark of wanted) {
    const line = lines.get(Math.round(mark.top));
    if (line) line.push(mark);
    else lines.set(Math.round(mark.top), [mark]);
  }
  const places = new Map<WantedMark, MarkPlace>();
  for (const line of lines.values()) placeLine(line, end, places);
  return wanted.map((mark) => places.get(mark) ?? mark);
}

function placeLine(
  line: readonly WantedMark[],
  end: number,
  places: Map<WantedMark, MarkPlace>,
): void {
  const groups = groupsOf([...line].sort((a, b) => a.left - b.left));
  let from = -Infinity;
  for (const [index, group] of groups.entries()) {
    const next = groups[index + 1]?.[0]?.left ?? end + GAP_PX;
    for (const [place, mark] of group.entries()) {
      const after = group.length - place - 1;
      const left = Math.max(mark.left, from);
      const room = next - GAP_PX - after * (LEAST_PX + GAP_PX) - left;
      const width = Math.min(mark.width, Math.max(LEAST_PX, room));
      places.set(mark, {left, width});
      from = left + width + GAP_PX;
    }
  }
}

/** Puts together what begins at about the same place. */
function groupsOf(
  line: readonly WantedMark[],
): readonly (readonly WantedMark[])[] {
  const groups: WantedMark[][] = [];
  for (const mark of line) {
    const group = groups.at(-1);
    const start = group?.[0]?.left ?? -Infinity;
    if (group && mark.left - start < LEAST_PX + GAP_PX) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
}
