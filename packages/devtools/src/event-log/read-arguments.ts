import type {AnnotationHostElement} from '@ls-annotation/elements';

/** Arguments of an event, or why they cannot be had. */
export type ReadArguments =
  | {readonly ok: true; readonly args: readonly unknown[]}
  | {readonly ok: false; readonly message: string};

class ReferenceProblem extends Error {}

/**
 * Reads the arguments of an event from JSON: a list, or one value for a list
 * of one. A string that starts with `$` stands for what is on display:
 * `$annotation`, `$store`, `$task`, `$region:id`; with `$$` it starts with one.
 */
export function readArguments(
  text: string,
  host: AnnotationHostElement,
): ReadArguments {
  if (text.trim() === '') return {ok: true, args: []};
  try {
    const value: unknown = JSON.parse(text);
    const args = Array.isArray(value) ? (value as unknown[]) : [value];
    return {ok: true, args: args.map((each) => resolve(each, host))};
  } catch (error) {
    const {message} = error as Error;
    const isReference = error instanceof ReferenceProblem;
    return {
      ok: false,
      message: isReference ? message : `This is not JSON: ${message}`,
    };
  }
}

function resolve(value: unknown, host: AnnotationHostElement): unknown {
  if (typeof value === 'string') {
    return value.startsWith('$') ? resolveName(value.slice(1), host) : value;
  }
  if (Array.isArray(value)) return value.map((each) => resolve(each, host));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, resolve(held, host)]),
  );
}

function resolveName(name: string, host: AnnotationHostElement): unknown {
  if (name.startsWith('$')) return name;
  const found = lookUp(name, host);
  if (found !== null && found !== undefined) return found;
  throw new ReferenceProblem(
    `There is no “$${name}” here. Use $annotation, $store, $task or $region:id.`,
  );
}

function lookUp(name: string, host: AnnotationHostElement): unknown {
  switch (name) {
    case 'annotation':
      return host.session.annotation;
    case 'store':
      return host.htx;
    case 'task':
      return host.htx.task;
    default: {
      const [kind, id] = name.split(/:(.*)/s);
      if (kind !== 'region') return null;
      return host.session.annotation?.regions.find(
        (one) => one.cleanId === id || one.id === id,
      );
    }
  }
}
