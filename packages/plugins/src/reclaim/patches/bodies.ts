import type {Native, NativePatches} from '../native-patches.js';
import type {Tenancy} from '../tenancy.js';

/** An answer that a plugin has got and may be reading. */
export interface Answer {
  /** Whose it is. */
  readonly tenancy: Tenancy;
  /** Which one, in words. */
  readonly what: string;
  /** Breaks it off. */
  readonly abort: () => void;
}

/** Answers by what they are read from: responses, streams, readers. */
const answers = new WeakMap<object, Answer>();

/** Notes that a plugin may read the body of a response. */
export function noteAnswer(response: Response, answer: Answer): void {
  if (!response.body) return;
  answers.set(response, answer);
  answers.set(response.body, answer);
}

const WHOLE = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'];

/**
 * Notes the bodies that plugins are reading. When a display closes they are
 * broken off, and what waits for the rest does not go on.
 */
export function patchBodies(patches: NativePatches): void {
  for (const name of WHOLE) {
    patches.method(Response.prototype, name, reading);
  }
  patches.method(Response.prototype, 'clone', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const copy = Reflect.apply(native, this, args) as Response;
      const answer = answers.get(this as object);
      if (answer) noteAnswer(copy, answer);
      return copy;
    },
  }));
  patchStreams(patches);
}

function patchStreams(patches: NativePatches): void {
  const {prototype} = ReadableStream;
  patches.method(prototype, 'pipeTo', reading);
  patches.method(prototype, 'getReader', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const reader = Reflect.apply(
        native,
        this,
        args,
      ) as ReadableStreamDefaultReader;
      const answer = answers.get(this as object);
      if (!answer) return reader;
      answers.set(reader, answer);
      const end = begin(answer);
      reader.closed.then(end, end);
      return reader;
    },
  }));
  for (const type of [ReadableStreamDefaultReader, ReadableStreamBYOBReader]) {
    patches.method(type.prototype, 'read', (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const work = Reflect.apply(native, this, args);
        const answer = answers.get(this as object);
        return answer ? gated(answer, work) : work;
      },
    }));
  }
  for (const name of ['values', Symbol.asyncIterator] as const) {
    patches.method(prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const iterator = Reflect.apply(native, this, args);
        const answer = answers.get(this as object);
        if (answer) watchIterator(iterator as AsyncIterator<unknown>, answer);
        return iterator;
      },
    }));
  }
  for (const name of ['pipeThrough', 'tee']) {
    patches.method(prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const made = Reflect.apply(native, this, args);
        const answer = answers.get(this as object);
        if (answer) {
          for (const stream of [made].flat()) {
            answers.set(stream as object, answer);
          }
        }
        return made;
      },
    }));
  }
}

/** Replaces a method whose promise settles when all has been read. */
function reading(native: Native): {readonly call: Native} {
  return {
    call(this: unknown, ...args: unknown[]): unknown {
      const answer = answers.get(this as object);
      const work = Reflect.apply(native, this, args);
      return answer ? gated(answer, work, begin(answer)) : work;
    },
  };
}

/** Notes that a plugin reads; the answer tells that it has read all. */
function begin({tenancy, what, abort}: Answer): () => void {
  if (!tenancy.mayTake('request')) {
    tenancy.refuse('request', what);
    abort();
    return () => undefined;
  }
  const holding = tenancy.take({kind: 'request', what, release: abort});
  return () => {
    holding.end();
  };
}

function gated(
  {tenancy}: Answer,
  work: unknown,
  settled?: () => void,
): Promise<unknown> {
  return tenancy.onlyWhileOpen('request', work as Promise<unknown>, settled);
}

function watchIterator(iterator: AsyncIterator<unknown>, answer: Answer): void {
  const end = begin(answer);
  for (const name of ['next', 'return'] as const) {
    const native: unknown = Reflect.get(iterator, name);
    if (typeof native !== 'function') continue;
    Object.defineProperty(iterator, name, {
      configurable: true,
      writable: true,
      value: (...args: unknown[]): unknown => {
        const work = Reflect.apply(native as Native, iterator, args);
        const step = work as Promise<IteratorResult<unknown>>;
        step.then(({done}) => {
          if (done === true) end();
        }, end);
        return gated(answer, step);
      },
    });
  }
}
