import type {Redis} from 'ioredis';

import type {Disposer} from '@ls-annotation/core';

import type {RunEvent} from '../runs/run-view.js';

import type {RedisKeys} from './redis-keys.js';
import type {RunRecords} from './run-records.js';

/**
 * Follows the events of many runs over one subscription: the channel says that
 * there is news, and the stream is read from where each follower is.
 */
export class RunFollowers {
  readonly #subscriber: Redis;
  readonly #records: RunRecords;
  readonly #keys: RedisKeys;
  readonly #followers = new Map<string, Set<Follower>>();

  constructor(subscriber: Redis, records: RunRecords, keys: RedisKeys) {
    this.#subscriber = subscriber;
    this.#records = records;
    this.#keys = keys;
    subscriber.on('message', (channel) => this.#wake(channel));
    // News may have been missed while the connection was away.
    subscriber.on('ready', () => {
      for (const channel of this.#followers.keys()) this.#wake(channel);
    });
  }

  /** Resolves when everything that there is has been told. */
  async follow(
    runId: string,
    afterId: string,
    listener: (event: RunEvent) => void,
  ): Promise<Disposer> {
    const channel = this.#keys.news(runId);
    const follower = new Follower(this.#records, runId, afterId, listener);
    const followers = this.#followers.get(channel) ?? new Set();
    this.#followers.set(channel, followers.add(follower));
    await this.#subscriber.subscribe(channel);
    await follower.read();
    return () => {
      follower.isGone = true;
      followers.delete(follower);
      if (followers.size > 0 || !this.#followers.delete(channel)) return;
      this.#subscriber.unsubscribe(channel).catch(() => undefined);
    };
  }

  #wake(channel: string): void {
    for (const follower of this.#followers.get(channel) ?? []) {
      // What failed now is read with the next news.
      follower.read().catch(() => undefined);
    }
  }
}

/** One who follows a run; reads one at a time, in order. */
class Follower {
  isGone = false;
  readonly #records: RunRecords;
  readonly #runId: string;
  readonly #listener: (event: RunEvent) => void;
  #lastId: string;
  #reading: Promise<void> | null = null;
  #hasNews = false;

  constructor(
    records: RunRecords,
    runId: string,
    afterId: string,
    listener: (event: RunEvent) => void,
  ) {
    this.#records = records;
    this.#runId = runId;
    this.#lastId = afterId;
    this.#listener = listener;
  }

  read(): Promise<void> {
    this.#hasNews = true;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    while (this.#hasNews && !this.isGone) {
      this.#hasNews = false;
      const events = await this.#records.eventsAfter(this.#runId, this.#lastId);
      for (const event of events) this.#tell(event);
    }
  }

  #tell(event: RunEvent): void {
    if (this.isGone) return;
    this.#lastId = event.id;
    this.#listener(event);
  }
}
