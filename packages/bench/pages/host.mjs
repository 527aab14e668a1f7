/** `<ls-annotation-host>`, driven by its public members alone. */
import {selectRegions} from '/dist/ls-annotation-host.js';
import {frames} from './lib/clock.mjs';
import {extraRegion, regionId} from './lib/fixtures.mjs';
import {annotationPk, configOf, taskOf} from './lib/label-studio-task.mjs';
import {publish, wanted} from './lib/subject-page.mjs';

const {kind, plugins, isSandboxed} = wanted();
const root = document.getElementById('root');

/**
 * What plugins found in the wild do at every display, and never take back:
 * two listeners on the window, a timer, a style, a handler.
 */
const CARELESS_PLUGIN = `
  window.addEventListener('keydown', () => LSI.annotation);
  window.addEventListener('keyup', () => LSI.annotation, true);
  setInterval(() => LSI.annotation, 60000);
  const style = document.createElement('style');
  style.textContent = '.bench-none { color: red }';
  document.head.append(style);
  LSI.on('entityCreate', () => {});
`;

/** In a sandbox, which has a frame and a worker for every display. */
const SANDBOXED_PLUGIN = `LSI.on('entityCreate', () => LSI.regions.length);`;

let host = null;
let task = null;
let taskCount = 0;
let taskId = 0;

/** The stored annotation on display. */
function current() {
  const {state} = host.store;
  return state.annotations[state.selectedId];
}

/** Ids of both annotations in the store, by turn. */
let annotationIds = [];

/** Resolves when the picture, which loads by itself, has a place. */
async function drawn() {
  while (kind === 'boxes' && pictureRectangle().width === 0) await frames(1);
}

/** Rectangle of the picture, CSS pixels of the viewport. */
function pictureRectangle() {
  const picture = root.querySelector('img');
  return picture ? picture.getBoundingClientRect().toJSON() : {width: 0};
}

async function show() {
  host.task = task;
  await host.displayed;
  subject.displayedMs = performance.now();
  const annotations = Object.values(host.store.state.annotations);
  annotationIds = [0, 1].map((turn) => {
    const pk = String(annotationPk(taskId, turn));
    return annotations.find(({info}) => info.pk === pk).id;
  });
  await drawn();
}

async function switchTo(turn) {
  const id = annotationIds[turn];
  if (host.store.state.selectedId === id) return;
  host.selectAnnotation(id);
  await host.displayed;
  await drawn();
}

/** Turns the results of the fixture's region into a region of the store. */
function toRegion({id, label, ...place}) {
  return {
    id,
    object: 'object',
    geometry: kind === 'text' ? place : {...place, rotation: 0},
    results: [
      {
        fromName: 'label',
        toName: 'object',
        type: kind === 'text' ? 'labels' : 'rectanglelabels',
        valueKey: kind === 'text' ? 'labels' : 'rectanglelabels',
        value: [label],
      },
    ],
  };
}

const subject = {
  root,
  displayedMs: 0,

  prepare(count) {
    taskId += 1;
    taskCount = count;
    task = taskOf(kind, count, taskId);
  },

  async mount() {
    host = document.createElement('ls-annotation-host');
    host.config = configOf(kind);
    if (plugins) host.plugins = [{id: 'careless', code: CARELESS_PLUGIN}];
    if (isSandboxed) {
      host.plugins = [{id: 'sandboxed', sandbox: true, code: SANDBOXED_PLUGIN}];
    }
    root.append(host);
    await show();
  },

  unmount() {
    host.remove();
    host = null;
  },

  display: show,
  switchTo,

  select(index) {
    const {id} = current();
    const turn = annotationIds.indexOf(id);
    selectRegions(host.store, id, [regionId(turn, index)]);
  },

  add() {
    host.store.insertRegion(
      current().id,
      toRegion(extraRegion(kind, taskCount)),
    );
  },

  facts() {
    const annotation = current();
    return {
      count: annotation.regions.size,
      selected: annotation.selection.join(),
      turn: annotationIds.indexOf(annotation.id),
    };
  },

  /** Where the box is, percent of the picture. */
  placeOf(index) {
    const {id} = current();
    const turn = annotationIds.indexOf(id);
    const {x, y, width, height} = host.store.findRegion(
      id,
      regionId(turn, index),
    ).geometry;
    return {x, y, width, height};
  },

  pictureRectangle,
};

publish(subject);
