/**
 * Label Studio's frontend 1.4.0, driven as Label Studio's own data manager
 * drives it: one instance whose store gets task after task.
 */
import {extraRegion} from './lib/fixtures.mjs';
import {
  annotationPk,
  configOf,
  taskOf,
  toResult,
} from './lib/label-studio-task.mjs';
import {frames} from './lib/clock.mjs';
import {publish, wanted} from './lib/subject-page.mjs';

const {kind} = wanted();
const root = document.getElementById('root');
const INTERFACES = [
  'panel',
  'update',
  'submit',
  'controls',
  'side-column',
  'annotations:menu',
  'annotations:add-new',
  'annotations:delete',
];

let frontend = null;
let task = null;
let taskId = 0;
let taskCount = 0;

const annotations = () => frontend.store.annotationStore;
const turnOf = (annotation) =>
  [0, 1].find((turn) => String(annotationPk(taskId, turn)) === annotation.pk);

/** Resolves when every span is in the text, or the picture on its canvas. */
async function drawn(count) {
  const selector =
    kind === 'text' ? '.htx-highlight' : '.konvajs-content canvas';
  const least = kind === 'text' ? count : 1;
  while (root.querySelectorAll(selector).length < least) await frames(1);
}

async function show() {
  const {store} = frontend;
  store.resetState();
  store.assignTask(task);
  store.initializeStore(task);
  await switchTo(0);
}

async function switchTo(turn) {
  const wantedOne = annotations().annotations.find(
    (annotation) => turnOf(annotation) === turn,
  );
  annotations().selectAnnotation(wantedOne.id);
  await drawn(taskCount);
}

publish({
  root,

  prepare(count) {
    taskId += 1;
    taskCount = count;
    task = taskOf(kind, count, taskId);
  },

  async mount() {
    const holder = document.createElement('div');
    holder.id = 'label-studio';
    root.append(holder);
    await new Promise((resolve) => {
      frontend = new globalThis.LabelStudio('label-studio', {
        config: configOf(kind),
        interfaces: INTERFACES,
        user: {pk: 1, firstName: 'Ada', lastName: 'L'},
        task,
        onStorageInitialized: resolve,
      });
    });
    // The instance gets its store only after the event.
    while (!frontend.store) await frames(1);
    await switchTo(0);
  },

  unmount() {
    frontend.destroy();
    frontend = null;
    root.replaceChildren();
  },

  display: show,
  switchTo,

  select(index) {
    const {selected} = annotations();
    selected.selectArea(selected.regionStore.regions[index]);
  },

  add() {
    const result = toResult(kind, extraRegion(kind, taskCount));
    const {selected} = annotations();
    selected.deserializeResults([result]);
    selected.updateObjects();
  },

  facts() {
    const {selected} = annotations();
    const {regions} = selected.regionStore;
    const chosen = regions.find((region) => region.selected);
    return {
      count: regions.length,
      selected: chosen?.cleanId ?? chosen?.id ?? '',
      turn: turnOf(selected),
    };
  },

  placeOf() {
    throw new Error('Boxes are not dragged here.');
  },

  pictureRectangle() {
    throw new Error('Boxes are not dragged here.');
  },
});
