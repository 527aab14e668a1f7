import type {Issue, Parsed} from '../issue.js';
import type {AnnotationJson, Task} from '../model/task.js';

/**
 * Reads a task as Label Studio imports and exports it.
 *
 * Accepts `completions` for `annotations` (the older name), and bare data: an
 * object without `data` is taken as the data itself.
 */
export function readTask(json: unknown): Parsed<Task> {
  if (!isRecord(json)) {
    return fail('format/bad-task', '', 'A task is an object with "data".');
  }
  const {data, completions, ...rest} = json;
  if (data === undefined) {
    return {ok: true, value: {id: null, data: json}, warnings: []};
  }
  if (!isRecord(data)) {
    return fail(
      'format/bad-task-data',
      '/data',
      'The "data" of a task is an object whose keys the config refers to.',
    );
  }
  const annotations = rest.annotations ?? completions;
  const issues = [
    ...listIssues(annotations, 'annotations'),
    ...listIssues(rest.predictions, 'predictions'),
  ];
  if (issues.length > 0) return {ok: false, issues};
  const id = rest.id;
  return {
    ok: true,
    warnings: [],
    value: {
      ...rest,
      id: typeof id === 'number' || typeof id === 'string' ? id : null,
      data,
      ...(annotations === undefined
        ? {}
        : {annotations: annotations as readonly AnnotationJson[]}),
    },
  };
}

function listIssues(list: unknown, key: string): readonly Issue[] {
  if (list === undefined || list === null) return [];
  if (Array.isArray(list) && list.every(isRecord)) return [];
  return [
    {
      code: 'format/bad-task-list',
      path: `/${key}`,
      message: `The "${key}" of a task are a list of objects with "result".`,
    },
  ];
}

function fail(code: string, path: string, message: string): Parsed<Task> {
  const remedy = 'Give it as Label Studio exports it.';
  return {ok: false, issues: [{code, path, message: `${message} ${remedy}`}]};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
