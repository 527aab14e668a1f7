import type {Box} from './box.js';

/** Every word that the image surface shows or says, in one place. */
export const imageStrings = {
  stage: (name: string) => `Image ${name}`,
  stageHint:
    'Enter draws with the chosen label. Arrows move the selected ' +
    'region, with shift by more; alt and arrows resize it; square brackets ' +
    'turn it. Alt and full stop goes to the next region. Delete removes it. ' +
    'Plus, minus and zero zoom.',
  list: 'Regions on the image',
  tools: 'Image tools',
  select: 'Select and move',
  tool: {
    rectangle: (name: string) => `Draw a rectangle (${name})`,
    ellipse: (name: string) => `Draw an ellipse (${name})`,
    polygon: (name: string) => `Draw a polygon (${name})`,
    keypoint: (name: string) => `Set a key point (${name})`,
  },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Fit to the frame',
  zoomOriginal: 'Natural size',
  zoomLevel: (percent: number) => `${String(percent)}%`,
  rotateLeft: 'Rotate the image left',
  rotateRight: 'Rotate the image right',
  brightness: 'Brightness',
  contrast: 'Contrast',
  pages: 'Images',
  previousPage: 'Previous image',
  nextPage: 'Next image',
  page: (page: number, pages: number) => `${String(page)} of ${String(pages)}`,
  loading: 'Loading the image…',
  empty: 'There is no image in this task.',
  failed: 'The image could not be loaded.',
  refused: 'The image is not shown: its address is of a kind that is not safe.',
  retry: 'Retry',
  unlabeled: 'Region',
  place: (box: Box) =>
    `${percent(box.x)} from left, ${percent(box.y)} from top, ` +
    `${percent(box.width)} wide, ${percent(box.height)} high`,
  turned: (degrees: number) => `turned ${String(Math.round(degrees))}°`,
  readonly: 'not editable',
  created: (name: string) => `Added: ${name}`,
  deleted: (count: number) =>
    count === 1 ? 'Region deleted' : `${String(count)} regions deleted`,
  selectedNone: 'Nothing selected',
  cannotEdit: 'This region cannot be changed',
  noTool: 'Choose a label or a tool first',
  drawStart: 'Drawing. Arrows move the cross hair, Enter sets a corner.',
  drawCorner: 'Corner set. Arrows size the box, Enter finishes it.',
  drawPoint: (count: number) =>
    `Corner ${String(count)} set. Enter at the same place finishes the shape.`,
  drawFewPoints: 'A polygon needs three corners at least.',
  drawCancel: 'Drawing cancelled',
  drawTooSmall: 'The box is too small. Make it larger with the arrows.',
} as const;

function percent(value: number): string {
  return `${String(Math.round(value))}%`;
}
