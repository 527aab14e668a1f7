import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

/** Events of the frontend that ask nothing of the page. */
const HARMLESS: ReadonlySet<string> = new Set([
  'selectAnnotation',
  'entityCreate',
  'entityDelete',
  'regionFinishedDrawing',
  'beforeSaveAnnotation',
]);

const KNOWN: ReadonlySet<string> = new Set(
  FRONTEND_EVENTS.map(({name}) => name),
);

/**
 * Returns whether a replay fires an event: not those which ask the page to
 * save, to fetch or to go somewhere else. Events that plugins made up fire.
 */
export function firesAgain(name: string): boolean {
  return HARMLESS.has(name) || !KNOWN.has(name);
}
