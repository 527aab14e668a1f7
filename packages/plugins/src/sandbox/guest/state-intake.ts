import {LazyShard} from '@ls-annotation/core';
import type {
  AnnotationState,
  RegionPlaces,
  RegionShard,
  StoreState,
} from '@ls-annotation/core';

import type {
  AnnotationOutline,
  RegionsMessage,
  ShardLengths,
  StateOutline,
} from '../protocol.js';

const decoder = new TextDecoder();

/** Puts together what a guest starts with, as it arrives. */
export class StateIntake {
  readonly #outline: StateOutline;
  readonly #shards = new Map<string, Promise<readonly RegionShard[]>>();

  constructor(outline: StateOutline) {
    this.#outline = outline;
  }

  /** True when nothing is missing any more. */
  get isComplete(): boolean {
    return this.#outline.annotations.every(
      ({id, regions}) => regions.nextOrdinal === 0 || this.#shards.has(id),
    );
  }

  /** Takes the regions of an annotation. */
  take({annotationId, bytes, shards}: RegionsMessage): void {
    this.#shards.set(
      annotationId,
      bytes.arrayBuffer().then((buffer) => toShards(buffer, shards)),
    );
  }

  /**
   * Resolves with everything that the host's store holds. Regions are read
   * from it when somebody asks for them, a shard at a time.
   */
  async state(): Promise<StoreState> {
    const {annotations: outlines, ...head} = this.#outline;
    const annotations = await Promise.all(
      outlines.map(async (outline) => {
        const annotation = await this.#annotation(outline);
        return [annotation.id, annotation] as const;
      }),
    );
    return {...head, annotations: Object.fromEntries(annotations)};
  }

  async #annotation({
    regions,
    ...annotation
  }: AnnotationOutline): Promise<AnnotationState> {
    const shards = (await this.#shards.get(annotation.id)) ?? [];
    return {...annotation, regions: {...regions, shards}};
  }
}

function toShards(
  buffer: ArrayBuffer,
  lengths: readonly ShardLengths[],
): readonly RegionShard[] {
  let start = 0;
  const reader = <T>(length: number): (() => T) => {
    const bytes = new Uint8Array(buffer, start, length);
    start += length;
    return () => JSON.parse(decoder.decode(bytes)) as T;
  };
  return lengths.map(({ids, places}) => {
    const readIds = reader<(string | null)[]>(ids);
    return new LazyShard(readIds, reader<RegionPlaces>(places));
  });
}
