import type {SeriesTable} from './series-table.js';

/** What a series remembers from one display of a task to the next. */
export interface SeriesMemory {
  /** Columns of what was loaded, by address and how it was read. */
  readonly tables: Map<string, SeriesTable>;
  /** Which part was seen of each tag, by its name. */
  readonly ranges: Map<string, readonly [from: number, to: number]>;
}

const MEMORIES = new WeakMap<object, SeriesMemory>();

/**
 * Returns what is remembered of a task; goes with the task.
 *
 * @param data - The task's data, by identity.
 */
export function memoryOf(data: object): SeriesMemory {
  let memory = MEMORIES.get(data);
  if (!memory) {
    memory = {tables: new Map(), ranges: new Map()};
    MEMORIES.set(data, memory);
  }
  return memory;
}
