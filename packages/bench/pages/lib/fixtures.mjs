/**
 * The data that every subject gets: as many spans or boxes as asked for, the
 * same on every run. Nothing here is random.
 */

/** Labels of every fixture. */
export const LABELS = [
  {value: 'Person', color: '#e8590c'},
  {value: 'Place', color: '#2f9e44'},
  {value: 'Organisation', color: '#1971c2'},
  {value: 'Date', color: '#9c36b5'},
];

/** Picture of the box fixtures, 1600 × 1000 image pixels. */
export const PICTURE = {
  url: '/pages/media/picture.png',
  width: 1600,
  height: 1000,
};

const WORDS = 'annotation region result label surface panel plugin task'.split(
  ' ',
);
const PARAGRAPHS = 20;
const GRID_WIDTH_PERCENT = 86;
const FILL = 0.7;

/** Id of a region: of annotation `turn` (0 or 1), the one at `index`. */
export function regionId(turn, index) {
  return `r${turn}-${index}`;
}

/**
 * Boxes in percent of the picture. The first is large and stands alone on the
 * right, so that a pointer can take hold of it; the others fill a grid.
 */
export function boxes(count, turn = 0) {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * 1.6)));
  const rows = Math.max(1, Math.ceil(count / columns));
  const cellWidth = GRID_WIDTH_PERCENT / columns;
  const cellHeight = 100 / rows;
  return Array.from({length: count}, (_, index) => ({
    id: regionId(turn, index),
    label: labelOf(index + turn),
    ...(index === 0
      ? {x: 89, y: 40, width: 8, height: 12}
      : {
          x: (index % columns) * cellWidth,
          y: Math.floor(index / columns) * cellHeight,
          width: cellWidth * FILL,
          height: cellHeight * FILL,
        }),
  }));
}

/** A box that is in no fixture, for adding. */
export function extraBox() {
  return {
    id: 'extra',
    label: LABELS[0].value,
    x: 89,
    y: 70,
    width: 8,
    height: 12,
  };
}

/**
 * Text with a word for each of `count` spans and 50 words more, always in as
 * many paragraphs: what grows with it grows with the spans.
 */
export function text(count) {
  const wordsAParagraph = Math.ceil((count + 50) / PARAGRAPHS);
  let made = '';
  for (let index = 0; index < count + 50; index += 1) {
    made += WORDS[index % WORDS.length];
    made += (index + 1) % wordsAParagraph === 0 ? '.\n' : ' ';
  }
  return made;
}

/** Spans of `text(count)`: a word each, UTF-16 offsets, end exclusive. */
export function spans(count, turn = 0) {
  const words = text(count).matchAll(/[a-z]+/g);
  return [...words.take(count)].map((word, index) => ({
    id: regionId(turn, index),
    label: labelOf(index + turn),
    start: word.index,
    end: word.index + word[0].length,
    text: word[0],
  }));
}

/** A span over the last word, which is in no fixture. */
export function extraSpan(count) {
  const [last] = [...text(count).matchAll(/[a-z]+/g)].slice(-1);
  return {
    id: 'extra',
    label: LABELS[0].value,
    start: last.index,
    end: last.index + last[0].length,
    text: last[0],
  };
}

/** Regions of one kind. */
export function regions(kind, count, turn = 0) {
  return kind === 'text' ? spans(count, turn) : boxes(count, turn);
}

/** A region of one kind that `regions` does not have. */
export function extraRegion(kind, count) {
  return kind === 'text' ? extraSpan(count) : extraBox();
}

function labelOf(index) {
  return LABELS[index % LABELS.length].value;
}
