import {boxes, extraBox, LABELS, PICTURE, regionId} from './fixtures.mjs';

const COLORS = new Map(LABELS.map(({value, color}) => [value, color]));

const STYLE = `
  .picture { position: relative; inline-size: 100%; }
  .picture img { display: block; inline-size: 100%; }
  .picture div {
    position: absolute;
    box-sizing: border-box;
    border: 1px solid;
    background: color-mix(in srgb, currentColor 20%, transparent);
  }
  .picture .selected { border-width: 3px; }
`;

/**
 * Boxes as absolutely positioned elements over the picture, with one set of
 * listeners for all of them. State is a map of plain objects.
 */
export function boxControl(root) {
  let count = 0;
  let fixtures = [];
  let turn = 0;
  let picture = null;
  let selected = null;
  let elements = new Map();
  let places = new Map();

  function place(id) {
    const {x, y} = places.get(id);
    const {style} = elements.get(id);
    style.left = `${x}%`;
    style.top = `${y}%`;
  }

  function append(parent, box) {
    const element = document.createElement('div');
    element.dataset.id = box.id;
    element.style.color = COLORS.get(box.label);
    element.style.width = `${box.width}%`;
    element.style.height = `${box.height}%`;
    elements.set(box.id, element);
    places.set(box.id, {...box});
    place(box.id);
    parent.append(element);
  }

  function show(shownTurn) {
    turn = shownTurn;
    selected = null;
    elements = new Map();
    places = new Map();
    const image = picture.querySelector('img');
    const fragment = document.createDocumentFragment();
    for (const box of fixtures[turn]) append(fragment, box);
    picture.replaceChildren(image, fragment);
  }

  function selectId(id) {
    elements.get(selected)?.classList.remove('selected');
    selected = id;
    elements.get(id)?.classList.add('selected');
  }

  function onPointerDown(event) {
    const {id} = event.target.dataset;
    if (id === undefined) return;
    selectId(id);
    const start = {...places.get(id)};
    const {width, height} = picture.getBoundingClientRect();
    const onMove = (move) => {
      const moved = places.get(id);
      moved.x = start.x + ((move.clientX - event.clientX) / width) * 100;
      moved.y = start.y + ((move.clientY - event.clientY) / height) * 100;
      place(id);
    };
    const ended = new AbortController();
    const {signal} = ended;
    addEventListener('pointermove', onMove, {signal});
    addEventListener('pointerup', () => ended.abort(), {signal});
  }

  return {
    root,

    prepare(wantedCount) {
      count = wantedCount;
      fixtures = [boxes(count, 0), boxes(count, 1)];
    },

    async mount() {
      const style = document.createElement('style');
      style.textContent = STYLE;
      const image = document.createElement('img');
      image.draggable = false;
      image.src = PICTURE.url;
      picture = document.createElement('div');
      picture.className = 'picture';
      picture.append(image);
      picture.addEventListener('pointerdown', onPointerDown);
      root.append(style, picture);
      await image.decode();
      show(0);
    },

    unmount() {
      root.replaceChildren();
      picture = null;
      elements = new Map();
    },

    display: () => show(0),
    switchTo: show,
    select: (index) => selectId(regionId(turn, index)),
    add: () => append(picture, extraBox()),
    facts: () => ({count: places.size, selected: selected ?? '', turn}),

    placeOf(index) {
      const {x, y, width, height} = places.get(regionId(turn, index));
      return {x, y, width, height};
    },

    pictureRectangle: () => picture.getBoundingClientRect().toJSON(),
  };
}
