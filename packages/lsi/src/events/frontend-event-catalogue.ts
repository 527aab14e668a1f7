import type {FrontendEventName} from './frontend-event-map.js';

/** How one frontend event behaves. */
export interface FrontendEventEntry {
  /** Name to register for. */
  readonly name: FrontendEventName;
  /** Names of its arguments, in order; `?` marks one that may be absent. */
  readonly arguments: readonly string[];
  /** True when what comes after it waits for its handlers. */
  readonly awaited: boolean;
  /**
   * Use of what handlers return: none, a `false` that refuses, or the answer
   * of the first handler.
   */
  readonly returns: 'ignored' | 'veto' | 'first';
  /** True when a plugin can register in time to see it. */
  readonly reachesPlugins: boolean;
  /** When it is emitted. */
  readonly description: string;
}

function entry(
  name: FrontendEventName,
  parameters: readonly string[],
  description: string,
  traits: Partial<
    Pick<FrontendEventEntry, 'awaited' | 'returns' | 'reachesPlugins'>
  > = {},
): FrontendEventEntry {
  return {
    name,
    arguments: parameters,
    awaited: false,
    returns: 'ignored',
    reachesPlugins: true,
    description,
    ...traits,
  };
}

const AWAITED = {awaited: true} as const;
const ANSWERED = {awaited: true, returns: 'first'} as const;
const TOO_EARLY = {reachesPlugins: false} as const;

/**
 * Every event of the frontend, in the order of a task's life.
 *
 * @see {@link https://labelstud.io/guide/frontend_reference | Label Studio's list}
 */
export const FRONTEND_EVENTS: readonly FrontendEventEntry[] = Object.freeze([
  entry('labelStudioLoad', ['store'], 'The root store exists.', TOO_EARLY),
  entry('storageInitialized', ['store'], 'A task was read in.', TOO_EARLY),
  entry(
    'selectAnnotation',
    ['annotation', 'previous', 'options'],
    'Another annotation was selected.',
  ),
  entry(
    'selectHistory',
    ['store', 'annotation', 'item'],
    'An older version was chosen for display, or left.',
  ),
  entry(
    'deleteAnnotation',
    ['store', 'annotation'],
    'An annotation is about to be deleted.',
  ),
  entry(
    'groundTruth',
    ['store', 'annotation', 'value'],
    'An annotation was marked as the reference answer, or unmarked.',
  ),
  entry('entityCreate', ['region'], 'A person or a plugin made a region.'),
  entry('entityDelete', ['region'], 'A region is about to be deleted.'),
  entry(
    'regionFinishedDrawing',
    ['region', 'connected'],
    'A region of a smart control was drawn to its end.',
  ),
  entry(
    'beforeSaveAnnotation',
    ['store', 'annotation', 'detail'],
    'A save is about to happen; a handler that answers false refuses it.',
    {awaited: true, returns: 'veto'},
  ),
  entry(
    'submitAnnotation',
    ['store', 'annotation'],
    'An annotation that the server does not know is to be saved.',
    AWAITED,
  ),
  entry(
    'updateAnnotation',
    ['store', 'annotation', 'extra?'],
    'An annotation that the server knows is to be saved.',
    AWAITED,
  ),
  entry('skipTask', ['store', 'extra?'], 'The task is to be skipped.'),
  entry('unskipTask', ['store'], 'A skipped task is to be taken back.'),
  entry(
    'acceptAnnotation',
    ['store', 'detail'],
    'A reviewer accepts.',
    AWAITED,
  ),
  entry(
    'rejectAnnotation',
    ['store', 'detail'],
    'A reviewer rejects.',
    AWAITED,
  ),
  entry(
    'customButton',
    ['store', 'name', 'detail'],
    'A button that the page defined was pressed.',
    AWAITED,
  ),
  entry(
    'submitDraft',
    ['store', 'annotation', 'parameters'],
    'Unsaved work is to be kept.',
    ANSWERED,
  ),
  entry(
    'nextTask',
    ['taskId?', 'annotationId?'],
    'The next task is asked for.',
  ),
  entry(
    'prevTask',
    ['taskId?', 'annotationId?'],
    'The task before is asked for.',
  ),
  entry(
    'presignUrlForProject',
    ['store', 'url'],
    'A signed address is asked for.',
    ANSWERED,
  ),
  entry('comments:create', ['comment'], 'A comment is to be made.', ANSWERED),
  entry(
    'comments:update',
    ['comment'],
    'A comment is to be changed.',
    ANSWERED,
  ),
  entry(
    'comments:delete',
    ['comment'],
    'A comment is to be deleted.',
    ANSWERED,
  ),
  entry('comments:list', ['query'], 'Comments are asked for.', ANSWERED),
]);
