import type {Method, Native, NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {ResourceKind} from '../resource-kind.js';
import type {Tenancy} from '../tenancy.js';

import {promised, watchSteps} from './promises.js';

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

/** Readers of streams that are no answers, by whose they are. */
const readers = new WeakMap<object, Tenancy>();

const WHOLE = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'];

/**
 * Notes the bodies that plugins are reading. When a display closes they are
 * broken off, and what waits for the rest does not go on; nor does what reads
 * other streams.
 */
export function patchBodies(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const name of WHOLE) {
    patches.method(
      Response.prototype,
      name,
      reading(ownership, `Response.${name}()`),
    );
  }
  patches.method(Response.prototype, 'clone', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const copy = Reflect.apply(native, this, args) as Response;
      const answer = answers.get(this as object);
      if (answer) noteAnswer(copy, answer);
      return copy;
    },
  }));
  patchStreams(patches, ownership);
}

function patchStreams(patches: NativePatches, ownership: PageOwnership): void {
  const {prototype} = ReadableStream;
  patches.method(
    prototype,
    'pipeTo',
    reading(ownership, 'ReadableStream.pipeTo()'),
  );
  patches.method(prototype, 'getReader', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const reader = Reflect.apply(
        native,
        this,
        args,
      ) as ReadableStreamDefaultReader;
      const answer = answers.get(this as object);
      if (!answer) {
        const tenancy = ownership.tenant();
        if (tenancy) readers.set(reader, tenancy);
        return reader;
      }
      answers.set(reader, answer);
      const end = begin(answer);
      reader.closed.then(end, end);
      return reader;
    },
  }));
  for (const type of [ReadableStreamDefaultReader, ReadableStreamBYOBReader]) {
    patchReader(patches, type.prototype);
  }
  for (const name of ['values', Symbol.asyncIterator] as const) {
    patches.method(prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        const iterator = Reflect.apply(native, this, args) as object;
        const answer = answers.get(this as object);
        if (answer) watchAnswer(iterator, answer);
        else watchStream(iterator, ownership.tenant());
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

function patchReader(patches: NativePatches, prototype: object): void {
  const gate = (reader: unknown, work: unknown): unknown => {
    const key = reader as object;
    const tenancy = answers.get(key)?.tenancy;
    if (tenancy) return gated(tenancy, work);
    const other = readers.get(key);
    return other && !other.isEnding ? gated(other, work, 'task') : work;
  };
  for (const name of ['read', 'cancel']) {
    patches.method(prototype, name, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        return gate(this, Reflect.apply(native, this, args));
      },
    }));
  }
  patches.getter(prototype, 'closed', (native) => ({
    call(this: unknown): unknown {
      return gate(this, Reflect.apply(native, this, []));
    },
  }));
}

/** Replaces a method whose promise settles when all has been read. */
function reading(
  ownership: PageOwnership,
  what: string,
): (native: Native) => Method {
  return (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const ask = (): Promise<unknown> =>
        Reflect.apply(native, this, args) as Promise<unknown>;
      const answer = answers.get(this as object);
      return answer
        ? gated(answer.tenancy, ask(), 'request', begin(answer))
        : promised(ownership, what, ask);
    },
  });
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
  tenancy: Tenancy,
  work: unknown,
  kind: ResourceKind = 'request',
  settled?: () => void,
): Promise<unknown> {
  return tenancy.onlyWhileOpen(kind, work as Promise<unknown>, settled);
}

function watchAnswer(iterator: object, answer: Answer): void {
  const end = begin(answer);
  watchSteps(iterator, (step) => {
    step.then(({done}) => {
      if (done === true) end();
    }, end);
    return gated(answer.tenancy, step);
  });
}

function watchStream(iterator: object, tenancy: Tenancy | null): void {
  if (!tenancy) return;
  watchSteps(iterator, (step) =>
    tenancy.isEnding ? step : gated(tenancy, step, 'task'),
  );
}
