import {AnnotationHistory} from '@ls-annotation/core';

import type {HistoryFacts, RequestAction} from '../protocol.js';

/**
 * Undo of the host, as a guest sees it: it tells how far the host has got,
 * and asks the host for steps, which come back as patches.
 */
export class MirrorHistory extends AnnotationHistory {
  readonly #ask: (action: RequestAction) => void;
  #facts: HistoryFacts = {index: 0, length: 0};

  constructor(ask: (action: RequestAction) => void) {
    super(() => undefined);
    this.#ask = ask;
  }

  override get index(): number {
    return this.#facts.index;
  }

  override get length(): number {
    return this.#facts.length;
  }

  override get canUndo(): boolean {
    return this.#facts.index > 0;
  }

  override get canRedo(): boolean {
    return this.#facts.index < this.#facts.length;
  }

  /** Takes over how far the host has got. */
  update(facts: HistoryFacts): void {
    this.#facts = facts;
  }

  override undo(): boolean {
    if (!this.canUndo) return false;
    this.#ask('undo');
    return true;
  }

  override redo(): boolean {
    if (!this.canRedo) return false;
    this.#ask('redo');
    return true;
  }

  /** The steps are the host's; what they collect is not for guests to say. */
  override set(): void {
    // One step at a time, with undo() and redo().
  }

  override reset(): void {
    // See set().
  }

  override freeze(): void {
    // See set().
  }

  override record(): void {
    // The host records.
  }
}
