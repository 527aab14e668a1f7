import {isDeepEqual} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {asJson} from './as-json.js';
import type {SessionRecording} from './session-recording.js';

/** Returns why a recording cannot be replayed in a host, or `''`. */
export function replayObstacle(
  {config, store}: AnnotationHostElement,
  recording: SessionRecording,
): string {
  const {task} = store.state;
  if (!isDeepEqual(asJson(task?.data ?? null), recording.task.data)) {
    return 'It was recorded with another task than the one on display.';
  }
  return config === recording.config
    ? ''
    : 'It was recorded with another labeling config than the one in use.';
}

/** Has a host show what a recording was made with. */
export async function showRecorded(
  host: AnnotationHostElement,
  {config, task}: SessionRecording,
): Promise<void> {
  if (host.config !== config) host.config = config;
  host.task = task;
  await host.displayed;
}
