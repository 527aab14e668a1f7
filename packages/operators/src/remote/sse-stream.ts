import {createParser} from 'eventsource-parser';
import type {EventSourceMessage} from 'eventsource-parser';

import type {AbortSignalLike} from '../operator/abort-signal.js';

import {createTextDecoder} from './platform.js';
import type {ResponseLike} from './platform.js';

/** What {@link readSseStream} is told. */
export interface SseStreamOptions {
  /** Called with each event; the stream is given up when it answers `false`. */
  readonly onEvent: (event: EventSourceMessage) => boolean;
  /** Called with each sign of life, comments included. */
  readonly onActivity: () => void;
  /** Gives the stream up. */
  readonly signal: AbortSignalLike;
}

/** A line longer than this is no event of ours. */
const MAX_EVENT_LENGTH = 8_000_000;

/**
 * Reads server-sent events until the stream ends, breaks or is given up.
 * Rejects with whatever broke it.
 */
export async function readSseStream(
  response: ResponseLike,
  {onEvent, onActivity, signal}: SseStreamOptions,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const stream: {isOpen: boolean} = {isOpen: true};
  const stop = (): void => {
    stream.isOpen = false;
    reader.cancel().catch(() => undefined);
  };
  const parser = createParser({
    maxBufferSize: MAX_EVENT_LENGTH,
    onEvent: (event) => {
      if (stream.isOpen && !onEvent(event)) stop();
    },
  });
  const decoder = createTextDecoder();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    while (stream.isOpen) {
      const {done, value} = await reader.read();
      if (done) return;
      onActivity();
      parser.feed(decoder.decode(value, {stream: true}));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (stream.isOpen) stop();
  }
}
