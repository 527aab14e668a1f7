import type {OperatorRunSnapshot} from '@ls-annotation/operators';

import type {DialogPhase} from './dialog-buttons.js';
import {reviewWords} from './render-outcome.js';

const PHASES: Readonly<Partial<Record<DialogPhase, string>>> = {
  queued: 'Queued.',
  running: 'Running.',
  question: 'Please confirm.',
  review: 'Nothing is changed yet. Apply or discard the changes.',
};

/** What assistive technology is told while a dialog goes on. */
export class DialogAnnouncer {
  /** The words. */
  text = '';
  #phase: DialogPhase = 'form';
  #conflictCount = 0;

  /** Says where the dialog is, when that has changed. */
  follow(phase: DialogPhase, snapshot: OperatorRunSnapshot | null): void {
    const isSame = phase === this.#phase;
    this.#phase = phase;
    if (phase === 'review') this.#followConflicts(snapshot, isSame);
    if (!isSame) this.text = PHASES[phase] ?? snapshot?.result?.message ?? '';
  }

  /** What others do to the annotation decides what can be applied of it. */
  #followConflicts(
    snapshot: OperatorRunSnapshot | null,
    isKnown: boolean,
  ): void {
    const {proposal, error} = snapshot ?? {};
    const count = proposal?.conflicts.length ?? 0;
    const isOther = count !== this.#conflictCount;
    this.#conflictCount = count;
    if (!proposal || !isKnown || !isOther) return;
    const {title, message} = reviewWords(proposal, error);
    this.text = `${title} ${message}`.trim();
  }
}
