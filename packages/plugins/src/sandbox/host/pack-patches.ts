import type {Disposer, StatePatch} from '@ls-annotation/core';

import {pageOwnership} from '../../reclaim/page-ownership.js';

/** How long the page is held up at a time, milliseconds. */
const SLICE_MS = 3;

/** How many are packed between two looks at the clock. */
const STEP = 100;

const encoder = new TextEncoder();

/** What is being packed, by patches of a commit. */
const packings = new WeakMap<readonly StatePatch[], Packing>();

/** What {@link packPatches} works with. */
export interface PackPatchesOptions {
  /** Called once, with the JSON of all of them. */
  readonly onPacked: (bytes: Blob) => void;
  /** Called instead, when they cannot be packed. */
  readonly onFailure: (error: Error) => void;
  /**
   * How long the page is held up at a time, milliseconds.
   *
   * @defaultValue 3
   */
  readonly sliceMs?: number;
}

/**
 * Packs the patches of a commit, once for all who ask, in tasks of their own.
 *
 * @returns what keeps it from being told.
 */
export function packPatches(
  patches: readonly StatePatch[],
  {onPacked, onFailure, sliceMs = SLICE_MS}: PackPatchesOptions,
): Disposer {
  let packing = packings.get(patches);
  if (!packing) {
    packing = new Packing(patches, sliceMs);
    packings.set(patches, packing);
  }
  let isWanted = true;
  packing.bytes.then(
    (bytes) => {
      if (isWanted) onPacked(bytes);
    },
    (error: unknown) => {
      if (isWanted) onFailure(error as Error);
    },
  );
  return () => {
    isWanted = false;
  };
}

/** The patches of one commit, on their way into bytes. */
class Packing {
  readonly bytes: Promise<Blob>;
  readonly #patches: readonly StatePatch[];
  readonly #sliceMs: number;
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #at = 0;

  constructor(patches: readonly StatePatch[], sliceMs: number) {
    this.#patches = patches;
    this.#sliceMs = sliceMs;
    this.bytes = new Promise((resolve, reject) => {
      this.#later(resolve, reject);
    });
  }

  #later(resolve: (bytes: Blob) => void, reject: (error: Error) => void): void {
    const goOn = (): void => {
      try {
        this.#pack();
      } catch (error) {
        reject(error as Error);
        return;
      }
      if (this.#at < this.#patches.length) this.#later(resolve, reject);
      else resolve(new Blob(['[', ...this.#parts, ']']));
    };
    // A plugin of the page may have made the commit: the timer is not its.
    pageOwnership().outside(() => setTimeout(goOn));
  }

  #pack(): void {
    const untilMs = performance.now() + this.#sliceMs;
    do {
      const some = this.#patches.slice(this.#at, this.#at + STEP);
      const text = JSON.stringify(some).slice(1, -1);
      this.#parts.push(encoder.encode(this.#at > 0 ? `,${text}` : text));
      this.#at += some.length;
    } while (this.#at < this.#patches.length && performance.now() < untilMs);
  }
}
