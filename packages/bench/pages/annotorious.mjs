/** Annotorious: boxes alone. A switch replaces all of its annotations. */
import {boxes, extraBox, PICTURE, regionId} from './lib/fixtures.mjs';
import {publish} from './lib/subject-page.mjs';

const {createImageAnnotator} = globalThis.Annotorious;
const root = document.getElementById('root');

let annotator = null;
let image = null;
let fixtures = [];
let turn = 0;

/** A box of the fixture as Annotorious keeps it, in image pixels. */
function toAnnotation({id, label, ...percent}) {
  const x = (percent.x * PICTURE.width) / 100;
  const y = (percent.y * PICTURE.height) / 100;
  const w = (percent.width * PICTURE.width) / 100;
  const h = (percent.height * PICTURE.height) / 100;
  const bounds = {minX: x, minY: y, maxX: x + w, maxY: y + h};
  return {
    id,
    bodies: [
      {id: `${id}-body`, annotation: id, purpose: 'tagging', value: label},
    ],
    target: {
      annotation: id,
      selector: {type: 'RECTANGLE', geometry: {x, y, w, h, bounds}},
    },
  };
}

function show(shownTurn) {
  turn = shownTurn;
  annotator.setAnnotations(fixtures[turn], true);
}

publish({
  root,

  prepare(count) {
    fixtures = [0, 1].map((of) => boxes(count, of).map(toAnnotation));
  },

  async mount() {
    image = document.createElement('img');
    image.style.width = '100%';
    image.src = PICTURE.url;
    root.append(image);
    await image.decode();
    annotator = createImageAnnotator(image);
    show(0);
  },

  unmount() {
    annotator.destroy();
    annotator = null;
    root.replaceChildren();
    image = null;
  },

  display: () => show(0),
  switchTo: show,
  select: (index) => annotator.setSelected(regionId(turn, index)),
  add: () => annotator.addAnnotation(toAnnotation(extraBox())),

  facts() {
    const [first] = annotator.getAnnotations();
    return {
      count: annotator.getAnnotations().length,
      selected: annotator
        .getSelected()
        .map(({id}) => id)
        .join(),
      turn: Number(first?.id.startsWith('r1') ?? turn),
    };
  },

  placeOf(index) {
    const {selector} = annotator.getAnnotationById(
      regionId(turn, index),
    ).target;
    const {x, y, w, h} = selector.geometry;
    return {
      x: (x / PICTURE.width) * 100,
      y: (y / PICTURE.height) * 100,
      width: (w / PICTURE.width) * 100,
      height: (h / PICTURE.height) * 100,
    };
  },

  pictureRectangle: () => image.getBoundingClientRect().toJSON(),
});
