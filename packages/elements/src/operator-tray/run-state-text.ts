import type {OperatorRun} from '@ls-annotation/operators';

import {queueText} from '../operator-dialog/queue-text.js';

/** What a run is at, for people and for styles. */
export type RunTone =
  'waiting' | 'running' | 'success' | 'failure' | 'quiet' | 'review';

/** A run in a few words. */
export interface RunWords {
  /** What kind of words they are. */
  readonly tone: RunTone;
  /** The words. */
  readonly text: string;
}

/** Returns what is said of a run in the tray. */
export function runWords(run: OperatorRun): RunWords {
  const {proposal, progress, result, state} = run;
  const message = result?.message ?? '';
  if (proposal?.state === 'open') {
    return {tone: 'review', text: 'Waits for your word.'};
  }
  if (proposal?.state === 'applied') {
    return {tone: 'success', text: 'Applied.'};
  }
  switch (state) {
    case 'pending':
    case 'queued':
      return {tone: 'waiting', text: queueText(run) ?? 'Starting…'};
    case 'running':
      return {tone: 'running', text: progress.text || 'Running…'};
    case 'succeeded':
      return {tone: 'success', text: message || 'Done.'};
    case 'aborted':
      return {tone: 'quiet', text: message || 'Cancelled.'};
    case 'conflict':
      return {tone: 'quiet', text: 'Nothing was changed.'};
    case 'failed':
      return {tone: 'failure', text: message || 'It did not work.'};
  }
}
