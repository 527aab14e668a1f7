import {regionAt} from '@ls-annotation/core';
import type {Commit, Region, StatePatch} from '@ls-annotation/core';

import type {WriteOperation} from '../protocol.js';
import {copyPlain} from '../plain-data.js';

import type {MirrorStore} from './mirror-store.js';
import {toOperations} from './to-operations.js';

/** What is sent for a change of the plugin. */
export interface OutgoingWrite {
  /** 1, 2, 3 and so on. */
  readonly write: number;
  /** Words for the undo menu. */
  readonly label: string;
  /** Writes that follow each other with the same key are one undo step. */
  readonly mergeKey: string;
  /** What is to be done. */
  readonly operations: readonly WriteOperation[];
}

interface Pending {
  readonly write: number;
  patches: readonly StatePatch[];
  inversePatches: readonly StatePatch[];
}

/**
 * What the plugin has changed in the mirror and the host has not answered
 * yet.
 *
 * When the host changes something meanwhile, pending changes are taken back,
 * the host's are made, and the pending ones are made again on top; so the
 * mirror ends where the host is, whoever was first.
 */
export class WriteQueue {
  readonly #store: MirrorStore;
  readonly #annotationId: string;
  readonly #send: (write: OutgoingWrite) => void;
  #pending: Pending[] = [];
  #count = 0;

  constructor(
    store: MirrorStore,
    annotationId: string,
    send: (write: OutgoingWrite) => void,
  ) {
    this.#store = store;
    this.#annotationId = annotationId;
    this.#send = send;
  }

  /**
   * Sends a change of the plugin to the host.
   *
   * @throws NotPlainError when it holds what cannot be sent; it is taken back.
   */
  push(commit: Commit): void {
    const operations = toOperations(commit, this.#annotationId);
    if (operations.length === 0) return;
    const {patches, inversePatches, label, mergeKey = ''} = commit;
    try {
      const plain = copyPlain(operations) as readonly WriteOperation[];
      this.#count += 1;
      this.#pending.push({write: this.#count, patches, inversePatches});
      this.#send({write: this.#count, label, mergeKey, operations: plain});
    } catch (error) {
      this.#store.follow(inversePatches);
      throw error;
    }
  }

  /** The host did what was asked, exactly. */
  applied(write: number): void {
    this.#pending = this.#pending.filter((one) => one.write !== write);
  }

  /** The host did not do what was asked. */
  refused(write: number): void {
    this.#over(() => {
      this.applied(write);
    });
  }

  /**
   * The host has changed.
   *
   * @param ack - write that its patches are what became of.
   */
  receive(patches: readonly StatePatch[], ack?: number): void {
    if (this.#pending.length === 0) {
      this.#store.follow(patches, {origin: 'load'});
      return;
    }
    this.#over(() => {
      if (ack !== undefined) this.applied(ack);
      this.#store.follow(patches, {origin: 'load'});
    });
  }

  /** Does `work` under what is pending. */
  #over(work: () => void): void {
    for (const pending of [...this.#pending].reverse()) {
      this.#store.follow(pending.inversePatches, {origin: 'load'});
    }
    work();
    for (const pending of this.#pending) this.#redo(pending);
  }

  #redo(pending: Pending): void {
    pending.patches = pending.patches.map((patch) => this.#placed(patch));
    let inverse: readonly StatePatch[] = [];
    const subscription = this.#store.changes$.subscribe((commit) => {
      inverse = commit.inversePatches;
    });
    this.#store.follow(pending.patches, {origin: 'load'});
    subscription.unsubscribe();
    pending.inversePatches = inverse;
  }

  /** A new region stands behind those that came before it after all. */
  #placed(patch: StatePatch): StatePatch {
    const [, annotationId = '', part, , ...rest] = patch.path;
    if (patch.op !== 'add' || part !== 'regions' || rest.length > 0) {
      return patch;
    }
    const annotation = this.#store.state.annotations[annotationId];
    const region = patch.value as Region;
    if (!annotation || !regionAt(annotation.regions, region.ordinal)) {
      return patch;
    }
    const ordinal = annotation.regions.nextOrdinal;
    return {...patch, value: {...region, ordinal}};
  }
}
