import {isDeepEqual} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {asJson} from './as-json.js';
import {bringState} from './bring-state.js';
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

/**
 * Has a host show what a recording was made with.
 *
 * @returns Has it show again what it showed before, annotations included.
 */
export async function showRecorded(
  host: AnnotationHostElement,
  recording: SessionRecording,
): Promise<() => Promise<void>> {
  const {config, task, store} = host;
  const {annotations, order, predictions, selectedId} = store.state;
  await show(host, recording);
  return async () => {
    await show(host, {config, task});
    if (!task) return;
    await bringState(host, {
      annotations: Object.values(annotations),
      order,
      predictions,
      selectedId,
    });
  };
}

async function show(
  host: AnnotationHostElement,
  {config, task}: Pick<AnnotationHostElement, 'config' | 'task'>,
): Promise<void> {
  if (host.config !== config) host.config = config;
  host.task = task;
  if (task) await host.displayed;
}
