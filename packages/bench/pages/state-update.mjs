/**
 * Updates of one region among many, in three keepers of state: the store, a
 * map of plain objects (the control), and a dictionary copied by spread (what
 * an immutable store costs that is not sharded).
 */
import {AnnotationStore, emptyAnnotation} from '/dist/ls-annotation-host.js';

const ANNOTATION = 'a';
/** Coprime to every measured number: visits regions in a scattered order. */
const STRIDE = 7919;

function regionOf(index) {
  return {
    id: `r${index}`,
    object: 'image',
    geometry: {x: index % 100, y: 1, width: 2, height: 3, rotation: 0},
    results: [
      {
        id: `s${index}`,
        fromName: 'label',
        toName: 'image',
        type: 'rectanglelabels',
        valueKey: 'rectanglelabels',
        value: ['Car'],
      },
    ],
  };
}

const idsOf = (count) => Array.from({length: count}, (_, index) => `r${index}`);

function storeKeeper(count) {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: ANNOTATION}));
  store.insertRegions(
    ANNOTATION,
    idsOf(count).map((_, index) => regionOf(index)),
    {origin: 'load'},
  );
  return {
    update: (id, x) =>
      store.updateRegion(ANNOTATION, id, (draft) => {
        draft.geometry.x = x;
      }),
    read: (id) => store.findRegion(ANNOTATION, id).geometry.x,
    // Undo steps are kept for ever: each sample starts without any.
    settle: () => store.history(ANNOTATION).reset(),
    holds: (updates) => store.history(ANNOTATION).length === updates,
  };
}

function mapKeeper(count) {
  const regions = new Map(
    idsOf(count).map((id, index) => [id, regionOf(index)]),
  );
  return {
    update(id, x) {
      const region = regions.get(id);
      regions.set(id, {...region, geometry: {...region.geometry, x}});
    },
    read: (id) => regions.get(id).geometry.x,
    settle() {},
    holds: () => true,
  };
}

function dictionaryKeeper(count) {
  let regions = Object.fromEntries(
    idsOf(count).map((id, index) => [id, regionOf(index)]),
  );
  return {
    update(id, x) {
      const region = regions[id];
      const next = {...region, geometry: {...region.geometry, x}};
      regions = {...regions, [id]: next};
    },
    read: (id) => regions[id].geometry.x,
    settle() {},
    holds: () => true,
  };
}

const KEEPERS = {
  host: storeKeeper,
  control: mapKeeper,
  dictionary: dictionaryKeeper,
};

const made = new Map();

/** Grows with every update, so that none sets what is set already. */
let value = 0.5;

globalThis.stateUpdatePage = {
  /** Makes a keeper with `count` regions; later samples use it. */
  make(subject, count, updates) {
    const ids = Array.from(
      {length: updates},
      (_, step) => `r${(step * STRIDE) % count}`,
    );
    made.set(`${subject} ${count}`, {...KEEPERS[subject](count), ids});
  },

  /** Gets ready for a sample. */
  settle(subject, count) {
    made.get(`${subject} ${count}`).settle();
  },

  /** Updates scattered regions; returns the milliseconds of all together. */
  sample(subject, count) {
    const {holds, ids, read, update} = made.get(`${subject} ${count}`);
    const startMs = performance.now();
    for (const id of ids) {
      value += 1;
      update(id, value);
    }
    const elapsedMs = performance.now() - startMs;
    if (read(ids.at(-1)) !== value || !holds(ids.length)) {
      throw new Error('Not every update arrived.');
    }
    return elapsedMs;
  },
};
